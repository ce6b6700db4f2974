using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>The objects that belong to some of a project's workloads alone.</summary>
internal static class KubernetesScope
{
    /// <summary>The view of a project.</summary>
    /// <param name="root">The list of objects.</param>
    /// <param name="project">The project.</param>
    /// <param name="workloads">The workloads.</param>
    public static PatchView Of(YamlNode root, KubernetesProject project, IReadOnlyCollection<Workload> workloads)
    {
        IReadOnlyList<YamlNode> all = ((YamlSequence)root).Items;
        List<bool> isOwn = all.Select(m => m is YamlMapping manifest && IsOwn(manifest, project, workloads)).ToList();
        return new PatchView(new YamlSequence(all.Where((_, i) => isOwn[i])),
            (patched, last, diagnostics) => Merge(all, isOwn, ((YamlSequence)patched).Items, last, diagnostics));
    }

    // Patched objects stand where the own ones stood, and new ones at the end.
    private static YamlSequence Merge(IReadOnlyList<YamlNode> all, List<bool> isOwn, IReadOnlyList<YamlNode> patched, PatchFile last, DiagnosticBag diagnostics)
    {
        HashSet<ManifestId> others = [.. all.Where((_, i) => !isOwn[i]).Select(IdOf).OfType<ManifestId>()];
        foreach (ManifestId id in patched.Select(IdOf).OfType<ManifestId>().Where(others.Contains))
            diagnostics.Add(DiagnosticDescriptors.PatchOfOthers, last.Place, $"{id.Kind} {id.Name}");

        List<YamlNode> merged = [];
        int next = 0;
        for (int i = 0; i < all.Count; i++)
        {
            if (!isOwn[i]) merged.Add(all[i]);
            else if (next < patched.Count) merged.Add(patched[next++]);
        }

        merged.AddRange(patched.Skip(next));
        return new YamlSequence(merged);
    }

    private static bool IsOwn(YamlMapping manifest, KubernetesProject project, IReadOnlyCollection<Workload> workloads)
    {
        if (IdOf(manifest) is not { } id) return false;
        if (project.Owners.TryGetValue((id with { Namespace = "" }).ToString(), out string? owner)) return workloads.Any(w => w.Name.Text == owner);
        List<ResourceNode> nodes = project.Resources.Additions
            .Where(a => a.Items<YamlMapping>(KubernetesPlatform.Manifests).Any(m => IsNamed(m, id)))
            .Select(a => a.Node)
            .ToList();
        return nodes.Count > 0 && nodes.All(n => n.Users.All(workloads.Contains));
    }

    // The namespace of the build is added to objects that name none.
    private static bool IsNamed(YamlMapping manifest, ManifestId id) =>
        IdOf(manifest) is { } other && (other == id || (other.Namespace.Length == 0 && other == id with { Namespace = "" }));

    private static ManifestId? IdOf(YamlNode node) => node is YamlMapping manifest && ManifestId.Missing(manifest) is null ? ManifestId.Of(manifest) : null;
}
