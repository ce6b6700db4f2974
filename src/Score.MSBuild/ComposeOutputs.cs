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
    public static string Reference(ITaskItem composeFile, ITaskItem item) => Reference(composeFile, item.GetMetadata("FullPath"));

    /// <summary>A full path as compose.yaml names it.</summary>
    public static string Reference(ITaskItem composeFile, string fullPath) =>
        RelativePath.Of(fullPath, Path.GetDirectoryName(composeFile.GetMetadata("FullPath"))!);

    /// <summary>The list of the mounted files of a project.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="mounts">The full path of their folder.</param>
    public static OwnedFiles OwnedFilesOf(ITaskItem project, string mounts) => new(mounts, Path.GetFileNameWithoutExtension(project.GetMetadata("FullPath")));

    /// <summary>Adds the env file with the names that are missing in it.</summary>
    /// <param name="outputs">Receives it.</param>
    /// <param name="environment">The env file.</param>
    /// <param name="variables">The names.</param>
    /// <param name="diagnostics">Receives SCORE0602.</param>
    public static void AddEnvironmentFile(OutputFiles outputs, ITaskItem environment, IReadOnlyList<string> variables, DiagnosticBag diagnostics)
    {
        if (variables.Count == 0) return;
        string path = environment.GetMetadata("FullPath");
        BoundedFileResult existing = BoundedFile.Read(path, FileContents.SourceSize);
        if (existing.Problem is BoundedFileProblem.None or BoundedFileProblem.NotFound)
            outputs.AddMerged(path, content => EnvironmentFile.AddMissing(content, variables.Distinct().OrderBy(v => v, StringComparer.Ordinal)));
        else
            diagnostics.Add(DiagnosticDescriptors.CannotWrite, SourceSpan.WholeFile(path), environment.ItemSpec, new Phrase(existing.Detail));
    }
}
