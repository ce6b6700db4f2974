using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Patches;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>What patch templates for Kubernetes see, and what they may make.</summary>
internal static class KubernetesPatches
{
    // Keys that the command-line tool writes without content and this build does not.
    private static readonly string[] Noise = ["status", "strategy", "creationTimestamp", "resources", "updateStrategy"];

    /// <summary>What a template sees: <c>.Manifests</c>, <c>.Workloads</c> and <c>.Namespace</c>.</summary>
    public static PatchData DataOf(KubernetesProject project) => new(new GoField("Manifests", GoType.AnyList), project.Workloads)
    {
        Fields = [new GoField("Namespace", GoType.String)],
        Values = [GoValue.Of(project.Options.Namespace)],
        Functions = new SubstituteFunction(project.Workloads, project.Resources).WithStandard(),
        Noise = Noise,
        Scope = (root, workloads) => KubernetesScope.Of(root, project, workloads),
        Refuses = value => SecretMark.Find(value) is null ? null : new Phrase("The value of this operation"),
    };

    /// <summary>The objects of a list that templates have made.</summary>
    /// <param name="items">The items of the list.</param>
    /// <param name="last">The last template.</param>
    /// <param name="diagnostics">Receives SCORE0517.</param>
    public static List<YamlMapping> Manifests(IReadOnlyList<YamlNode> items, PatchFile last, DiagnosticBag diagnostics)
    {
        List<YamlMapping> manifests = [];
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is YamlMapping manifest && ManifestId.Missing(manifest) is null) manifests.Add(manifest);
            else diagnostics.Add(DiagnosticDescriptors.PatchedToNoManifest, last.Place, i, Problem(items[i]));
        }

        return manifests;
    }

    private static Phrase Problem(YamlNode item) =>
        new(item is YamlMapping manifest ? $"has no '{ManifestId.Missing(manifest)}'" : $"is {item.Description} in place of a mapping");
}
