using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Text;

namespace Score.Core.Templates.Patterns;

/// <summary>A regular expression in RE2's syntax, with Go's rules for several matches and for replacements.</summary>
internal sealed class GoRegex
{
    // What reading and compiling a pattern costs.
    private const int CreationSteps = 100;
    private const int StepsPerCharacter = 20;

    private const string MetaCharacters = "\\.+*?()|[]{}^$";

    private readonly string _source;
    private readonly Dictionary<string, int> _names;
    private readonly TimeSpan _time;
    private readonly Regex _regex;
#if NET
    private Regex? _linear;
#endif

    private GoRegex(string source, string pattern, Dictionary<string, int> names, TimeSpan time)
    {
        _source = source;
        _names = names;
        _time = time;
        _regex = new Regex(pattern, RegexOptions.CultureInvariant, FirstTry(time));
    }

    /// <summary>Reads a pattern, or finds it among those of the template.</summary>
    /// <exception cref="FunctionException">The text is not a pattern.</exception>
    public static GoRegex Get(Budget budget, string source)
    {
        if (source.Length > budget.Limits.PatternLength)
            throw new FunctionException($"The regular expression is longer than {budget.Limits.PatternLength} characters.", TemplateErrorKind.ValueLimit);
        return budget.Patterns.Get(source, budget, Create);
    }

    private static GoRegex Create(string source, Budget budget)
    {
        TimeSpan time = budget.Limits.PatternTime;
        budget.Charge(CreationSteps + (source.Length * StepsPerCharacter));
        try
        {
            (string pattern, Dictionary<string, int> names) = PatternTranslator.Translate(source);
            return new GoRegex(source, pattern, names, time);
        }
        catch (Exception e) when (e is PatternException or ArgumentException)
        {
            string reason = e is PatternException ? e.Message : "It is too complicated.";
            throw FunctionException.About(source, "is not a regular expression", reason);
        }
    }

    /// <summary>A text with backslashes before what means something in a pattern.</summary>
    public static string Quote(string text)
    {
        StringBuilder quoted = new();
        foreach (char c in text)
        {
            if (MetaCharacters.IndexOf(c) >= 0) quoted.Append('\\');
            quoted.Append(c);
        }

        return quoted.ToString();
    }

    public bool IsMatch(Budget budget, string text) => MatchAt(budget, text, 0).Success;

    /// <summary>The first match, or an empty string.</summary>
    public string Find(Budget budget, string text) => MatchAt(budget, text, 0).Value;

    /// <summary>The matches that do not overlap. An empty one right after another does not count.</summary>
    /// <param name="budget">What the run has left.</param>
    /// <param name="text">What is searched.</param>
    /// <param name="count">The most matches; negative for all.</param>
    public List<Match> FindAll(Budget budget, string text, long count)
    {
        List<Match> matches = [];
        int previousEnd = -1;
        for (int at = 0; at <= text.Length && (count < 0 || matches.Count < count);)
        {
            budget.Charge(1);
            Match match = MatchAt(budget, text, at);
            if (!match.Success) break;
            int end = match.Index + match.Length;
            bool isAccepted = end > at || match.Index != previousEnd;
            if (end == at) at = Next(text, at);
            else at = end;
            previousEnd = end;
            if (isAccepted) matches.Add(match);
            if ((matches.Count & 0xFFF) == 0) budget.CheckElements(matches.Count);
        }

        return matches;
    }

    /// <summary>Replaces all matches.</summary>
    /// <param name="budget">What the run has left.</param>
    /// <param name="text">What is searched.</param>
    /// <param name="replacement">What takes the place of a match.</param>
    /// <param name="isLiteral">Whether a dollar sign in it is just that, or <c>$1</c> and <c>${name}</c> stand for groups.</param>
    public string Replace(Budget budget, string text, string replacement, bool isLiteral)
    {
        LimitedText result = new(budget);
        int lastEnd = 0;
        for (int at = 0; at <= text.Length;)
        {
            budget.Charge(1);
            Match match = MatchAt(budget, text, at);
            if (!match.Success) break;
            int end = match.Index + match.Length;
            result.Append(text, lastEnd, match.Index - lastEnd);
            if (end > lastEnd || match.Index == 0)
            {
                if (isLiteral) result.Append(replacement);
                else Expand(result, replacement, match);
            }

            lastEnd = end;
            at = Math.Max(end, Next(text, at));
        }

        return result.Append(text, lastEnd, text.Length - lastEnd).ToString();
    }

