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
                // A prefix tells the base, and a leading zero means octal, also before a fraction.
                return GoNumber.TryParseLong(WithoutFraction(value.AsString), 0, out long whole) ? whole : 0;
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
            case GoKind.String: return GoNumber.TryParseFloat(value.AsString, out double number) ? number : 0;
            default: return 0;
        }
    }

    // What does not fit becomes the smallest number, as on the reference's processors.
    private static long Truncate(double value) => value is > -9.2233720368547758e18 and < 9.2233720368547758e18 ? (long)value : long.MinValue;

    // "3.7" is "3" and ".5" is "0"; "3.x", "0x1f.5" and "3.7e2" stay what they are, which is no whole number.
    private static string WithoutFraction(string text)
    {
        int point = text.IndexOf('.');
        if (point < 0) return text;
        int sign = text[0] is '+' or '-' ? 1 : 0;
        for (int i = sign; i < text.Length; i++)
        {
            if (i != point && text[i] is < '0' or > '9') return text;
        }

        return point == sign ? "0" : text.Substring(0, point);
    }
}
