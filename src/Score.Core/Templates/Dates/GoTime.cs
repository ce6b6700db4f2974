using System;
using System.Globalization;
using Score.Core.Templates.Execution;

namespace Score.Core.Templates.Dates;

/// <summary>A moment as a zone's clock shows it, to a tenth of a microsecond.</summary>
/// <param name="Utc">The moment.</param>
/// <param name="Offset">What the zone's clock is ahead of UTC.</param>
/// <param name="Zone">The zone's abbreviation; without one, its offset.</param>
internal sealed record GoTime(DateTime Utc, TimeSpan Offset, string Zone)
{
    /// <summary>What a time is that was never set: the first second of the year 1.</summary>
    public static readonly GoTime Zero = new(DateTime.MinValue, TimeSpan.Zero, "UTC");

    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What the zone's clock shows.</summary>
    public DateTime Clock => Shift(Utc, Offset);

    /// <summary>Seconds since 1970.</summary>
    public long Unix => (long)Math.Floor((decimal)(Utc.Ticks - Epoch.Ticks) / TimeSpan.TicksPerSecond);

    /// <summary>Nanoseconds since 1970.</summary>
    public long UnixNanoseconds => unchecked((Utc.Ticks - Epoch.Ticks) * 100);

    /// <summary>A moment in UTC.</summary>
    public static GoTime OfUtc(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeSpan.Zero, "UTC");

    /// <summary>A moment by its seconds since 1970.</summary>
    public static GoTime OfUnix(long seconds)
    {
        if (seconds is < -62135596800 or > 253402300799) throw OutOfRange();
        return OfUtc(Epoch.AddTicks(seconds * TimeSpan.TicksPerSecond));
    }

    /// <summary>The same moment by another zone's clock.</summary>
    public GoTime In(TimeSpan offset, string? zone)
    {
        Shift(Utc, offset);
        return new GoTime(Utc, offset, zone ?? OffsetName(offset));
    }

    /// <summary>A later moment by the same clock.</summary>
    /// <param name="nanoseconds">How much later.</param>
    public GoTime Add(long nanoseconds) => this with { Utc = Shift(Utc, TimeSpan.FromTicks(nanoseconds / 100)) };

    /// <summary>The nanoseconds from another moment to this one, as far as 64 bits hold them.</summary>
    public long Since(GoTime other)
    {
        decimal nanoseconds = (decimal)(Utc.Ticks - other.Utc.Ticks) * 100;
        return nanoseconds > long.MaxValue ? long.MaxValue : nanoseconds < long.MinValue ? long.MinValue : (long)nanoseconds;
    }

    /// <summary>A moment by what a clock shows. The day may lie outside of its month, as in "31 February".</summary>
    public static GoTime OfClock(DateTime clock, TimeSpan offset, string? zone) =>
        new(DateTime.SpecifyKind(Shift(clock, offset.Negate()), DateTimeKind.Utc), offset, zone ?? OffsetName(offset));

    /// <summary>Adds to the calendar's fields; what is too much for a month goes over into the next.</summary>
    public GoTime AddDate(long years, long months, long days)
    {
        try
        {
            DateTime clock = Clock;
            DateTime first = new DateTime(clock.Year, clock.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(checked((int)((years * 12) + months)));
            return OfClock(first.AddDays(clock.Day - 1 + days).Add(clock.TimeOfDay), Offset, Zone);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            throw OutOfRange();
        }
    }

    private static string OffsetName(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero) return "UTC";
        string sign = offset < TimeSpan.Zero ? "-" : "+";
        return sign + offset.ToString(offset.Minutes == 0 ? "hh" : "hhmm", CultureInfo.InvariantCulture);
    }

    private static DateTime Shift(DateTime time, TimeSpan span)
    {
        long ticks = unchecked(time.Ticks + span.Ticks);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) throw OutOfRange();
        return new DateTime(ticks, time.Kind);
    }

    private static FunctionException OutOfRange() => new("The date is outside of the years 1 to 9999.");
}