    /// <summary>The parts between matches.</summary>
    /// <param name="budget">What the run has left.</param>
    /// <param name="text">What is split.</param>
    /// <param name="count">The most parts, of which the last is the rest; negative for no limit.</param>
    public List<string> Split(Budget budget, string text, long count)
    {
        if (count == 0) return [];
        if (_source.Length > 0 && text.Length == 0) return [""];
        List<string> parts = [];
        int begin = 0;
        int end = 0;
        foreach (Match match in FindAll(budget, text, count))
        {
            if (count > 0 && parts.Count == count - 1) break;
            end = match.Index;
            if (match.Index + match.Length != 0) parts.Add(text.Substring(begin, end - begin));
            begin = match.Index + match.Length;
        }

        if (end != text.Length) parts.Add(text.Substring(begin));
        return parts;
    }

    private static int Next(string text, int at)
    {
        if (at >= text.Length) return at + 1;
        GoText.NextRune(text, ref at);
        return at;
    }

    // The engine's own limit is the clock's: who reached it without the time of a processor waited for other programs.
    private Match MatchAt(Budget budget, string text, int at)
    {
        long start = ThreadTime.Ticks;
        while (true)
        {
            Match? match = TryMatch(text, at);
            long spent = ThreadTime.Ticks - start;
            if (match is not null) return budget.TrySpendPatternTime(spent) ? match : throw TimedOut();
            budget.Context.Cancellation.ThrowIfCancellationRequested();
            if (spent < FirstTry(_time).Ticks) continue;
            if (spent >= _time.Ticks || !TryUseLinearEngine()) throw TimedOut();
        }
    }

    // Null when it took too long.
    private Match? TryMatch(string text, int at)
    {
        try
        {
#if NET
            if (_linear is not null) return _linear.Match(text, at);
#endif
            return _regex.Match(text, at);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    // Where there is an engine that cannot run away, the usual one gets a part of the time to show that it does not.
    private static TimeSpan FirstTry(TimeSpan time)
    {
#if NET
        return TimeSpan.FromTicks(Math.Max(time.Ticks / 4, 1));
#else
        return time;
#endif
    }

    // The engine that cannot run away is slower for most patterns and does not know all of them, so it is the second choice.
    private bool TryUseLinearEngine()
    {
#if NET
        try
        {
            _linear ??= new Regex(_regex.ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, _time);
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
#else
        return false;
#endif
    }

    private FunctionException TimedOut()
    {
        string seconds = _time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        string message = $"The regular expressions took too long, of {seconds} seconds in all. This is the last one.";
        return new FunctionException(message, TemplateErrorKind.PatternTimeout);
    }

    private void Expand(LimitedText result, string replacement, Match match)
    {
        for (int at = 0; at < replacement.Length;)
        {
            int dollar = replacement.IndexOf('$', at);
            if (dollar < 0) dollar = replacement.Length;
            result.Append(replacement, at, dollar - at);
            at = dollar + 1;
            if (dollar >= replacement.Length) break;
            if (at < replacement.Length && replacement[at] == '$')
            {
                result.Append('$');
                at++;
            }
            else if (TakeName(replacement, ref at) is string name)
            {
                result.Append(Group(match, name));
            }
            else
            {
                result.Append('$');
            }
        }
    }

    // "$1x" is the group named "1x": the longest name counts. Null when there is none.
    private static string? TakeName(string replacement, ref int at)
    {
        bool hasBraces = at < replacement.Length && replacement[at] == '{';
        int start = hasBraces ? at + 1 : at;
        int end = start;
        while (end < replacement.Length && (replacement[end] == '_' || char.IsLetterOrDigit(replacement[end]))) end++;
        if (end == start || (hasBraces && (end >= replacement.Length || replacement[end] != '}'))) return null;
        at = hasBraces ? end + 1 : end;
        return replacement.Substring(start, end - start);
    }

    private string Group(Match match, string name)
    {
        bool isNumber = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        if (!isNumber && !_names.TryGetValue(name, out number)) return "";
        return match.Groups[number].Value;
    }
}
