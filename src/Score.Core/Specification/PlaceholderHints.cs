using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Placeholders;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>What somebody probably meant who wrote something else than a placeholder. The sentences have a leading space.</summary>
internal static class PlaceholderHints
{
    private const string EnvironmentType = "environment";

    private static readonly string[] Roots = ["metadata", "resources"];

    /// <summary>For a placeholder whose first element is none.</summary>
    public static Phrase ForRoot(string[] elements, Workload workload) => new(() =>
    {
        string content = string.Join(".", elements);
        if (Meant(content, workload) is { } meant) return DidYouMean(meant);
        if (elements.Length == 2 && elements[0].ToLowerInvariant() is "env" or "environment") return ForVariable(elements[1], workload);
        return Suggestion.Sentence(elements[0], Roots).ToString();
    });

    /// <summary>For the content of a placeholder that is not well-formed.</summary>
    public static Phrase ForMalformed(string content, Workload workload) => new(() =>
    {
        if (Meant(content, workload) is { } meant) return DidYouMean(meant) + (content.Contains('|') ? " Score has no functions." : "");
        if (content.Contains(":-") || content.Contains(":?")) return " Score has no default values.";
        bool isVariable = content.Length > 0 && content.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
        return isVariable ? ForVariable(content, workload) : "";
    });

    /// <summary>The content of the placeholder that a text means that is written like one, or null.</summary>
    /// <param name="text">The text without its braces.</param>
    /// <param name="workload">The workload, which has what the placeholder names.</param>
    public static string? Meant(string text, Workload workload)
    {
        if (PlaceholderParser.Elements(Plain(text)) is not { } elements) return Word(Plain(text), workload);
        string root = Roots.Contains(elements[0].ToLowerInvariant()) ? elements[0].ToLowerInvariant() : Suggestion.Find(elements[0], Roots) ?? "";
        string[][] candidates = [
            [root, .. elements.Skip(1)], ["resources", .. elements.Skip(1)], ["resources", .. elements], ["metadata", .. elements.Skip(1)]
        ];
        return candidates.FirstOrDefault(c => IsThere(c, workload)) is { } found ? string.Join(".", found) : null;
    }

    /// <summary>Whether a workload has what a placeholder's elements name.</summary>
    public static bool IsThere(IReadOnlyList<string> elements, Workload workload) => elements[0] switch
    {
        "resources" => elements.Count > 1 && workload.FindResource(elements[1]) is not null,
        "metadata" => elements.Count > 1 && PlaceholderRules.Lookup(workload.Metadata, elements, out _) is YamlScalar,
        _ => false,
    };

    // A single word is no placeholder, but may be the name of something.
    private static string? Word(string word, Workload workload)
    {
        if (word.Length == 0) return null;
        if (workload.FindResource(word) is not null) return $"resources.{word}.OUTPUT";
        return workload.Metadata[word] is YamlScalar ? $"metadata.{word}" : null;
    }

    // Without the signs of other languages around and inside it.
    private static string Plain(string text)
    {
        int end = text.IndexOfAny(['|', '?']);
        if (end < 0) end = text.IndexOf(":-", StringComparison.Ordinal);
        string plain = (end < 0 ? text : text.Substring(0, end)).Trim(' ', '{', '}', '(', ')', '.', '$');
        if (plain.IndexOf('[') >= 0)
            plain = plain.Replace("['", ".").Replace("[\"", ".").Replace("']", "").Replace("\"]", "").Replace('[', '.').Replace("]", "");
        return plain.Replace(':', '.').Replace('/', '.').Replace(" ", "");
    }

    private static string ForVariable(string name, Workload workload)
    {
        Resource? environment = workload.Resources.FirstOrDefault(r => r.Type?.Text == EnvironmentType);
        return environment is null
            ? $" For an environment variable, add a resource 'env' of type 'environment' and write '${{resources.env.{Excerpt.Of(name)}}}'."
            : DidYouMean($"resources.{environment.Name}.{name}");
    }

    private static string DidYouMean(string content) => $" Did you mean '${{{Excerpt.Of(content)}}}'?";
}
