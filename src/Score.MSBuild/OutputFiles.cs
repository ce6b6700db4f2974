using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Kubernetes.Secrets;

namespace Score.MSBuild;

/// <summary>The files that a platform gets: checked together, then written. What a user wrote is never replaced.</summary>
/// <param name="root">The folder that the files with names of others' choosing stay in.</param>
/// <param name="diagnostics">Receives SCORE0601, SCORE0602, SCORE0604 and SCORE0641.</param>
internal sealed partial class OutputFiles(string root, DiagnosticBag diagnostics)
{
    private const int ReadableByAll = 0x1A4; // 0644, as the files that it lists

    private readonly List<OutputFile> _files = [];
    private readonly List<string> _directories = [];
    private readonly List<string> _stale = [];
    private readonly List<string> _foreign = [];
    private readonly HashSet<string> _owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> _owned = new(StringComparer.Ordinal);
    private OwnedFiles? _list;

    /// <summary>The full path of the project file, which generated files name by the way from them; empty when they do not.</summary>
    public string Project { get; init; } = "";

    /// <summary>The full paths of all files, in the order in which they were added.</summary>
    public List<string> Paths
    {
        get
        {
            List<string> paths = PathsOf(_ => true);
            if (_list is not null && _files.Exists(f => f.IsOwned)) paths.Add(_list.FullPath);
            return paths;
        }
    }

    /// <summary>The full path that stands for all files but those with additions: the file that names the others, or their folder.</summary>
    public string Main { get; init; } = "";

    /// <summary>The full paths of the files of a kind.</summary>
    public List<string> PathsOf(OutputKind kind)
    {
        List<string> paths = PathsOf(f => f.Kind == kind);
        if (kind == OutputKind.Mount && _list is not null && _files.Exists(f => f.IsOwned)) paths.Add(_list.FullPath);
        return paths;
    }

    /// <summary>What was written and had another content before, as a user is to be told of it.</summary>
    public List<string> Changed { get; } = [];

    private List<string> Owned => PathsOf(f => f.IsOwned);

    /// <summary>Takes note of the files below the root that earlier builds wrote. Those that are not added again are deleted.</summary>
    /// <param name="list">The list of them in the root.</param>
    /// <param name="others">Full paths of more of them.</param>
    public void Own(OwnedFiles list, IEnumerable<string> others)
    {
        _list = list;
        foreach (string path in list.Read().Concat(others))
        {
            if (PhysicalPath.IsBelow(path, root)) _owned.Add(path);
        }
    }

    /// <summary>Adds a file that bears the mark of a generated one. One that is there without it is somebody else's, and stays.</summary>
    /// <param name="fullPath">Its path.</param>
    /// <param name="shown">The path as the project names it.</param>
    /// <param name="property">The property that names it.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="content">Its bytes.</param>
    public void AddMarked(string fullPath, string shown, string property, OutputKind kind, byte[] content)
    {
        CheckReplaceable(fullPath, shown, property);
        _files.Add(new OutputFile(fullPath, kind, Project.Length > 0 ? GeneratedFile.WithOwner(content, OwnerFor(fullPath)) : content)
        {
            Shown = kind == OutputKind.Resources ? fullPath : null,
        });
    }

    /// <summary>Adds a file below the root that bears the mark of a generated one.</summary>
    /// <param name="path">The path from the root, with <c>/</c>.</param>
    /// <param name="shown">The path as the project names it.</param>
    /// <param name="property">The property that names the root.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="content">Its bytes.</param>
    public void AddMarkedBelowRoot(string path, string shown, string property, OutputKind kind, byte[] content)
    {
        _marksFolder = true;
        string fullPath = BelowRoot(path);
        if (CheckContained(fullPath)) AddMarked(fullPath, shown, property, kind, content);
    }

    /// <summary>Adds a file below the root. One that is there with other content, and that no build is known to have written, stays.</summary>
    /// <param name="path">The path from the root, with <c>/</c>.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="mode">The Unix access mode, or null for the system's default.</param>
    public void AddBelowRoot(string path, byte[] content, int? mode = null)
    {
        string fullPath = BelowRoot(path);
        if (!CheckContained(fullPath)) return;
        if (ScoreTask.PathComparer.Equals(fullPath, _list?.FullPath) || (!_owned.Contains(fullPath) && IsForeign(fullPath, content))) _foreign.Add(fullPath);
        _files.Add(new OutputFile(fullPath, OutputKind.Mount, content) { Mode = mode, IsOwned = true });
    }

