using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Score.Core.Compose;

/// <summary>The env file: the variables that compose.yaml needs, for the user to give values to. What the user wrote stays.</summary>
internal static class EnvironmentFile
{
    // One character a byte, so that whatever the file holds is written back as it was.
    private static readonly Encoding Latin1 = Encoding.GetEncoding("ISO-8859-1");

    private static readonly string[] ByteOrderMarks = ["\uFEFF", "\u00EF\u00BB\u00BF"];

    /// <summary>Adds what is missing.</summary>
    /// <param name="existing">The file's content, or null when there is none.</param>
    /// <param name="names">The variables that must be there, in order.</param>
    /// <returns>The new content: the old one, and a line <c>NAME=</c> for each variable that it does not set.</returns>
    public static byte[] AddMissing(byte[]? existing, IEnumerable<string> names)
    {
        string text = Latin1.GetString(existing ?? []);
        Dictionary<string, string> present = Parse(text);
        string lineBreak = text.Contains("\r\n") ? "\r\n" : "\n";
        StringBuilder result = new(text);
        foreach (string name in names.Where(n => !present.ContainsKey(n)))
        {
            if (result.Length > 0 && result[result.Length - 1] != '\n') result.Append(lineBreak);
            result.Append(name).Append('=').Append(lineBreak);
        }

        return Latin1.GetBytes(result.ToString());
    }

    /// <summary>The values of an env file. A variable with an empty value counts as not set.</summary>
    public static IReadOnlyDictionary<string, string> Values(byte[] content) => Parse(Encoding.UTF8.GetString(content))
        .Where(p => p.Value.Length > 0)
        .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    // Lines NAME=VALUE, optionally after "export"; a quoted value may go over several lines.
    private static Dictionary<string, string> Parse(string text)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        string? mark = Array.Find(ByteOrderMarks, m => text.StartsWith(m, StringComparison.Ordinal));
        int at = mark?.Length ?? 0;
        while (at < text.Length)
        {
            int lineStart = at;
            string line = ReadLine(text, ref at).TrimStart(' ', '\t');
            if (line.StartsWith("export ", StringComparison.Ordinal)) line = line.Substring(7).TrimStart();
            int end = line.IndexOfAny(['=', ':']);
            string name = (end < 0 ? line : line.Substring(0, end)).Trim();
            if (name.Length == 0 || name[0] == '#' || name.Any(char.IsWhiteSpace)) continue;

            string value = end < 0 ? "" : line.Substring(end + 1).Trim();
            if (value.Length > 0 && value[0] is '"' or '\'')
            {
                int quote = text.IndexOf(value[0], text.IndexOfAny(['=', ':'], lineStart));
                if (ReadQuoted(text, quote, out int close) is { } quoted)
                {
                    value = quoted;
                    at = close + 1;
                    ReadLine(text, ref at);
                }
            }
            else
            {
                int comment = value.IndexOf(" #", StringComparison.Ordinal);
                if (comment >= 0) value = value.Substring(0, comment).TrimEnd();
            }

            values[name] = value;
        }

        return values;
    }

    private static string ReadLine(string text, ref int at)
    {
        int start = at;
        int end = text.IndexOfAny(['\r', '\n'], start);
        if (end < 0) end = text.Length;
        at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        return text.Substring(start, end - start);
    }

    // Null when the quote is never closed; the line then stands for itself, so that the lines after it are still seen.
    private static string? ReadQuoted(string text, int open, out int close)
    {
        char quote = text[open];
        StringBuilder result = new();
        for (close = open + 1; close < text.Length; close++)
        {
            char c = text[close];
            if (c == quote) return result.ToString();
            if (c == '\\' && quote == '"' && close + 1 < text.Length)
            {
                c = text[++close];
                result.Append(c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c });
            }
            else
            {
                result.Append(c);
            }
        }

        return null;
    }
}
