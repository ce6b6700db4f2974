using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Overrides;

/// <summary>
/// Whether overrides name what a score file has. One that names another container, resource or variables adds them, which is seldom
/// meant: a misspelt name would leave the real container as it is and put a second one beside it.
/// </summary>
internal static class OverrideTargets
{
    private const string Containers = "containers";

    private const string Resources = "resources";

    private const string Variables = "variables";

    /// <summary>Whether a file has the container or resource at the beginning of a path. What is neither of them fits every file.</summary>
    public static bool Fits(YamlMapping root, string path)
    {
        IReadOnlyList<string> parts = TreePath.Parse(path);
        return parts.Count < 2 || parts[0] is not (Containers or Resources) || (root[parts[0]] as YamlMapping)?.Find(parts[1]) is not null;
    }

    /// <summary>Checks an overrides file.</summary>
    /// <param name="root">The score file, with the overrides that come before.</param>
    /// <param name="changes">The overrides.</param>
    /// <param name="diagnostics">Receives SCORE0672.</param>
    public static void Check(YamlMapping root, YamlMapping changes, DiagnosticBag diagnostics)
    {
        foreach (string group in new[] { Containers, Resources })
        {
            if (changes[group] is not YamlMapping named) continue;
            foreach (YamlEntry entry in named)
            {
                Check(root, [group, entry.Name], entry.Key.Span, TreeMerge.IsNull(entry.Value), diagnostics);
                if (group == Containers && entry.Value is YamlMapping container && container.Find(Variables) is { } variables)
                    Check(root, [group, entry.Name, Variables], variables.Key.Span, TreeMerge.IsNull(variables.Value), diagnostics);
            }
        }
    }

    /// <summary>Checks the override of a value.</summary>
    /// <param name="root">The score file, with the overrides that come before.</param>
    /// <param name="value">The override.</param>
    /// <param name="diagnostics">Receives SCORE0672.</param>
    public static void Check(YamlMapping root, PropertyOverride value, DiagnosticBag diagnostics)
    {
        bool isDeletion = string.IsNullOrWhiteSpace(value.Value);
        Check(root, TreePath.Parse(value.Path).Take(2).ToList(), value.Place, isDeletion, diagnostics);
        if (TreePath.Parse(value.Path) is [Containers, _, Variables, ..] path) Check(root, path.Take(3).ToList(), value.Place, isDeletion, diagnostics);
    }

    /// <summary>What the names of a path are, in words: <c>container 'web'</c>.</summary>
    public static string Named(IReadOnlyList<string> path) =>
        path.Count > 2 ? $"variables of the container '{Excerpt.Of(path[1])}'" : $"{path[0].TrimEnd('s')} '{Excerpt.Of(path[1])}'";

    // A file without any containers is none that stands by itself, and cannot be compared. Deleting what is not there is said of
    // a whole container or resource only: taking a value away for good measure is no mistake.
    private static void Check(YamlMapping root, IReadOnlyList<string> path, SourceSpan place, bool isDeletion, DiagnosticBag diagnostics)
    {
        if (path.Count < 2 || path[0] is not (Containers or Resources) || path.Any(p => p.Length == 0)) return;
        YamlMapping? group = root[path[0]] as YamlMapping;
        if (path[0] == Containers && group is null) return;
        YamlEntry? named = group?.Find(path[1]);
        if (path.Count == 2 ? named is not null : isDeletion || named?.Value is not YamlMapping container || container.Find(path[2]) is not null) return;
        diagnostics.Add(
            DiagnosticDescriptors.OverrideOfUnknownPart,
            place,
            new Phrase(Named(path)),
            TreePath.Write(path),
            new Phrase(isDeletion ? "changes nothing" : path.Count > 2 ? "adds them" : "adds one"),
            path.Count > 2
                ? new Phrase("")
                : Suggestion.SentenceOrList(path[1], group?.Select(e => e.Name) ?? [], path[0] == Containers ? "Its containers are" : "Its resources are"));
    }
}
