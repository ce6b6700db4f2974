using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Overrides;

/// <summary>
/// Sets or takes away the value at a path. The nodes on the way are copied, because one that an alias refers to stands in
/// several places and changes in one of them only.
/// </summary>
internal sealed class TreeEdit
{
    private const string AppendIndex = "-1";

    private readonly PropertyOverride _override;
    private readonly IReadOnlyList<string> _path;
    private readonly YamlNode? _value;
    private string _problem = "";

    private TreeEdit(PropertyOverride change, IReadOnlyList<string> path, YamlNode? value)
    {
        _override = change;
        _path = path;
        _value = value;
    }

    /// <summary>Applies an override.</summary>
    /// <param name="root">The tree; it is not changed.</param>
    /// <param name="change">The override.</param>
    /// <param name="diagnostics">Receives SCORE0607 to SCORE0609.</param>
    /// <returns>The changed tree; the same one when there is a finding.</returns>
    public static YamlMapping Apply(YamlMapping root, PropertyOverride change, DiagnosticBag diagnostics)
    {
        IReadOnlyList<string> path = TreePath.Parse(change.Path);
        string? malformed = path.Any(p => p.Length == 0) ? "A part of its path is empty."
            : path.Count > YamlLimits.Depth ? $"Its path has more than {YamlLimits.Depth} parts."
            : null;
        if (malformed is not null)
        {
            diagnostics.Add(DiagnosticDescriptors.InvalidOverride, change.Place, change.Path, new Phrase(malformed));
            return root;
        }

        YamlNode? value = change.ReadValue(diagnostics, out bool isValid);
        if (!isValid) return root;
        TreeEdit edit = new(change, path, value);
        if (edit.Change(root, 0) is { } changed) return (YamlMapping)changed;
        diagnostics.Add(DiagnosticDescriptors.OverrideNotApplicable, change.Place, change.Path, new Phrase(edit._problem));
        return root;
    }

    // The changed copy of the node whose part comes next, or null when there is a problem.
    private YamlNode? Change(YamlNode node, int depth) => node switch
    {
        YamlMapping mapping => ChangeMapping(mapping, depth),
        YamlSequence list => ChangeList(list, depth),
        _ => Fail($"'{Written(depth)}' is {node.Description}, and only mappings and lists have parts. End the path there to replace it."),
    };

    private YamlNode? ChangeMapping(YamlMapping mapping, int depth)
    {
        string name = _path[depth];
        YamlEntry? existing = mapping.Find(name);
        YamlNode? changed = _value;
        if (depth + 1 < _path.Count)
        {
            if (existing is null && _value is null) return mapping; // There is nothing to take away.
            changed = Change(existing?.Value ?? new YamlMapping { Span = _override.Place }, depth + 1);
            if (changed is null) return null;
        }

        bool isLast = depth + 1 == _path.Count;
        YamlMapping result = new() { Span = mapping.Span };
        foreach (YamlEntry entry in mapping)
        {
            if (entry.Name != name) result.TryAdd(entry.Key, entry.Value);
            else if (changed is not null) result.TryAdd(isLast ? _override.Key(name) : entry.Key, changed);
        }

        if (existing is null && changed is not null) result.TryAdd(_override.Key(name), changed);
        return result;
    }

    private YamlNode? ChangeList(YamlSequence list, int depth)
    {
        bool isLast = depth + 1 == _path.Count;
        YamlSequence result = new(list.Items) { Span = list.Span };
        if (_path[depth] == AppendIndex && isLast && _value is not null)
        {
            result.Items.Add(_value);
            return result;
        }

        if (!int.TryParse(_path[depth], NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= list.Items.Count)
            return Fail($"'{Written(depth)}' is a list{Choices(list.Items.Count)}, and '{Excerpt.Of(_path[depth])}' is none of its positions. The position '-1' at the end of a path appends a value.");
        if (!isLast)
        {
            if (Change(list.Items[index], depth + 1) is not { } changed) return null;
            result.Items[index] = changed;
        }
        else if (_value is null)
        {
            result.Items.RemoveAt(index);
        }
        else
        {
            result.Items[index] = _value;
        }

        return result;
    }

    private static string Choices(int count) => count switch
    {
        0 => " without items",
        1 => " with one item, whose position is 0",
        _ => $" with {count} items, whose positions are 0 to {count - 1}",
    };

    private string Written(int depth) => Excerpt.Of(string.Join(".", _path.Take(depth).Select(p => p.Replace("\\", "\\\\").Replace(".", "\\."))));

    private YamlNode? Fail(string problem)
    {
        _problem = problem;
        return null;
    }
}
