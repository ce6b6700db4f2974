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

    // By file, in the order the files came in; null while there are none, as in most bags.
    private Dictionary<string, FileFindings>? _files;

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
        if (other._files is not null) AddRange(other._files);
        HasErrors |= other.HasErrors;
    }

    private void AddRange(Dictionary<string, FileFindings> files)
    {
        foreach ((string name, FileFindings findings) in files)
        {
            foreach (Diagnostic diagnostic in findings.Shown)
            {
                if (HasRoom(diagnostic.Descriptor, diagnostic.Span)) Add(diagnostic);
            }

            FileOf(name).Hidden += findings.Hidden;
        }
    }

    /// <summary>The findings by file, in the order the files came in, and by position within each file.</summary>
    public IReadOnlyList<Diagnostic> ToSortedList() => _files is null ? [] : Sorted(_files);

    private static IReadOnlyList<Diagnostic> Sorted(Dictionary<string, FileFindings> files)
    {
        List<Diagnostic> sorted = [];
        foreach ((string name, FileFindings file) in files)
        {
            sorted.AddRange(file.Shown.OrderBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Descriptor.Code, StringComparer.Ordinal));
            if (file.Hidden > 0)
            {
                string message = string.Format(CultureInfo.InvariantCulture, DiagnosticDescriptors.TooManyFindings.MessageFormat, file.Hidden, MaxPerFile);
                sorted.Add(new Diagnostic(DiagnosticDescriptors.TooManyFindings, SourceSpan.WholeFile(name), message));
            }
        }

        return sorted;
    }

    // Counts a finding for which there is no room.
    private bool HasRoom(DiagnosticDescriptor descriptor, SourceSpan span)
    {
        bool isError = descriptor.Severity == DiagnosticSeverity.Error;
        HasErrors |= isError;
        FileFindings file = FileOf(span.File);
        if ((isError ? file.Errors : file.Shown.Count - file.Errors) < MaxPerFile) return true;
        file.Hidden++;
        return false;
    }

    private void Add(Diagnostic diagnostic)
    {
        FileFindings file = FileOf(diagnostic.Span.File);
        if (file.Shown.Contains(diagnostic)) return;
        file.Shown.Add(diagnostic);
        if (diagnostic.Descriptor.Severity == DiagnosticSeverity.Error) file.Errors++;
    }

    private FileFindings FileOf(string name)
    {
        _files ??= new Dictionary<string, FileFindings>(StringComparer.Ordinal);
        if (!_files.TryGetValue(name, out FileFindings? file)) _files.Add(name, file = new FileFindings());
        return file;
    }

    /// <summary>The findings of a file.</summary>
    private sealed class FileFindings
    {
        /// <summary>Those for which there is room: at most <see cref="MaxPerFile"/> errors, and as many others.</summary>
        public List<Diagnostic> Shown { get; } = [];

        /// <summary>How many of them are errors.</summary>
        public int Errors { get; set; }

        /// <summary>How many there are besides.</summary>
        public int Hidden { get; set; }
    }
}
