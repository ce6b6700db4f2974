using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Overrides;

/// <summary>
/// Sets and takes away values at paths. The nodes on the way are copied, because one that an alias refers to stands in several
/// places and changes in one of them only. A copy is changed from then on, so that many changes to a large tree stay cheap.
/// </summary>
/// <param name="root">The tree; it is not changed.</param>
/// <param name="makesLists">
/// Whether a position after what is missing makes a list, where otherwise a mapping is made. Then <c>:80</c> is the key
/// <c>80</c>, and <c>-1</c> stands for the last item when something is taken away, and for a new one also before other parts.
/// </param>
internal sealed class TreeEdit(YamlNode root, bool makesLists = false)
{
    private const string EndIndex = "-1";

    private readonly HashSet<YamlNode> _copies = [];
    private IReadOnlyList<string> _path = [];
    private IReadOnlyList<string> _shown = [];
    private YamlNode? _value;
    private SourceSpan _place = SourceSpan.None;
    private bool _isAbsent;

    /// <summary>The tree with all changes so far that could be made.</summary>
    public YamlNode Root { get; private set; } = root;

    /// <summary>What was wrong with the last path, in sentences.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The position that the last change took out of a list; -1 when it did not.</summary>
    public int DeletedPosition { get; private set; } = -1;

    /// <summary>Whether that list has no items any more.</summary>
    public bool IsListEmpty { get; private set; }

    /// <summary>Makes a change. One that cannot be made leaves the tree as it is.</summary>
    /// <param name="path">The path as written: see <see cref="TreePath"/>.</param>
    /// <param name="value">The value; null takes away what is there.</param>
    /// <param name="place">The place of the keys that are made.</param>
    /// <param name="shown">The parts of the path as <see cref="Problem"/> shows them, when not as they are.</param>
    public TreeEditResult Apply(string path, YamlNode? value, SourceSpan place, IReadOnlyList<string>? shown = null)
    {
        (_path, _value, _place, _isAbsent, Problem) = (TreePath.Parse(path), value, place, false, "");
        DeletedPosition = -1;
        _shown = shown ?? _path;
        if (_path.Any(p => p.Length == 0)) Problem = "A part of its path is empty.";
        else if (_path.Count > YamlLimits.Depth) Problem = $"Its path has more than {YamlLimits.Depth} parts.";
        if (Problem.Length > 0) return TreeEditResult.Malformed;

        if (Change(Root, 0) is not { } changed) return TreeEditResult.NotApplicable;
        Root = changed;
        return _isAbsent ? TreeEditResult.NothingThere : TreeEditResult.Done;
    }

    // The node with the change in it, or null when there is a problem; only then is nothing changed.
    private YamlNode? Change(YamlNode node, int depth) => node switch
    {
        YamlMapping mapping => ChangeMapping(mapping, depth),
        YamlSequence list => ChangeList(list, depth),
        _ => Fail($"{Named(depth)} is {node.Description}, and only mappings and lists have parts. End the path there to replace it."),
    };

    private YamlNode? ChangeMapping(YamlMapping mapping, int depth)
    {
        string name = KeyOf(_path[depth]);
        bool isLast = depth + 1 == _path.Count;
        YamlEntry? existing = mapping.Find(name);
        if (existing is null && _value is null) return Absent(mapping);
        if (isLast && _value is null) return Without(mapping, name);

        YamlNode? changed = isLast ? _value : Change(existing?.Value ?? Missing(depth + 1), depth + 1);
        if (changed is null || changed == existing?.Value) return changed is null ? null : mapping;
        YamlMapping result = Copy(mapping);
        result.Set(isLast || existing is null ? Key(name) : existing.Key, changed);
        return result;
    }

    private YamlNode? ChangeList(YamlSequence list, int depth)
    {
        string part = _path[depth];
        bool isLast = depth + 1 == _path.Count;
        int count = list.Items.Count;
        bool appends = _value is not null && ((part == EndIndex && (isLast || makesLists)) || (part == "0" && count == 0 && makesLists));
        int index = appends ? count : IndexOf(part, count);
        if (index < 0)
        {
            return Fail($"{Named(depth)} is a list{Choices(count)}, and '{Excerpt.Of(_shown[depth])}' is none of its positions. The position '-1' at the end " +
                "of a path appends a value.");
        }

        YamlNode? changed = isLast ? _value : Change(appends ? Missing(depth + 1) : list.Items[index], depth + 1);
        if (changed is null && !isLast) return null;
        if (!appends && changed == list.Items[index]) return list;
        YamlSequence result = Copy(list);
        if (changed is null)
        {
            result.Items.RemoveAt(index);
            DeletedPosition = index;
            IsListEmpty = result.Items.Count == 0;
        }
        else if (appends)
        {
            result.Items.Add(changed);
        }
        else
        {
            result.Items[index] = changed;
        }

        return result;
    }

    // -1 when the list has no such item.
    private int IndexOf(string part, int count)
    {
        if (part == EndIndex) return makesLists ? count - 1 : -1;
        return int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < count ? index : -1;
    }

    // The mapping or list whose part comes next.
    private YamlNode Missing(int depth)
    {
        YamlNode made = makesLists && (_path[depth] == EndIndex || IsNumber(_path[depth], 0))
            ? new YamlSequence { Span = _place }
            : new YamlMapping { Span = _place };
        _copies.Add(made);
        return made;
    }

    private string KeyOf(string part) => makesLists && part[0] == ':' && IsNumber(part, 1) ? part.Substring(1) : part;

    private static bool IsNumber(string part, int start) => part.Length > start && part.Skip(start).All(c => c is >= '0' and <= '9');

    private YamlNode Absent(YamlNode node)
    {
        _isAbsent = true;
        return node;
    }

    private YamlMapping Copy(YamlMapping mapping) => _copies.Contains(mapping) ? mapping : Without(mapping, null);

    private YamlMapping Without(YamlMapping mapping, string? name)
    {
        YamlMapping copy = new() { Span = mapping.Span };
        foreach (YamlEntry entry in mapping)
        {
            if (entry.Name != name) copy.TryAdd(entry.Key, entry.Value);
        }

        _copies.Add(copy);
        return copy;
    }

    private YamlSequence Copy(YamlSequence list)
    {
        if (_copies.Contains(list)) return list;
        YamlSequence copy = new(list.Items) { Span = list.Span };
        _copies.Add(copy);
        return copy;
    }

    private YamlScalar Key(string name) => new() { Text = name, Value = name, Span = _place };

    private static string Choices(int count) => count switch
    {
        0 => " without items",
        1 => " with one item, whose position is 0",
        _ => $" with {count} items, whose positions are 0 to {count - 1}",
    };

    private string Named(int depth) => depth == 0 ? "The whole" : $"'{Excerpt.Of(TreePath.Write(_shown.Take(depth)))}'";

    private YamlNode? Fail(string problem)
    {
        Problem = problem;
        return null;
    }
}
