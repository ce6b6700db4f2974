using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes.Network;

namespace Score.Core.Kubernetes.Settings;

/// <summary>All settings that there are.</summary>
internal static class KnownSettings
{
    /// <summary>The kind; see <see cref="WorkloadKinds"/>.</summary>
    public static readonly Setting Kind = new("kind", SettingType.Text);

    /// <summary>The Service's name; see <see cref="WorkloadServices"/>.</summary>
    public static readonly Setting ServiceName = new("service-name", SettingType.Text);

    /// <summary>Where the Service is reached from.</summary>
    public static readonly Setting ServiceType = new("service-type", SettingType.Words("ClusterIP", "NodePort", "LoadBalancer")) { Key = "type" };

    /// <summary>The number of pods.</summary>
    public static readonly Setting Replicas = new("replicas", SettingType.Integer(0)) { Kinds = [WorkloadKind.Deployment, WorkloadKind.StatefulSet] };

    /// <summary>The least pods that the autoscaler leaves.</summary>
    public static readonly Setting MinReplicas = new("min-replicas", SettingType.Integer(1)) { Kinds = Replicas.Kinds };

    /// <summary>The most pods that the autoscaler makes. With it there is an autoscaler.</summary>
    public static readonly Setting MaxReplicas = new("max-replicas", SettingType.Integer(1)) { Kinds = Replicas.Kinds };

    /// <summary>The share of the requested processor time, in percent, that the autoscaler aims at.</summary>
    public static readonly Setting TargetCpu = new("target-cpu-utilization", SettingType.Integer(1)) { Kinds = Replicas.Kinds };

    /// <summary>The share of the requested memory, in percent, that the autoscaler aims at.</summary>
    public static readonly Setting TargetMemory = new("target-memory-utilization", SettingType.Integer(1)) { Kinds = Replicas.Kinds };

    /// <summary>How many pods a disruption must leave.</summary>
    public static readonly Setting MinAvailable = new("min-available", SettingType.CountOrShare) { Kinds = Replicas.Kinds };

    /// <summary>How many pods a disruption may take.</summary>
    public static readonly Setting MaxUnavailable = new("max-unavailable", SettingType.CountOrShare) { Kinds = Replicas.Kinds };

    /// <summary>How a new version takes the place of the old one.</summary>
    public static readonly Setting RolloutStrategy = new("rollout-strategy", SettingType.Words("RollingUpdate", "Recreate"))
    {
        Key = "type",
        Kinds = [WorkloadKind.Deployment],
    };

    /// <summary>How many pods there may be besides the wanted ones while that happens.</summary>
    public static readonly Setting RolloutMaxSurge = new("rollout-max-surge", SettingType.CountOrPercent) { Key = "maxSurge", Kinds = RolloutStrategy.Kinds };

    /// <summary>How many of the wanted pods may be missing while that happens.</summary>
    public static readonly Setting RolloutMaxUnavailable = new("rollout-max-unavailable", SettingType.CountOrShare)
    {
        Key = "maxUnavailable",
        Kinds = RolloutStrategy.Kinds,
    };

    /// <summary>How many old versions are kept.</summary>
    public static readonly Setting RevisionHistoryLimit = new("revision-history-limit", SettingType.Integer(0))
    {
        Kinds = [WorkloadKind.Deployment, WorkloadKind.StatefulSet, WorkloadKind.DaemonSet],
    };

    /// <summary>Who the pods are to the cluster.</summary>
    public static readonly Setting ServiceAccount = new("service-account", SettingType.Name) { Key = "serviceAccountName" };

    /// <summary>Whether containers find the account's token.</summary>
    public static readonly Setting AutomountToken = new("automount-service-account-token", SettingType.Boolean);

    /// <summary>When images are pulled.</summary>
    public static readonly Setting ImagePullPolicy = new("image-pull-policy", SettingType.Words("Always", "IfNotPresent", "Never")) { IsPerContainer = true };

    /// <summary>The Secrets with which images are pulled.</summary>
    public static readonly Setting ImagePullSecrets = new("image-pull-secrets", SettingType.References);

    /// <summary>The pods' priority.</summary>
    public static readonly Setting PriorityClass = new("priority-class", SettingType.Name) { Key = "priorityClassName" };

    /// <summary>The seconds that containers get to end.</summary>
    public static readonly Setting TerminationGracePeriod = new("termination-grace-period-seconds", SettingType.Integer(0));

    /// <summary>What happens to a container of a job that fails.</summary>
    public static readonly Setting RestartPolicy = new("restart-policy", SettingType.Words("OnFailure", "Never"))
    {
        Kinds = [WorkloadKind.Job, WorkloadKind.CronJob],
    };

    /// <summary>How often a job is tried again.</summary>
    public static readonly Setting BackoffLimit = new("backoff-limit", SettingType.Integer(0)) { Kinds = RestartPolicy.Kinds };

    /// <summary>The seconds after which a job is stopped.</summary>
    public static readonly Setting ActiveDeadline = new("active-deadline-seconds", SettingType.Integer(1)) { Kinds = RestartPolicy.Kinds };

    /// <summary>The seconds after which a job that has ended is deleted.</summary>
    public static readonly Setting TtlAfterFinished = new("ttl-seconds-after-finished", SettingType.Integer(0)) { Kinds = RestartPolicy.Kinds };

