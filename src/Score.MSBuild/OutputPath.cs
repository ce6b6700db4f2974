using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Files;

namespace Score.MSBuild;

/// <summary>Checks the paths that properties give for outputs, before anything is derived from them.</summary>
/// <param name="project">The project.</param>
/// <param name="inUse">The files that are something else already.</param>
/// <param name="buildDirectories">Folders of the build and the solution that cannot be those of outputs.</param>
/// <param name="diagnostics">Receives SCORE0602, SCORE0640 and SCORE0642, all at the project file.</param>
internal sealed class OutputPath(ProjectInfo project, List<FileInUse> inUse, ITaskItem[] buildDirectories, DiagnosticBag diagnostics)
{
    /// <summary>What a file is that another property names as an output.</summary>
    public const string AnOutput = "an output of another property";

    private const int MaxName = 255;
    private const int MaxPath = 4095;

    /// <summary>Checks the path of a file.</summary>
    /// <param name="item">The property's value.</param>
    /// <param name="property">The property.</param>
    /// <param name="example">A value that works, in words that follow "Set the property X to".</param>
    public bool IsFile(ITaskItem? item, string property, string example)
    {
        string shown = item?.ItemSpec ?? "";
        string last = shown.Split('/', '\\').Last();
        string? problem = Problem(item, shown, out string fullPath);
        if (problem is null && (last.Length == 0 || last is "." or ".." || Directory.Exists(fullPath))) problem = "it is a folder.";
        if (problem is null && new FileInfo(fullPath) is { Exists: true } file && BoundedFile.SpecialKind(file) is { } kind)
            problem = $"it is {kind}, not a file.";
        if (problem is null) return IsFree(item!, fullPath, property);
        diagnostics.Add(DiagnosticDescriptors.CannotWrite, project.PropertyPlace, shown, new Phrase($"{problem} Set the property {property} to {example}"));
        return false;
    }

    /// <summary>Checks the path of a folder of which the build replaces and deletes files.</summary>
    /// <param name="item">The property's value.</param>
    /// <param name="property">The property.</param>
    /// <param name="example">A value that works, such as <c>k8s</c>.</param>
    /// <param name="mayBeProject">Whether the project's folder will do, because each file bears a mark.</param>
    public bool IsFolder(ITaskItem? item, string property, string example, bool mayBeProject = false)
    {
        string shown = item?.ItemSpec ?? "";
        string? problem = Problem(item, shown, out string fullPath);
        if (problem is null && File.Exists(fullPath)) problem = "it is a file.";
        if (problem is not null)
        {
            diagnostics.Add(DiagnosticDescriptors.CannotWrite, project.PropertyPlace, shown,
                new Phrase($"{problem} Set the property {property} to the path of a folder, such as '{example}'."));
            return false;
        }

        if (Occupant(fullPath, mayBeProject) is not { } occupant) return true;
        diagnostics.Add(DiagnosticDescriptors.FolderNotForOutputs, project.PropertyPlace, shown, property, new Phrase(occupant), example);
        return false;
    }

    // What is wrong with a path whatever is to be there.
    private static string? Problem(ITaskItem? item, string shown, out string fullPath)
    {
        fullPath = "";
        if (string.IsNullOrWhiteSpace(shown)) return "the path is empty.";
        if (shown.Any(char.IsControl) || shown.IndexOfAny(Path.GetInvalidPathChars()) >= 0) return "the path has a character that paths cannot have.";
        foreach (string segment in shown.Split('/', '\\'))
        {
            if (DeviceName.Is(segment)) return $"'{segment}' is a device on Windows.";
            if (Encoding.UTF8.GetByteCount(segment) > MaxName) return "a name in it is too long.";
        }

        try
        {
            fullPath = item!.GetMetadata("FullPath");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NotSupportedException or PathTooLongException)
        {
            return "the system does not take the path.";
        }

        if (Encoding.UTF8.GetByteCount(fullPath) > MaxPath) return "the path is too long.";
        for (string? folder = Path.GetDirectoryName(fullPath); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder)) return null;
            if (File.Exists(folder)) return $"'{Path.GetFileName(folder)}' on its way is a file.";
        }

        return null;
    }

    // A file that is accepted is in use for those after it.
    private bool IsFree(ITaskItem item, string fullPath, string property)
    {
        bool hasLinks = PhysicalPath.HasLinks(fullPath);
        string physical = hasLinks ? PhysicalPath.OfFile(fullPath) ?? fullPath : fullPath;
        foreach (FileInUse other in inUse)
        {
            string path = other.File.GetMetadata("FullPath");
            if (!ScoreTask.PathComparer.Equals(hasLinks ? PhysicalPath.OfFile(path) : path, physical)) continue;
            diagnostics.Add(DiagnosticDescriptors.OutputIsInput, project.PropertyPlace, item.ItemSpec, property, new Phrase(other.Use));
            return false;
        }

        inUse.Add(new FileInUse(AnOutput, item));
        return true;
    }

    // What else a folder is or holds that a build must not take for its own.
    private string? Occupant(string fullPath, bool mayBeProject)
    {
        string projectFolder = project.Directory;
        bool hasLinks = PhysicalPath.HasLinks(fullPath) || PhysicalPath.HasLinks(projectFolder);
        string folder = Physical(fullPath);
        if (folder.Split(Path.DirectorySeparatorChar).Contains(".git", StringComparer.OrdinalIgnoreCase))
            return "it is in the folder of a Git repository's own data";
        if (mayBeProject && ScoreTask.PathComparer.Equals(folder, Physical(projectFolder))) return null;
        if (Contains(projectFolder)) return "the project is in it";
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        if (home.Length > 0 && Contains(home)) return "a user's files are in it";
        if (buildDirectories.Any(d => Contains(d.GetMetadata("FullPath")))) return "other files of the build are in it";
        return Directory.Exists(Path.Combine(folder, ".git")) || File.Exists(Path.Combine(folder, ".git")) ? "a Git repository is in it" : null;

        bool Contains(string path) => Physical(path) is var inner && (ScoreTask.PathComparer.Equals(inner, folder) || PhysicalPath.IsBelow(inner, folder));

        // Without links a path says where it leads, and nothing of the operating system need be loaded.
        string Physical(string path)
        {
            string trimmed = path.TrimEnd(Path.DirectorySeparatorChar);
            if (trimmed.Length == 0) return path;
            return hasLinks ? PhysicalPath.OfPossiblyMissing(trimmed) ?? trimmed : trimmed;
        }
    }
}

/// <summary>A file that outputs must leave alone.</summary>
/// <param name="Use">What it is, such as <c>a score file</c>.</param>
/// <param name="File">The file.</param>
internal sealed record FileInUse(string Use, ITaskItem File);
