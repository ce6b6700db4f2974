using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>A folder that <c>kubectl kustomize</c> makes the same objects of: one file for each, and a list of them.</summary>
internal static class KustomizeLayout
{
    /// <summary>The name of the list, without its extension.</summary>
    public const string ListName = "kustomization";

    /// <summary>The files: kustomization.yaml, then the objects in their order.</summary>
    public static IReadOnlyList<ManifestFile> Write(ManifestFormat format, IReadOnlyList<YamlMapping> manifests, ManifestOutputOptions options)
    {
        string header = ManifestsText.Header(options.ScoreFiles);
        IReadOnlyList<string> names = ManifestFileNames.Of(manifests, options.Namespace, ListName);
        YamlMapping list = List(names);
        list["secretGenerator"] = SecretFiles.Generators(options).UnlessEmpty;
        List<ManifestFile> files = [ManifestFiles.File(ListName + ".yaml", options.FirstHeader + ManifestsText.Document(format, list))];
        files.AddRange(manifests.Select((m, i) => ManifestFiles.File(names[i], header + ManifestsText.Document(format, m))));
        return files;
    }

    /// <summary>A kustomization.yaml.</summary>
    /// <param name="resources">What it takes in.</param>
    public static YamlMapping List(IEnumerable<string> resources) => new()
    {
        ["apiVersion"] = "kustomize.config.k8s.io/v1beta1",
        ["kind"] = "Kustomization",
        ["resources"] = YamlSequence.Strings(resources),
    };
}
