using System.Numerics;
using Score.Core.Templates.Formatting;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>How Sprig turns values of any type into numbers. What is no number is 0.</summary>
internal static class Numbers
{
    /// <summary>The whole number that a value is; a fraction is cut off.</summary>
    public static long ToLong(GoValue value)
    {
        switch (value.Kind)
        {
            case GoKind.Int or GoKind.Int64 or GoKind.Uint8 or GoKind.Uint64: return value.AsLong;
            case GoKind.Float64: return Truncate(value.AsDouble);
            case GoKind.Bool: return value.AsBool ? 1 : 0;
            case GoKind.String:
                // "1.00" is 1, but "1.5" is no whole number. A prefix tells the base, and a leading zero means octal.
                bool isNumber = GoNumber.TryParseInteger(WithoutZeroFraction(value.AsString), 0, out BigInteger whole);
                return isNumber && whole >= long.MinValue && whole <= long.MaxValue ? (long)whole : 0;
            default: return 0;
        }
    }

    /// <summary>The number that a value is.</summary>
    public static double ToDouble(GoValue value)
    {
        switch (value.Kind)
        {
            case GoKind.Int or GoKind.Int64: return value.AsLong;
            case GoKind.Uint8 or GoKind.Uint64: return value.AsUnsigned;
            case GoKind.Float64: return value.AsDouble;
            case GoKind.Bool: return value.AsBool ? 1 : 0;
            case GoKind.String: return GoNumber.TryParseFloat(value.AsString, out double number) && !double.IsInfinity(number) ? number : 0;
            default: return 0;
        }
    }

    // What does not fit becomes the smallest number, as on the reference's processors.
    private static long Truncate(double value) => value is > -9.2233720368547758e18 and < 9.2233720368547758e18 ? (long)value : long.MinValue;

    private static string WithoutZeroFraction(string text)
    {
        int end = text.Length;
        while (end > 0 && text[end - 1] == '0') end--;
        return end > 1 && end < text.Length && text[end - 1] == '.' ? text.Substring(0, end - 1) : text;
    }
}
