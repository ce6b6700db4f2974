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

    private readonly ConcurrentDictionary<string, GoRegex> _patterns = new(StringComparer.Ordinal);

    /// <summary>The pattern of a source text that may take the time that the run allows; made when it is not known yet.</summary>
    public GoRegex Get(string source, Budget budget, Func<string, Budget, GoRegex> create)
    {
        string key = $"{budget.Limits.PatternTime.Ticks.ToString(CultureInfo.InvariantCulture)} {source}";
        if (_patterns.TryGetValue(key, out GoRegex? known)) return known;
        GoRegex made = create(source, budget);
        if (_patterns.Count < Capacity) _patterns[key] = made;
        return made;
    }
}
