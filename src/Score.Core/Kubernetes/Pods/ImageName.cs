using System.Linq;
using Score.Core.Text;

namespace Score.Core.Kubernetes.Pods;

/// <summary>The names of images: <c>registry:port/path:tag@digest</c>, of which only the path must be there.</summary>
internal static class ImageName
{
    private const int LongestTag = 128;
    private const int ShortestDigest = 32;

    /// <summary>Whether a text is one.</summary>
    public static bool IsValid(string text)
    {
        int at = text.IndexOf('@');
        if (at >= 0 && !IsDigest(text.Substring(at + 1))) return false;
        string name = at < 0 ? text : text.Substring(0, at);
        int colon = name.LastIndexOf(':');
        if (colon > name.LastIndexOf('/'))
        {
            if (!IsTag(name.Substring(colon + 1))) return false;
            name = name.Substring(0, colon);
        }

        string[] parts = name.Split('/');
        bool hasRegistry = parts.Length > 1 && IsRegistry(parts[0]);
        return parts.Skip(hasRegistry ? 1 : 0).All(IsPart);
    }

    // Whatever stands before the first slash and looks like a host.
    private static bool IsRegistry(string text)
    {
        if (text.StartsWith('[')) return text.IndexOf(']') > 1 && text.Substring(1, text.IndexOf(']') - 1).All(c => IsHexadecimal(c) || c is (>= 'A' and <= 'F') or ':') && IsPort(text.Substring(text.IndexOf(']') + 1));
        int colon = text.IndexOf(':');
        string host = colon < 0 ? text : text.Substring(0, colon);
        return IsPort(colon < 0 ? "" : text.Substring(colon)) && host.Split('.').All(p => p.Length > 0 && p[0] != '-' && p[p.Length - 1] != '-' && p.All(c => IsLetterOrDigit(c) || c == '-'));
    }

    private static bool IsPort(string text) => text.Length == 0 || (text.Length > 1 && text[0] == ':' && text.Skip(1).All(c => c is >= '0' and <= '9'));

    // Lower-case letters and digits, with one dot, up to two underscores, or dashes between them.
    private static bool IsPart(string text)
    {
        if (text.Length == 0 || !DnsName.IsLowerOrDigit(text[0]) || !DnsName.IsLowerOrDigit(text[text.Length - 1])) return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (DnsName.IsLowerOrDigit(text[i])) continue;
            int start = i;
            while (text[i + 1] == text[start]) i++;
            int most = text[start] switch { '.' => 1, '_' => 2, '-' => int.MaxValue, _ => 0 };
            if (i - start + 1 > most || !DnsName.IsLowerOrDigit(text[i + 1])) return false;
        }

        return true;
    }

    private static bool IsTag(string text) => text.Length is > 0 and <= LongestTag && text[0] is not ('.' or '-') && text.All(c => IsLetterOrDigit(c) || c is '_' or '.' or '-');

    private static bool IsDigest(string text)
    {
        int colon = text.IndexOf(':');
        if (colon <= 0 || !text.Substring(0, colon).All(c => IsLetterOrDigit(c) || c is '+' or '.' or '_' or '-')) return false;
        int length = text.Length - colon - 1;
        bool isLong = text.Substring(0, colon) switch { "sha256" => length == 64, "sha512" => length == 128, _ => length >= ShortestDigest };
        return isLong && text.Skip(colon + 1).All(IsHexadecimal);
    }

    private static bool IsLetterOrDigit(char c) => DnsName.IsLowerOrDigit(c) || c is >= 'A' and <= 'Z';

    private static bool IsHexadecimal(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f');
}
