using System.Collections.Generic;

namespace Score.Core.Placeholders;

/// <summary>Finds placeholders: <c>${x}</c> is one, <c>$$</c> and <c>$${x}</c> are escapes, and any other <c>$</c> stands for itself.</summary>
internal static class PlaceholderParser
{
    /// <summary>Splits a text into its parts, in order. Adjacent literal text may come in several parts.</summary>
    public static IEnumerable<PlaceholderPart> Parse(string text)
    {
        int start = 0;

        // Looked up once: to look for a brace that is not there from each '$' on takes quadratic time.
        int lastClose = text.LastIndexOf('}');
        for (int at = text.IndexOf('$'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('$', at))
        {
            bool escaped = text[at + 1] == '$';
            int brace = escaped ? at + 2 : at + 1;
            int close = brace < lastClose && text[brace] == '{' ? text.IndexOf('}', brace) : -1;
            if (close < 0 && !escaped)
            {
                at++;
                continue;
            }

            if (at > start) yield return Literal(text, start, at);
            start = close < 0 ? at + 2 : close + 1;
            string content = close < 0 ? "$" : escaped ? text.Substring(at + 1, close - at) : text.Substring(brace + 1, close - brace - 1);
            yield return new PlaceholderPart(content, !escaped, at, start - at);
            at = start;
            if (at >= text.Length) yield break;
        }

        if (start < text.Length || text.Length == 0) yield return Literal(text, start, text.Length);
    }

    /// <summary>The elements of a placeholder's content, or null when it is malformed.</summary>
    /// <remarks>Two or more elements of letters, digits, <c>_</c> and <c>-</c>, separated by dots.</remarks>
    public static string[]? Elements(string content)
    {
        foreach (char c in content)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.')) return null;
        }

        string[] elements = content.Split('.');
        if (elements.Length < 2) return null;
        foreach (string element in elements)
        {
            if (element.Length == 0) return null;
        }

        return elements;
    }

    private static PlaceholderPart Literal(string text, int start, int end) => new(text.Substring(start, end - start), false, start, end - start);
}
