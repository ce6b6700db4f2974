using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Pods;
using Score.Core.Specification;

namespace Score.Core.Kubernetes.Settings;

/// <summary>Rules about what settings mean together and for the workload that has them.</summary>
internal static class SettingRules
{
    /// <summary>Checks the settings of a workload, each of which is right by itself.</summary>
    public static void Check(Workload workload, WorkloadSettings settings, DiagnosticBag diagnostics)
    {
        if (settings.Kind == WorkloadKind.CronJob && settings[KnownSettings.Schedule] is null)
        {
            diagnostics.Add(DiagnosticDescriptors.SettingMissing, settings[KnownSettings.Kind]!.ValueSpan, new Phrase("A CronJob"), KnownSettings.Schedule.Name,
                new Phrase("*/15 * * * *"));
        }
        if (settings.Values.Count == 0) return;
        CheckAutoscaler(workload, settings, diagnostics);
        CheckBudget(settings, diagnostics);
        CheckRollout(settings, diagnostics);
        CheckService(workload, settings, diagnostics);
        foreach (SettingValue value in settings.Values)
        {
            if (value.Setting is ProbeSetting probe) CheckProbe(workload, value, probe, diagnostics);
        }
    }

    private static void CheckAutoscaler(Workload workload, WorkloadSettings settings, DiagnosticBag diagnostics)
    {
        if (settings[KnownSettings.MaxReplicas] is not { } most)
        {
            if ((settings[KnownSettings.MinReplicas] ?? settings[KnownSettings.TargetCpu] ?? settings[KnownSettings.TargetMemory]) is { } alone)
            {
                diagnostics.Add(DiagnosticDescriptors.SettingMissing, alone.KeySpan, new Phrase("An autoscaler"), KnownSettings.MaxReplicas.Name,
                    new Phrase("10"));
            }
            return;
        }

        if (settings[KnownSettings.MinReplicas] is { } least && least.Number > most.Number)
        {
            diagnostics.Add(DiagnosticDescriptors.SettingsConflict, least.ValueSpan, least.Setting.Name, most.Setting.Name,
                new Phrase($"{least.Text} is more than {most.Text}. Lower the one or raise the other."));
        }
        if (settings[KnownSettings.Replicas] is { Annotation: not null } replicas)
            diagnostics.Add(DiagnosticDescriptors.ReplicasOfAutoscaler, replicas.KeySpan);
        foreach (Container container in workload.Containers.Where(StartSequence.RunsForPodLifetime))
        {
            // Limits without requests are requests as well.
            if (Scaling.UsesCpu(settings) && (container.Requests?.Cpu ?? container.Limits?.Cpu) is null)
                diagnostics.Add(DiagnosticDescriptors.AutoscalerWithoutRequest, container.Key.Span, container.Name, "cpu");
            if (settings[KnownSettings.TargetMemory] is not null && (container.Requests?.Memory ?? container.Limits?.Memory) is null)
                diagnostics.Add(DiagnosticDescriptors.AutoscalerWithoutRequest, container.Key.Span, container.Name, "memory");
        }
    }

    private static void CheckBudget(WorkloadSettings settings, DiagnosticBag diagnostics)
    {
        SettingValue? least = settings[KnownSettings.MinAvailable];
        SettingValue? most = settings[KnownSettings.MaxUnavailable];
        if (least is not null && most is not null)
        {
            diagnostics.Add(DiagnosticDescriptors.SettingsConflict, most.KeySpan, most.Setting.Name, least.Setting.Name,
                new Phrase("a budget has one of the two. Remove the other."));
            return;
        }

        if (most is { Text: "0" or "0%" })
            diagnostics.Add(DiagnosticDescriptors.BudgetForbidsAll, most.ValueSpan, new Phrase("none may be missing"), new Phrase("Allow one at least."));
        if (least is null) return;

        // Without a number there is one pod.
        bool isScaled = settings[KnownSettings.MaxReplicas] is not null;
        long pods = settings[isScaled ? KnownSettings.MinReplicas : KnownSettings.Replicas]?.Number ?? 1;
        long stay = least.Number ?? ((long.Parse(least.Text.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture) * pods) + 99) / 100;
        if (pods == 0 || stay < pods) return;
        string name = isScaled ? KnownSettings.MinReplicas.Name : KnownSettings.Replicas.Name;
        diagnostics.Add(DiagnosticDescriptors.BudgetForbidsAll, least.ValueSpan, new Phrase($"of {pods} at least {stay} must stay"),
            new Phrase($"Lower it, or raise 'k8s.score.dev/{name}'."));
    }

    private static void CheckRollout(WorkloadSettings settings, DiagnosticBag diagnostics)
    {
        SettingValue? surge = settings[KnownSettings.RolloutMaxSurge];
        SettingValue? unavailable = settings[KnownSettings.RolloutMaxUnavailable];
        if (settings[KnownSettings.RolloutStrategy] is { Text: "Recreate" } strategy && (surge ?? unavailable) is { } number)
        {
            diagnostics.Add(DiagnosticDescriptors.SettingsConflict, number.KeySpan, number.Setting.Name, strategy.Setting.Name,
                new Phrase("'Recreate' ends all pods before it starts new ones. Remove the number, or write 'RollingUpdate'."));
        }
        else if (surge is { Text: "0" or "0%" } && unavailable is { Text: "0" or "0%" })
        {
            diagnostics.Add(DiagnosticDescriptors.SettingsConflict, unavailable.ValueSpan, unavailable.Setting.Name, surge.Setting.Name,
                new Phrase("with 0 for both no pod can be replaced. Allow one of them 1 at least."));
        }
    }

    private static void CheckService(Workload workload, WorkloadSettings settings, DiagnosticBag diagnostics)
    {
        if (workload.Ports.Count > 0) return;
        foreach (Setting setting in (Setting[])[KnownSettings.ServiceName, KnownSettings.ServiceType])
        {
            if (settings[setting] is { Annotation: not null } value)
                diagnostics.Add(DiagnosticDescriptors.ServiceSettingWithoutPorts, value.KeySpan, setting.Name);
        }
    }

    private static void CheckProbe(Workload workload, SettingValue value, ProbeSetting setting, DiagnosticBag diagnostics)
    {
        string name = value.Annotation!.Name.Substring(WorkloadIdentity.Prefix.Length);
        string? container = name == setting.Name ? null : name.Substring(0, name.IndexOf('.'));
        if (workload.Containers.Any(c => (container is null || c.Name == container) && Probes.Of(c, setting) is not null)) return;
        string probe = setting.Probe == "startup" ? "probe, which would also be its startup probe" : $"{setting.Probe} probe";
        string who = container is null ? $"No container has a {probe}" : $"The container '{container}' has no {probe}";
        diagnostics.Add(DiagnosticDescriptors.ProbeSettingWithoutProbe, value.KeySpan, new Phrase(who), name);
    }
}
