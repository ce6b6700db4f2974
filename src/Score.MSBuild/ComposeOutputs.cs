using System.IO;
using Microsoft.Build.Framework;

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
}
