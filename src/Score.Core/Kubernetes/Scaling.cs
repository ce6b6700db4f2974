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
    public static YamlMapping Autoscaler(WorkloadIdentity identity, string workload, WorkloadSettings settings)
    {
        YamlMapping target = new();
        target.Set("apiVersion", WorkloadKinds.ApiVersionOf(settings.Kind));
        target.Set("kind", WorkloadKinds.NameOf(settings.Kind));
        target.Set("name", workload);
        YamlSequence metrics = new();
        if (UsesCpu(settings)) metrics.Items.Add(Metric("cpu", settings[KnownSettings.TargetCpu]?.Node ?? YamlScalar.Integer(DefaultCpu)));
        if (settings[KnownSettings.TargetMemory] is { } memory) metrics.Items.Add(Metric("memory", memory.Node));

        YamlMapping spec = new();
        spec.Set("scaleTargetRef", target);
        settings.Write(KnownSettings.MinReplicas, spec);
        settings.Write(KnownSettings.MaxReplicas, spec);
        spec.Set("metrics", metrics);
        YamlMapping autoscaler = identity.Object("autoscaling/v2", "HorizontalPodAutoscaler", workload);
        autoscaler.Set("spec", spec);
        return autoscaler;
    }

    /// <summary>The budget for pods that are missing because nodes are drained; null when there is none.</summary>
    public static YamlMapping? Budget(WorkloadIdentity identity, string workload, WorkloadSettings settings)
    {
        YamlMapping spec = new();
        settings.Write(KnownSettings.MinAvailable, spec);
        settings.Write(KnownSettings.MaxUnavailable, spec);
        if (spec.Count == 0) return null;
        YamlMapping selector = new();
        selector.Set("matchLabels", identity.Selector());
        spec.Set("selector", selector);
        YamlMapping budget = identity.Object("policy/v1", "PodDisruptionBudget", workload);
        budget.Set("spec", spec);
        return budget;
    }

    private static YamlMapping Metric(string resource, YamlNode utilization)
    {
        YamlMapping target = new();
        target.Set("type", "Utilization");
        target.Set("averageUtilization", utilization);
        YamlMapping measured = new();
        measured.Set("name", resource);
        measured.Set("target", target);
        YamlMapping metric = new();
        metric.Set("type", "Resource");
        metric.Set("resource", measured);
        return metric;
    }
}
