using Score.Core.Kubernetes.Settings;
using Score.Core.Resources;

namespace Score.Core.Kubernetes;

/// <summary>How a build wants its Kubernetes manifests.</summary>
/// <param name="ProjectName">The name of the whole, from which together with a workload's name its instance label is derived.</param>
/// <param name="Image">The image that <c>image: .</c> stands for; empty when the build did not say.</param>
internal sealed record KubernetesOptions(string ProjectName, string Image)
{
    /// <summary>The namespace of all objects that do not say; empty to leave it to whoever applies them.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Whether the namespace itself is among the manifests.</summary>
    public bool GenerateNamespace { get; init; }

    /// <summary>What the command-line tool kept: selectors cannot be changed, so a workload keeps its instance label.</summary>
    public ExistingState State { get; init; } = ExistingState.None;

    /// <summary>What holds for workloads without an annotation of their own.</summary>
    public SettingDefaults Defaults { get; init; } = new();

    /// <summary>The value of a workload's instance label.</summary>
    /// <param name="workload">The workload's name.</param>
    public string InstanceOf(string workload)
    {
        string kept = workload + State.InstanceSuffixOf(workload);
        return kept != workload && KubernetesNames.IsLabel(kept) ? kept : KubernetesNames.Instance(ProjectName, workload);
    }
}
