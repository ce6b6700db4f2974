using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>
/// Puts a hash of the Secrets and ConfigMaps that pods read on the pods, so that a cluster replaces them when one changes: what
/// a variable or a file was read from is not read again. Objects that are not among the manifests count for nothing.
/// </summary>
internal static class ConfigurationHash
{
    /// <summary>The annotation of pods that has the hash.</summary>
    public const string Annotation = WorkloadIdentity.Prefix + "config-hash";

    private const int Digits = 16;

    // Of Deployments and their like, and of CronJobs. A cluster does not let a Job change, and neither does a Pod start anew.
    private static readonly string[][] TemplatePaths = [["spec", "template"], ["spec", "jobTemplate", "spec", "template"]];

    private static readonly string[] Contents = ["data", "binaryData", "stringData"];

    /// <summary>The same manifests, with the annotation on the pods that refer to one of them.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="shapes">Secrets that are not among them, without their values.</param>
    public static IReadOnlyList<YamlMapping> AddTo(IReadOnlyList<YamlMapping> manifests, IEnumerable<YamlMapping>? shapes = null)
    {
        Dictionary<string, YamlMapping> sources = new(StringComparer.Ordinal);
        AddSources(sources, manifests);
        AddSources(sources, shapes ?? []);
        if (sources.Count == 0) return manifests;
        List<YamlMapping> result = [];
        foreach (YamlMapping manifest in manifests) result.Add(AddTo(manifest, sources));
        return result;
    }

    private static void AddSources(Dictionary<string, YamlMapping> sources, IEnumerable<YamlMapping> manifests)
    {
        foreach (YamlMapping manifest in manifests)
        {
            if (ManifestParts.Kind(manifest) is "Secret" or "ConfigMap" && ManifestParts.Group(manifest).Length == 0)
                sources[Id(manifest, ManifestParts.Kind(manifest), ManifestParts.Name(manifest))] = manifest;
        }
    }

    private static YamlMapping AddTo(YamlMapping manifest, Dictionary<string, YamlMapping> sources)
    {
        if (ManifestParts.Kind(manifest) == "Job" || TemplatePathOf(manifest) is not { } path) return manifest;
        YamlMapping template = ManifestParts.Mapping(manifest, path)!;
        if (ManifestParts.Mapping(template, "spec") is not { } pod || pod["containers"] is not YamlSequence) return manifest;

        StringBuilder read = new();
        foreach (string reference in References(pod))
        {
            int slash = reference.IndexOf('/');
            if (sources.TryGetValue(Id(manifest, reference.Substring(0, slash), reference.Substring(slash + 1)), out YamlMapping? source))
                Append(read, reference, source);
        }

        if (read.Length == 0) return manifest;
        YamlMapping metadata = ManifestParts.Metadata(template) ?? new YamlMapping();
        YamlMapping annotations = metadata["annotations"] as YamlMapping ?? new YamlMapping();
        YamlMapping hashed = ManifestParts.With(annotations, Annotation, YamlScalar.String(Hexadecimal.OfHash(read.ToString(), Digits))).Sorted();
        YamlMapping result = ManifestParts.With(template, "metadata", ManifestParts.With(metadata, "annotations", hashed, after: "labels"));
        return ManifestParts.With(manifest, path, result);
    }

    private static string[]? TemplatePathOf(YamlMapping manifest)
    {
        foreach (string[] path in TemplatePaths)
        {
            if (ManifestParts.Mapping(manifest, path) is not null) return path;
        }

        return null;
    }

    private static string Id(YamlMapping manifest, string kind, string name) => $"{kind}\n{ManifestParts.Namespace(manifest)}\n{name}";

    // As JSON, in which no two objects have one text.
    private static void Append(StringBuilder read, string reference, YamlMapping source)
    {
        read.Append(CanonicalJson.Write(YamlScalar.String(reference)));
        foreach (string key in Contents) read.Append(source[key] is { } content ? CanonicalJson.Write(content) : "null");
    }

    // Kind and name, each once and in ordinal order. Credentials for the image are of no interest to what runs.
    private static SortedSet<string> References(YamlMapping pod)
    {
        SortedSet<string> found = new(StringComparer.Ordinal);
        foreach (string list in (string[])["initContainers", "containers"])
        {
            foreach (YamlMapping container in Items(pod[list]))
            {
                foreach (YamlMapping variable in Items(container["env"])) AddKeys(found, variable["valueFrom"], "secretKeyRef", "configMapKeyRef");
                foreach (YamlMapping all in Items(container["envFrom"])) AddKeys(found, all, "secretRef", "configMapRef");
            }
        }

        foreach (YamlMapping volume in Items(pod["volumes"]))
        {
            if (volume["secret"] is YamlMapping secret) Add(found, "Secret", secret["secretName"]);
            AddKeys(found, volume, "", "configMap");
            foreach (YamlMapping source in Items((volume["projected"] as YamlMapping)?["sources"])) AddKeys(found, source, "secret", "configMap");
        }

        return found;
    }

    private static void AddKeys(SortedSet<string> found, YamlNode? from, string secret, string configMap)
    {
        if (from is not YamlMapping mapping) return;
        if (mapping[secret] is YamlMapping ofSecret) Add(found, "Secret", ofSecret["name"]);
        if (mapping[configMap] is YamlMapping ofMap) Add(found, "ConfigMap", ofMap["name"]);
    }

    private static void Add(SortedSet<string> found, string kind, YamlNode? name)
    {
        if (name is YamlScalar { Text.Length: > 0 } scalar) found.Add($"{kind}/{scalar.Text}");
    }

    private static IEnumerable<YamlMapping> Items(YamlNode? list) => (list as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];
}
