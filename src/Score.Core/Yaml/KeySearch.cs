using System;

namespace Score.Core.Yaml;

/// <summary>Finds keys in the text of templates, which is no YAML before they have run.</summary>
internal static class KeySearch
{
    /// <summary>Where a key first stands as one in a text: by itself, and before a colon. Negative when it does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    public static int Find(string text, string key)
    {
        if (key.Length == 0) return -1;
        for (int at = text.IndexOf(key, StringComparison.Ordinal); at >= 0; at = text.IndexOf(key, at + 1, StringComparison.Ordinal))
        {
            int end = at + key.Length;
            if (end < text.Length && text[end] is '"' or '\'') end++;
            while (end < text.Length && text[end] == ' ') end++;
            bool isAlone = at == 0 || text[at - 1] is ' ' or '\t' or '\n' or '"' or '\'' or '{' or ',';
            if (isAlone && end < text.Length && text[end] == ':') return at;
        }

        return -1;
    }

    /// <summary>Where a key first stands in a text as a step of a dotted path. Negative when it does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    public static int FindInPath(string text, string key)
    {
        if (key.Length == 0) return -1;
        for (int at = text.IndexOf('.' + key, StringComparison.Ordinal); at >= 0; at = text.IndexOf('.' + key, at + 1, StringComparison.Ordinal))
        {
            int end = at + 1 + key.Length;
            if (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-')) return at + 1;
        }

        return -1;
    }
}
