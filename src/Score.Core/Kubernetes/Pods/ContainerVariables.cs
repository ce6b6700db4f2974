using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>Writes a container's environment variables.</summary>
internal sealed class ContainerVariables(PlaceholderExpander expander, References references, DiagnosticBag diagnostics)
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
            List<TextSegment> segments = SecretText.Resolve(expander.Expand(variable.Value), variable.Value.SpanOf, diagnostics);
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
