using System;
using System.Collections.Concurrent;
using System.Globalization;
using Score.Core.Templates.Execution;

namespace Score.Core.Templates.Patterns;

/// <summary>The regular expressions of a template, so that one is read once however often it is used.</summary>
internal sealed class PatternCache
{
    // A template that makes up its patterns as it runs must not fill the memory.
    private const int Capacity = 64;

    // Made when it is needed; should two runs of the template make one at a time, a pattern may be read twice.
    private ConcurrentDictionary<string, GoRegex>? _patterns;

    /// <summary>The pattern of a source text that may take the time that the run allows; made when it is not known yet.</summary>
    public GoRegex Get(string source, Budget budget, Func<string, Budget, GoRegex> create)
    {
        string key = $"{budget.Limits.PatternTime.Ticks.ToString(CultureInfo.InvariantCulture)} {source}";
        ConcurrentDictionary<string, GoRegex> patterns = _patterns ??= new ConcurrentDictionary<string, GoRegex>(StringComparer.Ordinal);
        if (patterns.TryGetValue(key, out GoRegex? known)) return known;
        GoRegex made = create(source, budget);
        if (patterns.Count < Capacity) patterns[key] = made;
        return made;
    }
}
