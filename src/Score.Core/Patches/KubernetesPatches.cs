using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>Patches Kubernetes manifests.</summary>
internal static class KubernetesPatches
{
    private static readonly string[] Noise = ["status", "strategy", "creationTimestamp", "resources", "updateStrategy"];

    /// <summary>Patches the list of manifests. Variables that a template reads join those that went into manifests.</summary>
    /// <param name="project">The project; it is not changed.</param>
    /// <param name="files">The patch templates, in the order in which they are applied.</param>
    /// <param name="workloads">The workloads, for templates to look at.</param>
    /// <param name="resources">Their resources, for placeholders in templates.</param>
    /// <param name="kubernetesNamespace">The namespace of the build.</param>
    /// <param name="options">What templates need to know of the build.</param>
    /// <param name="diagnostics">Receives SCORE0325, SCORE0511, SCORE0517, SCORE0620 to SCORE0628 and SCORE0631.</param>
    /// <returns>The patched project; not to be used when the diagnostics have errors.</returns>
    public static KubernetesProject Apply(KubernetesProject project, IReadOnlyList<PatchFile> files, IReadOnlyList<Workload> workloads, ProvisionedResources resources, string kubernetesNamespace, PatchOptions options, DiagnosticBag diagnostics)
    {
        if (files.Count == 0) return project;
        SortedSet<string> variablesRead = new(project.VariablesRead, StringComparer.Ordinal);
        PatchData data = PatchData.OfKubernetes(workloads, kubernetesNamespace) with
        {
            Functions = new SubstituteFunction(workloads, resources).WithStandard(),
            Noise = Noise,
            Refuses = value => SecretMark.Find(value) is null ? null : new Phrase("The value of this operation"),
        };
        YamlNode patched = PatchTemplates.Apply(new YamlSequence(project.Manifests), files, data, options, variablesRead, diagnostics);
        List<YamlMapping> manifests = [];
        List<YamlNode> items = ((YamlSequence)patched).Items;
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is YamlMapping manifest && ManifestId.Missing(manifest) is null) manifests.Add(manifest);
            else diagnostics.Add(DiagnosticDescriptors.PatchedToNoManifest, files[files.Count - 1].Place, i, Problem(items[i]));
        }

        return project with { Manifests = manifests, VariablesRead = variablesRead };
    }

    private static Phrase Problem(YamlNode item) =>
        new(item is YamlMapping manifest ? $"has no '{ManifestId.Missing(manifest)}'" : $"is {item.Description} in place of a mapping");
}
