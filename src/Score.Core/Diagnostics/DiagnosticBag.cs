using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Score.Core.Diagnostics;

/// <summary>Collects findings. The same finding at the same place counts once, however often it is added.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>
    /// More errors than this in one file help nobody; the rest is only counted. Warnings and messages have a limit of their
    /// own, so that they never hide an error.
    /// </summary>
    internal const int MaxPerFile = 100;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<Diagnostic> _seen = [];
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a finding.</summary>
    /// <param name="descriptor">Its kind.</param>
    /// <param name="span">Its place.</param>
    /// <param name="arguments">The values for the message format. Text from a user's file is cut to a readable excerpt.</param>
    public void Add(DiagnosticDescriptor descriptor, SourceSpan span, params object[] arguments)
    {
        if (!HasRoom(descriptor, span)) return;
        object[] shown = arguments.Select(a => a is string text ? Excerpt.Of(text) : a).ToArray();
        Add(new Diagnostic(descriptor, span, string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, shown)));
    }

    /// <summary>Adds all findings of another bag.</summary>
    public void AddRange(DiagnosticBag other)
    {
        foreach (Diagnostic diagnostic in other._diagnostics)
        {
            if (HasRoom(diagnostic.Descriptor, diagnostic.Span)) Add(diagnostic);
        }

        foreach ((string file, Tally tally) in other._tallies) TallyOf(file).Hidden += tally.Hidden;
        HasErrors |= other.HasErrors;
    }

    /// <summary>The findings by file, in the order the files came in, and by position within each file.</summary>
    public IReadOnlyList<Diagnostic> ToSortedList()
    {
        List<Diagnostic> sorted = [];
        foreach (IGrouping<string, Diagnostic> file in _diagnostics.GroupBy(d => d.Span.File, StringComparer.Ordinal))
        {
            sorted.AddRange(file.OrderBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Descriptor.Code, StringComparer.Ordinal));
            int hidden = TallyOf(file.Key).Hidden;
            if (hidden > 0)
            {
                string message = string.Format(CultureInfo.InvariantCulture, DiagnosticDescriptors.TooManyFindings.MessageFormat, hidden, MaxPerFile);
                sorted.Add(new Diagnostic(DiagnosticDescriptors.TooManyFindings, SourceSpan.WholeFile(file.Key), message));
            }
        }

        return sorted;
    }

    // Counts a finding for which there is no room.
    private bool HasRoom(DiagnosticDescriptor descriptor, SourceSpan span)
    {
        bool isError = descriptor.Severity == DiagnosticSeverity.Error;
        HasErrors |= isError;
        Tally tally = TallyOf(span.File);
        if ((isError ? tally.Errors : tally.Others) < MaxPerFile) return true;
        tally.Hidden++;
        return false;
    }

    private void Add(Diagnostic diagnostic)
    {
        if (!_seen.Add(diagnostic)) return;
        _diagnostics.Add(diagnostic);
        Tally tally = TallyOf(diagnostic.Span.File);
        if (diagnostic.Descriptor.Severity == DiagnosticSeverity.Error) tally.Errors++;
        else tally.Others++;
    }

    private Tally TallyOf(string file)
    {
        if (!_tallies.TryGetValue(file, out Tally? tally)) _tallies.Add(file, tally = new Tally());
        return tally;
    }

    /// <summary>How many findings a file has.</summary>
    private sealed class Tally
    {
        public int Errors { get; set; }

        public int Others { get; set; }

        public int Hidden { get; set; }
    }
}
