using System;
using System.Globalization;
using System.Text;

namespace Score.Core.Templates.Dates;

/// <summary>Writes times by a layout.</summary>
internal static class TimeFormatter
{
    /// <summary>How a time prints.</summary>
    public const string StringLayout = "2006-01-02 15:04:05.999999999 -0700 MST";

    /// <summary>How a time is written in JSON.</summary>
    public const string JsonLayout = "2006-01-02T15:04:05.999999999Z07:00";

    /// <summary>The text of a time.</summary>
    public static string Format(GoTime time, string layout)
    {
        DateTime clock = time.Clock;
        StringBuilder text = new();
        foreach (LayoutPart part in TimeLayout.Parse(layout)) text.Append(Field(part, clock, time));
        return text.ToString();
    }

    private static string Field(LayoutPart part, DateTime clock, GoTime time)
    {
        int hour = clock.Hour % 12 == 0 ? 12 : clock.Hour % 12;
        return part.Field switch
        {
            "" => part.Text,
            "2006" => Number(clock.Year, 4),
            "06" => Number(clock.Year % 100, 2),
            "January" => clock.ToString("MMMM", CultureInfo.InvariantCulture),
            "Jan" => clock.ToString("MMM", CultureInfo.InvariantCulture),
            "01" => Number(clock.Month, 2),
            "1" => Number(clock.Month, 1),
            "Monday" => clock.DayOfWeek.ToString(),
            "Mon" => clock.DayOfWeek.ToString().Substring(0, 3),
            "02" => Number(clock.Day, 2),
            "2" => Number(clock.Day, 1),
            "_2" => Number(clock.Day, 1).PadLeft(2),
            "002" => Number(clock.DayOfYear, 3),
            "__2" => Number(clock.DayOfYear, 1).PadLeft(3),
            "15" => Number(clock.Hour, 2),
            "03" => Number(hour, 2),
            "3" => Number(hour, 1),
            "04" => Number(clock.Minute, 2),
            "4" => Number(clock.Minute, 1),
            "05" => Number(clock.Second, 2),
            "5" => Number(clock.Second, 1),
            "PM" => clock.Hour >= 12 ? "PM" : "AM",
            "pm" => clock.Hour >= 12 ? "pm" : "am",
            "MST" => time.Zone,
            "fraction" => Fraction(part.Text, clock),
            _ => Offset(part.Field, time.Offset),
        };
    }

    // With nines, zeros at the end are left out, and the point when nothing follows it.
    private static string Fraction(string field, DateTime clock)
    {
        string digits = ((clock.Ticks % TimeSpan.TicksPerSecond) * 100).ToString("000000000", CultureInfo.InvariantCulture);
        int count = Math.Min(field.Length - 1, 9);
        digits = digits.Substring(0, count).PadRight(field.Length - 1, '0');
        if (field[1] == '9') digits = digits.TrimEnd('0');
        return digits.Length == 0 ? "" : field[0] + digits;
    }

    private static string Offset(string field, TimeSpan offset)
    {
        if (field[0] == 'Z' && offset == TimeSpan.Zero) return "Z";
        string separator = field.IndexOf(':') >= 0 ? ":" : "";
        string text = (offset < TimeSpan.Zero ? "-" : "+") + Number(Math.Abs(offset.Hours), 2);
        int digits = field.Replace(":", "").Length - 1;
        if (digits >= 4) text += separator + Number(Math.Abs(offset.Minutes), 2);
        if (digits >= 6) text += separator + Number(Math.Abs(offset.Seconds), 2);
        return text;
    }

    private static string Number(int value, int digits) => value.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
