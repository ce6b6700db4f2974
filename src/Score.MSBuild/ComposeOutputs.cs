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

/// <summary>Where the files of a Compose project go.</summary>
internal static class ComposeOutputs
{
    /// <summary>A path as compose.yaml names it: relative to its own folder if possible, with <c>/</c>.</summary>
    public static string Reference(GenerateComposeFile task, string fullPath) =>
        RelativePath.Of(fullPath, Path.GetDirectoryName(task.ComposeFile.GetMetadata("FullPath"))!);

    /// <summary>Collects what is to be written, and checks that it may be.</summary>
    /// <param name="task">The task, which says where.</param>
    /// <param name="project">The project.</param>
    /// <param name="fileNames">The names of the score files.</param>
    /// <param name="diagnostics">Receives SCORE0601, SCORE0602 and SCORE0604.</param>
    public static OutputFiles Prepare(GenerateComposeFile task, ComposeProject project, IReadOnlyList<string> fileNames, DiagnosticBag diagnostics)
    {
        string mounts = task.MountsDirectory.GetMetadata("FullPath");
        OwnedFiles list = OwnedFilesOf(task.ProjectFile ?? task.ScoreFiles[0], mounts);
        OutputFiles outputs = new(mounts, project.VariablesRead, diagnostics);

        // A list that was deleted; nothing but files of builds was ever in this folder.
        string files = Path.Combine(mounts, "files");
        outputs.Own(list, Notes.ReadPaths(task.OutputListFile).Where(p => PhysicalPath.IsBelow(p, files)));
        outputs.AddMarked(task.ComposeFile.GetMetadata("FullPath"), task.ComposeFile.ItemSpec, "ScoreComposeFile", ComposeFile.Write(project, fileNames));
        foreach (MountedFile file in project.Files) outputs.AddBelowRoot(file.Path, file.Bytes, file.Mode);
        foreach (string directory in project.Directories) outputs.AddDirectoryBelowRoot(directory);
        if (task.EnvironmentFile is { } environment && (project.Variables.Count > 0 || project.VariablesRead.Count > 0)) AddEnvironmentFile(outputs, environment, project, diagnostics);
        outputs.ReportForeign(task.MountsDirectory.ItemSpec);
        return outputs;
    }

    /// <summary>The list of the mounted files of a project.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="mounts">The full path of their folder.</param>
    public static OwnedFiles OwnedFilesOf(ITaskItem project, string mounts) => new(mounts, Path.GetFileNameWithoutExtension(project.GetMetadata("FullPath")));

    private static void AddEnvironmentFile(OutputFiles outputs, ITaskItem environment, ComposeProject project, DiagnosticBag diagnostics)
    {
        string path = environment.GetMetadata("FullPath");
        BoundedFileResult existing = BoundedFile.Read(path, FileContents.SourceSize);
        if (existing.Problem is BoundedFileProblem.None or BoundedFileProblem.NotFound)
            outputs.AddMerged(path, content => EnvironmentFile.AddMissing(content, project.Variables.Union(project.VariablesRead).OrderBy(v => v, StringComparer.Ordinal)));
        else
            diagnostics.Add(DiagnosticDescriptors.CannotWrite, SourceSpan.WholeFile(path), environment.ItemSpec, new Phrase(existing.Detail));
    }
}
