using System.Linq;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Pods;
using Score.Core.Specification;

namespace Score.Core.Parity;

/// <summary>Probes that one platform runs in another way, or not at all.</summary>
internal static class ProbeParity
{
    /// <summary>Reports the probes of a container.</summary>
    public static void Report(Container container, HttpProbeMode mode, DiagnosticBag diagnostics)
    {
        // Kubernetes probes no container that ends before others start, which is a finding of its own.
        if (container.Before.Count > 0 && !StartSequence.IsSidecar(container)) return;
        Probe[] probes = new[] { container.ReadinessProbe, container.LivenessProbe }.OfType<Probe>().ToArray();
        foreach (Probe probe in probes)
        {
            if (probe is { Exec: not null, HttpGet: not null }) diagnostics.Add(DiagnosticDescriptors.ProbeWithTwoWays, probe.Key.Span);
        }

        // Without a word of the project on what becomes of it, the translation for Docker Compose has said that it is left out.
        Probe? run = probes.FirstOrDefault(p => p.Exec is not null);
        bool isRequestSent = mode is HttpProbeMode.Curl or HttpProbeMode.Wget or HttpProbeMode.DotNet;
        if (run is null && isRequestSent) run = probes.FirstOrDefault();
        if (mode == HttpProbeMode.Ignore && probes.FirstOrDefault(p => p.Exec is null) is { } ignored)
            diagnostics.Add(DiagnosticDescriptors.HttpProbeOfKubernetesOnly, ignored.HttpGet!.Key.Span);

        if (container.LivenessProbe is not { } liveness || (liveness.Exec is null && !isRequestSent)) return;
        string what = liveness == run
            ? "only says that it is unhealthy"
            : "does not run it, because a container has one health check there and the readinessProbe comes first";
        diagnostics.Add(DiagnosticDescriptors.LivenessProbeDiffers, liveness.Key.Span, new Phrase(what));
    }
}
