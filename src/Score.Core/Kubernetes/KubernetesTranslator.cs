using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Network;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Kubernetes.Pods;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Translates checked workloads and their provisioned resources to Kubernetes manifests.</summary>
internal static class KubernetesTranslator
{
    /// <summary>Translates workloads.</summary>
    /// <param name="workloads">Workloads without errors.</param>
    /// <param name="resources">Their resources.</param>
    /// <param name="options">How the build wants the manifests.</param>
    /// <param name="diagnostics">Receives SCORE03xx, SCORE0406, SCORE0409 and SCORE05xx.</param>
    /// <returns>The manifests: the namespace, what resources add, and the objects of each workload. Not to be used when the diagnostics have errors.</returns>
    public static KubernetesProject Translate(
        IReadOnlyList<LoadedWorkload> workloads, ProvisionedResources resources, KubernetesOptions options, DiagnosticBag diagnostics)
    {
        Manifests manifests = new(options.Namespace, diagnostics);
        if (options.GenerateNamespace) manifests.Add(Namespace(options.Namespace));
        ServerObjects servers = new(resources.Additions, diagnostics);
        foreach (ResourceAdditions added in resources.Additions) Add(added, servers, manifests, diagnostics);

        References references = new();
        NetworkPolicies policies = new(workloads, resources, options);
        foreach (LoadedWorkload workload in workloads)
        {
            WorkloadContext context = new(workload, resources, options, references, diagnostics);
            new WorkloadObjects(context, policies).AddTo(manifests);
        }

        return new KubernetesProject(manifests.List, references.ExternalTo(manifests), workloads.Select(w => w.Workload).ToList(), resources, options)
        {
            VariablesRead = resources.VariablesRead,
            Owners = manifests.Owners,
        };
    }

    private static void Add(ResourceAdditions added, ServerObjects servers, Manifests manifests, DiagnosticBag diagnostics)
    {
        foreach (YamlMapping manifest in added.Items<YamlMapping>(KubernetesPlatform.Manifests))
        {
            if (SecretMark.Find(manifest) is null) manifests.Add(servers.Of(manifest, added), added);
            else Report(added, diagnostics);
        }
    }

    private static void Report(ResourceAdditions added, DiagnosticBag diagnostics)
    {
        Phrase what = new($"A manifest of the resource '{Excerpt.Of(added.Node.Uid)}'");
        diagnostics.Add(DiagnosticDescriptors.SecretInManifest, added.PlaceOf(KubernetesPlatform.Manifests), what);
    }

    private static YamlMapping Namespace(string name) => Manifests.Create("v1", "Namespace", new YamlMapping
    {
        ["name"] = name,
        ["labels"] = new YamlMapping { [WorkloadIdentity.ManagerLabel] = WorkloadIdentity.Manager },
    });
}
