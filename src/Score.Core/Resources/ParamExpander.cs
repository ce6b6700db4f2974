using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>Expands the placeholders in a resource's params.</summary>
internal sealed class ParamExpander(ProvisionedResources resources, ProvisioningOptions options, ISet<string> variablesRead, DiagnosticBag diagnostics)
{
    /// <summary>The params with values in place of placeholders, or null when there are none.</summary>
    public YamlMapping? Expand(ResourceNode node)
    {
        if (node.Definition.Params is not { } parameters) return null;
        return (YamlMapping)Expand(parameters, new PlaceholderExpander(node.Source, resources, diagnostics));
    }

    private YamlNode Expand(YamlNode node, PlaceholderExpander expander)
    {
        switch (node)
        {
            case YamlScalar { Kind: YamlScalarKind.String } text when text.Text.Contains('$'):
                return YamlScalar.String(Expand(text, expander));
            case YamlSequence list:
                return new YamlSequence(list.Items.Select(i => Expand(i, expander))) { Span = list.Span };
            case YamlMapping mapping:
                YamlMapping expanded = new() { Span = mapping.Span };
                foreach (YamlEntry entry in mapping) expanded.TryAdd(entry.Key, Expand(entry.Value, expander));
                return expanded;
            default:
                return node;
        }
    }

    // A provisioner works with the value itself, so what a reference stands for is needed now.
    private string Expand(YamlScalar text, PlaceholderExpander expander)
    {
        StringBuilder result = new();
        int findings = 0;
        foreach (TextSegment segment in expander.Expand(text))
        {
            if (segment.Reference is not { } reference)
            {
                result.Append(segment.Text);
                continue;
            }

            variablesRead.Add(reference.Name);
            string? value = options.ReadVariable(reference.Name);
            if (value is null && ++findings <= DiagnosticBag.MaximumPerFile)
                diagnostics.Add(DiagnosticDescriptors.EnvironmentNotSet, text.SpanOf(segment.Offset, segment.Length), reference.Name, new Phrase(options.VariableHint));
            result.Append(value);
        }

        return result.ToString();
    }
}
