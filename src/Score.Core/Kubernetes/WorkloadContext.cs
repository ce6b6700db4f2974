using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Pods;
using Score.Core.Kubernetes.Settings;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;

namespace Score.Core.Kubernetes;

/// <summary>What everything that is written for a workload needs to know of it.</summary>
/// <param name="Loaded">The workload and the contents of its files.</param>
/// <param name="Resources">The resources of the build.</param>
/// <param name="Options">How the build wants its manifests.</param>
/// <param name="References">Receives the objects that are referred to.</param>
/// <param name="Diagnostics">Receives findings; those about settings, SCORE0501 and SCORE0530 to SCORE0541, at once.</param>
internal sealed record WorkloadContext(
    LoadedWorkload Loaded, ProvisionedResources Resources, KubernetesOptions Options, References References, DiagnosticBag Diagnostics)
{
    /// <summary>The workload.</summary>
    public Workload Workload => Loaded.Workload;

    /// <summary>The workload's name.</summary>
    public string Name => Workload.Name.Text;

    /// <summary>How its objects are called.</summary>
    public WorkloadIdentity Identity { get; } = new(Loaded.Workload, Options);

    /// <summary>Its settings.</summary>
    public WorkloadSettings Settings { get; } = WorkloadSettings.Read(Loaded.Workload, Options.Defaults, Diagnostics);

    /// <summary>Replaces the placeholders of its texts.</summary>
    public PlaceholderExpander Expander { get; } = new(Loaded.Workload, Resources.Outputs, Diagnostics);
}
