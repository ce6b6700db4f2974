using System;
using System.Globalization;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Dates;

/// <summary>The types of times and durations, with those of their methods that make sense in a template.</summary>
internal static class TimeTypes
{
    public static readonly GoType Duration = GoType.Named(GoKind.Int64, "time.Duration", static v => GoDuration.Format(v.AsLong), DurationMethod);

    public static readonly GoType Time = GoType.Named(
        GoKind.Struct,
        "time.Time",
        static v => TimeFormatter.Format(TimeOf(v), TimeFormatter.StringLayout),
        TimeMethod,
        static v => TimeFormatter.Format(TimeOf(v), TimeFormatter.JsonLayout));

    private static readonly GoType Month =
        GoType.Named(GoKind.Int, "time.Month", static v => MonthName(v.AsLong), static name => NameMethod(name, MonthType, MonthName));

    private static readonly GoType Weekday =
        GoType.Named(GoKind.Int, "time.Weekday", static v => DayName(v.AsLong), static name => NameMethod(name, WeekdayType, DayName));

    private static GoType MonthType => Month;

    private static GoType WeekdayType => Weekday;

    /// <summary>A time as a value.</summary>
    public static GoValue ValueOf(GoTime time) => GoValue.Named(Time, time);

    /// <summary>The time in a value of type <see cref="Time"/>.</summary>
    public static GoTime TimeOf(GoValue value) => (GoTime?)value.Reference ?? GoTime.Zero;

    private static TemplateFunction? TimeMethod(string name) => name switch
    {
        "Year" => Getter(name, static t => GoValue.Int(t.Clock.Year)),
        "Month" => Getter(name, static t => GoValue.Named(Month, t.Clock.Month)),
        "Day" => Getter(name, static t => GoValue.Int(t.Clock.Day)),
        "YearDay" => Getter(name, static t => GoValue.Int(t.Clock.DayOfYear)),
        "Weekday" => Getter(name, static t => GoValue.Named(Weekday, (long)t.Clock.DayOfWeek)),
        "Hour" => Getter(name, static t => GoValue.Int(t.Clock.Hour)),
        "Minute" => Getter(name, static t => GoValue.Int(t.Clock.Minute)),
        "Second" => Getter(name, static t => GoValue.Int(t.Clock.Second)),
        "Nanosecond" => Getter(name, static t => GoValue.Int(t.Clock.Ticks % TimeSpan.TicksPerSecond * 100)),
        "Unix" => Getter(name, static t => GoValue.Int64(t.Unix)),
        "UnixMilli" => Getter(name, static t => GoValue.Int64(t.UnixNanoseconds / GoDuration.Millisecond)),
        "UnixMicro" => Getter(name, static t => GoValue.Int64(t.UnixNanoseconds / GoDuration.Microsecond)),
        "UnixNano" => Getter(name, static t => GoValue.Int64(t.UnixNanoseconds)),
        "IsZero" => Getter(name, static t => GoValue.Of(t.Utc.Ticks == 0)),
        "UTC" or "Local" => Getter(name, static t => ValueOf(t.In(TimeSpan.Zero, "UTC"))),
        "String" => Getter(name, static t => GoValue.Of(TimeFormatter.Format(t, TimeFormatter.StringLayout))),
        "Format" => TemplateFunction.Create(name, c => GoValue.Of(TimeFormatter.Format(TimeOf(c[0]), c.Text(1))), Time, GoType.String),
        "Add" => TemplateFunction.Create(name, c => ValueOf(TimeOf(c[0]).Add(c.Long(1))), Time, Duration),
        "AddDate" =>
            TemplateFunction.Create(name, c => ValueOf(TimeOf(c[0]).AddDate(c.Long(1), c.Long(2), c.Long(3))), Time, GoType.Int, GoType.Int, GoType.Int),
        "Sub" => TemplateFunction.Create(name, c => GoValue.Named(Duration, TimeOf(c[0]).Since(TimeOf(c[1]))), Time, Time),
        "Before" => Comparer(name, static order => order < 0),
        "After" => Comparer(name, static order => order > 0),
        "Equal" => Comparer(name, static order => order == 0),
        "Compare" => TemplateFunction.Create(name, c => GoValue.Int(TimeOf(c[0]).Utc.CompareTo(TimeOf(c[1]).Utc)), Time, Time),
        "Truncate" => TemplateFunction.Create(name, c => ValueOf(Truncate(TimeOf(c[0]), c.Long(1))), Time, Duration),
        _ => null,
    };

    private static TemplateFunction? DurationMethod(string name) => name switch
    {
        "Hours" => Number(name, GoDuration.Hour),
        "Minutes" => Number(name, GoDuration.Minute),
        "Seconds" => Number(name, GoDuration.Second),
        "Milliseconds" => TemplateFunction.Create(name, c => GoValue.Int64(c.Long(0) / GoDuration.Millisecond), Duration),
        "Microseconds" => TemplateFunction.Create(name, c => GoValue.Int64(c.Long(0) / GoDuration.Microsecond), Duration),
        "Nanoseconds" => TemplateFunction.Create(name, c => GoValue.Int64(c.Long(0)), Duration),
        "Abs" => TemplateFunction.Create(name, c => GoValue.Named(Duration, c.Long(0) == long.MinValue ? long.MaxValue : Math.Abs(c.Long(0))), Duration),
        "Round" => TemplateFunction.Create(name, c => GoValue.Named(Duration, GoDuration.Round(c.Long(0), c.Long(1))), Duration, Duration),
        "Truncate" =>
            TemplateFunction.Create(name, c => GoValue.Named(Duration, c.Long(1) <= 0 ? c.Long(0) : c.Long(0) - (c.Long(0) % c.Long(1))), Duration, Duration),
        "String" => TemplateFunction.Create(name, c => GoValue.Of(GoDuration.Format(c.Long(0))), Duration),
        _ => null,
    };

    private static TemplateFunction? NameMethod(string name, GoType type, Func<long, string> text) =>
        name == "String" ? TemplateFunction.Create(name, c => GoValue.Of(text(c.Long(0))), type) : null;

    private static TemplateFunction Getter(string name, Func<GoTime, GoValue> get) =>
        TemplateFunction.Create(name, c => get(TimeOf(c[0])), Time);

    private static TemplateFunction Number(string name, long unit) =>
        TemplateFunction.Create(name, c => GoValue.Of(c.Long(0) / (double)unit), Duration);

    private static TemplateFunction Comparer(string name, Func<int, bool> test) =>
        TemplateFunction.Create(name, c => GoValue.Of(test(TimeOf(c[0]).Utc.CompareTo(TimeOf(c[1]).Utc))), Time, Time);

    // Multiples are counted from the first second of the year 1, which is where ticks are counted from too.
    private static GoTime Truncate(GoTime time, long nanoseconds)
    {
        long ticks = nanoseconds / 100;
        return ticks <= 0 ? time : time with { Utc = time.Utc.AddTicks(-(time.Utc.Ticks % ticks)) };
    }

    private static string MonthName(long month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName((int)month);

    private static string DayName(long day) => ((DayOfWeek)day).ToString();
}
