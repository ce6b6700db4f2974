using System.IO;
using System.Text;
using Score.Core.Files;

namespace Score.MSBuild;

/// <summary>Keeps mounted files with secret values out of repositories: their folder has a .gitignore of its own.</summary>
internal static class MountsIgnore
{
    private const string Content = $"{GeneratedFile.Mark}: files of this folder hold secret values, and builds write them anew. Do not commit them.\n*\n";

    /// <summary>Adds the file, unless there is one already.</summary>
    /// <param name="outputs">Receives it.</param>
    /// <param name="mounts">The full path of the folder.</param>
    public static void AddTo(OutputFiles outputs, string mounts) =>
        outputs.AddMerged(Path.Combine(mounts, ".gitignore"), OutputKind.Mount, existing => existing ?? Encoding.UTF8.GetBytes(Content));
}
