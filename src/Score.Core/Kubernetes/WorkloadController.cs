using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Network;
using Score.Core.Kubernetes.Settings;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Writes the object that runs a workload's pods.</summary>
internal sealed class WorkloadController(WorkloadContext context)
{
    private const int MaxStatefulSetName = 52;
    private const int MaxCronJobName = 52;

    private readonly WorkloadSettings _settings = context.Settings;

    /// <summary>The object.</summary>
    /// <param name="template">Its pods.</param>
    /// <param name="claims">What each pod of a StatefulSet claims for itself.</param>
    public YamlMapping Write(YamlMapping template, YamlSequence claims)
    {
        YamlMapping controller = context.Identity.Object(WorkloadKinds.ApiVersionOf(_settings.Kind), WorkloadKinds.NameOf(_settings.Kind), context.Name);
        controller["spec"] = _settings.Kind switch
        {
            WorkloadKind.Job => Job(template),
            WorkloadKind.CronJob => CronJob(template),
            _ => Lasting(template, claims),
        };
        return controller;
    }

    private YamlMapping Lasting(YamlMapping template, YamlSequence claims)
    {
        bool isStatefulSet = _settings.Kind == WorkloadKind.StatefulSet;
        if (isStatefulSet && context.Name.Length > MaxStatefulSetName) Report(DiagnosticDescriptors.StatefulSetNameTooLong, MaxStatefulSetName);
        YamlMapping spec = new() { ["serviceName"] = isStatefulSet ? WorkloadServices.HeadlessNameOf(context.Workload) : null };
        if (!_settings.IsEmpty)
        {
            spec["replicas"] = Scaling.HasAutoscaler(_settings) ? null : _settings.ValueOf(KnownSettings.Replicas);
            spec["revisionHistoryLimit"] = _settings.ValueOf(KnownSettings.RevisionHistoryLimit);
            spec["strategy"] = Strategy().UnlessEmpty;
        }

        spec["selector"] = new YamlMapping { ["matchLabels"] = context.Identity.Selector() };
        spec["template"] = template;
        spec["volumeClaimTemplates"] = claims.UnlessEmpty;
        return spec;
    }

    private YamlMapping Strategy()
    {
        YamlMapping numbers = new()
        {
            ["maxSurge"] = _settings.ValueOf(KnownSettings.RolloutMaxSurge),
            ["maxUnavailable"] = _settings.ValueOf(KnownSettings.RolloutMaxUnavailable),
        };
        return new YamlMapping
        {
            ["type"] = numbers.Count > 0 ? "RollingUpdate" : _settings.ValueOf(KnownSettings.RolloutStrategy),
            ["rollingUpdate"] = numbers.UnlessEmpty,
        };
    }

    // It has no selector: the cluster makes one for each job.
    private YamlMapping Job(YamlMapping template) => new()
    {
        ["backoffLimit"] = _settings.ValueOf(KnownSettings.BackoffLimit),
        ["activeDeadlineSeconds"] = _settings.ValueOf(KnownSettings.ActiveDeadline),
        ["ttlSecondsAfterFinished"] = _settings.ValueOf(KnownSettings.TtlAfterFinished),
        ["template"] = template,
    };

    private YamlMapping CronJob(YamlMapping template)
    {
        if (context.Name.Length > MaxCronJobName) Report(DiagnosticDescriptors.CronJobNameTooLong, MaxCronJobName);
        return new YamlMapping
        {
            ["schedule"] = _settings.ValueOf(KnownSettings.Schedule),
            ["timeZone"] = _settings.ValueOf(KnownSettings.TimeZone),
            ["concurrencyPolicy"] = _settings.ValueOf(KnownSettings.ConcurrencyPolicy),
            ["suspend"] = _settings.ValueOf(KnownSettings.Suspend),
            ["startingDeadlineSeconds"] = _settings.ValueOf(KnownSettings.StartingDeadline),
            ["successfulJobsHistoryLimit"] = _settings.ValueOf(KnownSettings.SuccessfulJobsHistory),
            ["failedJobsHistoryLimit"] = _settings.ValueOf(KnownSettings.FailedJobsHistory),
            ["jobTemplate"] = new YamlMapping { ["metadata"] = context.Identity.Metadata(), ["spec"] = Job(template) },
        };
    }

    private void Report(DiagnosticDescriptor descriptor, int longest) =>
        context.Diagnostics.Add(descriptor, context.Workload.Name.Span, context.Name, longest);
}
