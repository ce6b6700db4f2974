using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Parity;

/// <summary>Volumes that live longer on one platform, or that more workloads share.</summary>
internal static class VolumeParity
{
    /// <summary>Reports the volumes that containers mount, each once.</summary>
    public static void Report(IReadOnlyList<Workload> workloads, ComposeFacts compose, KubernetesFacts kubernetes, DiagnosticBag diagnostics)
    {
        Dictionary<ResourceId, Use> uses = [];
        foreach (Workload workload in workloads)
        {
            foreach (Container container in workload.Containers)
            {
                foreach (ContainerVolume volume in container.Volumes)
                {
                    if (PlaceholderExpander.BareResource(workload, volume.Source) is { } resource) Add(uses, workload, resource);
                }
            }
        }

        foreach (Use use in uses.Values) Report(use, compose, kubernetes, diagnostics);
    }

    private static void Add(Dictionary<ResourceId, Use> uses, Workload workload, Resource resource)
    {
        ResourceId id = ResourceId.Of(workload, resource);
        if (!uses.TryGetValue(id, out Use? use)) uses.Add(id, use = new Use(workload, resource));
        if (!use.Workloads.Contains(workload.Name.Text)) use.Workloads.Add(workload.Name.Text);
    }

    private static void Report(Use use, ComposeFacts compose, KubernetesFacts kubernetes, DiagnosticBag diagnostics)
    {
        if (compose.Resources.Of(use.Workload, use.Resource).Volume is not { } inCompose || inCompose["type"] is not YamlScalar { Text: not "tmpfs" }) return;
        YamlMapping? inKubernetes = kubernetes.Resources.Of(use.Workload, use.Resource).Volume;
        bool isTemporary = (inKubernetes?["source"] as YamlMapping)?["emptyDir"] is not null;
        SourceSpan at = (use.Resource.Type ?? use.Resource.Key).Span;
        if (use.Workloads.Count > 1 && (isTemporary || inKubernetes?["claimSpec"] is not null))
            diagnostics.Add(DiagnosticDescriptors.VolumeNotShared, at, ParityWords.Enumerate(use.Workloads), use.Resource.Name);
        if (isTemporary) diagnostics.Add(DiagnosticDescriptors.VolumeLifetimeDiffers, at, use.Resource.Name);
    }

    /// <summary>A resource that workloads mount.</summary>
    private sealed class Use(Workload workload, Resource resource)
    {
        public Workload Workload { get; } = workload;

        public Resource Resource { get; } = resource;

        public List<string> Workloads { get; } = [];
    }
}
