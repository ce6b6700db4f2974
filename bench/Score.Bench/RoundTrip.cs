using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Resources;
using Score.Core.Templates;
using Score.Core.Templates.Values;
using Score.Core.Tests.Kubernetes.Layouts;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>Writes manifests in every layout and format, and reads all of them back.</summary>
internal static class RoundTrip
{
    // The function that Helm adds to Sprig's, as far as the charts use them.
    private static readonly TemplateFunctions Functions = TemplateFunctions.Standard.With(
        TemplateFunction.Create("toYaml", c => GoValue.Of(YamlWriter.Write(HelmData.Node(c[0])).TrimEnd('\n')), GoType.Any));

    private static readonly DateTime Now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    /// <summary>All files one after the other.</summary>
    /// <exception cref="InvalidOperationException">What is read is not what was written.</exception>
    public static byte[] AllFiles(IReadOnlyList<YamlMapping> manifests, ManifestOutputOptions options)
    {
        List<byte> all = [];
        string expected = Data(manifests);
        foreach (ManifestFormat format in (ManifestFormat[])[ManifestFormat.Yaml, ManifestFormat.Kyaml])
        {
            foreach (ManifestLayout layout in (ManifestLayout[])[ManifestLayout.File, ManifestLayout.Kustomize, ManifestLayout.Helm])
            {
                IReadOnlyList<ManifestFile> files = ManifestFiles.Of(layout, format, manifests, options);
                if (files.Select(f => f.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count() != files.Count)
                    throw new InvalidOperationException($"Two files of {layout} have one name.");
                IEnumerable<YamlMapping> read = layout switch
                {
                    ManifestLayout.File => Read(Text(files[0])),
                    ManifestLayout.Kustomize => files.Skip(1).SelectMany(f => Read(Text(f))),
                    _ => Rendered(files, options.Namespace.Length > 0 ? "release" : "default"),
                };
                string found = Data(read);
                if (found != expected) throw new InvalidOperationException($"{layout} in {format} is other data:\n{found}\nthan was written:\n{expected}");
                foreach (ManifestFile file in files) all.AddRange(file.Bytes);
            }
        }

        return [.. all];
    }

    private static string Data(IEnumerable<YamlMapping> manifests) => string.Join("\n", manifests.Select(CanonicalJson.Write));

    private static string Text(ManifestFile file) => Encoding.UTF8.GetString(file.Bytes);

    private static List<YamlMapping> Read(string text)
    {
        List<YamlMapping> documents = [];
        foreach (string document in text.Split("---\n").Length == 1 ? [text] : ("\n" + text).Split("\n---\n").Select(d => d + "\n"))
        {
            if (document.Split('\n').All(l => l.Trim().Length == 0 || l.StartsWith('#'))) continue;
            DiagnosticBag bag = new();
            YamlNode? node = YamlReader.Read(new SourceText("x.yaml", document), bag);
            if (bag.ToSortedList().Count > 0)
            {
                throw new InvalidOperationException(
                    $"{bag.ToSortedList()[0].Descriptor.Code} {bag.ToSortedList()[0].Span} {bag.ToSortedList()[0].Message}\n{document}");
            }
            documents.Add((YamlMapping)node!);
        }

        return documents;
    }

    private static List<YamlMapping> Rendered(IReadOnlyList<ManifestFile> files, string place)
    {
        YamlMapping data = new();
        data.Set("Values", Read(Text(files.Single(f => f.Path == "values.yaml")))[0]);
        data.Set("Chart", Read(Text(files[0]))[0]);
        YamlMapping release = new();
        release.Set("Name", "shop");
        release.Set("Namespace", place);
        data.Set("Release", release);
        TemplateContext context = new() { UtcNow = () => Now };
        return files.Where(f => f.Path.StartsWith("templates/", StringComparison.Ordinal))
            .SelectMany(f => Read(Template.Parse(Text(f), Functions).Execute(HelmData.Floats(YamlValues.Of(data)), context))).ToList();
    }
}
