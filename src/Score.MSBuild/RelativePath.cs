using System.IO;
using System.Linq;

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
        string reference = string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
        return reference.Length == 0 ? "." : reference;
    }
}
