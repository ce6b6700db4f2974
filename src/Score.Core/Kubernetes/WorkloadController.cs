using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Settings;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Writes the object that runs a workload's pods.</summary>
internal sealed class WorkloadController(Workload workload, WorkloadIdentity identity, WorkloadSettings settings, DiagnosticBag diagnostics)
{
    private const int LongestStatefulSet = 52;
    private const int LongestCronJob = 52;

    private readonly string _name = workload.Name.Text;

    /// <summary>The object.</summary>
    /// <param name="template">Its pods.</param>
    /// <param name="claims">What each pod of a StatefulSet claims for itself.</param>
    /// <param name="headlessService">The Service that gives each pod of a StatefulSet a name.</param>
    public YamlMapping Write(YamlMapping template, YamlSequence claims, string headlessService)
    {
        YamlMapping controller = identity.Object(WorkloadKinds.ApiVersionOf(settings.Kind), WorkloadKinds.NameOf(settings.Kind), _name);
        controller.Set("spec", settings.Kind switch
        {
            WorkloadKind.Job => Job(template),
            WorkloadKind.CronJob => CronJob(template),
            _ => Lasting(template, claims, headlessService),
        });
        return controller;
    }

    private YamlMapping Lasting(YamlMapping template, YamlSequence claims, string headlessService)
    {
        YamlMapping selector = new();
        selector.Set("matchLabels", identity.Selector());
        YamlMapping spec = new();
        if (settings.Kind == WorkloadKind.StatefulSet)
        {
            if (_name.Length > LongestStatefulSet) diagnostics.Add(DiagnosticDescriptors.StatefulSetNameTooLong, workload.Name.Span, _name, LongestStatefulSet);
            spec.Set("serviceName", headlessService);
        }

        if (!settings.IsEmpty)
        {
            if (!Scaling.HasAutoscaler(settings)) settings.Write(KnownSettings.Replicas, spec);
            settings.Write(KnownSettings.RevisionHistoryLimit, spec);
            if (Strategy() is { Count: > 0 } strategy) spec.Set("strategy", strategy);
        }

        spec.Set("selector", selector);
        spec.Set("template", template);
        if (claims.Items.Count > 0) spec.Set("volumeClaimTemplates", claims);
        return spec;
    }

    private YamlMapping Strategy()
    {
        YamlMapping numbers = new();
        settings.Write(KnownSettings.RolloutMaxSurge, numbers);
        settings.Write(KnownSettings.RolloutMaxUnavailable, numbers);
        YamlMapping strategy = new();
        settings.Write(KnownSettings.RolloutStrategy, strategy);
        if (numbers.Count == 0) return strategy;
        strategy.Set(KnownSettings.RolloutStrategy.Key, "RollingUpdate");
        strategy.Set("rollingUpdate", numbers);
        return strategy;
    }

    // It has no selector: the cluster makes one for each job.
    private YamlMapping Job(YamlMapping template)
    {
        YamlMapping spec = new();
        settings.Write(KnownSettings.BackoffLimit, spec);
        settings.Write(KnownSettings.ActiveDeadline, spec);
        settings.Write(KnownSettings.TtlAfterFinished, spec);
        spec.Set("template", template);
        return spec;
    }

    private YamlMapping CronJob(YamlMapping template)
    {
        if (_name.Length > LongestCronJob) diagnostics.Add(DiagnosticDescriptors.CronJobNameTooLong, workload.Name.Span, _name, LongestCronJob);
        YamlMapping spec = new();
        settings.Write(KnownSettings.Schedule, spec);
        settings.Write(KnownSettings.TimeZone, spec);
        settings.Write(KnownSettings.ConcurrencyPolicy, spec);
        settings.Write(KnownSettings.Suspend, spec);
        settings.Write(KnownSettings.StartingDeadline, spec);
        settings.Write(KnownSettings.SuccessfulJobsHistory, spec);
        settings.Write(KnownSettings.FailedJobsHistory, spec);
        YamlMapping job = new();
        job.Set("metadata", identity.Metadata());
        job.Set("spec", Job(template));
        spec.Set("jobTemplate", job);
        return spec;
    }
}
