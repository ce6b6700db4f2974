using Score.Core.Kubernetes.Settings;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Writes what changes the number of a workload's pods, and what keeps others from doing so.</summary>
internal static class Scaling
{
    /// <summary>The share of the requested processor time, in percent, at which an autoscaler aims that was not told. It is that of Kubernetes.</summary>
    private const int DefaultCpu = 80;

    /// <summary>Whether a workload has an autoscaler.</summary>
    public static bool HasAutoscaler(WorkloadSettings settings) => settings[KnownSettings.MaxReplicas] is not null;

    /// <summary>Whether the processor time in use decides the number of pods.</summary>
    public static bool UsesCpu(WorkloadSettings settings) => settings[KnownSettings.TargetCpu] is not null || settings[KnownSettings.TargetMemory] is null;

    /// <summary>The autoscaler.</summary>
    public static YamlMapping Autoscaler(WorkloadContext context)
    {
        WorkloadSettings settings = context.Settings;
        YamlSequence metrics = new();
        if (UsesCpu(settings)) metrics.Items.Add(Metric("cpu", settings.ValueOf(KnownSettings.TargetCpu) ?? DefaultCpu));
        if (settings.ValueOf(KnownSettings.TargetMemory) is { } memory) metrics.Items.Add(Metric("memory", memory));

        YamlMapping autoscaler = context.Identity.Object("autoscaling/v2", "HorizontalPodAutoscaler", context.Name);
        autoscaler["spec"] = new YamlMapping
        {
            ["scaleTargetRef"] = new YamlMapping
            {
                ["apiVersion"] = WorkloadKinds.ApiVersionOf(settings.Kind),
                ["kind"] = WorkloadKinds.NameOf(settings.Kind),
                ["name"] = context.Name,
            },
            ["minReplicas"] = settings.ValueOf(KnownSettings.MinReplicas),
            ["maxReplicas"] = settings.ValueOf(KnownSettings.MaxReplicas),
            ["metrics"] = metrics,
        };
        return autoscaler;
    }

    /// <summary>The budget for pods that are missing because nodes are drained; null when there is none.</summary>
    public static YamlMapping? Budget(WorkloadContext context)
    {
        YamlNode? least = context.Settings.ValueOf(KnownSettings.MinAvailable);
        YamlNode? most = context.Settings.ValueOf(KnownSettings.MaxUnavailable);
        if (least is null && most is null) return null;
        YamlMapping budget = context.Identity.Object("policy/v1", "PodDisruptionBudget", context.Name);
        budget["spec"] = new YamlMapping
        {
            ["minAvailable"] = least,
            ["maxUnavailable"] = most,
            ["selector"] = new YamlMapping { ["matchLabels"] = context.Identity.Selector() },
        };
        return budget;
    }

    private static YamlMapping Metric(string resource, YamlNode utilization) => new()
    {
        ["type"] = "Resource",
        ["resource"] = new YamlMapping
        {
            ["name"] = resource,
            ["target"] = new YamlMapping { ["type"] = "Utilization", ["averageUtilization"] = utilization },
        },
    };
}
