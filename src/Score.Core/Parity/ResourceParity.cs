using System;
using System.Collections.Generic;
using Score.Core.Compose.Outputs;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;

namespace Score.Core.Parity;

/// <summary>
/// Resources that the two platforms get from different places. What no provisioner serves on either platform is in the finding
/// SCORE0301 of each.
/// </summary>
internal static class ResourceParity
{
    /// <summary>Reports the resources of all workloads, each once.</summary>
    public static void Report(IReadOnlyList<Workload> workloads, ComposeFacts compose, KubernetesFacts kubernetes, DiagnosticBag diagnostics)
    {
        HashSet<ResourceId> seen = [];
        HashSet<string> maps = new(StringComparer.Ordinal);
        foreach (Workload workload in workloads)
        {
            foreach (Resource resource in workload.Resources)
            {
                if (!seen.Add(ResourceId.Of(workload, resource))) continue;
                SourceSpan at = (resource.Type ?? resource.Key).Span;
                ResourceOutputs inCompose = compose.Resources.Of(workload, resource);
                ResourceOutputs inKubernetes = kubernetes.Resources.Of(workload, resource);
                if (inCompose is EnvironmentOutputs && inKubernetes is ConfigMapOutputs map)
                {
                    IReadOnlyList<string> keys = kubernetes.KeysOfExternalMap(map.ConfigMap);
                    if (keys.Count > 0 && maps.Add(map.ConfigMap))
                    {
                        diagnostics.Add(DiagnosticDescriptors.EnvironmentResourceDiffers, at, resource.Name, map.ConfigMap,
                            new Phrase(FallbackOutputs.Enumerate(keys)));
                    }
                    continue;
                }

                ReportOne(inCompose, inKubernetes, "Docker Compose", "Kubernetes");
                ReportOne(inKubernetes, inCompose, "Kubernetes", "Docker Compose");

                void ReportOne(ResourceOutputs made, ResourceOutputs other, string where, string elsewhere)
                {
                    if (made is TemplateOutputs && other is FallbackOutputs fallback)
                    {
                        diagnostics.Add(DiagnosticDescriptors.ResourceOfOnePlatform, at, resource.Name, new Phrase(where), new Phrase(elsewhere),
                            fallback.Description);
                    }
                }
            }
        }
    }
}