    /// <summary>Reports the files that stay, when all were added.</summary>
    /// <param name="shown">The root as the project names it.</param>
    public void ReportForeign(string shown)
    {
        if (_foreign.Count == 0) return;
        string first = $"{shown.TrimEnd('/', '\\')}/{RelativePath.Of(_foreign[0], root)}";
        string more = _foreign.Count == 1 ? "" : $" (and {_foreign.Count - 1} more there)";
        diagnostics.Add(DiagnosticDescriptors.ForeignFile, SourceSpan.WholeFile(_foreign[0]), first, new Phrase(more));
    }

    /// <summary>Adds a folder below the root, with or without files.</summary>
    public void AddDirectoryBelowRoot(string path)
    {
        string fullPath = BelowRoot(path);
        if (CheckContained(Path.Combine(fullPath, "."))) _directories.Add(fullPath);
    }

    /// <summary>Adds a file whose content is what the user wrote, with additions.</summary>
    /// <param name="fullPath">Its path.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="merge">Makes the new content of the old one, which is null when there is no file.</param>
    /// <param name="newMode">The Unix access mode of a file that is made; the system's default when null.</param>
    public void AddMerged(string fullPath, OutputKind kind, Func<byte[]?, byte[]> merge, int? newMode = null) =>
        _files.Add(new OutputFile(fullPath, kind, []) { Merge = merge, NewMode = newMode, Shown = fullPath });

    /// <summary>Adds a file of the build's own that only its user may read.</summary>
    public void AddPrivate(string fullPath, byte[] content) =>
        _files.Add(new OutputFile(fullPath, OutputKind.EnvironmentFile, []) { Merge = _ => content, NewMode = EnvironmentFile.NewMode, Shown = "" });

    /// <summary>Adds a file with the values of Secrets, which keeps its mode, and that nobody else reads when it is new.</summary>
    /// <param name="fullPath">Its path.</param>
    /// <param name="shown">The path as the project names it.</param>
    /// <param name="property">The property that names it.</param>
    /// <param name="content">Its bytes, or those of a new file only.</param>
    /// <param name="isNewOnly">Whether a file that is there stays as it is.</param>
    public void AddSecret(string fullPath, string shown, string property, byte[] content, bool isNewOnly = false)
    {
        bool isMarked = GeneratedFile.StartsWith(content, SecretFiles.Mark);
        if (isMarked && GeneratedFile.ReadStart(fullPath).Bytes is { Length: > 0 } start && !GeneratedFile.StartsWith(start, SecretFiles.Mark))
            diagnostics.Add(DiagnosticDescriptors.NotGenerated, SourceSpan.WholeFile(fullPath), shown, property);
        _files.Add(new OutputFile(fullPath, OutputKind.Secrets, content)
        {
            Merge = existing => isNewOnly ? existing ?? content : content,
            NewMode = EnvironmentFile.NewMode,
            Shown = PhysicalPath.IsBelow(fullPath, Main) ? null : fullPath,
        });
    }

