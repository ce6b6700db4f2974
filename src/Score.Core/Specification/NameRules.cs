using System.Text;
using Score.Core.Text;

namespace Score.Core.Specification;

/// <summary>The specification's rules for names and annotation keys.</summary>
internal static class NameRules
{
    /// <summary>The most characters of an annotation key.</summary>
    public const int MaxAnnotationKeyLength = 316;

    private const int MaxNameLength = DnsName.MaxLabelLength;

    /// <summary>Whether a text is a name: 2 to 63 lower-case letters, digits and dashes, no dash at the ends.</summary>
    public static bool IsName(string text) => text.Length >= 2 && DnsName.IsLabel(text);

    /// <summary>The name that the author of an invalid one may accept, or null.</summary>
    public static string? Propose(string text)
    {
        StringBuilder name = new();
        foreach (char c in text)
        {
            if (DnsName.IsLowerOrDigit(c)) name.Append(c);
            else if (c is >= 'A' and <= 'Z') name.Append((char)(c | 0x20));
            else if (name.Length > 0 && name[name.Length - 1] != '-') name.Append('-');
            if (name.Length == MaxNameLength) break;
        }

        string proposed = name.ToString().Trim('-');
        return IsName(proposed) ? proposed : null;
    }

    /// <summary>Whether a text is an annotation key: an optional DNS name and '/', then 2 to 63 characters.</summary>
    public static bool IsAnnotationKey(string text)
    {
        int slash = text.IndexOf('/');
        string name = text.Substring(slash + 1);
        if (name.Length is < 2 or > MaxNameLength || !IsAlphanumeric(name[0]) || !IsAlphanumeric(name[name.Length - 1])) return false;
        foreach (char c in name)
        {
            if (!IsAlphanumeric(c) && c is not ('.' or '_' or '-')) return false;
        }

        if (slash < 0) return true;
        if (text.Length > MaxAnnotationKeyLength) return false;
        foreach (string label in text.Substring(0, slash).Split('.'))
        {
            if (!IsName(label)) return false;
        }

        return true;
    }

    private static bool IsAlphanumeric(char c) => DnsName.IsLowerOrDigit(c) || c is >= 'A' and <= 'Z';
}
