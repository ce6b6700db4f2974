using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Placeholders;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>Checks placeholders: that they are well-formed and name something that the workload has.</summary>
internal static class PlaceholderRules
{
    // "${"
    private const int Opening = 2;

    private static readonly string[] Roots = ["metadata", "resources"];

    /// <summary>Checks all placeholders that stand in the score file itself.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="diagnostics">Receives SCORE0201 to SCORE0203.</param>
    public static void Check(Workload workload, DiagnosticBag diagnostics)
    {
        foreach (YamlScalar text in TextsOf(workload)) Check(text.Text, text.SpanOf, workload, diagnostics);
    }

    /// <summary>Checks what the specification leaves open: that metadata is there, and that what is meant as a placeholder is one.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="diagnostics">Receives SCORE0204, SCORE0218 and SCORE0219.</param>
    public static void CheckMeaning(Workload workload, DiagnosticBag diagnostics)
    {
        foreach (YamlScalar text in TextsOf(workload))
        {
            CheckClosed(text.Text, text.SpanOf, diagnostics);
            CheckMetadata(text.Text, text.SpanOf, workload, diagnostics);
        }

        UnreplacedText.Check(workload, diagnostics);
    }

    /// <summary>Checks the placeholders of a file that a container takes its content from.</summary>
    /// <param name="source">The file.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="diagnostics">Receives SCORE0201 to SCORE0204 and SCORE0218, at places in that file.</param>
    public static void Check(SourceText source, Workload workload, DiagnosticBag diagnostics)
    {
        SourceSpan SpanOf(int offset, int length) => source.SpanOf(offset, offset + length);
        Check(source.Text, SpanOf, workload, diagnostics);
        CheckClosed(source.Text, SpanOf, diagnostics);
        CheckMetadata(source.Text, SpanOf, workload, diagnostics);
    }

    private static List<YamlScalar> TextsOf(Workload workload)
    {
        List<YamlScalar> texts = [];
        foreach (Container container in workload.Containers)
        {
            foreach (TextEntry variable in container.Variables) texts.Add(variable.Value);
            foreach (ContainerFile file in container.Files)
            {
                if (file.Expands && file.Choice == FileContentChoice.Content) texts.Add(file.Content);
            }

            foreach (ContainerVolume volume in container.Volumes) texts.Add(volume.Source);
        }

        foreach (Resource resource in workload.Resources)
        {
            if (resource.Params is not null) AddStrings(texts, resource.Params);
        }

        return texts;
    }

    private static void AddStrings(List<YamlScalar> texts, YamlNode node)
    {
        if (node is YamlScalar { Kind: YamlScalarKind.String } scalar) texts.Add(scalar);
        if (node is YamlSequence sequence)
        {
            foreach (YamlNode item in sequence.Items) AddStrings(texts, item);
        }
        else if (node is YamlMapping mapping)
        {
            foreach (YamlEntry entry in mapping) AddStrings(texts, entry.Value);
        }
    }

    private static void Check(string text, Func<int, int, SourceSpan> spanOf, Workload workload, DiagnosticBag diagnostics)
    {
        int findings = 0;
        foreach (PlaceholderPart part in PlaceholderParser.Parse(text))
        {
            if (!part.IsPlaceholder) continue;
            string[]? elements = PlaceholderParser.Elements(part.Text);
            if (elements is null)
            {
                ReportMalformed(text, part, spanOf, workload, diagnostics);
            }
            else if (!Roots.Contains(elements[0]))
            {
                diagnostics.Add(DiagnosticDescriptors.UnknownPlaceholderRoot, spanOf(part.Offset, part.Length), elements[0],
                    PlaceholderHints.ForRoot(elements, workload));
            }
            else if (elements[0] == "resources" && workload.FindResource(elements[1]) is null && !IsResourcesUnreadable(workload))
            {
                Phrase suggestion = Suggestion.SentenceOrList(elements[1], workload.Resources.Select(r => r.Name), "Its resources are");
                diagnostics.Add(DiagnosticDescriptors.UnknownResource, spanOf(part.Offset, part.Length), elements[1], suggestion);
            }
            else
            {
                continue;
            }

            // To find a place costs a look through the whole text, so a text full of mistakes is not followed to its end.
            if (++findings == DiagnosticBag.MaxPerFile) return;
        }
    }

