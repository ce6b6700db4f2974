using System.Globalization;
using System.Text;
using Score.Core.Templates.Text;

namespace Score.Core.Templates.Formatting;

/// <summary>Strings and characters as Go literals.</summary>
internal static class GoQuote
{
    /// <summary>A string in quotes, with escapes for what cannot be printed.</summary>
    /// <param name="text">The string.</param>
    /// <param name="asciiOnly">Whether everything beyond ASCII is escaped too.</param>
    public static string Quote(string text, bool asciiOnly = false)
    {
        StringBuilder quoted = new("\"");
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            int rune = GoText.NextRune(text, ref i);
            bool isByte = i == start + 1 && char.IsSurrogate(text[start]);
            if (isByte) quoted.Append("\\x").Append(((text[start] - 0xDC00) & 0xFF).ToString("x2", CultureInfo.InvariantCulture));
            else AppendRune(quoted, rune, '"', asciiOnly);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A character in single quotes.</summary>
    public static string QuoteRune(long rune, bool asciiOnly)
    {
        if (rune is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)) rune = 0xFFFD;
        StringBuilder quoted = new("'");
        AppendRune(quoted, (int)rune, '\'', asciiOnly);
        return quoted.Append('\'').ToString();
    }

    /// <summary>Whether a string can stand in back quotes.</summary>
    public static bool CanBackquote(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            int rune = GoText.NextRune(text, ref i);
            if (rune is 0xFFFD or 0xFEFF or '`' or 0x7F || (rune < ' ' && rune != '\t')) return false;
        }

        return true;
    }

    /// <summary>Whether Go calls a character printable: letters, marks, numbers, punctuation, symbols, and the ASCII space.</summary>
    public static bool IsPrintable(int rune)
    {
        if (rune < 0x80) return rune is >= ' ' and < 0x7F;
        return CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(rune), 0) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }

    private static void AppendRune(StringBuilder quoted, int rune, char quote, bool asciiOnly)
    {
        if (rune == quote || rune == '\\')
        {
            quoted.Append('\\').Append((char)rune);
            return;
        }

        if (IsPrintable(rune) && (!asciiOnly || rune < 0x80))
        {
            quoted.Append(char.ConvertFromUtf32(rune));
            return;
        }

        string? escape = rune switch
        {
            '\a' => "\\a",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\v' => "\\v",
            < ' ' or 0x7F => "\\x" + rune.ToString("x2", CultureInfo.InvariantCulture),
            > 0xFFFF => "\\U" + rune.ToString("x8", CultureInfo.InvariantCulture),
            _ => "\\u" + rune.ToString("x4", CultureInfo.InvariantCulture),
        };
        quoted.Append(escape);
    }
}
