using System.Text;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Text;

namespace Score.Core.Templates.Functions;

/// <summary>Percent-encoding as Go's <c>net/url</c> does it, part by part of a URL.</summary>
internal static class UrlEscaping
{
    private const string Digits = "0123456789ABCDEF";

    /// <summary>Escapes text for the value of a query parameter: a space becomes a plus.</summary>
    public static string Query(Budget budget, string text)
    {
        LimitedText escaped = new(budget);
        foreach (byte b in GoText.ToBytes(text))
        {
            if (b == ' ') escaped.Append('+');
            else Append(escaped, b, IsUnreserved(b));
        }

        return escaped.ToString();
    }

    /// <summary>Escapes text, leaving letters, digits, <c>-_.~</c> and some more as they are.</summary>
    public static string Escape(string text, string alsoAllowed)
    {
        StringBuilder escaped = new();
        foreach (byte b in GoText.ToBytes(text))
        {
            if (IsUnreserved(b) || (b < 0x80 && alsoAllowed.IndexOf((char)b) >= 0)) escaped.Append((char)b);
            else escaped.Append('%').Append(Digits[b >> 4]).Append(Digits[b & 0xF]);
        }

        return escaped.ToString();
    }

    /// <summary>Decodes percent signs with two hexadecimal digits.</summary>
    /// <returns>The text, or null when a percent sign is not followed by them.</returns>
    public static string? Unescape(string text)
    {
        if (text.IndexOf('%') < 0) return text;
        byte[] bytes = GoText.ToBytes(text);
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '%')
            {
                bytes[length++] = bytes[i];
                continue;
            }

            int high = i + 2 < bytes.Length ? Value(bytes[i + 1]) : -1;
            int low = i + 2 < bytes.Length ? Value(bytes[i + 2]) : -1;
            if (high < 0 || low < 0) return null;
            bytes[length++] = (byte)((high << 4) | low);
            i += 2;
        }

        return GoText.FromBytes(bytes, 0, length);
    }

    private static int Value(byte digit)
    {
        int value = Formatting.GoNumber.Digit((char)digit);
        return value < 16 ? value : -1;
    }

    private static void Append(LimitedText escaped, byte b, bool asItIs)
    {
        if (asItIs) escaped.Append((char)b);
        else escaped.Append('%').Append(Digits[b >> 4]).Append(Digits[b & 0xF]);
    }

    private static bool IsUnreserved(byte b) =>
        (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_' || b == '.' || b == '~';
}
