using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Score.Core.Diagnostics;

/// <summary>Collects findings. The same finding at the same place counts once, however often it is added.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>More findings than this in one file help nobody; the rest is only counted.</summary>
    internal const int MaximumPerFile = 100;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<Diagnostic> _seen = [];
    private readonly Dictionary<string, int> _perFile = new(StringComparer.Ordinal);

    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a finding.</summary>
    /// <param name="descriptor">Its kind.</param>
    /// <param name="span">Its place.</param>
    /// <param name="arguments">The values for the message format. Text from a user's file is cut to a readable excerpt.</param>
    public void Add(DiagnosticDescriptor descriptor, SourceSpan span, params object[] arguments)
    {
        object[] shown = arguments.Select(a => a is string text ? Excerpt.Of(text) : a).ToArray();
        Add(new Diagnostic(descriptor, span, string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, shown)));
    }

    /// <summary>Adds all findings of another bag.</summary>
    public void AddRange(DiagnosticBag other)
    {
        foreach (Diagnostic diagnostic in other._diagnostics) Add(diagnostic);
        foreach ((string file, int count) in other._perFile)
        {
            if (count > MaximumPerFile) _perFile[file] += count - MaximumPerFile;
        }
    }

    /// <summary>The findings by file, in the order the files came in, and by position within each file.</summary>
    public IReadOnlyList<Diagnostic> ToSortedList()
    {
        List<Diagnostic> sorted = [];
        foreach (IGrouping<string, Diagnostic> file in _diagnostics.GroupBy(d => d.Span.File, StringComparer.Ordinal))
        {
            sorted.AddRange(file.OrderBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Descriptor.Code, StringComparer.Ordinal));
            int hidden = _perFile[file.Key] - MaximumPerFile;
            if (hidden > 0)
            {
                string message = string.Format(CultureInfo.InvariantCulture, DiagnosticDescriptors.TooManyFindings.MessageFormat, hidden, MaximumPerFile);
                sorted.Add(new Diagnostic(DiagnosticDescriptors.TooManyFindings, SourceSpan.WholeFile(file.Key), message));
            }
        }

        return sorted;
    }

    private void Add(Diagnostic diagnostic)
    {
        if (diagnostic.Descriptor.Severity == DiagnosticSeverity.Error) HasErrors = true;
        _perFile.TryGetValue(diagnostic.Span.File, out int count);
        if (count < MaximumPerFile)
        {
            if (!_seen.Add(diagnostic)) return;
            _diagnostics.Add(diagnostic);
        }

        _perFile[diagnostic.Span.File] = count + 1;
    }
}
