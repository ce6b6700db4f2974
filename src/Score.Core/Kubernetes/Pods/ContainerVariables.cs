using System;
using System.Collections.Generic;
using System.Text;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>Writes a container's environment variables.</summary>
internal sealed class ContainerVariables(WorkloadContext context)
{
    private readonly References _references = context.References;

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
            List<TextSegment> segments = SecretText.Resolve(context.Expander.Expand(variable.Value), variable.Value.SpanOf, context.Diagnostics);
            if (segments.Count == 1 && segments[0].Reference is { } alone)
            {
                variables.Items.Add(new YamlMapping { ["name"] = variable.Name, ["valueFrom"] = _references.ValueFrom(alone) });
                continue;
            }

            foreach (TextSegment segment in segments)
            {
                if (segment.Reference is not { } reference) continue;
                string helper = References.HelperName(reference);
                if (known.Add(helper)) helpers.Items.Add(new YamlMapping { ["name"] = helper, ["valueFrom"] = _references.ValueFrom(reference) });
            }

            variables.Items.Add(new YamlMapping { ["name"] = variable.Name, ["value"] = Write(segments) });
        }

        foreach (KeyValuePair<string, string> variable in context.Options.Telemetry?.VariablesOf(context.Workload, container) ?? [])
            variables.Items.Add(new YamlMapping { ["name"] = variable.Key, ["value"] = KubernetesText.Literal(variable.Value, isBeforeReference: false) });
        helpers.Items.AddRange(variables.Items);
        return helpers;
    }

    private static string Write(List<TextSegment> segments)
    {
        StringBuilder text = new();
        for (int i = 0; i < segments.Count; i++) text.Append(Write(segments[i], isLast: i + 1 == segments.Count));
        return text.ToString();
    }

    private static string Write(TextSegment segment, bool isLast) => segment.Reference is { } reference
        ? $"$({References.HelperName(reference)})"
        : KubernetesText.Literal(segment.Text, isBeforeReference: !isLast);
}
