using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Placeholders;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Resources.Outputs;

/// <summary>Replaces the placeholders of a workload's texts by what they stand for.</summary>
internal sealed class PlaceholderExpander(Workload workload, OutputsByResource outputs, DiagnosticBag diagnostics)
{
    /// <summary>
    /// The most characters that a workload may repeat. A large value under metadata and many placeholders for it would else
    /// fill the memory.
    /// </summary>
    public const int MaxTextLength = 16 * 1024 * 1024;

    private int _text;

    /// <summary>Expands a text of the score file.</summary>
    public IReadOnlyList<TextSegment> Expand(YamlScalar text) => Expand(text.Text, text.SpanOf);

    /// <summary>Expands a text.</summary>
    /// <param name="text">The text, whose placeholders have been checked.</param>
    /// <param name="spanOf">The place of a part of it, by offset and length.</param>
    /// <returns>The segments. A placeholder for an output that is not there is reported (SCORE0303) and left out.</returns>
    public IReadOnlyList<TextSegment> Expand(string text, Func<int, int, SourceSpan> spanOf)
    {
        List<TextSegment> segments = [];
        if (text.IndexOf('$') < 0)
        {
            segments.Add(new TextSegment(text, null, 0, text.Length));
            return segments;
        }

        int findings = 0;
        foreach (PlaceholderPart part in PlaceholderParser.Parse(text))
        {
            if (!part.IsPlaceholder)
            {
                segments.Add(new TextSegment(part.Text, null, part.Offset, part.Length));
            }
            else if (Resolve(PlaceholderParser.Elements(part.Text)!, part, spanOf) is { } output)
            {
                string value = TextOf(output);
                segments.Add(new TextSegment(value, output.Reference, part.Offset, part.Length));
                _text += value.Length;
                if (_text <= MaxTextLength) continue;
                diagnostics.Add(DiagnosticDescriptors.ExpansionTooLarge, spanOf(part.Offset, part.Length), MaxTextLength >> 20);
                return [];
            }
            else if (++findings == DiagnosticBag.MaxPerFile)
            {
                return segments;
            }
        }

        return segments;
    }

    /// <summary>The resource that a text consisting of nothing but <c>${resources.NAME}</c> stands for, or null.</summary>
    public Resource? BareResource(YamlScalar text) => BareResource(workload, text);

    /// <summary>The resource of a workload that a text consisting of nothing but <c>${resources.NAME}</c> stands for, or null.</summary>
    public static Resource? BareResource(Workload workload, YamlScalar text)
    {
        PlaceholderPart? only = null;
        foreach (PlaceholderPart part in PlaceholderParser.Parse(text.Text))
        {
            if (only is not null || !part.IsPlaceholder) return null;
            only = part;
        }

        string[]? elements = only is null ? null : PlaceholderParser.Elements(only.Text);
        return elements is { Length: 2 } && elements[0] == "resources" ? workload.FindResource(elements[1]) : null;
    }

    private ResourceOutput? Resolve(string[] elements, PlaceholderPart part, Func<int, int, SourceSpan> spanOf)
    {
        if (elements[0] == "metadata")
            return PlaceholderRules.Lookup(workload.Metadata, elements, out _) is { } value ? ResourceOutput.Of(value) : null;

        Resource resource = workload.FindResource(elements[1])!;
        if (elements.Length == 2) return ResourceOutput.Of(YamlScalar.String(resource.Name));
        ResourceOutputs made = outputs.Of(workload, resource);
        string[] path = elements.Skip(2).ToArray();
        if (made.Find(path) is { } output)
        {
            if (made.NotPromised(path) is { } hint)
            {
                diagnostics.Add(DiagnosticDescriptors.OutputNotPromised, spanOf(part.Offset, part.Length), resource.Type?.Text ?? "",
                    string.Join(".", path), hint);
            }
            return output;
        }

        SourceSpan span = spanOf(part.Offset, part.Length);
        diagnostics.Add(DiagnosticDescriptors.UnknownOutput, span, resource.Name, resource.Type?.Text ?? "", string.Join(".", path), made.HintFor(path));
        return null;
    }

    private static string TextOf(ResourceOutput output) => output.Value switch
    {
        null => "",
        YamlScalar { Kind: YamlScalarKind.String } scalar => scalar.Text,
        { } value => CanonicalJson.Write(value),
    };
}
