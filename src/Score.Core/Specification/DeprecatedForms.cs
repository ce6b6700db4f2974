using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>
/// Brings older forms of the specification into today's: lists of files and volumes become mappings by target, a file's
/// content given as a list of lines is joined, and <c>read_only</c> becomes <c>readOnly</c>.
/// </summary>
internal static class DeprecatedForms
{
    /// <summary>Upgrades a workload's tree.</summary>
    /// <param name="root">The tree; it is not changed.</param>
    /// <param name="diagnostics">Receives SCORE0115 for each upgrade, SCORE0116 and SCORE0209 for lists that have no mapping form.</param>
    /// <returns>The tree in today's form; the same tree when there is nothing to upgrade.</returns>
    public static YamlMapping Upgrade(YamlMapping root, DiagnosticBag diagnostics)
    {
        if (root["containers"] is not YamlMapping containers) return root;
        foreach (YamlEntry entry in containers)
        {
            if (entry.Value is YamlMapping container && (container["files"] is YamlSequence || container["volumes"] is YamlSequence))
                return UpgradeContainers(root, containers, diagnostics);
        }

        return root;
    }

    private static YamlMapping UpgradeContainers(YamlMapping root, YamlMapping containers, DiagnosticBag diagnostics) =>
        Replace(root, "containers", MapValues(containers, container => UpgradeContainer(container, diagnostics)));

    private static YamlNode UpgradeContainer(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlMapping container) return entry.Value;
        foreach (string key in (string[])["files", "volumes"])
        {
            if (container.Find(key) is { Value: YamlSequence sequence } list)
            {
                if (sequence.Items.All(HasTarget))
                    Deprecated(list.Key.Span, $"A list of {key} is deprecated. Write a mapping with each target as key.", diagnostics);
                container = Replace(container, key, UpgradeList(entry.Name, key, sequence, diagnostics));
            }
        }

        return container;
    }

    private static bool HasTarget(YamlNode item) => item is YamlMapping mapping && mapping["target"] is YamlScalar { Kind: YamlScalarKind.String };

    private static YamlMapping UpgradeList(string container, string key, YamlSequence list, DiagnosticBag diagnostics)
    {
        YamlMapping result = new() { Span = list.Span };
        foreach (YamlNode item in list.Items)
        {
            if (item is not YamlMapping mapping || mapping["target"] is not YamlScalar { Kind: YamlScalarKind.String } target)
            {
                SourceSpan at = (item as YamlMapping)?["target"]?.Span ?? Start(item);
                diagnostics.Add(DiagnosticDescriptors.DeprecatedItem, at, new Phrase(key));
                continue;
            }

            YamlMapping upgraded = new() { Span = mapping.Span };
            foreach (YamlEntry entry in mapping.Where(e => e.Name != "target"))
            {
                if (key == "files" && entry.Name == "content" && entry.Value is YamlSequence lines && Join(lines) is { } joined)
                {
                    Deprecated(entry.Key.Span, "A list of lines as 'content' is deprecated. Write a block of text with '|'.", diagnostics);
                    upgraded.TryAdd(entry.Key, joined);
                }
                else if (key == "volumes" && entry.Name == "read_only")
                {
                    Deprecated(entry.Key.Span, "'read_only' is deprecated. Write 'readOnly'.", diagnostics);
                    upgraded.TryAdd(Rename(entry.Key, "readOnly"), entry.Value);
                }
                else
                {
                    upgraded.TryAdd(entry.Key, entry.Value);
                }
            }

            if (result.TryAdd(target, upgraded)) continue;
            Phrase line = result.Find(target.Text)!.Key.Span.LineSeenFrom(target.Span);
            diagnostics.Add(DiagnosticDescriptors.DuplicateTarget, target.Span, container, new Phrase(key == "files" ? "file" : "volume"), target.Text, line);
        }

        return result;
    }

    // The joined text keeps the place of its lines, so that a placeholder in it is still found in the file.
    private static YamlScalar? Join(YamlSequence lines)
    {
        if (!lines.Items.All(l => l is YamlScalar { Kind: YamlScalarKind.String })) return null;
        List<YamlScalar> scalars = lines.Items.Cast<YamlScalar>().ToList();
        string text = string.Join("\n", scalars.Select(s => s.Text));
        return new YamlScalar
        {
            Text = text,
            Value = text,
            Span = lines.Span,
            Source = scalars.FirstOrDefault()?.Source,
            Start = scalars.FirstOrDefault()?.Start ?? 0,
            End = scalars.LastOrDefault()?.End ?? 0,
        };
    }

    private static YamlMapping Replace(YamlMapping mapping, string key, YamlNode value) =>
        MapValues(mapping, entry => entry.Name == key ? value : entry.Value);

    private static YamlMapping MapValues(YamlMapping mapping, System.Func<YamlEntry, YamlNode> change)
    {
        YamlMapping result = new() { Span = mapping.Span };
        foreach (YamlEntry entry in mapping) result.TryAdd(entry.Key, change(entry));
        return result;
    }

    private static YamlScalar Rename(YamlScalar key, string name) =>
        new() { Text = name, Value = name, Span = key.Span, Source = key.Source, Start = key.Start, End = key.End };

    private static SourceSpan Start(YamlNode node) => new(node.Span.File, node.Span.Line, node.Span.Column, node.Span.Line, node.Span.Column + 1);

    private static void Deprecated(SourceSpan span, string sentence, DiagnosticBag diagnostics) =>
        diagnostics.Add(DiagnosticDescriptors.DeprecatedForm, span, new Phrase(sentence));
}
