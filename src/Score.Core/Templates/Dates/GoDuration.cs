using System.Globalization;
using System.Text;

namespace Score.Core.Templates.Dates;

/// <summary>Durations in nanoseconds, as Go writes and reads them.</summary>
internal static class GoDuration
{
    public const long Microsecond = 1000;
    public const long Millisecond = 1000 * Microsecond;
    public const long Second = 1000 * Millisecond;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;

    /// <summary>The text of a duration: "1h2m3.5s", or in a smaller unit below a second.</summary>
    public static string Format(long nanoseconds)
    {
        if (nanoseconds == 0) return "0s";
        ulong rest = nanoseconds < 0 ? unchecked((ulong)-nanoseconds) : (ulong)nanoseconds;
        string sign = nanoseconds < 0 ? "-" : "";
        if (rest < Second)
        {
            (ulong unit, string name) = rest < Microsecond ? (1UL, "ns") : rest < Millisecond ? ((ulong)Microsecond, "µs") : ((ulong)Millisecond, "ms");
            return sign + Fraction(rest, unit) + name;
        }

        StringBuilder text = new(sign);
        ulong hours = rest / Hour;
        ulong minutes = rest / Minute % 60;
        if (hours > 0) text.Append(hours.ToString(CultureInfo.InvariantCulture)).Append('h');
        if (rest >= Minute) text.Append(minutes.ToString(CultureInfo.InvariantCulture)).Append('m');
        return text.Append(Fraction(rest % Minute, Second)).Append('s').ToString();
    }

    /// <summary>Reads a text like "1h15m30.918s".</summary>
    public static bool TryParse(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        int at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        bool isNegative = at == 1 && text[0] == '-';
        if (text.Length == at) return false;
        if (text.Length == at + 1 && text[at] == '0') return true;
        decimal total = 0;
        while (at < text.Length)
        {
            int start = at;
            while (at < text.Length && text[at] is (>= '0' and <= '9') or '.') at++;
            if (!decimal.TryParse(text.Substring(start, at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
                return false;
            start = at;
            while (at < text.Length && text[at] is not ((>= '0' and <= '9') or '.')) at++;
            long unit = text.Substring(start, at - start) switch
            {
                "ns" => 1,
                "us" or "µs" or "μs" => Microsecond,
                "ms" => Millisecond,
                "s" => Second,
                "m" => Minute,
                "h" => Hour,
                _ => 0,
            };
            if (unit == 0 || number > ((decimal)long.MaxValue / unit) + 1) return false;
            total += decimal.Truncate(number * unit);
            if (total > (decimal)long.MaxValue + 1) return false;
        }

        if (isNegative) total = -total;
        if (total > long.MaxValue) return false;
        nanoseconds = (long)total;
        return true;
    }

    /// <summary>The nearest multiple, halves away from zero.</summary>
    public static long Round(long value, long multiple)
    {
        if (multiple <= 0) return value;
        long rest = value % multiple;
        bool up = rest > 0 ? rest >= multiple - rest : -rest >= multiple + rest;
        if (!up || rest == 0) return value - rest;
        decimal rounded = (decimal)value - rest + (value < 0 ? -multiple : multiple);
        return rounded > long.MaxValue ? long.MaxValue : rounded < long.MinValue ? long.MinValue : (long)rounded;
    }

    private static string Fraction(ulong value, ulong unit) =>
        ((decimal)value / unit).ToString("0.#########", CultureInfo.InvariantCulture);
}
