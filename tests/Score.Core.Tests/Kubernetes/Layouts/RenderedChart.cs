using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Resources;
using Score.Core.Templates;
using Score.Core.Templates.Values;
using Score.Core.Tests.Templates;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes.Layouts;

/// <summary>Renders a chart as Helm does: the values of the user over those of the chart, and each template by itself.</summary>
internal static class RenderedChart
{
    // The function that Helm adds to Sprig's, as far as the charts use them.
    private static readonly TemplateFunctions Functions = TemplateFunctions.Standard.With(
        TemplateFunction.Create("toYaml", c => GoValue.Of(YamlWriter.Write(HelmData.Node(c[0])).TrimEnd('\n')), GoType.Any));

    /// <summary>The text that Helm would give to Kubernetes, without the files of <c>crds</c>.</summary>
    /// <param name="files">The chart.</param>
    /// <param name="values">What the user changes, as YAML.</param>
    /// <param name="place">The namespace of the release.</param>
    public static string Text(IReadOnlyList<ManifestFile> files, string values = "{}", string place = "default")
    {
        YamlMapping data = new();
        data.Set("Values", Merge(Tree(files, "values.yaml"), Documents.Read(values)[0]));
        data.Set("Chart", Tree(files, "Chart.yaml"));
        data.Set("Release", Documents.Read($"Name: shop\nNamespace: {place}")[0]);
        return string.Concat(files
            .Where(f => f.Path.StartsWith("templates/", StringComparison.Ordinal))
            .Select(f => "---\n" + Template.Parse(Documents.Text(f), Functions).Execute(HelmData.Floats(YamlValues.Of(data)), TemplateRun.Context)));
    }

    /// <summary>The objects that Helm would give to Kubernetes.</summary>
    public static IReadOnlyList<YamlMapping> Objects(IReadOnlyList<ManifestFile> files, string values = "{}", string place = "default") =>
        Documents.Read(Text(files, values, place));

    private static YamlMapping Tree(IReadOnlyList<ManifestFile> files, string path) => Documents.Read(Documents.Text(files.Single(f => f.Path == path)))[0];

    // Maps are merged; a null takes a key away.
    private static YamlMapping Merge(YamlMapping defaults, YamlMapping changes)
    {
        YamlMapping merged = new();
        foreach (YamlEntry entry in defaults)
        {
            YamlNode? change = changes[entry.Name];
            if (change is YamlScalar { Kind: YamlScalarKind.Null }) continue;
            merged.Set(entry.Name, change is YamlMapping inner && entry.Value is YamlMapping outer ? Merge(outer, inner) : change ?? entry.Value);
        }

        foreach (YamlEntry entry in changes) merged.TryAdd(entry.Key, entry.Value);
        return merged;
    }
}
