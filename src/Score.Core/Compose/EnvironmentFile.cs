using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Score.Core.Compose;

/// <summary>The env file: the variables that compose.yaml needs, for the user to give values to. What the user wrote stays.</summary>
internal static class EnvironmentFile
{
    // One character a byte, so that whatever the file holds is written back as it was.
    private static readonly Encoding Latin1 = Encoding.GetEncoding("ISO-8859-1");

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
        using StringReader reader = new(text);
        while (reader.ReadLine() is { } line)
        {
            line = line.TrimStart('\uFEFF', ' ', '\t');
            if (line.StartsWith("export ", StringComparison.Ordinal)) line = line.Substring(7).TrimStart();
            int end = line.IndexOfAny(['=', ':']);
            string name = (end < 0 ? line : line.Substring(0, end)).Trim();
            if (name.Length == 0 || name[0] == '#' || name.Any(char.IsWhiteSpace)) continue;
            values[name] = end < 0 ? "" : ReadValue(line.Substring(end + 1).Trim(), reader);
        }

        return values;
    }

    private static string ReadValue(string value, StringReader reader)
    {
        if (value.Length == 0 || value[0] is not ('"' or '\''))
        {
            int comment = value.IndexOf(" #", StringComparison.Ordinal);
            return comment < 0 ? value : value.Substring(0, comment).TrimEnd();
        }

        char quote = value[0];
        StringBuilder result = new();
        for (int i = 1; ; i++)
        {
            if (i >= value.Length)
            {
                if (reader.ReadLine() is not { } next) return result.ToString();
                result.Append('\n');
                value = next;
                i = -1;
                continue;
            }

            if (value[i] == quote) return result.ToString();
            if (quote == '"' && value[i] == '\\' && i + 1 < value.Length)
            {
                i++;
                result.Append(value[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', _ => value[i] });
            }
            else
            {
                result.Append(value[i]);
            }
        }
    }
}
