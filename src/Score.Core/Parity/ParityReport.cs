using System.Collections.Generic;
using System.Linq;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Pods;
using Score.Core.Kubernetes.Settings;
using Score.Core.Platforms;
using Score.Core.Specification;

namespace Score.Core.Parity;

/// <summary>
/// Says where one score file means different things on the two platforms that a build writes for. What is repeated is said
/// once: for a workload, a container or a resource.
/// </summary>
internal static class ParityReport
{
    /// <summary>Reports all differences between two builds of the same workloads, one for each platform.</summary>
    /// <param name="first">The build that was done first.</param>
    /// <param name="second">The other one.</param>
    /// <param name="diagnostics">Receives SCORE0570 to SCORE0589.</param>
    public static void Write(PlatformBuild first, PlatformBuild second, DiagnosticBag diagnostics)
    {
        (PlatformBuild compose, PlatformBuild kubernetes) = first.Options.Target is ComposePlatform ? (first, second) : (second, first);
        if (compose.Options.Target is ComposePlatform && kubernetes.Options.Target is KubernetesPlatform)
            Write(second.Workloads, ComposeFacts.Of(compose), KubernetesFacts.Of(kubernetes), diagnostics);
    }

    /// <summary>Reports all differences.</summary>
    /// <param name="loaded">The workloads, translated for both platforms without errors.</param>
    /// <param name="compose">What was found out for Docker Compose.</param>
    /// <param name="kubernetes">What was found out for Kubernetes.</param>
    /// <param name="diagnostics">Receives SCORE0570 to SCORE0589.</param>
    public static void Write(IReadOnlyList<LoadedWorkload> loaded, ComposeFacts compose, KubernetesFacts kubernetes, DiagnosticBag diagnostics)
    {
        List<Workload> workloads = loaded.Select(l => l.Workload).ToList();
        ResourceParity.Report(workloads, compose, kubernetes, diagnostics);
        VolumeParity.Report(workloads, compose, kubernetes, diagnostics);
        PortParity ports = new(workloads, compose, kubernetes, diagnostics);
        foreach (Workload workload in workloads)
        {
            ports.Report(workload);
            if (workload.HasOrder) StartParity.Report(workload, diagnostics);
            ReportKind(workload, diagnostics);
            WorkloadSettings settings = WorkloadSettings.Read(workload, kubernetes.Defaults, new DiagnosticBag());
            foreach (Container container in workload.Containers)
            {
                if ((container.ReadinessProbe ?? container.LivenessProbe) is not null)
                    ProbeParity.Report(container, compose.Options.HttpProbeOf(workload, container), diagnostics);
                if (container.Files.Count > 0) FileParity.Report(container, PodFiles.AreAlone(container, settings), diagnostics);
            }

            ReportRequests(workload, diagnostics);
        }
    }

    private static void ReportKind(Workload workload, DiagnosticBag diagnostics)
    {
        if (workload.Annotations.FirstOrDefault(a => a.Name == WorkloadKinds.Annotation) is not { } kind) return;
        string? when = kind.Value.Text switch { "CronJob" => "by its schedule", "DaemonSet" => "on each node", _ => null };
        if (when is not null) diagnostics.Add(DiagnosticDescriptors.KindOfKubernetesOnly, kind.Value.Span, new Phrase(when));
    }

    private static void ReportRequests(Workload workload, DiagnosticBag diagnostics)
    {
        List<Container> containers = workload.Containers.Where(c => c.Requests?.Cpu is not null).ToList();
        if (containers.Count == 0) return;
        diagnostics.Add(DiagnosticDescriptors.RequestedCpuIgnored, containers[0].Requests!.Cpu!.Span,
            ParityWords.Enumerate("the container", "the containers", containers.Select(c => c.Name).ToList()));
    }
}
