using System;

namespace Score.Core.Templates;

/// <summary>What stops a template that would not end or would not fit. The defaults are far beyond what a template needs.</summary>
internal sealed record TemplateLimits
{
    /// <summary>How deep blocks and parentheses may nest in a template's text.</summary>
    public const int ParseDepth = 200;

    /// <summary>The limits that hold when a caller says nothing.</summary>
    public static readonly TemplateLimits Default = new();

    /// <summary>The longest output, in UTF-16 code units.</summary>
    public int Output { get; init; } = 8 * 1024 * 1024;

    /// <summary>The longest string that a function may make, in UTF-16 code units.</summary>
    public int StringLength { get; init; } = 8 * 1024 * 1024;

    /// <summary>The most elements that a list or map made by a function may have.</summary>
    public int Elements { get; init; } = 1_000_000;

    /// <summary>How many nodes may be run, where work on large values counts as several.</summary>
    public long Steps { get; init; } = 5_000_000;

    /// <summary>How deep running blocks, parentheses and template calls may nest together.</summary>
    public int Depth { get; init; } = 400;

    /// <summary>How deep values may nest that are printed, compared, copied or merged.</summary>
    public int ValueDepth { get; init; } = 200;

    /// <summary>The longest regular expression, in UTF-16 code units.</summary>
    public int PatternLength { get; init; } = 4096;

    /// <summary>How long processors may be busy with the regular expressions of a run together.</summary>
    public TimeSpan PatternTime { get; init; } = TimeSpan.FromSeconds(2);
}
