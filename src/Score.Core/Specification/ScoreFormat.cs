using System;
using Score.Core.Text;

namespace Score.Core.Specification;

/// <summary>
/// A rule for the text of a value, checked in code. The exported schema has the same rule as a pattern; a build does without
/// regular expressions, because the first one of a process costs it more than the whole check.
/// </summary>
internal sealed class ScoreFormat
{
    private readonly Func<string, bool> _isValid;

    private ScoreFormat(string name, string pattern, Func<string, bool> isValid)
    {
        Name = name;
        Pattern = pattern;
        _isValid = isValid;
    }

    /// <summary>Names of workloads, containers, ports and resources.</summary>
    public static ScoreFormat ObjectName { get; } = new("score-name", "^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$", NameRules.IsName);

    /// <summary>Keys of annotations.</summary>
    public static ScoreFormat AnnotationKey { get; } = new(
        "score-annotation-key",
        "^(([a-z0-9][a-z0-9-]{0,61}[a-z0-9])(\\.[a-z0-9][a-z0-9-]{0,61}[a-z0-9])*/)?[A-Za-z0-9][A-Za-z0-9._-]{0,61}[A-Za-z0-9]$",
        NameRules.IsAnnotationKey)
    {
        MaxLength = NameRules.MaxAnnotationKeyLength,
    };

    /// <summary>Names of environment variables.</summary>
    public static ScoreFormat VariableName { get; } = new("score-variable", "^[^=]+$", text => text.Length > 0 && !text.Contains('='));

    /// <summary>A resource's type or class.</summary>
    public static ScoreFormat ResourceType { get; } = new("score-type", "^[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]$", IsResourceType);

    /// <summary>A resource's id.</summary>
    public static ScoreFormat ResourceId { get; } = new("score-id", "^[a-z0-9]+(?:-+[a-z0-9]+)*(?:\\.[a-z0-9]+(?:-+[a-z0-9]+)*)*$", IsResourceId);

    /// <summary>An amount of memory.</summary>
    public static ScoreFormat Memory { get; } = new("score-memory", "^(0\\.[0-9]+|[1-9][0-9]*(\\.[0-9]+)?)(K|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", IsMemory);

    /// <summary>An amount of processors.</summary>
    public static ScoreFormat Cpu { get; } = new("score-cpu", "^[0-9]+(?:m|\\.[0-9]+)?$", IsCpu);

    /// <summary>A file's access mode.</summary>
    public static ScoreFormat Mode { get; } = new("score-mode", "^0?[0-7]{3}$", IsMode);

    /// <summary>The name of an HTTP header.</summary>
    public static ScoreFormat HeaderName { get; } = new("score-header", "^[A-Za-z0-9_-]+$",
        text => text.Length > 0 && SkipWhile(text, 0, c => IsAlphanumeric(c) || c is '_' or '-') == text.Length);

    /// <summary>All formats.</summary>
    public static ScoreFormat[] All { get; } = [ObjectName, AnnotationKey, VariableName, ResourceType, ResourceId, Memory, Cpu, Mode, HeaderName];

    /// <summary>What the rule is called in the schema.</summary>
    public string Name { get; }

    /// <summary>The rule as an ECMAScript regular expression.</summary>
    public string Pattern { get; }

    /// <summary>The most characters, where the pattern does not say it.</summary>
    public int? MaxLength { get; private init; }

    /// <summary>Whether a text follows the rule.</summary>
    public bool IsValid(string text) => _isValid(text);

    private static bool IsResourceType(string text) =>
        text.Length is >= 2 and <= 63
            && SkipWhile(text, 0, c => IsAlphanumeric(c) || c == '-') == text.Length
            && text[0] != '-'
            && text[text.Length - 1] != '-';

    private static bool IsResourceId(string text)
    {
        char before = '.';
        foreach (char c in text)
        {
            if (!DnsName.IsLowerOrDigit(c) && (c is not ('-' or '.') || before == '.' || (c == '.' && before == '-'))) return false;
            before = c;
        }

        return before is not ('.' or '-');
    }

    private static bool IsMemory(string text)
    {
        int whole = SkipWhile(text, 0, IsDigit);
        if (whole == 0 || (text[0] == '0' && (whole > 1 || text.Length < 2 || text[1] != '.'))) return false;
        int end = SkipFraction(text, whole);
        return text.Substring(end) is "" or "K" or "M" or "G" or "T" or "P" or "E" or "Ki" or "Mi" or "Gi" or "Ti" or "Pi" or "Ei";
    }

    private static bool IsCpu(string text)
    {
        int whole = SkipWhile(text, 0, IsDigit);
        if (whole == 0) return false;
        return text.Substring(whole) == "m" || SkipFraction(text, whole) == text.Length;
    }

    private static bool IsMode(string text)
    {
        int start = text.Length == 4 && text[0] == '0' ? 1 : 0;
        return text.Length - start == 3 && SkipWhile(text, start, c => c is >= '0' and <= '7') == text.Length;
    }

    // Past a dot and the digits after it; where it was when there are none.
    private static int SkipFraction(string text, int at)
    {
        if (at >= text.Length || text[at] != '.') return at;
        int end = SkipWhile(text, at + 1, IsDigit);
        return end == at + 1 ? at : end;
    }

    private static int SkipWhile(string text, int at, Func<char, bool> isWanted)
    {
        while (at < text.Length && isWanted(text[at])) at++;
        return at;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsAlphanumeric(char c) => DnsName.IsLowerOrDigit(c) || c is >= 'A' and <= 'Z';
}
