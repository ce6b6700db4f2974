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
        OutputFiles outputs = new(mounts, project.VariablesRead, diagnostics);
        outputs.AddMarked(task.ComposeFile.GetMetadata("FullPath"), task.ComposeFile.ItemSpec, "ScoreComposeFile", ComposeFile.Write(project, fileNames));
        foreach (MountedFile file in project.Files) outputs.AddBelowRoot(file.Path, file.Bytes, file.Mode, isProvisioned: file.Mount is null);
        foreach (string directory in project.Directories) outputs.AddDirectoryBelowRoot(directory);
        if (task.EnvironmentFile is { } environment && (project.Variables.Count > 0 || project.VariablesRead.Count > 0)) AddEnvironmentFile(outputs, environment, project, diagnostics);
        if (task.OutputListFile is { } list) outputs.DeleteStale(list.GetMetadata("FullPath"), Path.Combine(mounts, "files"));
        if (task.ProvisionedListFile is { } provisioned) outputs.DeleteStale(provisioned.GetMetadata("FullPath"), mounts);
        return outputs;
    }

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
