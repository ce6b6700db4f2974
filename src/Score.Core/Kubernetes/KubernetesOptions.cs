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

    /// <summary>What holds for workloads without an annotation of their own.</summary>
    public SettingDefaults Defaults { get; init; } = new();
}
