using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Templates;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>What a patch template sees. A field that it does not have is an error in the template.</summary>
internal sealed record PatchData
{
    private static readonly GoType ComposeType = GoType.StructOf(
        "patching.Data",
        new GoField("Compose", GoType.AnyMap),
        new GoField("Workloads", GoType.AnyMap));

    private static readonly GoType ManifestsType = GoType.StructOf(
        "patching.Data",
        new GoField("Manifests", GoType.AnyList),
        new GoField("Workloads", GoType.AnyMap),
        new GoField("Namespace", GoType.String));

    private readonly IEnumerable<Workload> _workloads;
    private readonly string? _namespace;

    private PatchData(IEnumerable<Workload> workloads, string? kubernetesNamespace)
    {
        _workloads = workloads;
        _namespace = kubernetesNamespace;
    }

    /// <summary>What templates may call.</summary>
    public TemplateFunctions Functions { get; init; } = TemplateFunctions.Standard;

    /// <summary>Keys that the platform's command-line tool writes without content and this build does not: to delete them is no mistake.</summary>
    public IReadOnlyCollection<string> Noise { get; init; } = [];

    /// <summary>Why a value cannot be set, in the words that SCORE0511 begins with; null when it can.</summary>
    public Func<YamlNode, Phrase?> Refuses { get; init; } = _ => null;

    /// <summary>For a Compose project: <c>.Compose</c> and <c>.Workloads</c>.</summary>
    public static PatchData OfCompose(IEnumerable<Workload> workloads) => new(workloads, null);

    /// <summary>For Kubernetes: <c>.Manifests</c>, <c>.Workloads</c> and <c>.Namespace</c>.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="kubernetesNamespace">The namespace; empty when the build did not say.</param>
    public static PatchData OfKubernetes(IEnumerable<Workload> workloads, string kubernetesNamespace) => new(workloads, kubernetesNamespace);

    /// <summary>The dot of a template. It is new each time, since templates can change the maps in it.</summary>
    /// <param name="tree">The project, or the list of manifests, as it is at that moment.</param>
    public GoValue ToValue(YamlNode tree)
    {
        GoMap workloads = new();
        foreach (Workload workload in _workloads) workloads[workload.Name.Text] = YamlValues.Of(workload.Root);
        return GoValue.Of(_namespace is null
            ? new GoStruct(ComposeType, YamlValues.Of(tree), GoValue.Of(workloads))
            : new GoStruct(ManifestsType, YamlValues.Of(tree), GoValue.Of(workloads), GoValue.Of(_namespace)));
    }
}
