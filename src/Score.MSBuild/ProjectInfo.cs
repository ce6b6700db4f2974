using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Diagnostics;

namespace Score.MSBuild;

/// <summary>A project as tasks know it: where it is, and where findings about its settings are reported.</summary>
/// <param name="directory">The project's folder, to which paths in metadata are relative.</param>
/// <param name="file">The project file; the first score file where there is none.</param>
internal sealed class ProjectInfo(ITaskItem directory, ITaskItem file)
{
    /// <summary>The full path of the folder.</summary>
    public string Directory { get; } = directory.GetMetadata("FullPath");

    /// <summary>The project file.</summary>
    public ITaskItem File { get; } = file;

    /// <summary>The place of findings about the project's properties: the project file.</summary>
    public SourceSpan PropertyPlace { get; } = SourceSpan.WholeFile(file.GetMetadata("FullPath"));

    /// <summary>The full path of a path in an item's metadata.</summary>
    public string FullPath(string path) => new TaskItem(Path.Combine(Directory, path)).GetMetadata("FullPath");

    /// <summary>The full path of a path in the metadata of an item, which may be that of another project.</summary>
    public string FullPath(ITaskItem item, string path) =>
        OwnerOf(item) is { } owner ? new TaskItem(Path.Combine(Path.GetDirectoryName(owner)!, path)).GetMetadata("FullPath") : FullPath(path);

    /// <summary>The full path of the project, one of an application's, that an item is of and that it is for; null for this one.</summary>
    public static string? OwnerOf(ITaskItem item) => item.GetMetadata("Project") is { Length: > 0 } project ? project : null;

    /// <summary>
    /// The place of findings about an item: the project that it comes from, else the file that defines it. MSBuild does not tell tasks
    /// the line.
    /// </summary>
    public SourceSpan PlaceOf(ITaskItem item) =>
        OwnerOf(item) is { } owner ? SourceSpan.WholeFile(owner)
        : item.GetMetadata("DefiningProjectFullPath") is { Length: > 0 } definition ? SourceSpan.WholeFile(definition) : PropertyPlace;
}
