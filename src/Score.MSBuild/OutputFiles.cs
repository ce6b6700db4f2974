using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>The files that a platform gets: checked together, then written. What a user wrote is never replaced.</summary>
/// <param name="root">The folder that the files with names of others' choosing stay in.</param>
/// <param name="variablesRead">The environment variables whose values are in the files.</param>
/// <param name="diagnostics">Receives SCORE0601, SCORE0602 and SCORE0604.</param>
internal sealed class OutputFiles(string root, IReadOnlyCollection<string> variablesRead, DiagnosticBag diagnostics)
{
    private readonly List<OutputFile> _files = [];
    private readonly List<string> _directories = [];
    private readonly List<string> _stale = [];

    /// <summary>The environment variables whose values are in the files.</summary>
    public IReadOnlyCollection<string> VariablesRead { get; } = variablesRead;

    /// <summary>The full paths of all files, in the order in which they were added.</summary>
    public IEnumerable<string> Paths => _files.Select(f => f.Path);

    /// <summary>The full paths of the files that provisioners made.</summary>
    public IEnumerable<string> ProvisionedPaths => _files.Where(f => f.IsProvisioned).Select(f => f.Path);

    /// <summary>Adds a file that bears the mark of a generated one. One that is there without it is somebody else's, and stays.</summary>
    /// <param name="fullPath">Its path.</param>
    /// <param name="shown">The path as the project names it.</param>
    /// <param name="property">The property that names it.</param>
    /// <param name="content">Its bytes.</param>
    public void AddMarked(string fullPath, string shown, string property, byte[] content)
    {
        CheckReplaceable(fullPath, shown, property);
        _files.Add(new OutputFile(fullPath, content, null, false));
    }

    /// <summary>Adds a file below the root that bears the mark of a generated one.</summary>
    /// <param name="path">The path from the root, with <c>/</c>.</param>
    /// <param name="shown">The path as the project names it.</param>
    /// <param name="property">The property that names the root.</param>
    /// <param name="content">Its bytes.</param>
    public void AddMarkedBelowRoot(string path, string shown, string property, byte[] content)
    {
        string fullPath = BelowRoot(path);
        if (CheckContained(fullPath)) AddMarked(fullPath, shown, property, content);
    }

    /// <summary>Adds a file below the root.</summary>
    /// <param name="path">The path from the root, with <c>/</c>.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="mode">The Unix access mode, or null for the system's default.</param>
    /// <param name="isProvisioned">Whether a provisioner made it.</param>
    public void AddBelowRoot(string path, byte[] content, int? mode = null, bool isProvisioned = false)
    {
        string fullPath = BelowRoot(path);
        if (CheckContained(fullPath)) _files.Add(new OutputFile(fullPath, content, mode, isProvisioned));
    }

    /// <summary>Adds a folder below the root, with or without files.</summary>
    public void AddDirectoryBelowRoot(string path)
    {
        string fullPath = BelowRoot(path);
        if (CheckContained(Path.Combine(fullPath, "."))) _directories.Add(fullPath);
    }

    /// <summary>Adds a file whose content is what the user wrote, with additions.</summary>
    /// <param name="fullPath">Its path.</param>
    /// <param name="merge">Makes the new content of the old one, which is null when there is no file.</param>
    public void AddMerged(string fullPath, Func<byte[]?, byte[]> merge) => _files.Add(new OutputFile(fullPath, [], null, false) { Merge = merge });

    /// <summary>Takes note of the files of an earlier build that nothing needs any more.</summary>
    /// <param name="listFile">The full path of that build's list.</param>
    /// <param name="folder">Only files below this folder are deleted.</param>
    /// <param name="onlyMarked">Whether only files are deleted that bear the mark of a generated one.</param>
    public void DeleteStale(string listFile, string folder, bool onlyMarked = false)
    {
        if (BoundedFile.Read(listFile, FileContents.SourceSize).Bytes is not { } previous) return;
        HashSet<string> current = new(Paths, StringComparer.Ordinal);
        foreach (string path in Encoding.UTF8.GetString(previous).Split('\n'))
        {
            if (path.Length == 0 || current.Contains(path) || !PhysicalPath.IsBelow(path, folder) || !PhysicalPath.IsContained(path, root)) continue;
            if (!onlyMarked || GeneratedFile.IsMarked(path)) _stale.Add(path);
        }
    }

    /// <summary>Takes note of files that earlier builds have left below the root, of which there are no notes.</summary>
    /// <param name="paths">Their full paths; those that are among the files stay.</param>
    public void DeleteEarlier(IEnumerable<string> paths)
    {
        // Where case does not matter, a file may be there under a name in another case.
        HashSet<string> kept = new(Paths.Concat(_stale), StringComparer.OrdinalIgnoreCase);
        _stale.AddRange(paths.Where(p => !kept.Contains(p) && PhysicalPath.IsContained(p, root)));
    }

    /// <summary>Writes what differs, and deletes what is stale.</summary>
    /// <param name="writing">Receives SCORE0602.</param>
    public void Write(DiagnosticBag writing)
    {
        foreach (string path in _directories) ScoreTask.Try(path, writing, () => MountedFolder.Make(path, root));

        // The first file last: it names the others, and must not name one that is not there yet.
        for (int i = _files.Count - 1; i >= 0; i--)
        {
            if (writing.HasErrors) return;
            OutputFile file = _files[i];
            ScoreTask.Try(file.Path, writing, () =>
            {
                if (file.Mode is not null) MountedFolder.Make(Path.GetDirectoryName(file.Path)!, root);
                if (file.Merge is { } merge) SharedFile.Update(file.Path, merge);
                else AtomicFile.WriteIfDifferent(file.Path, file.Content, file.Mode);
            });
        }

        foreach (string path in _stale) ScoreTask.Try(path, writing, () => GeneratedFile.Delete(path, root));
    }

    private string BelowRoot(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    private void CheckReplaceable(string fullPath, string shown, string property)
    {
        BoundedFileResult existing = GeneratedFile.ReadStart(fullPath);
        switch (existing.Problem)
        {
            case BoundedFileProblem.NotFound:
                break;
            case BoundedFileProblem.Unreadable:
                diagnostics.Add(DiagnosticDescriptors.CannotWrite, SourceSpan.WholeFile(fullPath), shown, new Phrase(existing.Detail));
                break;
            default:
                if (existing.Bytes is null || !GeneratedFile.MayReplace(existing.Bytes))
                    diagnostics.Add(DiagnosticDescriptors.NotGenerated, SourceSpan.WholeFile(fullPath), shown, property);
                break;
        }
    }

    private bool CheckContained(string path)
    {
        if (PhysicalPath.IsContained(path, root)) return true;
        diagnostics.Add(DiagnosticDescriptors.OutputOutside, SourceSpan.WholeFile(path), Path.GetFileName(path), root);
        return false;
    }

    /// <summary>A file to write.</summary>
    private sealed record OutputFile(string Path, byte[] Content, int? Mode, bool IsProvisioned)
    {
        /// <summary>Makes the content of what is there when it is written; null when the content is known.</summary>
        public Func<byte[]?, byte[]>? Merge { get; init; }
    }
}
