using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>What holds for all manifests that are written.</summary>
internal static class ManifestInvariants
{
    private static readonly string[] Selecting = ["Service", "Deployment", "StatefulSet", "DaemonSet", "NetworkPolicy", "PodDisruptionBudget"];

    /// <summary>A sentence on what does not hold, or null.</summary>
    public static string? BrokenBy(IReadOnlyList<YamlMapping> manifests)
    {
        if (manifests.GroupBy(ManifestId.Of).FirstOrDefault(g => g.Count() > 1) is { } twice) return $"{twice.Key} is there {twice.Count()} times";
        if (manifests.Select(SecretMark.Find).FirstOrDefault(m => m is not null) is { } mark) return "a mark is left: " + mark;

        List<YamlMapping> templates = manifests.Select(TemplateOf).OfType<YamlMapping>().ToList();
        List<YamlMapping> labels = templates.Select(t => ManifestParts.Mapping(t, "metadata", "labels")!).ToList();
        foreach (YamlMapping manifest in manifests.Where(m => Selecting.Contains(ManifestParts.Kind(m))))
        {
            YamlMapping? selector = ManifestParts.Mapping(manifest, "spec", "selector", "matchLabels")
                ?? ManifestParts.Mapping(manifest, "spec", "podSelector", "matchLabels")
                ?? ManifestParts.Mapping(manifest, "spec", "selector");
            if (selector is not null && !labels.Any(l => selector.All(e => ManifestParts.Text(l, e.Name) == ((YamlScalar)e.Value).Text)))
                return $"nothing is selected by {ManifestId.Of(manifest)}";
        }

        return manifests.Select(BrokenPodOf).FirstOrDefault(b => b is not null);
    }

    private static string? BrokenPodOf(YamlMapping manifest)
    {
        if (ManifestParts.Mapping(TemplateOf(manifest), "spec") is not { } pod) return null;
        if (Repeated(Items(pod, "volumes"), "name") is { } volume) return $"the volume {volume} is there twice";
        HashSet<string> volumes = new(Items(pod, "volumes").Select(v => ManifestParts.Text(v, "name")), StringComparer.Ordinal);
        volumes.UnionWith(Items(ManifestParts.Mapping(manifest, "spec")!, "volumeClaimTemplates").Select(ManifestParts.Name));
        List<YamlMapping> containers = [.. Items(pod, "initContainers"), .. Items(pod, "containers")];
        if (Repeated(containers, "name") is { } name) return $"the container {name} is there twice";
        foreach (YamlMapping container in containers)
        {
            if (Repeated(Items(container, "volumeMounts"), "mountPath") is { } path) return $"two things are mounted at {path}";
            if (Repeated(Items(container, "env"), "name") is { } variable) return $"the variable {variable} is there twice";
            foreach (YamlMapping mount in Items(container, "volumeMounts"))
            {
                string at = ManifestParts.Text(mount, "mountPath");
                if (at.Contains(':') || !at.StartsWith('/')) return $"a mount at {at}";
                if (!volumes.Contains(ManifestParts.Text(mount, "name"))) return $"no volume for {at}";
            }
        }

        return null;
    }

    private static YamlMapping? TemplateOf(YamlMapping manifest) =>
        ManifestParts.Mapping(manifest, "spec", "template") ?? ManifestParts.Mapping(manifest, "spec", "jobTemplate", "spec", "template");

    private static IEnumerable<YamlMapping> Items(YamlMapping from, string key) => from[key] is YamlSequence list ? list.Items.OfType<YamlMapping>() : [];

    private static string? Repeated(IEnumerable<YamlMapping> items, string key) =>
        items.GroupBy(i => ManifestParts.Text(i, key), StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
}
