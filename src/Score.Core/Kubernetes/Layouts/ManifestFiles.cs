using System;
using System.Collections.Generic;
using System.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>Kubernetes objects as files.</summary>
internal static class ManifestFiles
{
    /// <summary>The files of a layout, each with the mark of a generated file. The first one names the others, if any does.</summary>
    /// <param name="layout">How the objects are spread over files.</param>
    /// <param name="format">The dialect of YAML.</param>
    /// <param name="manifests">The objects in the order in which they are to be made. They are not changed.</param>
    /// <param name="options">Names and versions.</param>
    public static IReadOnlyList<ManifestFile> Of(ManifestLayout layout, ManifestFormat format, IReadOnlyList<YamlMapping> manifests,
        ManifestOutputOptions options)
    {
        List<YamlMapping> ordered = [];
        foreach (YamlMapping manifest in manifests) ordered.Add(KeyOrder.Of(manifest));
        return Write(layout, format, ordered, options);
    }

    private static IReadOnlyList<ManifestFile> Write(ManifestLayout layout, ManifestFormat format, IReadOnlyList<YamlMapping> manifests,
        ManifestOutputOptions options) =>
        layout switch
        {
            ManifestLayout.File => new List<ManifestFile> { File(options.FileName, ManifestsText.Write(format, manifests, options.FirstHeader)) },
            ManifestLayout.Kustomize => KustomizeLayout.Write(format, manifests, options),
            ManifestLayout.Helm => HelmLayout.Write(format, manifests, options),
            _ => throw new ArgumentOutOfRangeException(nameof(layout)),
        };

    /// <summary>A file with a text.</summary>
    public static ManifestFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