    /// <summary>When a job runs.</summary>
    public static readonly Setting Schedule = new("schedule", SettingType.Schedule) { Kinds = [WorkloadKind.CronJob] };

    /// <summary>The time zone of the schedule.</summary>
    public static readonly Setting TimeZone = new("time-zone", SettingType.TimeZone) { Kinds = Schedule.Kinds };

    /// <summary>What happens when a job is due and the last one still runs.</summary>
    public static readonly Setting ConcurrencyPolicy = new("concurrency-policy", SettingType.Words("Allow", "Forbid", "Replace")) { Kinds = Schedule.Kinds };

    /// <summary>Whether no jobs are started for now.</summary>
    public static readonly Setting Suspend = new("suspend", SettingType.Boolean) { Kinds = Schedule.Kinds };

    /// <summary>The seconds after which a job that could not be started in time is not started any more.</summary>
    public static readonly Setting StartingDeadline = new("starting-deadline-seconds", SettingType.Integer(0)) { Kinds = Schedule.Kinds };

    /// <summary>How many jobs that succeeded are kept.</summary>
    public static readonly Setting SuccessfulJobsHistory = new("successful-jobs-history-limit", SettingType.Integer(0)) { Kinds = Schedule.Kinds };

    /// <summary>How many jobs that failed are kept.</summary>
    public static readonly Setting FailedJobsHistory = new("failed-jobs-history-limit", SettingType.Integer(0)) { Kinds = Schedule.Kinds };

    /// <summary>Whether files are mounted by the folder, which hides what the image has there, or each by itself.</summary>
    public static readonly Setting FileMounts = new("file-mounts", SettingType.WordsInAnyCase("Folder", "File")) { IsPerContainer = true };

    /// <summary>What containers may do.</summary>
    public static readonly Setting SecurityProfile = new("security-profile", SettingType.WordsInAnyCase("None", "Restricted"));

    /// <summary>The number of the user that containers run as.</summary>
    public static readonly Setting RunAsUser = new("run-as-user", SettingType.Integer(0));

    /// <summary>The number of that user's group.</summary>
    public static readonly Setting RunAsGroup = new("run-as-group", SettingType.Integer(0));

    /// <summary>The number of the group that volumes belong to.</summary>
    public static readonly Setting FsGroup = new("fs-group", SettingType.Integer(0));

    /// <summary>The folders that are empty at first and that containers can write to.</summary>
    public static readonly Setting WritablePaths = new("writable-paths", SettingType.Folders) { IsPerContainer = true };

    /// <summary>Whether there is a network policy.</summary>
    public static readonly Setting NetworkPolicy = new("network-policy", SettingType.Boolean);

    /// <summary>Who may connect to the pods besides those that the build knows of.</summary>
    public static readonly Setting AllowIngress = new("allow-ingress", SettingType.Origins);

    /// <summary>Whom the pods may connect to besides those that the build knows of.</summary>
    public static readonly Setting AllowEgress = new("allow-egress", SettingType.Destinations);

    /// <summary>The numbers of the three probes, in the order in which manifests write them.</summary>
    public static readonly IReadOnlyList<ProbeSetting> Probes = [
        .. ProbeNumbers("liveness", maxSuccesses: 1), .. ProbeNumbers("readiness"), .. ProbeNumbers("startup", maxSuccesses: 1)
    ];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        Kind, ServiceName, ServiceType,
        Replicas, MinReplicas, MaxReplicas, TargetCpu, TargetMemory, MinAvailable, MaxUnavailable,
        RolloutStrategy, RolloutMaxSurge, RolloutMaxUnavailable, RevisionHistoryLimit,
        ServiceAccount, AutomountToken, ImagePullPolicy, ImagePullSecrets, PriorityClass, TerminationGracePeriod, FileMounts,
        RestartPolicy, BackoffLimit, ActiveDeadline, TtlAfterFinished,
        Schedule, TimeZone, ConcurrencyPolicy, Suspend, StartingDeadline, SuccessfulJobsHistory, FailedJobsHistory,
        SecurityProfile, RunAsUser, RunAsGroup, FsGroup, WritablePaths,
        NetworkPolicy, AllowIngress, AllowEgress,
        .. Probes,
    ];

    private static readonly Dictionary<string, Setting> ByName = All.ToDictionary(s => s.Name, StringComparer.Ordinal);

    /// <summary>The setting of a name, or null.</summary>
    public static Setting? Find(string name) => ByName.TryGetValue(name, out Setting? setting) ? setting : null;

    private static ProbeSetting[] ProbeNumbers(string probe, int maxSuccesses = int.MaxValue) =>
    [
        new(probe, "initial-delay-seconds", SettingType.Integer(0)) { Key = "initialDelaySeconds", IsPerContainer = true },
        new(probe, "period-seconds", SettingType.Integer(1)) { Key = "periodSeconds", IsPerContainer = true },
        new(probe, "timeout-seconds", SettingType.Integer(1)) { Key = "timeoutSeconds", IsPerContainer = true },
        new(probe, "success-threshold", SettingType.Integer(1, maxSuccesses)) { Key = "successThreshold", IsPerContainer = true },
        new(probe, "failure-threshold", SettingType.Integer(1)) { Key = "failureThreshold", IsPerContainer = true },
    ];
}
