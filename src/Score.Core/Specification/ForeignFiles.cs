using System;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>Recognises files of other tools, for which one clear finding helps more than one for each of their keys.</summary>
internal static class ForeignFiles
{
    /// <summary>The root as a mapping, or null with a finding SCORE0100 when the file is no score file at all.</summary>
    public static YamlMapping? Reject(YamlNode root, DiagnosticBag diagnostics)
    {
        if (root is not YamlMapping mapping)
        {
            Report(new SourceSpan(root.Span.File, root.Span.Line, root.Span.Column, root.Span.Line, root.Span.Column + 1), $"A score file is a mapping with the keys 'apiVersion', 'metadata' and 'containers', and this is {root.Description}.");
            return null;
        }

        YamlScalar? apiVersion = mapping["apiVersion"] as YamlScalar;
        if (apiVersion is not null && apiVersion.Text.StartsWith("humanitec.org/", StringComparison.Ordinal))
        {
            Report(apiVersion.Span, "This is an extension file for Humanitec's own tool, not a score file. Remove it from the ScoreFile items.");
            return null;
        }

        bool isScore = apiVersion is not null && apiVersion.Text.StartsWith("score.dev/", StringComparison.Ordinal);
        if (!isScore && mapping.Find("kind") is { } kind)
        {
            string what = kind.Value is YamlScalar { Text.Length: > 0 } name ? $" of kind '{Excerpt.Of(name.Text)}'" : "";
            Report(kind.Key.Span, $"This is a Kubernetes manifest{what}, not a score file, which has 'apiVersion: {ScoreSpecification.ApiVersion}', 'metadata' and 'containers'.");
            return null;
        }

        if (!isScore && mapping["containers"] is null && mapping.Find("services") is { } services)
        {
            Report(services.Key.Span, $"This is a Compose file, not a score file, which has 'apiVersion: {ScoreSpecification.ApiVersion}', 'metadata' and 'containers'.");
            return null;
        }

        return mapping;

        void Report(SourceSpan span, string sentence) => diagnostics.Add(DiagnosticDescriptors.NotAScoreFile, span, new Phrase(sentence));
    }
}
