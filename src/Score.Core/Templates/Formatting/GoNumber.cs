using System;
using System.Globalization;

namespace Score.Core.Templates.Formatting;

/// <summary>Numbers in text, by the rules of Go's literals.</summary>
internal static class GoNumber
{
    // Longer numbers are refused before arithmetic on them gets slow.
    private const int MaxNameLength = 1000;

    /// <summary>The value of a digit up to 'z', or -1.</summary>
    public static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => -1,
    };

    /// <summary>Reads a whole number.</summary>
    /// <param name="text">The number, which may have a sign.</param>
    /// <param name="numberBase">The base; 0 takes it from the prefix and allows underscores between digits.</param>
    /// <param name="magnitude">The number without its sign; null when it does not fit 64 bits.</param>
    public static bool TryParseInteger(string text, int numberBase, out ulong? magnitude)
    {
        magnitude = null;
        if (text.Length is 0 or > MaxNameLength) return false;
        int at = text[0] is '-' or '+' ? 1 : 0;
        bool underscores = false;
        bool prefixed = false;
        if (numberBase == 0)
        {
            numberBase = 10;
            underscores = true;
            if (at + 1 < text.Length && text[at] == '0')
            {
                (numberBase, int prefix) = text[at + 1] switch
                {
                    'x' or 'X' => (16, 2),
                    'o' or 'O' => (8, 2),
                    'b' or 'B' => (2, 2),
                    _ => (8, 1),
                };
                at += prefix;
                prefixed = true;
            }
        }

        // An underscore must have digits, or the prefix, on its left and a digit on its right.
        bool afterDigit = prefixed;
        bool any = false;
        bool fits = true;
        ulong value = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '_' && underscores && afterDigit)
            {
                afterDigit = false;
                continue;
            }

            int digit = Digit(text[at]);
            if (digit < 0 || digit >= numberBase) return false;
            fits = fits && value <= (ulong.MaxValue - (ulong)digit) / (ulong)numberBase;
            value = unchecked((value * (ulong)numberBase) + (ulong)digit);
            any = afterDigit = true;
        }

        if (fits) magnitude = value;
        return any && afterDigit;
    }

    /// <summary>A whole number with its sign; null when it does not fit 64 bits with one.</summary>
    /// <param name="text">The number.</param>
    /// <param name="magnitude">The number without its sign, or null.</param>
    public static long? Signed(string text, ulong? magnitude) => text[0] == '-'
        ? magnitude <= 1UL << 63 ? unchecked((long)(0 - magnitude.GetValueOrDefault())) : null
        : magnitude <= long.MaxValue ? (long)magnitude.GetValueOrDefault() : null;

    /// <summary>Reads a whole number that fits 64 bits.</summary>
    public static bool TryParseLong(string text, int numberBase, out long value)
    {
        long? read = TryParseInteger(text, numberBase, out ulong? magnitude) ? Signed(text, magnitude) : null;
        value = read.GetValueOrDefault();
        return read is not null;
    }

    /// <summary>A decimal whole number; the nearest that fits 64 bits for one that does not, and 0 for what is none.</summary>
    public static long ParseNearest(string text)
    {
        if (!TryParseInteger(text, 10, out ulong? magnitude)) return 0;
        return Signed(text, magnitude) ?? (text[0] == '-' ? long.MinValue : long.MaxValue);
    }

    /// <summary>
    /// Reads a floating point number: decimal, hexadecimal with a binary exponent, or the name of an infinity or of what is
    /// no number. One that is too large is not read.
    /// </summary>
    public static bool TryParseFloat(string text, out double value)
    {
        value = 0;
        if (text.Length is 0 or > MaxNameLength) return false;
        string unsigned = text[0] is '+' or '-' ? text.Substring(1) : text;
        bool isNegative = text[0] == '-';
        if (unsigned.Length == 0) return false;
        if (string.Equals(unsigned, "inf", StringComparison.OrdinalIgnoreCase) || string.Equals(unsigned, "infinity", StringComparison.OrdinalIgnoreCase))
        {
            value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        if (string.Equals(text, "nan", StringComparison.OrdinalIgnoreCase))
        {
            value = double.NaN;
            return true;
        }

        bool isHexadecimal = unsigned.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if (!TryRemoveUnderscores(ref unsigned, isHexadecimal)) return false;
        bool parsed = isHexadecimal ? TryParseHexadecimalFloat(unsigned, out value) : TryParseDecimalFloat(unsigned, out value);
        if (isNegative) value = -value;
        return parsed && !double.IsInfinity(value);
    }

    // They may stand between digits only, for which the x of a prefix counts too.
    private static bool TryRemoveUnderscores(ref string text, bool isHexadecimal)
    {
        if (text.IndexOf('_') < 0) return true;
        int digits = isHexadecimal ? 16 : 10;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '_') continue;
            if (i == 0 || i + 1 == text.Length) return false;
            int before = isHexadecimal && i == 2 ? 0 : Digit(text[i - 1]);
            int after = Digit(text[i + 1]);
            if (before < 0 || before >= digits || after < 0 || after >= digits) return false;
        }

        text = text.Replace("_", "");
        return true;
    }

    private static bool TryParseDecimalFloat(string text, out double value)
    {
        value = 0;
        int digits = 0;
        int at = 0;
        for (; at < text.Length && (text[at] is '.' || Digit(text[at]) is >= 0 and < 10); at++)
        {
            if (text[at] == '.' && text.IndexOf('.') != at) return false;
            if (text[at] != '.') digits++;
        }

        if (digits == 0) return false;
        if (at < text.Length)
        {
            if (text[at] is not ('e' or 'E')) return false;
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            if (at == text.Length) return false;
            for (; at < text.Length; at++)
            {
                if (Digit(text[at]) is < 0 or > 9) return false;
            }
        }

        // The older framework calls a number that is too large an error, where the newer ones say infinity.
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryParseHexadecimalFloat(string text, out double value)
    {
        value = 0;
        int exponentAt = text.IndexOfAny(['p', 'P']);
        if (exponentAt < 0) return false;
        if (!int.TryParse(text.Substring(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent)) return false;
        bool fraction = false;
        bool any = false;
        double mantissa = 0;
        foreach (char c in text.Substring(2, exponentAt - 2))
        {
            if (c == '.' && !fraction)
            {
                fraction = true;
                continue;
            }

            int digit = Digit(c);
            if (digit is < 0 or > 15) return false;
            mantissa = (mantissa * 16) + digit;
            if (fraction) exponent -= 4;
            any = true;
        }

        value = mantissa * Math.Pow(2, exponent);
        return any;
    }
}
