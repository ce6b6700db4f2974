using System.Collections.Generic;
using System.IO;

namespace Score.MSBuild;

/// <summary>Paths as generated files name them: the same on every machine.</summary>
internal static class RelativePath
{
    /// <summary>A path relative to a folder, with <c>/</c>; the full path when they have nothing in common.</summary>
    /// <param name="fullPath">The full path of a file or folder.</param>
    /// <param name="folder">The full path of the folder.</param>
    public static string Of(string fullPath, string folder)
    {
        string[] from = folder.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        string path = fullPath.TrimEnd(Path.DirectorySeparatorChar, '/');
        string[] to = path.Split(Path.DirectorySeparatorChar);
        int common = 0;
        while (common < from.Length && common < to.Length && ScoreTask.PathComparer.Equals(from[common], to[common])) common++;
        if (common == 0) return path.Replace('\\', '/');
        List<string> way = [];
        for (int i = common; i < from.Length; i++) way.Add("..");
        for (int i = common; i < to.Length; i++) way.Add(to[i]);
        return way.Count == 0 ? "." : string.Join("/", way);
    }
}
