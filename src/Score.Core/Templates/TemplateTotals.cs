using System;

namespace Score.Core.Templates;

/// <summary>
/// What several runs may do together, such as those for all resources of a build: each has limits of its own, but many that stay
/// just below them would still take minutes, or all memory. It is for one thread.
/// </summary>
internal sealed class TemplateTotals
{
    private long _steps;
    private long _text;
    private long _nodes;
    private long _patternTicks;

    /// <summary>The most steps, counted as <see cref="TemplateLimits.Steps"/>.</summary>
    public long Steps { get; init; } = 60_000_000;

    /// <summary>The most text that the runs may make, in UTF-16 code units.</summary>
    public long Text { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most values, mappings and lists that the text may have when it is read.</summary>
    public long Nodes { get; init; } = 2_000_000;

    /// <summary>How long processors may be busy with all regular expressions.</summary>
    public TimeSpan PatternTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a run reached one of the limits, so that the build need not go on.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Counts steps.</summary>
    /// <returns>Whether some are left.</returns>
    public bool TrySpendSteps(long steps) => IsLeft((_steps += steps) <= Steps);

    /// <summary>Counts text that was made.</summary>
    /// <returns>Whether it still fits.</returns>
    public bool TrySpendText(long length) => IsLeft((_text += length) <= Text);

    /// <summary>Counts values, mappings and lists that were read from the text.</summary>
    /// <returns>Whether they still fit.</returns>
    public bool TrySpendNodes(long count) => IsLeft((_nodes += count) <= Nodes);

    /// <summary>Counts the time that processors spent on a regular expression, in ticks of <see cref="TimeSpan"/>.</summary>
    /// <returns>Whether some is left.</returns>
    public bool TrySpendPatternTime(long ticks) => IsLeft((_patternTicks += ticks) <= PatternTime.Ticks);

    private bool IsLeft(bool isLeft)
    {
        IsExhausted |= !isLeft;
        return isLeft;
    }
}
