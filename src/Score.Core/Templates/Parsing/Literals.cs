using System.Globalization;
using System.Text;
using Score.Core.Templates.Formatting;
using Score.Core.Templates.Text;
using Score.Core.Text;

namespace Score.Core.Templates.Parsing;

/// <summary>The values of literals.</summary>
internal static class Literals
{
    /// <summary>The text of a string token.</summary>
    public static string Unquote(Token token)
    {
        // Go drops carriage returns from raw strings.
        if (token.Kind == TokenKind.RawString) return token.Text.Substring(1, token.Text.Length - 2).Replace("\r", "");
        if (token.Text.IndexOf('\\') < 0) return token.Text.Substring(1, token.Text.Length - 2);

        StringBuilder value = new();
        int end = token.Text.Length - 1;
        for (int i = 1; i < end;)
        {
            char c = token.Text[i];
            if (c == '\\')
            {
                value.Append(Escape(token, ref i, end, '"'));
            }
            else
            {
                value.Append(c);
                i++;
            }
        }

        // "\xc3\xa9" is one character.
        return GoText.FromBytes(GoText.ToBytes(value.ToString()));
    }

    /// <summary>The node of a number or character token.</summary>
    public static NumberNode Number(Token token)
    {
        if (token.Kind == TokenKind.Character) return Character(token);

        string text = token.Text;
        if (GoNumber.TryParseInteger(text, 0, out ulong? magnitude))
        {
            long? signed = GoNumber.Signed(text, magnitude);
            ulong? unsigned = text[0] is '+' or '-' ? null : magnitude;
            if (signed is not null || unsigned is not null)
                return new NumberNode(token.Offset, text, signed, unsigned, signed ?? (double)unsigned.GetValueOrDefault(), false);
            throw new SyntaxException(token.Offset, $"The number {OneLine.Of(text)} does not fit 64 bits.");
        }

        if (!GoNumber.TryParseFloat(text, out double value))
            throw new SyntaxException(token.Offset, $"'{OneLine.Of(text)}' is not a number.");
        if (text.IndexOfAny(['.', 'e', 'E', 'p', 'P']) < 0)
            throw new SyntaxException(token.Offset, $"'{OneLine.Of(text)}' is not a whole number.");
        bool isWhole = value is > -9.2233720368547758e18 and < 9.2233720368547758e18 && value == (long)value;
        return new NumberNode(token.Offset, text, isWhole ? (long)value : null, null, value, true);
    }

    private static NumberNode Character(Token token)
    {
        int end = token.Text.Length - 1;
        int at = 1;
        if (at >= end) throw new SyntaxException(token.Offset, "A character constant holds one character.");
        int rune;
        if (token.Text[at] == '\\')
        {
            string escaped = Escape(token, ref at, end, '\'');
            int first = 0;
            rune = escaped[0] is >= '\uDC80' and <= '\uDCFF' ? escaped[0] - 0xDC00 : GoText.NextRune(escaped, ref first);
        }
        else
        {
            rune = GoText.NextRune(token.Text, ref at);
        }

        if (at != end) throw new SyntaxException(token.Offset, "A character constant holds one character.");
        return new NumberNode(token.Offset, token.Text, rune, (ulong)rune, rune, false);
    }

    // One escape sequence, from its backslash on.
    private static string Escape(Token token, ref int at, int end, char quote)
    {
        int start = at;
        char c = at + 1 < end ? token.Text[at + 1] : '\0';
        at += 2;
        switch (c)
        {
            case 'a': return "\a";
            case 'b': return "\b";
            case 'f': return "\f";
            case 'n': return "\n";
            case 'r': return "\r";
            case 't': return "\t";
            case 'v': return "\v";
            case '\\': return "\\";
            case '\'' or '"' when c == quote: return c.ToString();
            case 'x': return Byte(Digits(token, start, ref at, end, 2, 16));
            case 'u': return Rune(token, start, Digits(token, start, ref at, end, 4, 16));
            case 'U': return Rune(token, start, Digits(token, start, ref at, end, 8, 16));
            case >= '0' and <= '7':
                at--;
                long octal = Digits(token, start, ref at, end, 3, 8);
                if (octal <= 0xFF) return Byte(octal);
                break;
        }

        throw BadEscape(token, start);
    }

    private static long Digits(Token token, int start, ref int at, int end, int count, int numberBase)
    {
        long value = 0;
        for (int i = 0; i < count; i++, at++)
        {
            int digit = at < end ? GoNumber.Digit(token.Text[at]) : -1;
            if (digit < 0 || digit >= numberBase) throw BadEscape(token, start);
            value = (value * numberBase) + digit;
        }

        return value;
    }

    private static string Byte(long value) => ((char)(value < 0x80 ? value : 0xDC00 + value)).ToString(CultureInfo.InvariantCulture);

    private static string Rune(Token token, int start, long value)
    {
        if (value is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)) throw BadEscape(token, start);
        return GoText.FromRune(value);
    }

    private static SyntaxException BadEscape(Token token, int start) =>
        new(token.Offset + start, "This '\\' does not begin an escape sequence; a backslash itself is written '\\\\'.");
}
