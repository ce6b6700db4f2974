using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Score.Core.Editors;

/// <summary>Writes texts as JSON.</summary>
internal static class JsonText
{
    /// <summary>A text with its quotation marks.</summary>
    public static string Quote(string text)
    {
        StringBuilder json = new("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\') json.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c)) json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else json.Append(c);
        }

        return json.Append('"').ToString();
    }

    /// <summary>A list of texts.</summary>
    public static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(Quote)) + "]";
}
