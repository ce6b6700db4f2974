using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>Makes the image, the resources and the number of pods of a workload values of the chart.</summary>
internal static class HelmWorkload
{
    // Where the pod of an object is: of Deployments and their like, of CronJobs, and of a Pod itself.
    private static readonly string[][] PodPaths = [["spec", "template", "spec"], ["spec", "jobTemplate", "spec", "template", "spec"]];

    private static readonly string[] PodPath = ["spec"];

    /// <summary>The object, with values where it says what is for a chart to say. One that is no workload stays as it is.</summary>
    /// <param name="manifest">The object.</param>
    /// <param name="isScaled">Whether something else decides how many pods run.</param>
    /// <param name="values">Receives the workload's defaults.</param>
    /// <param name="template">Receives the values.</param>
    public static YamlMapping Apply(YamlMapping manifest, bool isScaled, HelmValues values, HelmTemplate template)
    {
        string[]? path = ManifestParts.Kind(manifest) == "Pod" ? PodPath : Array.Find(PodPaths, p => ManifestParts.Mapping(manifest, p) is not null);
        if (path is null || ManifestParts.Mapping(manifest, path) is not { } pod || ManifestParts.Name(manifest).Length == 0) return manifest;

        YamlMapping defaults = new();
        YamlMapping result = isScaled ? manifest : Replicas(manifest, defaults, template);
        YamlMapping containers = new();
        foreach (string list in (string[])["initContainers", "containers"])
        {
            if (pod[list] is YamlSequence items)
            {
                pod = ManifestParts.With(pod, list,
                    new YamlSequence(items.Items.Select(c => c is YamlMapping container ? Container(container, containers, template) : c)));
            }
        }

        if (containers.Count > 0) defaults.Set("containers", containers);
        if (defaults.Count == 0) return manifest;
        template.Variables.Add($"$workload := index .Values.workloads {HelmTemplate.Literal(values.Add(manifest, defaults))}");
        return ManifestParts.With(result, path, pod);
    }

    /// <summary>The workloads whose number of pods something else decides, as <see cref="Id"/> gives them.</summary>
    public static HashSet<string> Scaled(IReadOnlyList<YamlMapping> manifests)
    {
        HashSet<string> scaled = new(StringComparer.Ordinal);
        foreach (YamlMapping manifest in manifests)
        {
            if (ManifestParts.Kind(manifest) == "HorizontalPodAutoscaler" && ManifestParts.Mapping(manifest, "spec", "scaleTargetRef") is { } target)
                scaled.Add(Id(ManifestParts.Kind(target), ManifestParts.Namespace(manifest), ManifestParts.Text(target, "name")));
        }

        return scaled;
    }

    /// <summary>What tells a workload from others.</summary>
    public static string Id(string kind, string place, string name) => $"{kind}\n{place}\n{name}";

    private static YamlMapping Replicas(YamlMapping manifest, YamlMapping defaults, HelmTemplate template)
    {
        if (ManifestParts.Kind(manifest) is not ("Deployment" or "StatefulSet" or "ReplicaSet") || ManifestParts.Mapping(manifest, "spec") is not { } spec)
            return manifest;
        const string Value = "$workload.replicas";
        YamlNode? present = spec["replicas"];
        defaults.Set("replicas", present ?? new YamlScalar { Kind = YamlScalarKind.Null });

        // A workload without pods is a wish too, so 0 is not nothing.
        string? condition = present is null ? $"if not (kindIs \"invalid\" {Value})" : null;
        return ManifestParts.With(manifest, "spec",
            ManifestParts.With(spec, "replicas", template.Value(new HelmInsert(Value, HelmInsertForm.Scalar, condition))));
    }

    private static YamlMapping Container(YamlMapping container, YamlMapping containers, HelmTemplate template)
    {
        string name = ManifestParts.Text(container, "name");
        if (name.Length == 0 || container["image"] is not YamlScalar { Kind: YamlScalarKind.String } image) return container;
        YamlNode resources = container["resources"] ?? new YamlMapping();
        YamlMapping defaults = new();
        defaults.Set("image", image);
        defaults.Set("resources", resources);
        if (!containers.TryAdd(YamlScalar.String(name), defaults)) return container;

        string Value(string key) => $"index $workload.containers {HelmTemplate.Literal(name)} {HelmTemplate.Literal(key)}";
        YamlMapping result = ManifestParts.With(container, "image", template.Value(new HelmInsert(Value("image"), HelmInsertForm.Text)));

        // Without any resources the key is left out, unless it was there without any. The first key of a container stands in
        // the line that begins the container, which cannot be left out.
        bool isKept = container["resources"] is not null and not YamlMapping { Count: > 0 } || container[0].Name == "resources";
        HelmInsert insert = isKept
            ? new HelmInsert(Value("resources"), HelmInsertForm.Tree)
            : new HelmInsert(".", HelmInsertForm.Tree, "with " + Value("resources"));
        return ManifestParts.With(result, "resources", template.Value(insert));
    }
}
