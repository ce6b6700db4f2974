using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Score.Core.Text;

/// <summary>Writes texts as JSON.</summary>
internal static class JsonString
{
    /// <summary>A text with its quotation marks.</summary>
    public static string Quote(string text)
    {
        StringBuilder json = new("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\') json.Append('\\').Append(c);
            else if (c == '\n') json.Append("\\n");
            else if (IsEscaped(c)) json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else json.Append(c);
        }

        return json.Append('"').ToString();
    }

    /// <summary>A list of texts.</summary>
    public static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(Quote)) + "]";

    // A half of a pair would be no text in UTF-8, and the last two end lines in JavaScript.
    private static bool IsEscaped(char c) => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029';
}
