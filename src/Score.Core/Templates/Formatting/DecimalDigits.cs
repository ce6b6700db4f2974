using System;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Score.Core.Templates.Formatting;

/// <summary>The decimal digits of a positive number: 0.DIGITS times ten to the power of <see cref="Point"/>.</summary>
/// <param name="Digits">The digits without zeros at the start; those at the end may be missing.</param>
/// <param name="Point">Where the decimal point stands, counted from the start of the digits.</param>
internal readonly record struct DecimalDigits(string Digits, int Point)
{
    private const double SmallestNormal = 2.2250738585072014E-308;

    /// <summary>The fewest digits that read back as the same number.</summary>
    public static DecimalDigits Shortest(double value)
    {
        if (value == 0) return new DecimalDigits("", 0);

        // "R" on the old framework may give more digits than it needs, so the shorter forms are tried first. A number of up
        // to fifteen digits is found in fifteen, with zeros at the end, unless it is so small that it has less precision.
        string text = "";
        for (int precision = value < SmallestNormal ? 0 : 14; precision <= 16; precision++)
        {
            text = value.ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) == value) break;
        }

        int exponentAt = text.IndexOf('E');
        string digits = text.Substring(0, exponentAt).Replace(".", "").TrimEnd('0');
        int exponent = int.Parse(text.Substring(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return new DecimalDigits(digits, exponent + 1);
    }

    /// <summary>All digits of a number, which are finitely many.</summary>
    public static DecimalDigits Exact(double value)
    {
        if (value == 0) return new DecimalDigits("", 0);
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0) exponent++;
        else mantissa += 1L << 52;
        exponent -= 1075;

        // With a negative exponent, a factor of five for each halving moves the point of a decimal number.
        BigInteger digits = exponent >= 0 ? mantissa << exponent : mantissa * BigInteger.Pow(5, -exponent);
        string text = digits.ToString(CultureInfo.InvariantCulture);
        return new DecimalDigits(text.TrimEnd('0'), text.Length + Math.Min(exponent, 0));
    }

    /// <summary>The digits rounded to a count, halves to the even digit.</summary>
    /// <param name="count">How many to keep; when negative, nothing is left.</param>
    public DecimalDigits Round(int count)
    {
        if (count >= Digits.Length) return this;
        if (count < 0) return new DecimalDigits("", 0);
        bool up = Digits[count] > '5'
            || (Digits[count] == '5' && (Digits.Length > count + 1 || (count > 0 && (Digits[count - 1] - '0') % 2 == 1)));
        if (!up) return new DecimalDigits(Digits.Substring(0, count).TrimEnd('0'), count == 0 ? 0 : Point);

        StringBuilder digits = new(Digits, 0, count, count + 1);
        for (int i = count - 1; i >= 0; i--)
        {
            if (digits[i] < '9')
            {
                digits[i]++;
                digits.Length = i + 1;
                return new DecimalDigits(digits.ToString(), Point);
            }
        }

        return new DecimalDigits("1", Point + 1);
    }

    /// <summary>The digit at a place, 0 beyond the last.</summary>
    public char this[int index] => index >= 0 && index < Digits.Length ? Digits[index] : '0';
}
