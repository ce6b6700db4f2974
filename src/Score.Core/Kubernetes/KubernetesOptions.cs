using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Secrets;
using Score.Core.Kubernetes.Settings;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Text;

namespace Score.Core.Kubernetes;

/// <summary>How a build wants its Kubernetes manifests.</summary>
internal sealed record KubernetesOptions
{
    /// <summary>The project name, from which together with a workload's name its instance label is derived.</summary>
    public string ProjectName { get; init; } = "";

    /// <summary>What <c>image: .</c> stands for.</summary>
    public OwnImages Image { get; init; } = "";

    /// <summary>What routes from outside are.</summary>
    public RouteOptions Route { get; init; } = RouteOptions.Default;

    /// <summary>How the objects are spread over files.</summary>
    public ManifestLayout Layout { get; init; }

    /// <summary>The dialect of YAML.</summary>
    public ManifestFormat Format { get; init; }

    /// <summary>What becomes of Secrets.</summary>
    public SecretsOptions Secrets { get; init; } = SecretsOptions.Inline;

    /// <summary>What the Helm chart is, in a sentence; one of our own when empty.</summary>
    public string ChartDescription { get; init; } = "";

    /// <summary>The version of the application in a Helm chart; not given when empty.</summary>
    public string AppVersion { get; init; } = "";

    /// <summary>The namespace of all objects that do not say; empty to leave it to whoever applies them.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Whether the namespace itself is among the manifests.</summary>
    public bool GenerateNamespace { get; init; }

    /// <summary>What the command-line tool kept: selectors cannot be changed, so a workload keeps its instance label.</summary>
    public ExistingState State { get; init; } = ExistingState.None;

    /// <summary>Where workloads send their telemetry; null when the build does not say.</summary>
    public Telemetry? Telemetry { get; init; }

    /// <summary>What holds for workloads without an annotation of their own.</summary>
    public SettingDefaults Defaults { get; init; } = new();

    /// <summary>The value of a workload's instance label.</summary>
    /// <param name="workload">The workload's name.</param>
    public string InstanceOf(string workload)
    {
        string kept = workload + State.InstanceSuffixOf(workload);
        return kept != workload && DnsName.IsLabel(kept) ? kept : KubernetesNames.Instance(ProjectName, workload);
    }
}