    // One that is not closed is literal text for the parser, as it is for the specification.
    private static void CheckClosed(string text, Func<int, int, SourceSpan> spanOf, DiagnosticBag diagnostics)
    {
        int from = text.LastIndexOf('}') + 1;
        for (int at = text.IndexOf("${", from, StringComparison.Ordinal); at >= 0; at = text.IndexOf("${", at + Opening, StringComparison.Ordinal))
        {
            int first = at;
            while (first > 0 && text[first - 1] == '$') first--;
            if ((at - first) % 2 != 0) continue;
            diagnostics.Add(DiagnosticDescriptors.PlaceholderNotClosed, spanOf(at, Opening));
            return;
        }
    }

    private static void CheckMetadata(string text, Func<int, int, SourceSpan> spanOf, Workload workload, DiagnosticBag diagnostics)
    {
        int findings = 0;
        foreach (PlaceholderPart part in PlaceholderParser.Parse(text))
        {
            if (!part.IsPlaceholder || PlaceholderParser.Elements(part.Text) is not { } elements || elements[0] != "metadata") continue;
            if (Lookup(workload.Metadata, elements, out YamlMapping? nearest) is not null) continue;
            Phrase suggestion = MetadataHint(workload.Metadata, elements, nearest);
            diagnostics.Add(DiagnosticDescriptors.UnknownMetadata, spanOf(part.Offset, part.Length), string.Join(".", elements.Skip(1)), suggestion);
            if (++findings == DiagnosticBag.MaxPerFile) return;
        }
    }

    /// <summary>Finds the metadata that a placeholder names.</summary>
    /// <param name="metadata">The workload's metadata.</param>
    /// <param name="elements">The placeholder's elements, the first being <c>metadata</c>.</param>
    /// <param name="nearest">The last mapping on the way.</param>
    /// <returns>The value, or null when there is none.</returns>
    public static YamlNode? Lookup(YamlMapping metadata, IReadOnlyList<string> elements, out YamlMapping? nearest)
    {
        nearest = metadata;
        YamlNode? value = metadata;
        foreach (string element in elements.Skip(1))
        {
            nearest = value as YamlMapping;
            value = nearest?[element];
            if (value is null) return null;
        }

        return value;
    }

    // A key with dots, such as that of an annotation, is often written without escapes.
    private static Phrase MetadataHint(YamlMapping metadata, string[] elements, YamlMapping? nearest)
    {
        YamlMapping? parent = metadata;
        for (int i = 1; i < elements.Length && parent is not null; i++)
        {
            string rest = string.Join(".", elements.Skip(i));
            if (i + 1 < elements.Length && parent[rest] is not null)
            {
                string written = string.Join(".", elements.Take(i).Select(PlaceholderParser.Element).Append(PlaceholderParser.Element(rest)));
                return new Phrase($" Write a dot that is part of a key as '\\.': '${{{Excerpt.Of(written)}}}'.");
            }

            parent = parent[elements[i]] as YamlMapping;
        }

        return Suggestion.SentenceOrList(PlaceholderParser.Element(elements[elements.Length - 1]),
            nearest?.Select(e => PlaceholderParser.Element(e.Name)) ?? [], "Its keys there are");
    }

    // There is a finding then, and which resources there are is not known.
    private static bool IsResourcesUnreadable(Workload workload) => workload.Root["resources"] switch
    {
        YamlMapping => false,
        null =>
            workload.Root.Any(
                e => e.Name is "dependencies" or "requires" || Suggestion.Find(e.Name, [.. ScoreSpecification.Root.Keys.Select(k => k.Name)]) == "resources"),
        _ => true,
    };

    private static void ReportMalformed(string text, PlaceholderPart part, Func<int, int, SourceSpan> spanOf, Workload workload, DiagnosticBag diagnostics)
    {
        // The brace that was found ends something else.
        if (part.Text.Contains("${") || part.Text.Contains('\n'))
        {
            diagnostics.Add(DiagnosticDescriptors.PlaceholderNotClosed, spanOf(part.Offset, Opening));
            return;
        }

        int end = part.Offset + part.Length;
        bool isDoubled = part.Text.StartsWith('{') && end < text.Length && text[end] == '}';
        int length = isDoubled ? part.Length + 1 : part.Length;
        diagnostics.Add(DiagnosticDescriptors.MalformedPlaceholder, spanOf(part.Offset, length), text.Substring(part.Offset, length),
            PlaceholderHints.ForMalformed(part.Text, workload));
    }
}
