using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>Finds lines that stand one level too high: each would else be wrong in a way of its own.</summary>
internal static class ShapeMistakes
{
    /// <summary>Reports names that are missing, and lines that are not indented.</summary>
    /// <param name="origins">The places of the tree.</param>
    /// <param name="diagnostics">Receives SCORE0117 and SCORE0118.</param>
    /// <returns>The places about which there is nothing more to say.</returns>
    public static HashSet<SchemaOrigin> Report(IReadOnlyList<SchemaOrigin> origins, DiagnosticBag diagnostics)
    {
        HashSet<SchemaOrigin> explained = [];
        foreach (IGrouping<SchemaOrigin, SchemaOrigin> group in origins.Where(o => o.Key is not null && o.Parent?.Rule is not null).GroupBy(o => o.Parent!))
        {
            List<SchemaOrigin> entries = group.ToList();
            if (group.Key.Rule is MapRule { Value: ObjectRule inner } && IsNameMissing(entries, inner))
            {
                SchemaOrigin first = entries[0];
                diagnostics.Add(DiagnosticDescriptors.NameMissing, first.Key!.Span, group.Key.Subject, new Phrase(ExampleOf(inner)), first.Key.Text);
                explained.UnionWith(entries);
                continue;
            }

            for (int i = 0; i < entries.Count; i++)
            {
                if (entries[i].Node is not YamlScalar { Kind: YamlScalarKind.Null }) continue;
                int end = i + 1;
                while (end < entries.Count && !IsKnown(entries[end]) && Belongs(entries[end], entries[i].Rule)) end++;
                List<SchemaOrigin> below = entries.GetRange(i + 1, end - i - 1);
                if (below.Count == 0) continue;
                string keys = string.Join(", ", below.Select(e => $"'{Excerpt.Of(e.Key!.Text)}'"));
                diagnostics.Add(DiagnosticDescriptors.NotIndented, entries[i].KeySpan, entries[i].Subject, new Phrase(keys));
                explained.Add(entries[i]);
                explained.UnionWith(below);
            }
        }

        return explained;
    }

    // The keys of an entry where the names of entries belong.
    private static bool IsNameMissing(List<SchemaOrigin> entries, ObjectRule inner) =>
        entries.All(e => inner.Find(e.Key!.Text) is not null)
        && entries.Any(e => e.Node is YamlScalar { Kind: not YamlScalarKind.Null } && inner.Find(e.Key!.Text)!.Value.Accepts(e.Node));

    private static bool IsKnown(SchemaOrigin entry) => entry.Parent!.Rule is ObjectRule { IsOpen: false } parent && parent.Find(entry.Key!.Text) is not null;

    private static bool Belongs(SchemaOrigin entry, ValueRule? above) => above switch
    {
        ObjectRule rule => rule.Find(entry.Key!.Text) is not null,
        MapRule { Value: ObjectRule inner } => entry.Node is YamlMapping mapping && inner.Keys.Any(k => k.IsRequired && mapping[k.Name] is not null),
        MapRule { Value: TextRule } => entry.Node is YamlScalar && entry.Key!.Text == entry.Key.Text.ToUpperInvariant(),
        _ => false,
    };

    private static string ExampleOf(ObjectRule inner)
    {
        if (inner == ScoreSpecification.Resource) return "'db:'";
        if (inner == ScoreSpecification.Port) return "'http:'";
        if (inner == ScoreSpecification.File) return "'/etc/app.conf:'";
        return inner == ScoreSpecification.Volume ? "'/data:'" : "'web:'";
    }
}
