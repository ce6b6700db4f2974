using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>The text of manifests.yaml.</summary>
internal static class ManifestsFile
{
    /// <summary>The file's bytes: a comment that says where it comes from, then a document for each manifest.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="scoreFiles">The names of the score files, without folders, so that the text is the same on every machine.</param>
    public static byte[] Write(IReadOnlyList<YamlMapping> manifests, IEnumerable<string> scoreFiles)
    {
        string names = string.Join(", ", scoreFiles.Select(Excerpt.Of));
        StringBuilder text = new($"{GeneratedFile.Mark} from {names}. Edit that file instead: the next build writes this one anew.\n");
        foreach (YamlMapping manifest in manifests) text.Append("---\n").Append(YamlWriter.Write(manifest));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
