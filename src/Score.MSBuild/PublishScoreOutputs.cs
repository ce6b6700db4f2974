using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Diagnostics;
using Score.Core.Files;

namespace Score.MSBuild;

/// <summary>Copies what a build has written to the publish folder, or deletes the copies.</summary>
[MSBuildMultiThreadableTask]
public sealed class PublishScoreOutputs : Task
{
    /// <summary>
    /// The notes of the builds. They need not exist. Env files, with the values of one machine, and those with the values of Secrets are not copied.
    /// </summary>
    [Required]
    public ITaskItem NotesFile { get; set; } = null!;

    /// <summary>Whether the build writes for Docker Compose: notes may be left of one that did.</summary>
    public bool Compose { get; set; }

    /// <summary>Whether it writes for Kubernetes.</summary>
    public bool Kubernetes { get; set; }

    /// <summary>The folder for files that containers mount; its folders are wanted even when they are empty.</summary>
    public ITaskItem? MountsDirectory { get; set; }

    /// <summary>The project's folder. Copies have the same paths from the publish folder as outputs have from it.</summary>
    [Required]
    public ITaskItem ProjectDirectory { get; set; } = null!;

    /// <summary>The publish folder, such as <c>bin/Release/net10.0/publish/</c>.</summary>
    [Required]
    public ITaskItem PublishDirectory { get; set; } = null!;

    /// <summary>Whether the copies are deleted: an image is made of all that is in the publish folder, and they are no part of it.</summary>
    public bool Delete { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        DiagnosticBag diagnostics = new();
        string target = PublishDirectory.GetMetadata("FullPath");
        OutputKind[] kinds = Delete ? [.. Notes.OfCompose, .. Notes.OfKubernetes] : Published();
        List<string> files = Notes.ReadPaths(NotesFile, kinds).Where(f => !OwnedFiles.IsList(f)).ToList();

        // compose.yaml names what it mounts by the way from its own folder, so all keep their places to each other.
        string root = files.Aggregate(ProjectDirectory.GetMetadata("FullPath").TrimEnd(Path.DirectorySeparatorChar), CommonFolder);
        foreach (string file in files)
        {
            string copy = Path.Combine(target, RelativePath.Of(file, root).Replace('/', Path.DirectorySeparatorChar));
            if (Delete) ScoreTask.Try(copy, diagnostics, () => GeneratedFile.Delete(copy, target));
            else if (File.Exists(file)) ScoreTask.Try(copy, diagnostics, () => Copy(file, copy));
        }

        if (!Delete && MountsDirectory?.GetMetadata("FullPath") is { } mounts && files.Exists(f => PhysicalPath.IsBelow(f, mounts)))
        {
            foreach (string folder in Directory.EnumerateDirectories(mounts, "*", SearchOption.AllDirectories))
                ScoreTask.Try(folder, diagnostics, () => Directory.CreateDirectory(Path.Combine(target, RelativePath.Of(folder, root))));
        }

        foreach (Diagnostic diagnostic in diagnostics.ToSortedList())
            Log.LogError("score", diagnostic.Descriptor.Code, null, diagnostic.Span.File, 0, 0, 0, 0, "{0}", diagnostic.Message);
        return !Log.HasLoggedErrors;
    }

    private OutputKind[] Published() =>
    [
        .. Compose ? (OutputKind[])[OutputKind.Compose, OutputKind.Mount] : [],
        .. Kubernetes ? Notes.Manifests : [],
    ];

    private static void Copy(string file, string copy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        if (!ScoreTask.PathComparer.Equals(file, copy)) File.Copy(file, copy, overwrite: true);
    }

    private static string CommonFolder(string folder, string file)
    {
        while (!PhysicalPath.IsBelow(file, folder) && Path.GetDirectoryName(folder) is { } parent) folder = parent;
        return folder;
    }
}
