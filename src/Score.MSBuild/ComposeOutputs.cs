using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>The files of a Compose project on disk: checked together, then written.</summary>
internal sealed class ComposeOutputs
{
    private readonly List<OutputFile> _files = [];
    private readonly List<string> _directories = [];
    private readonly List<string> _stale = [];
    private readonly string _mounts;

    private ComposeOutputs(string mounts) => _mounts = mounts;

    /// <summary>The full paths of all files, compose.yaml first.</summary>
    public IEnumerable<string> Paths => _files.Select(f => f.Path);

    /// <summary>The full paths of the files that provisioners made.</summary>
    public IEnumerable<string> ProvisionedPaths => _files.Where(f => f.IsProvisioned).Select(f => f.Path);

    /// <summary>A path as compose.yaml names it: relative to its own folder if possible, with <c>/</c>.</summary>
    public static string Reference(GenerateComposeFile task, string fullPath)
    {
        string folder = Path.GetDirectoryName(task.ComposeFile.GetMetadata("FullPath"))!.TrimEnd(Path.DirectorySeparatorChar);
        string[] from = folder.Split(Path.DirectorySeparatorChar);
        string path = fullPath.TrimEnd(Path.DirectorySeparatorChar, '/');
        string[] to = path.Split(Path.DirectorySeparatorChar);
        int common = 0;
        while (common < from.Length && common < to.Length && ScoreTask.PathComparer.Equals(from[common], to[common])) common++;
        if (common == 0) return path.Replace('\\', '/');
        string reference = string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
        return reference.Length == 0 ? "." : reference;
    }

    /// <summary>Collects what is to be written, and checks that it may be.</summary>
    /// <param name="task">The task, which says where.</param>
    /// <param name="project">The project.</param>
    /// <param name="fileNames">The names of the score files.</param>
    /// <param name="diagnostics">Receives SCORE0601, SCORE0602 and SCORE0604.</param>
    public static ComposeOutputs Prepare(GenerateComposeFile task, ComposeProject project, IReadOnlyList<string> fileNames, DiagnosticBag diagnostics)
    {
        string mounts = task.MountsDirectory.GetMetadata("FullPath");
        ComposeOutputs outputs = new(mounts);
        string compose = task.ComposeFile.GetMetadata("FullPath");
        CheckReplaceable(compose, task.ComposeFile.ItemSpec, "ScoreComposeFile", diagnostics);
        outputs._files.Add(new OutputFile(compose, Core.Compose.ComposeFile.Write(project, fileNames), null, false));

        foreach (MountedFile file in project.Files)
        {
            string path = Path.Combine(mounts, file.Path.Replace('/', Path.DirectorySeparatorChar));
            if (CheckContained(path, mounts, diagnostics)) outputs._files.Add(new OutputFile(path, file.Bytes, file.Mode, file.Mount is null));
        }

        foreach (string directory in project.Directories)
        {
            string path = Path.Combine(mounts, directory.Replace('/', Path.DirectorySeparatorChar));
            if (CheckContained(Path.Combine(path, "."), mounts, diagnostics)) outputs._directories.Add(path);
        }

        if (task.EnvironmentFile is { } environment && (project.Variables.Count > 0 || project.VariablesRead.Count > 0)) outputs.AddEnvironmentFile(environment, project, diagnostics);
        if (task.OutputListFile is { } list && BoundedFile.Read(list.GetMetadata("FullPath"), FileContents.SourceSize).Bytes is { } previous)
            outputs.FindStale(previous, Path.Combine(mounts, "files"));
        if (task.ProvisionedListFile is { } provisioned && BoundedFile.Read(provisioned.GetMetadata("FullPath"), FileContents.SourceSize).Bytes is { } made)
            outputs.FindStale(made, mounts);
        return outputs;
    }

    /// <summary>Writes what differs, and deletes mounted files of earlier builds that nothing needs any more.</summary>
    /// <param name="diagnostics">Receives SCORE0602.</param>
    public void Write(DiagnosticBag diagnostics)
    {
        foreach (string path in _directories) ScoreTask.Try(path, diagnostics, () => Directory.CreateDirectory(path));

        // compose.yaml last: it must not name a file that is not there yet.
        for (int i = _files.Count - 1; i >= 0; i--)
        {
            if (diagnostics.HasErrors) return;
            OutputFile file = _files[i];
            ScoreTask.Try(file.Path, diagnostics, () => AtomicFile.WriteIfDifferent(file.Path, file.Content, file.Mode));
        }

        foreach (string path in _stale) ScoreTask.Try(path, diagnostics, () => GeneratedFile.Delete(path, _mounts));
    }

    private void AddEnvironmentFile(ITaskItem environment, ComposeProject project, DiagnosticBag diagnostics)
    {
        string path = environment.GetMetadata("FullPath");
        BoundedFileResult existing = BoundedFile.Read(path, FileContents.SourceSize);
        if (existing.Problem is BoundedFileProblem.None or BoundedFileProblem.NotFound)
            _files.Add(new OutputFile(path, Core.Compose.EnvironmentFile.AddMissing(existing.Bytes, project.Variables.Union(project.VariablesRead).OrderBy(v => v, StringComparer.Ordinal)), null, false));
        else
            diagnostics.Add(DiagnosticDescriptors.CannotWrite, SourceSpan.WholeFile(path), environment.ItemSpec, new Phrase(existing.Detail));
    }

    private void FindStale(byte[] previous, string generated)
    {
        HashSet<string> current = new(Paths, StringComparer.Ordinal);
        foreach (string path in System.Text.Encoding.UTF8.GetString(previous).Split('\n'))
        {
            if (path.Length > 0 && !current.Contains(path) && PhysicalPath.IsBelow(path, generated) && PhysicalPath.IsContained(path, _mounts)) _stale.Add(path);
        }
    }

    private static void CheckReplaceable(string fullPath, string shown, string property, DiagnosticBag diagnostics)
    {
        BoundedFileResult existing = BoundedFile.Read(fullPath, FileContents.SourceSize);
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

    private static bool CheckContained(string path, string mounts, DiagnosticBag diagnostics)
    {
        if (PhysicalPath.IsContained(path, mounts)) return true;
        diagnostics.Add(DiagnosticDescriptors.OutputOutside, SourceSpan.WholeFile(path), Path.GetFileName(path), mounts);
        return false;
    }

    /// <summary>A file to write.</summary>
    private sealed record OutputFile(string Path, byte[] Content, int? Mode, bool IsProvisioned);
}
