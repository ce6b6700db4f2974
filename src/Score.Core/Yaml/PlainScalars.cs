using System;
using System.Collections.Generic;

namespace Score.Core.Yaml;

/// <summary>Decides which strings can be written without quotes.</summary>
internal static class PlainScalars
{
    // Booleans and nulls of YAML 1.1 and 1.2, the value and merge keys, and the special floats.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<",
        ".inf", "+.inf", "-.inf", ".nan",
    };

    /// <summary>Whether every reader takes the unquoted text for this very string.</summary>
    public static bool IsSafe(string text)
    {
        if (text.Length == 0 || text[0] == ' ' || text[text.Length - 1] == ' ' || Words.Contains(text)) return false;
        if (MayBeNumber(text) || IsIndicator(text)) return false;
        if (text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal)) return false;

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            if (!YamlWriter.IsPrintable(c)) return false;
            if (c == ':' && (i + 1 == text.Length || text[i + 1] == ' ')) return false;
            if (c == '#' && text[i - 1] == ' ') return false;
        }

        return true;
    }

    private static bool IsIndicator(string text) => text[0] switch
    {
        ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => true,
        ':' => true, // Ruby's reader makes symbols of such texts.
        '-' or '?' => text.Length == 1 || text[1] == ' ',
        _ => false,
    };

    // Numbers, dates and times of any YAML version begin with a digit, a sign or a dot, and hold nothing but these characters. What
    // has no digit but a dot, such as "-.", and what is only an exponent, such as "e1", some readers of YAML 1.1 take for numbers;
    // another one takes commas in them.
    private static bool MayBeNumber(string text)
    {
        if (text[0] is 'e' or 'E') return IsExponent(text);
        if (text[0] is not ((>= '0' and <= '9') or '+' or '-' or '.' or '_')) return false;
        bool hasDigit = false;
        bool hasLetter = false;
        bool hasDot = false;
        foreach (char c in text)
        {
            hasDigit |= c is >= '0' and <= '9';
            hasDot |= c == '.';
            bool isPunctuation = c is '+' or '-' or '.' or '_' or ':' or ',' or ' ';
            hasLetter |= !isPunctuation;
            if (!isPunctuation && c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F') or 'o' or 'x' or 'O' or 'X' or 'T' or 't' or 'Z'))
                return false;
        }

        return hasDigit || (hasDot && !hasLetter);
    }

    private static bool IsExponent(string text)
    {
        int at = text.Length > 1 && text[1] is '+' or '-' ? 2 : 1;
        if (at == text.Length) return false;
        for (; at < text.Length; at++)
        {
            if (text[at] is not ((>= '0' and <= '9') or '_')) return false;
        }

        return true;
    }
}
