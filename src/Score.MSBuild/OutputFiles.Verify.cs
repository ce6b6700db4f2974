using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Files;

namespace Score.MSBuild;

/// <content>Compares the files with those that are there, and writes nothing.</content>
internal sealed partial class OutputFiles
{
    private bool _marksFolder;

    /// <summary>Whether the files below the root hold secret values, so that none of them is committed.</summary>
    public bool IsRootSecret { get; set; }

    /// <summary>Reports what is not as this build would write it, of what one commits: neither files that Git ignores, nor what is merged with a user's own
    /// text.</summary>
    /// <param name="showsLines">Whether a line of a file may be shown: it has no secret value.</param>
    /// <param name="stale">Receives SCORE0694.</param>
    public void Verify(bool showsLines, DiagnosticBag stale)
    {
        foreach (OutputFile file in _files.Where(f => f.Merge is null && !(f.IsOwned && IsRootSecret)))
        {
            if (Difference(file, showsLines) is { } difference && GitIgnore.Covers(file.Path) != true)
            {
                stale.Add(
                    DiagnosticDescriptors.StaleOutput,
                    difference.Line == 0 ? SourceSpan.WholeFile(file.Path) : new SourceSpan(file.Path, difference.Line, 1, difference.Line, 1),
                    Shown(file.Path),
                    new Phrase(difference.Sentence));
            }
        }

        foreach (string path in Superfluous().Where(p => File.Exists(p) && GitIgnore.Covers(p) != true))
            stale.Add(DiagnosticDescriptors.StaleOutput, SourceSpan.WholeFile(path), Shown(path), new Phrase("no build writes it any more."));
    }

    private static FileDifference? Difference(OutputFile file, bool showsLines)
    {
        BoundedFileResult read = BoundedFile.Read(file.Path, file.Content.Length * 2 + 1024 * 1024);
        if (read.Problem == BoundedFileProblem.NotFound) return new FileDifference(0, "it is missing.");
        if (read.Bytes is not { } bytes) return new FileDifference(0, read.Detail);

        // Git may have given it the line breaks of Windows.
        if (bytes.SequenceEqual(file.Content)) return null;
        string[] there = Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n").Split('\n');
        string[] made = Encoding.UTF8.GetString(file.Content).Replace("\r\n", "\n").Split('\n');
        int line = 0;
        while (line < there.Length && line < made.Length && there[line] == made[line]) line++;
        if (line == there.Length && line == made.Length) return null;
        if (line == made.Length || (line == made.Length - 1 && made[line].Length == 0))
            return new FileDifference(line + 1, $"it should end before line {line + 1}.");
        return new FileDifference(line + 1,
            showsLines ? $"line {line + 1} should be '{Excerpt.Of(made[line].Trim())}'." : $"line {line + 1} should be another one.");
    }

    private IEnumerable<string> Superfluous()
    {
        HashSet<string> current = new(Paths, StringComparer.OrdinalIgnoreCase);
        IEnumerable<string> known = IsRootSecret ? _stale : _stale.Concat(_owned.Except(Owned, StringComparer.Ordinal));

        // A fresh clone has no notes of what builds wrote, but what they wrote says so.
        IEnumerable<string> folders = _marksFolder
            ? _files.Select(f => Path.GetDirectoryName(f.Path)!).Distinct(StringComparer.Ordinal).Where(Directory.Exists).ToList()
            : [];
        IEnumerable<string> marked = folders.SelectMany(f => Directory.EnumerateFiles(f))
            .Where(p => GeneratedFile.ReadStart(p).Bytes is { } start && GeneratedFile.OwnerOf(start) is { } owner && owner == OwnerFor(p));
        return known.Concat(marked).Where(p => !current.Contains(p)).Distinct(StringComparer.Ordinal).OrderBy(p => p, StringComparer.Ordinal);
    }

    private string Shown(string path) => Project.Length > 0 ? RelativePath.Of(path, Path.GetDirectoryName(Project)!) : Path.GetFileName(path);

    /// <summary>How a file differs.</summary>
    private sealed record FileDifference(int Line, string Sentence);
}
