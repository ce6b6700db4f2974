using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>
/// A Helm chart that gives the same objects, with the image, the resources, the number of pods and the namespace as values.
/// Everything else is literal. It uses no functions but those that every Helm 3 has.
/// </summary>
internal static class HelmLayout
{
    /// <summary>The files: Chart.yaml, values.yaml, then the objects in their order.</summary>
    public static IReadOnlyList<ManifestFile> Write(ManifestFormat format, IReadOnlyList<YamlMapping> manifests, ManifestOutputOptions options)
    {
        string header = ManifestsText.Header(options.ScoreFiles);
        IReadOnlyList<string> names = ManifestFileNames.Of(manifests, options.Namespace);
        HashSet<string> scaled = HelmWorkload.Scaled(manifests);
        HelmValues values = new();
        List<ManifestFile> templates = [];
        for (int i = 0; i < manifests.Count; i++)
        {
            // Helm makes these before the templates, which may hold objects of their kind. It takes them as they are.
            if (ManifestParts.Kind(manifests[i]) == "CustomResourceDefinition")
                templates.Add(ManifestFiles.File("crds/" + names[i], header + ManifestsText.Document(format, manifests[i])));
            else templates.Add(ManifestFiles.File("templates/" + names[i], Template(format, manifests[i], options, scaled, values, header)));
        }

        templates.AddRange(HelmSecrets.Templates(format, options, header));
        return [ManifestFiles.File("Chart.yaml", header + Chart(options)),
            ManifestFiles.File("values.yaml", values.Write(options.FirstHeader, options.Namespace, HelmSecrets.Defaults(options))), .. templates];
    }

    private static string Template(ManifestFormat format, YamlMapping manifest, ManifestOutputOptions options, HashSet<string> scaled,
        HelmValues values, string header)
    {
        HelmTemplate template = new(format, manifest);
        bool isScaled = scaled.Contains(HelmWorkload.Id(ManifestParts.Kind(manifest), ManifestParts.Namespace(manifest), ManifestParts.Name(manifest)));
        YamlMapping tree = HelmWorkload.Apply(HelmSecrets.Apply(manifest, options.WrittenSecrets, template), isScaled, values, template);
        return template.Write(HelmNamespace.Apply(tree, options.Namespace, template), header);
    }

    private static string Chart(ManifestOutputOptions options)
    {
        return YamlWriter.Write(new YamlMapping
        {
            ["apiVersion"] = "v2",
            ["name"] = ChartName(options.ChartName),
            ["description"] = options.Description.Length > 0 ? options.Description : "What the score files of a project describe, for Kubernetes",
            ["type"] = "application",
            ["version"] = ChartVersion.Of(options.AppVersion),
            ["appVersion"] = options.AppVersion.Length > 0 ? options.AppVersion : null,
        });
    }

    // Lower-case letters, digits and dashes are what Helm asks for.
    private static string ChartName(string name)
    {
        StringBuilder result = new();
        foreach (char c in name.ToLowerInvariant()) result.Append(DnsName.IsLowerOrDigit(c) ? c : '-');
        string trimmed = string.Join("-", result.ToString().Split('-').Where(p => p.Length > 0));
        return trimmed.Length > 0 ? trimmed : "score";
    }
}
