using System;
using System.Globalization;
using System.Text;

namespace Score.Core.Templates.Formatting;

/// <summary>Floating point numbers as Go writes them.</summary>
internal static class GoFloat
{
    /// <summary>Writes a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">One of <c>b e E f g G x X</c>.</param>
    /// <param name="precision">Digits after the point, or significant ones for <c>g</c>; negative for as few as needed.</param>
    public static string Format(double value, char format, int precision)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsPositiveInfinity(value)) return "+Inf";
        if (double.IsNegativeInfinity(value)) return "-Inf";
        bool isNegative = BitConverter.DoubleToInt64Bits(value) < 0;
        double magnitude = Math.Abs(value);
        string text = format switch
        {
            'b' => Binary(magnitude),
            'x' or 'X' => Hexadecimal(magnitude, format, precision),
            _ => Decimal(magnitude, format, precision),
        };
        return isNegative ? "-" + text : text;
    }

    private static string Decimal(double value, char format, int precision)
    {
        bool isShortest = precision < 0;
        DecimalDigits digits;
        if (isShortest)
        {
            digits = DecimalDigits.Shortest(value);
            if (format is 'e' or 'E') precision = Math.Max(digits.Digits.Length - 1, 0);
            else if (format is 'f') precision = Math.Max(digits.Digits.Length - digits.Point, 0);
            else precision = digits.Digits.Length;
        }
        else
        {
            DecimalDigits exact = DecimalDigits.Exact(value);
            if (format is 'g' or 'G' && precision == 0) precision = 1;
            digits = exact.Round(format switch { 'e' or 'E' => precision + 1, 'f' => exact.Point + precision, _ => precision });
        }

        switch (format)
        {
            case 'e' or 'E': return Exponential(digits, precision, format);
            case 'f': return Fixed(digits, precision);
        }

        int threshold = precision;
        if (threshold > digits.Digits.Length && digits.Digits.Length >= digits.Point) threshold = digits.Digits.Length;
        if (isShortest) threshold = 6;
        int exponent = digits.Point - 1;
        if (exponent < -4 || exponent >= threshold)
            return Exponential(digits, Math.Min(precision, Math.Max(digits.Digits.Length, 1)) - 1, format == 'g' ? 'e' : 'E');
        return Fixed(digits, Math.Max(digits.Digits.Length - digits.Point, 0));
    }

    private static string Exponential(DecimalDigits digits, int precision, char letter)
    {
        StringBuilder text = new();
        text.Append(digits[0]);
        if (precision > 0)
        {
            text.Append('.');
            for (int i = 1; i <= precision; i++) text.Append(digits[i]);
        }

        int exponent = digits.Digits.Length == 0 ? 0 : digits.Point - 1;
        return text.Append(letter).Append(Exponent(exponent)).ToString();
    }

    // A sign and at least two digits.
    private static string Exponent(int exponent) =>
        (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);

    private static string Fixed(DecimalDigits digits, int precision)
    {
        StringBuilder text = new();
        if (digits.Point <= 0) text.Append('0');
        for (int i = 0; i < digits.Point; i++) text.Append(digits[i]);
        if (precision > 0)
        {
            text.Append('.');
            for (int i = 0; i < precision; i++) text.Append(digits[digits.Point + i]);
        }

        return text.ToString();
    }

    private static (long Mantissa, int Exponent) Parts(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFF;
        return exponent == 0 ? (mantissa, -1074) : (mantissa | (1L << 52), exponent - 1075);
    }

    private static string Binary(double value)
    {
        (long mantissa, int exponent) = Parts(value);
        string sign = exponent < 0 ? "-" : "+";
        return mantissa.ToString(CultureInfo.InvariantCulture) + "p" + sign + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
    }

    private static string Hexadecimal(double value, char format, int precision)
    {
        (long mantissa, int exponent) = Parts(value);
        if (mantissa == 0)
        {
            exponent = 0;
        }
        else
        {
            // One bit before the point: bit 60, with 60 bits of fraction after it.
            while (mantissa >> 60 == 0)
            {
                mantissa <<= 1;
                exponent--;
            }

            exponent += 60;
        }

        if (precision is >= 0 and < 15)
        {
            int shift = 60 - (precision * 4);
            long extra = mantissa & ((1L << shift) - 1);
            mantissa >>= shift;
            long half = 1L << (shift - 1);
            if (extra > half || (extra == half && (mantissa & 1) == 1)) mantissa++;
            mantissa <<= shift;
            if (mantissa >> 61 != 0)
            {
                mantissa >>= 1;
                exponent++;
            }
        }

        string fraction = (mantissa & ((1L << 60) - 1)).ToString("x15", CultureInfo.InvariantCulture);
        fraction = precision < 0 ? fraction.TrimEnd('0') : fraction.PadRight(precision, '0').Substring(0, precision);
        string text = $"0x{mantissa >> 60}{(fraction.Length > 0 ? "." : "")}{fraction}p{Exponent(exponent)}";
        return format == 'X' ? text.ToUpperInvariant() : text;
    }
}
