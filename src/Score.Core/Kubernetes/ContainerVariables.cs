using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Writes a container's environment variables.</summary>
internal sealed class ContainerVariables(PlaceholderExpander expander, References references)
{
    /// <summary>
    /// The entries of a container's <c>env</c>: those that others refer to come first, because Kubernetes knows a variable only
    /// in those after it.
    /// </summary>
    public YamlSequence Of(Container container)
    {
        YamlSequence helpers = new();
        YamlSequence variables = new();
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (TextEntry variable in container.Variables)
        {
            List<TextSegment> segments = Merge(expander.Expand(variable.Value));
            if (segments.Count == 1 && segments[0].Reference is { } alone)
            {
                variables.Items.Add(Entry(variable.Name, "valueFrom", references.ValueFrom(alone)));
                continue;
            }

            foreach (TextSegment segment in segments)
            {
                if (segment.Reference is { } reference && known.Add(References.HelperName(reference)))
                    helpers.Items.Add(Entry(References.HelperName(reference), "valueFrom", references.ValueFrom(reference)));
            }

            variables.Items.Add(Entry(variable.Name, "value", YamlScalar.String(Write(segments))));
        }

        helpers.Items.AddRange(variables.Items);
        return helpers;
    }

    /// <summary>The segments with neighbouring literal ones as one, and without empty ones.</summary>
    public static List<TextSegment> Merge(IReadOnlyList<TextSegment> segments)
    {
        List<TextSegment> merged = [];
        StringBuilder text = new();
        foreach (TextSegment segment in segments)
        {
            text.Append(segment.Text);
            if (segment.Reference is null) continue;
            Flush();
            merged.Add(segment);
        }

        Flush();
        return merged;

        void Flush()
        {
            if (text.Length > 0) merged.Add(new TextSegment(text.ToString(), null, 0, 0));
            text.Clear();
        }
    }

    private static string Write(List<TextSegment> segments) => string.Concat(segments.Select((segment, i) =>
        segment.Reference is { } reference ? $"$({References.HelperName(reference)})" : KubernetesText.Literal(segment.Text, isBeforeReference: i + 1 < segments.Count)));

    private static YamlMapping Entry(string name, string key, YamlNode value)
    {
        YamlMapping entry = new();
        entry.Set("name", name);
        entry.Set(key, value);
        return entry;
    }
}
