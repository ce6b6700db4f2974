using System.Collections.Generic;

namespace Score.Core.Placeholders;

/// <summary>Finds placeholders: <c>${x}</c> is one, <c>$$</c> and <c>$${x}</c> are escapes, and any other <c>$</c> stands for itself.</summary>
internal static class PlaceholderParser
{
    // No character that an element may hold.
    private const string EscapedDot = "\0";

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
    /// <remarks>
    /// Two or more elements of letters, digits, <c>_</c>, <c>-</c> and <c>/</c>, separated by dots. <c>\.</c> is a dot in an
    /// element, so that annotations such as <c>example.com/team</c> can be named.
    /// </remarks>
    public static string[]? Elements(string content)
    {
        bool isEscaped = false;
        for (int i = 0; i < content.Length; i++)
        {
            if (content[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '/') continue;
            if (content[i] != '\\' || i + 1 == content.Length || content[i + 1] != '.') return null;
            isEscaped = true;
        }

        string[] elements = isEscaped ? content.Replace("\\.", EscapedDot).Split('.') : content.Split('.');
        if (elements.Length < 2) return null;
        for (int i = 0; i < elements.Length; i++)
        {
            if (elements[i].Length == 0) return null;
            if (isEscaped) elements[i] = elements[i].Replace(EscapedDot, ".");
        }

        return elements;
    }

    /// <summary>A key as an element of a placeholder.</summary>
    public static string Element(string key) => key.Replace(".", "\\.");

    private static PlaceholderPart Literal(string text, int start, int end) => new(text.Substring(start, end - start), false, start, end - start);
}
