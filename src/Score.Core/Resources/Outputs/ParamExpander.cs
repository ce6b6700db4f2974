using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources.Outputs;

/// <summary>Expands the placeholders in a resource's params.</summary>
internal sealed class ParamExpander(OutputsByResource outputs, ProvisioningOptions options, ISet<string> variablesRead, DiagnosticBag diagnostics)
{
    /// <summary>Expands the params of a resource.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="expanded">The params with values in place of placeholders, or null when there are none.</param>
    /// <returns>
    /// Whether all values are known. If not, there is a finding, here or about a resource that the params name, and nothing that
    /// is made of the params can be right.
    /// </returns>
    public bool TryExpand(ResourceNode node, out YamlMapping? expanded)
    {
        expanded = null;
        if (node.Definition.Params is not { } parameters) return true;
        DiagnosticBag own = new();
        expanded = (YamlMapping)Expand(parameters, new PlaceholderExpander(node.Source, outputs, own), own);
        diagnostics.AddRange(own);
        return !own.HasErrors && (node.Needs.Count == 0 || !node.Needs.Any(n => outputs.Of(n) is BrokenOutputs));
    }

    private YamlNode Expand(YamlNode node, PlaceholderExpander expander, DiagnosticBag own)
    {
        switch (node)
        {
            case YamlScalar { Kind: YamlScalarKind.String } text when text.Text.Contains('$'):
                return YamlScalar.String(Expand(text, expander, own));
            case YamlSequence list:
                YamlSequence items = new() { Span = list.Span };
                foreach (YamlNode item in list.Items) items.Items.Add(Expand(item, expander, own));
                return items;
            case YamlMapping mapping:
                YamlMapping expanded = new() { Span = mapping.Span };
                foreach (YamlEntry entry in mapping) expanded.TryAdd(entry.Key, Expand(entry.Value, expander, own));
                return expanded;
            default:
                return node;
        }
    }

    private string Expand(YamlScalar text, PlaceholderExpander expander, DiagnosticBag own)
    {
        StringBuilder result = new();
        ParamContext context = new(options, variablesRead, own);
        foreach (TextSegment segment in expander.Expand(text))
        {
            if (segment.Reference is null)
            {
                result.Append(segment.Text);
                continue;
            }

            context.Place = text.SpanOf(segment.Offset, segment.Length);
            result.Append(segment.Reference.InParams(context));
        }

        return result.ToString();
    }
}
