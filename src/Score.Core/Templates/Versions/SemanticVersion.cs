using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Score.Core.Templates.Versions;

/// <summary>A semantic version, read leniently: a "v" before it and missing parts are allowed.</summary>
internal sealed class SemanticVersion
{
    /// <summary>Longer texts are no versions, and are not looked at.</summary>
    public const int MaxTextLength = 256;

    private static readonly Lazy<Regex> Pattern = new(static () => new Regex(
        @"\Av?([0-9]+)(\.[0-9]+)?(\.[0-9]+)?(-([0-9A-Za-z\-]+(\.[0-9A-Za-z\-]+)*))?(\+([0-9A-Za-z\-]+(\.[0-9A-Za-z\-]+)*))?\z",
        RegexOptions.CultureInvariant));

    private SemanticVersion(string original, ulong major, ulong minor, ulong patch, string prerelease, string metadata)
    {
        Original = original;
        Major = major;
        Minor = minor;
        Patch = patch;
        Prerelease = prerelease;
        Metadata = metadata;
    }

    /// <summary>The text as it was given.</summary>
    public string Original { get; }

    public ulong Major { get; }

    public ulong Minor { get; }

    public ulong Patch { get; }

    /// <summary>What follows a hyphen; empty for a release.</summary>
    public string Prerelease { get; }

    /// <summary>What follows a plus sign. It does not count in comparisons.</summary>
    public string Metadata { get; }

    /// <summary>Reads a version; null when the text is none.</summary>
    public static SemanticVersion? TryParse(string text)
    {
        if (text.Length > MaxTextLength) return null;
        Match match = Pattern.Value.Match(text);
        if (!match.Success) return null;
        bool areNumbers = TryNumber(match.Groups[1].Value, out ulong major);
        areNumbers &= TryNumber(match.Groups[2].Value, out ulong minor);
        areNumbers &= TryNumber(match.Groups[3].Value, out ulong patch);
        if (!areNumbers) return null;
        string prerelease = match.Groups[5].Value;
        foreach (string part in prerelease.Split('.'))
        {
            if (part.Length > 1 && part[0] == '0' && IsNumber(part)) return null;
        }

        return new SemanticVersion(text, major, minor, patch, prerelease, match.Groups[8].Value);
    }

    /// <summary>The version of three numbers, such as the next one after another.</summary>
    public static SemanticVersion Of(ulong major, ulong minor, ulong patch, string prerelease = "", string metadata = "")
    {
        SemanticVersion version = new("", major, minor, patch, prerelease, metadata);
        return new SemanticVersion(version.ToString(), major, minor, patch, prerelease, metadata);
    }

    /// <summary>The precedence of two versions.</summary>
    public int CompareTo(SemanticVersion other)
    {
        int order = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (order != 0) return order;
        if (Prerelease.Length == 0 || other.Prerelease.Length == 0) return other.Prerelease.Length.CompareTo(Prerelease.Length);
        string[] parts = Prerelease.Split('.');
        string[] others = other.Prerelease.Split('.');
        for (int i = 0; i < Math.Min(parts.Length, others.Length); i++)
        {
            order = Compare(parts[i], others[i]);
            if (order != 0) return order;
        }

        return parts.Length.CompareTo(others.Length);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string text = string.Format(CultureInfo.InvariantCulture, "{0}.{1}.{2}", Major, Minor, Patch);
        if (Prerelease.Length > 0) text += "-" + Prerelease;
        return Metadata.Length > 0 ? text + "+" + Metadata : text;
    }

    private static bool TryNumber(string text, out ulong number)
    {
        number = 0;
        return text.Length == 0 || ulong.TryParse(text.TrimStart('.'), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    // Numbers by value and before words, words by their characters.
    private static int Compare(string a, string b)
    {
        bool isNumber = IsNumber(a);
        if (isNumber != IsNumber(b)) return isNumber ? -1 : 1;
        if (isNumber && a.Length != b.Length) return a.Length.CompareTo(b.Length);
        return string.CompareOrdinal(a, b);
    }

    private static bool IsNumber(string text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9') return false;
        }

        return text.Length > 0;
    }
}
