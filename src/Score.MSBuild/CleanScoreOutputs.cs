using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Diagnostics;
using Score.Core.Files;

namespace Score.MSBuild;

/// <summary>Deletes generated files. What neither bears the mark of a generated file nor is in a list of them, such as an env file, stays.</summary>
[MSBuildMultiThreadableTask]
public sealed class CleanScoreOutputs : Task
{
    /// <summary>The notes of the builds. They need not exist.</summary>
    [Required]
    public ITaskItem NotesFile { get; set; } = null!;

    /// <summary>Whether the outputs are those of <see cref="GenerateK8sManifests"/>, and not of <see cref="GenerateComposeFile"/>.</summary>
    public bool IsKubernetes { get; set; }

    /// <summary>Files that bear the mark if they were generated, such as <c>compose.yaml</c>, for when the notes are gone.</summary>
    public ITaskItem[] MarkedFiles { get; set; } = [];

    /// <summary>The folder of mounted files or of manifests.</summary>
    public ITaskItem? Folder { get; set; }

    /// <summary>The project file.</summary>
    [Required]
    public ITaskItem ProjectFile { get; set; } = null!;

    /// <inheritdoc/>
    public override bool Execute()
    {
        DiagnosticBag diagnostics = new();
        string root = Folder?.GetMetadata("FullPath") ?? ProjectFile.GetMetadata("RootDir");
        OwnedFiles list = ComposeOutputs.OwnedFilesOf(ProjectFile, root);
        string generated = Path.Combine(root, "files");
        var notes = Notes.ReadPaths(NotesFile, IsKubernetes ? Notes.Manifests : Notes.OfCompose);
        var owned = list.Read().Concat(notes.Where(p => PhysicalPath.IsBelow(p, generated))).Where(p => PhysicalPath.IsContained(p, root));
        var marked = notes.Concat(MarkedFiles.Select(f => f.GetMetadata("FullPath"))).Where(p => GeneratedFile.IsMarked(p));
        foreach (string path in owned.Concat(marked).ToList()) ScoreTask.Try(path, diagnostics, () => GeneratedFile.Delete(path, root));
        if (GeneratedFile.IsMarked(list.FullPath)) ScoreTask.Try(list.FullPath, diagnostics, () => GeneratedFile.Delete(list.FullPath, root));
        foreach (Diagnostic diagnostic in diagnostics.ToSortedList())
            Log.LogWarning("score", diagnostic.Descriptor.Code, null, diagnostic.Span.File, 0, 0, 0, 0, "{0}", diagnostic.Message);
        return true;
    }
}
