using System;
using Score.Core.Diagnostics;
using Score.Core.Text;

namespace Score.Core.Specification;

/// <summary>The names of images: <c>registry:port/path:tag@digest</c>, of which only the path must be there.</summary>
internal static class ImageName
{
    private const int MaxLength = 255;
    private const int MaxTag = 128;
    private const int MinDigest = 32;

    /// <summary>Why a text is no name of an image, as a sentence; null when it is one. Docker and clusters refuse the same texts.</summary>
    public static Phrase? Problem(string text)
    {
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c)) return new Phrase("It holds a space.");
        }

        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) return new Phrase($"Leave out '{Excerpt.Of(text.Substring(0, scheme + 3))}'.");
        int at = text.IndexOf('@');
        if (at >= 0 && !IsDigest(text.Substring(at + 1))) return new Phrase("After '@' stands a digest: sha256, a colon and 64 hexadecimal digits.");
        string name = at < 0 ? text : text.Substring(0, at);
        int colon = name.LastIndexOf(':');
        if (colon > name.LastIndexOf('/'))
        {
            if (TagProblem(name.Substring(colon + 1)) is { } problem) return problem;
            name = name.Substring(0, colon);
        }

        return name.Length > MaxLength ? new Phrase($"It has more than {MaxLength} characters.") : PathProblem(name);
    }

    /// <summary>Why a text is no tag, as a sentence; null when it is one.</summary>
    public static Phrase? TagProblem(string tag)
    {
        if (tag.Length == 0) return new Phrase("Its tag is empty.");
        bool isTag = tag.Length <= MaxTag && tag[0] is not ('.' or '-');
        foreach (char c in tag) isTag &= IsLetterOrDigit(c) || c is '_' or '.' or '-';
        if (isTag) return null;
        return new Phrase($"'{Excerpt.Of(tag)}' is not a tag: letters, digits, '_', '.' and '-', at most {MaxTag}, and neither '.' nor '-' first.");
    }

    /// <summary>Whether a name says where the image is; one that does not stands for Docker Hub.</summary>
    public static bool HasRegistry(string name)
    {
        int slash = name.IndexOf('/');
        return slash > 0 && (name.IndexOf('.', 0, slash) >= 0 || name.IndexOf(':', 0, slash) >= 0 || name.StartsWith("localhost/", StringComparison.Ordinal));
    }

    private static Phrase? PathProblem(string name)
    {
        string[] parts = name.Split('/');
        int first = parts.Length > 1 && IsRegistry(parts[0]) ? 1 : 0;
        for (int i = first; i < parts.Length; i++)
        {
            string part = parts[i];
            if (IsPart(part)) continue;
            if (part.Length == 0) return new Phrase("A part of its path is empty.");
            string lower = part.ToLowerInvariant();
            return new Phrase(IsPart(lower)
                ? $"'{Excerpt.Of(part)}' has capitals: write '{Excerpt.Of(lower)}'."
                : $"'{Excerpt.Of(part)}' is not a part of a path: lower-case letters and digits, with '.', '_', '__' or dashes between them.");
        }

        return null;
    }

    // Whatever stands before the first slash and looks like a host.
    private static bool IsRegistry(string text)
    {
        if (text.StartsWith('[')) return IsAddress(text);
        int colon = text.IndexOf(':');
        string host = colon < 0 ? text : text.Substring(0, colon);
        if (!IsPort(colon < 0 ? "" : text.Substring(colon))) return false;
        foreach (string label in host.Split('.'))
        {
            if (label.Length == 0 || label[0] == '-' || label[label.Length - 1] == '-') return false;
            foreach (char c in label)
            {
                if (!IsLetterOrDigit(c) && c != '-') return false;
            }
        }

        return true;
    }

    // One of IPv6 in brackets.
    private static bool IsAddress(string text)
    {
        int end = text.IndexOf(']');
        for (int i = 1; i < end; i++)
        {
            if (!IsHexadecimal(text[i]) && text[i] is not ((>= 'A' and <= 'F') or ':')) return false;
        }

        return end > 1 && IsPort(text.Substring(end + 1));
    }

    private static bool IsPort(string text)
    {
        if (text.Length == 0) return true;
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9') return false;
        }

        return text.Length > 1 && text[0] == ':';
    }

    // Lower-case letters and digits, with one dot, up to two underscores, or dashes between them.
    private static bool IsPart(string text)
    {
        if (text.Length == 0 || !DnsName.IsLowerOrDigit(text[0]) || !DnsName.IsLowerOrDigit(text[text.Length - 1])) return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (DnsName.IsLowerOrDigit(text[i])) continue;
            int start = i;
            while (text[i + 1] == text[start]) i++;
            int max = text[start] switch { '.' => 1, '_' => 2, '-' => int.MaxValue, _ => 0 };
            if (i - start + 1 > max || !DnsName.IsLowerOrDigit(text[i + 1])) return false;
        }

        return true;
    }

    private static bool IsDigest(string text)
    {
        int colon = text.IndexOf(':');
        if (colon <= 0) return false;
        for (int i = 0; i < text.Length; i++)
        {
            bool isRight = i < colon ? IsLetterOrDigit(text[i]) || text[i] is '+' or '.' or '_' or '-' : i == colon || IsHexadecimal(text[i]);
            if (!isRight) return false;
        }

        int length = text.Length - colon - 1;
        return text.Substring(0, colon) switch { "sha256" => length == 64, "sha512" => length == 128, _ => length >= MinDigest };
    }

    private static bool IsLetterOrDigit(char c) => DnsName.IsLowerOrDigit(c) || c is >= 'A' and <= 'Z';

    private static bool IsHexadecimal(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f');
}
