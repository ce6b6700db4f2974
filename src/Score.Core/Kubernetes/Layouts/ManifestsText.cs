using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>Kubernetes objects as text.</summary>
internal static class ManifestsText
{
    /// <summary>The comment on the first line of each file, which says where the file comes from, with its line break.</summary>
    /// <param name="scoreFiles">The names of the score files.</param>
    public static string Header(IEnumerable<string> scoreFiles) =>
        $"{GeneratedFile.Mark} from {string.Join(", ", scoreFiles.Select(Excerpt.Of))}. Edit that file instead: the next build writes this one anew.\n";

    /// <summary>All objects in one file, a document each, which begins with <c>---</c>.</summary>
    public static string Write(ManifestFormat format, IReadOnlyList<YamlMapping> manifests, string header)
    {
        StringBuilder text = new(header);
        foreach (YamlMapping manifest in manifests)
        {
            if (format == ManifestFormat.Yaml) text.Append("---\n");
            text.Append(Document(format, manifest));
        }

        return text.ToString();
    }

    /// <summary>One document. In KYAML it begins with <c>---</c>.</summary>
    public static string Document(ManifestFormat format, YamlNode tree) => format == ManifestFormat.Kyaml ? KyamlWriter.Write(tree) : YamlWriter.Write(tree);
}