    /// <summary>Takes note of the files of an earlier build that nothing needs any more.</summary>
    /// <param name="notes">That build's notes.</param>
    /// <param name="folder">Only files below this folder are deleted, and only those that bear the mark of a generated one.</param>
    public void DeleteStale(ITaskItem? notes, string folder)
    {
        HashSet<string> current = new(Paths, StringComparer.Ordinal);
        foreach (string path in Notes.ReadPaths(notes, Notes.Manifests))
        {
            if (current.Contains(path) || !PhysicalPath.IsBelow(path, folder) || !PhysicalPath.IsContained(path, root)) continue;
            if (GeneratedFile.IsMarked(path)) _stale.Add(path);
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
        List<string> owned = Owned;
        HashSet<string> kept = new(owned, StringComparer.Ordinal);
        List<string> left = _owned.Where(p => !kept.Contains(p)).ToList();
        List<string> stale = [.. _stale, .. left.Where(p => PhysicalPath.IsContained(p, root))];
        DeleteAbandoned(owned.Concat(stale));

        // First, so that a build that is killed knows its files again. It names what is still to be deleted, too.
        if (owned.Count + left.Count > 0) WriteOwned([.. owned, .. left], writing);
        foreach (string path in _directories) ScoreTask.Try(path, writing, () => MountedFolder.Make(path, root));

        // Where capitals do not count, the file of the same name would go with it.
        HashSet<string> current = new(Paths, StringComparer.OrdinalIgnoreCase);
        foreach (string path in stale.Where(current.Contains)) ScoreTask.Try(path, writing, () => GeneratedFile.Delete(path, root));

        // The first file last: it names the others, and must not name one that is not there yet.
        for (int i = _files.Count - 1; i >= 0; i--)
        {
            if (writing.HasErrors) return;
            OutputFile file = _files[i];
            ScoreTask.Try(file.Path, writing, () =>
            {
                if (file.Mode is not null) MountedFolder.Make(Path.GetDirectoryName(file.Path)!, root);
                bool isChanged = file.Merge is { } merge
                    ? SharedFile.Update(file.Path, merge, file.NewMode)
                    : AtomicFile.WriteIfDifferent(file.Path, file.Content, file.Mode, file.IsOwned ? root : null);
                string shown = file.Shown ?? Main;
                if (isChanged && shown.Length > 0 && !Changed.Contains(shown)) Changed.Add(shown);
            });
        }

        foreach (string path in stale.Where(p => !current.Contains(p))) ScoreTask.Try(path, writing, () => GeneratedFile.Delete(path, root));
        if (left.Count > 0) WriteOwned(owned, writing);
    }

    private List<string> PathsOf(Predicate<OutputFile> isMeant)
    {
        List<string> paths = [];
        foreach (OutputFile file in _files)
        {
            if (isMeant(file)) paths.Add(file.Path);
        }

        return paths;
    }

    private void WriteOwned(List<string> paths, DiagnosticBag writing)
    {
        string list = _list!.FullPath;
        ScoreTask.Try(list, writing, () =>
        {
            if (paths.Count > 0) AtomicFile.WriteIfDifferent(list, _list.Write(paths), ReadableByAll, root);
            else GeneratedFile.Delete(list, root);
        });
    }

    private void DeleteAbandoned(IEnumerable<string> owned)
    {
        HashSet<string> folders = new(Paths.Concat(owned).Select(p => Path.GetDirectoryName(p)!), StringComparer.Ordinal);
        foreach (string folder in folders) TemporaryFile.DeleteAbandoned(folder);
    }

    private static bool IsForeign(string fullPath, byte[] content) =>
        File.Exists(fullPath) && !(BoundedFile.Read(fullPath, content.Length).Bytes is { } existing && existing.SequenceEqual(content));

    private string BelowRoot(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    // The same on every machine; on another drive only the name is.
    private string OwnerFor(string fullPath)
    {
        string way = RelativePath.Of(Project, Path.GetDirectoryName(fullPath)!);
        return Excerpt.Of(Path.IsPathRooted(way) ? Path.GetFileName(Project) : way);
    }

    private void CheckReplaceable(string fullPath, string shown, string property)
    {
        BoundedFileResult existing = GeneratedFile.ReadStart(fullPath);
        bool isOurs = existing.Problem == BoundedFileProblem.NotFound || (existing.Bytes is { } start && GeneratedFile.MayReplace(start));
        if (existing.Problem == BoundedFileProblem.Unreadable)
        {
            diagnostics.Add(DiagnosticDescriptors.CannotWrite, SourceSpan.WholeFile(fullPath), shown, new Phrase(existing.Detail));
        }
        else if (!isOurs)
        {
            diagnostics.Add(DiagnosticDescriptors.NotGenerated, SourceSpan.WholeFile(fullPath), shown, property);
        }
        else if (existing.Bytes is { } bytes
            && GeneratedFile.OwnerOf(bytes) is { } owner
            && Project.Length > 0
            && owner != OwnerFor(fullPath)
            && _owners.Add(owner))
        {
            diagnostics.Add(DiagnosticDescriptors.OutputOfOtherProject, SourceSpan.WholeFile(fullPath), shown, owner, property);
        }
    }

    private bool CheckContained(string path)
    {
        if (PhysicalPath.IsContained(path, root)) return true;
        diagnostics.Add(DiagnosticDescriptors.OutputOutside, SourceSpan.WholeFile(path), Path.GetFileName(path), root);
        return false;
    }

    /// <summary>A file to write.</summary>
    private sealed record OutputFile(string Path, OutputKind Kind, byte[] Content)
    {
        /// <summary>The Unix access mode, or null for the system's default.</summary>
        public int? Mode { get; init; }

        /// <summary>Whether it is in the list of the files below the root that builds have written.</summary>
        public bool IsOwned { get; init; }

        /// <summary>Makes the content of what is there when it is written; null when the content is known.</summary>
        public Func<byte[]?, byte[]>? Merge { get; init; }

        /// <summary>The Unix access mode of a merged file that is made.</summary>
        public int? NewMode { get; init; }

        /// <summary>The path that a user is told of; empty for none, and null for that which stands for all files.</summary>
        public string? Shown { get; init; }
    }
}
