using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Score.Core.Templates.Versions;

/// <summary>
/// A condition on versions: comparisons that all must hold, and alternatives of such groups. A version before a release only
/// meets a comparison that names one itself.
/// </summary>
internal sealed class VersionConstraint
{
    private const int MaxTextLength = 1024;

    private const string Words = @"[0-9A-Za-z\-]+(?:\.[0-9A-Za-z\-]+)*";
    private const string Part = @"v?([0-9]+|[xX*])(\.(?:[0-9]+|[xX*]))?(\.(?:[0-9]+|[xX*]))?(-" + Words + @")?(?:\+" + Words + ")?";

    private static readonly Lazy<Regex> Comparison = new(static () => new Regex(
        @"\G\s*(=|!=|>=|=>|<=|=<|>|<|~>|~|\^)?\s*(" + Part + @")\s*(?:,|(?=\s)|\z)?\s*",
        RegexOptions.CultureInvariant));

    private static readonly Lazy<Regex> Range = new(static () => new Regex(@"\s*(" + Part + @")\s+-\s+(" + Part + @")\s*", RegexOptions.CultureInvariant));

    private readonly List<List<Condition>> _alternatives;

    private VersionConstraint(List<List<Condition>> alternatives) => _alternatives = alternatives;

    /// <summary>Reads a constraint; null when the text is none.</summary>
    public static VersionConstraint? TryParse(string text)
    {
        if (text.Length > MaxTextLength) return null;
        List<List<Condition>> alternatives = [];
        foreach (string alternative in text.Split(["||"], StringSplitOptions.None))
        {
            if (ParseGroup(alternative) is not List<Condition> group) return null;
            alternatives.Add(group);
        }

        return new VersionConstraint(alternatives);
    }

    /// <summary>Whether a version meets the constraint.</summary>
    public bool IsMetBy(SemanticVersion version)
    {
        foreach (List<Condition> group in _alternatives)
        {
            if (group.TrueForAll(c => c.IsMetBy(version))) return true;
        }

        return false;
    }

    private static List<Condition>? ParseGroup(string text)
    {
        // "1.2 - 1.4.5" stands for ">=1.2 <=1.4.5".
        text = Range.Value.Replace(text, static m => $" >={m.Groups[1].Value} <={m.Groups[6].Value} ");
        List<Condition> group = [];
        string trimmed = text.Trim();
        int at = 0;
        while (at < trimmed.Length)
        {
            Match match = Comparison.Value.Match(trimmed, at);
            if (!match.Success || match.Length == 0 || Condition.TryParse(match) is not Condition condition) return null;
            group.Add(condition);
            at += match.Length;
        }

        return group.Count == 0 || trimmed.EndsWith(',') ? null : group;
    }

    // One comparison. The parts that are missing or wildcards are open.
    private sealed record Condition(string Operator, SemanticVersion Version, bool IsMajorOpen, bool IsMinorOpen, bool IsPatchOpen)
    {
        public static Condition? TryParse(Match match)
        {
            bool isMajorOpen = IsWildcard(match.Groups[3].Value);
            bool isMinorOpen = isMajorOpen || IsWildcard(match.Groups[4].Value);
            bool isPatchOpen = isMinorOpen || IsWildcard(match.Groups[5].Value);
            string text = string.Format(
                CultureInfo.InvariantCulture,
                "{0}{1}{2}{3}",
                isMajorOpen ? "0" : match.Groups[3].Value,
                isMinorOpen ? ".0" : match.Groups[4].Value,
                isPatchOpen ? ".0" : match.Groups[5].Value,
                match.Groups[6].Value);
            SemanticVersion? version = SemanticVersion.TryParse(text);
            string name = match.Groups[1].Value switch { "=>" => ">=", "=<" => "<=", "~>" => "~", "" => "=", string given => given };
            return version is null ? null : new Condition(name, version, isMajorOpen, isMinorOpen, isPatchOpen);
        }

        public bool IsMetBy(SemanticVersion version)
        {
            if (version.Prerelease.Length > 0 && Version.Prerelease.Length == 0) return false;
            int order = version.CompareTo(Version);
            return Operator switch
            {
                "=" => IsPatchOpen ? IsInTilde(version) : order == 0,
                "!=" => IsPatchOpen ? !IsInOpenPart(version) : order != 0,
                ">" => IsPatchOpen ? order > 0 && !IsInOpenPart(version) : order > 0,
                ">=" => order >= 0,
                "<" => order < 0,
                "<=" => order <= 0 || (IsPatchOpen && IsInOpenPart(version)),
                "~" => IsInTilde(version),
                _ => IsInCaret(version),
            };
        }

        private static bool IsWildcard(string part) => part.TrimStart('.') is "" or "x" or "X" or "*";

        // The same in all parts that are given.
        private bool IsInOpenPart(SemanticVersion version) =>
            IsMajorOpen || (version.Major == Version.Major && (IsMinorOpen || version.Minor == Version.Minor));

        // ~1.2.3 is >=1.2.3, <1.3.0; ~1 is >=1, <2. The reference takes ~0.0.0 for any version.
        private bool IsInTilde(SemanticVersion version)
        {
            if (version.CompareTo(Version) < 0) return false;
            bool isZero = Version.Major == 0 && Version.Minor == 0 && Version.Patch == 0;
            return (isZero && !IsPatchOpen) || IsInOpenPart(version);
        }

        // The leftmost part that is not zero stays the same.
        private bool IsInCaret(SemanticVersion version)
        {
            if (version.CompareTo(Version) < 0) return false;
            if (IsMajorOpen) return true;
            if (Version.Major > 0 || IsMinorOpen) return version.Major == Version.Major;
            if (version.Major > 0) return false;
            if (Version.Minor > 0 || IsPatchOpen) return version.Minor == Version.Minor;
            return version.Minor == 0 && version.Patch == Version.Patch;
        }
    }
}
