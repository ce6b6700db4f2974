using System;
using System.Globalization;
using Score.Core.Templates.Dates;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Formatting;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>
/// Sprig's chapter "Date Functions". The clock is the run's, and the local zone is UTC, so that the place of a build does
/// not change its output.
/// </summary>
internal static class DateFunctions
{
    public static readonly string[] Names =
    [
        "ago", "date", "dateInZone", "dateModify", "date_in_zone", "date_modify", "duration", "durationRound", "htmlDate", "htmlDateInZone",
        "mustDateModify", "mustToDate", "must_date_modify", "now", "toDate", "unixEpoch",
    ];

    private const string HtmlLayout = "2006-01-02";

    public static TemplateFunction? Create(string name) => name switch
    {
        "now" => TemplateFunction.Create(name, c => TimeTypes.ValueOf(Now(c.Budget))),
        "ago" => TemplateFunction.Create(name, c => GoValue.Of(Ago(c)), GoType.Any),
        "date" => TemplateFunction.Create(name, c => GoValue.Of(Format(c.Budget, c.Text(0), c[1], "Local")), GoType.String, GoType.Any),
        "dateInZone" or "date_in_zone" =>
            TemplateFunction.Create(name, c => GoValue.Of(Format(c.Budget, c.Text(0), c[1], c.Text(2))), GoType.String, GoType.Any, GoType.String),
        "htmlDate" => TemplateFunction.Create(name, c => GoValue.Of(Format(c.Budget, HtmlLayout, c[0], "Local")), GoType.Any),
        "htmlDateInZone" => TemplateFunction.Create(name, c => GoValue.Of(Format(c.Budget, HtmlLayout, c[0], c.Text(1))), GoType.Any, GoType.String),
        "dateModify" or "date_modify" => TemplateFunction.Create(name, c => TimeTypes.ValueOf(Modify(c, isForgiving: true)), GoType.String, TimeTypes.Time),
        "mustDateModify" or "must_date_modify" =>
            TemplateFunction.Create(name, c => TimeTypes.ValueOf(Modify(c, isForgiving: false)), GoType.String, TimeTypes.Time),
        "duration" => TemplateFunction.Create(name, c => GoValue.Of(GoDuration.Format(unchecked(Seconds(c[0]) * GoDuration.Second))), GoType.Any),
        "durationRound" => TemplateFunction.Create(name, c => GoValue.Of(Rounded(Nanoseconds(c))), GoType.Any),
        "toDate" =>
            TemplateFunction.Create(name, c => TimeTypes.ValueOf(TimeParser.TryParse(c.Text(0), c.Text(1)) ?? GoTime.Zero), GoType.String, GoType.String),
        "mustToDate" => TemplateFunction.Create(name, c => TimeTypes.ValueOf(Parse(c)), GoType.String, GoType.String),
        "unixEpoch" => TemplateFunction.Create(name, c => GoValue.Of(TimeTypes.TimeOf(c[0]).Unix.ToString(CultureInfo.InvariantCulture)), TimeTypes.Time),
        _ => null,
    };

    private static GoTime Now(Budget budget) => GoTime.OfUtc(budget.Context.UtcNow());

    // A time, or seconds since 1970. Anything else means now.
    private static GoTime TimeOf(Budget budget, GoValue value)
    {
        if (!value.IsNothing && value.Type.Is(TimeTypes.Time)) return TimeTypes.TimeOf(value);
        return IsNumber(value) ? GoTime.OfUnix(value.AsLong) : Now(budget);
    }

    private static bool IsNumber(GoValue value) => !value.IsNothing && (value.Type.Is(GoType.Int) || value.Type.Is(GoType.Int64));

    private static string Format(Budget budget, string layout, GoValue date, string zone) =>
        TimeFormatter.Format(InZone(TimeOf(budget, date), zone), layout);

    // An unknown zone is UTC.
    private static GoTime InZone(GoTime time, string name)
    {
        if (name is "" or "UTC" or "Local") return time.In(TimeSpan.Zero, "UTC");
        try
        {
            TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(name);
            return time.In(zone.GetUtcOffset(time.Utc), null);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
#if NETFRAMEWORK
            string predicate = "is no time zone that .NET Framework knows, which has Windows' names only";
            throw FunctionException.About(name, predicate, kind: TemplateErrorKind.Unsupported);
#else
            return time.In(TimeSpan.Zero, "UTC");
#endif
        }
    }

    private static GoTime Modify(FunctionCall call, bool isForgiving)
    {
        GoTime time = TimeTypes.TimeOf(call[1]);
        if (GoDuration.TryParse(call.Text(0), out long nanoseconds)) return time.Add(nanoseconds);
        return isForgiving ? time : throw FunctionException.About(call.Text(0), "is not a duration like '1h30m'");
    }

    private static GoTime Parse(FunctionCall call) => TimeParser.TryParse(call.Text(0), call.Text(1))
        ?? throw FunctionException.About(call.Text(1), "is not a date in the given layout");

    private static string Ago(FunctionCall call)
    {
        long since = Now(call.Budget).Since(TimeOf(call.Budget, call[0]));
        return GoDuration.Format(GoDuration.Round(since, GoDuration.Second));
    }

    // Of numbers, only an int64 counts; a literal is none.
    private static long Seconds(GoValue value)
    {
        if (value.Kind == GoKind.String) return GoNumber.ParseNearest(value.AsString);
        return !value.IsNothing && value.Type.Is(GoType.Int64) ? value.AsLong : 0;
    }

    private static long Nanoseconds(FunctionCall call)
    {
        GoValue value = call[0];
        if (value.Kind == GoKind.String) return GoDuration.TryParse(value.AsString, out long nanoseconds) ? nanoseconds : 0;
        if (value.IsNothing) return 0;
        if (value.Type.Is(TimeTypes.Time)) return Now(call.Budget).Since(TimeTypes.TimeOf(value));
        return value.Type.Is(GoType.Int64) ? value.AsLong : 0;
    }

    // The largest unit of which there is more than one, without a sign.
    private static string Rounded(long nanoseconds)
    {
        ulong magnitude = nanoseconds < 0 ? unchecked((ulong)-nanoseconds) : (ulong)nanoseconds;
        (long Unit, string Name)[] units =
        [
            (365 * 24 * GoDuration.Hour, "y"),
            (30 * 24 * GoDuration.Hour, "mo"),
            (24 * GoDuration.Hour, "d"),
            (GoDuration.Hour, "h"),
            (GoDuration.Minute, "m"),
            (GoDuration.Second, "s"),
        ];
        foreach ((long unit, string name) in units)
        {
            if (magnitude > (ulong)unit) return (magnitude / (ulong)unit).ToString(CultureInfo.InvariantCulture) + name;
        }

        return "0s";
    }
}
