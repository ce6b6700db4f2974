using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>
/// The list of the files that a project's builds have written to a folder, kept in that folder, so that it is there whenever they
/// are: in a fresh clone, and when obj was deleted. Only what it names is replaced or deleted, as files that containers mount have
/// no room for a mark of their own.
/// </summary>
/// <param name="root">The full path of the folder.</param>
/// <param name="project">The name of the project, which tells its list from those of others that share the folder.</param>
internal sealed class OwnedFiles(string root, string project)
{
    /// <summary>The list's name in the folder.</summary>
    public string Name { get; } = $".{project}.score-files";

    /// <summary>Whether a file is such a list, by its name.</summary>
    public static bool IsList(string path) => Path.GetFileName(path) is ['.', ..] name && name.EndsWith(".score-files", StringComparison.Ordinal);

    /// <summary>The list's full path.</summary>
    public string FullPath => Path.Combine(root, Name);

    /// <summary>The full paths of the files that it names. Those that would not be below the folder are left out.</summary>
    public IReadOnlyList<string> Read()
    {
        List<string> paths = [];
        if (BoundedFile.Read(FullPath, FileContents.SourceSize).Bytes is not { } bytes || !GeneratedFile.IsMarked(bytes)) return paths;
        foreach (string line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string path = Path.Combine(root, line.Substring(2).Replace('/', Path.DirectorySeparatorChar));
            if (line.StartsWith("./", StringComparison.Ordinal) && Notes.IsNormalised(path) && PhysicalPath.IsBelow(path, root)) paths.Add(path);
        }

        return paths;
    }

    /// <summary>The bytes of a list.</summary>
    /// <param name="paths">The full paths of the files.</param>
    public byte[] Write(IEnumerable<string> paths)
    {
        StringBuilder text = new(
            $"{GeneratedFile.Mark}: the files of this folder that builds of the project wrote, and may replace or delete. All others are left alone.\n");
        int start = root.TrimEnd(Path.DirectorySeparatorChar).Length;
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (string path in paths) names.Add(path.Substring(start).Replace(Path.DirectorySeparatorChar, '/'));
        foreach (string name in names) text.Append('.').Append(name).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
