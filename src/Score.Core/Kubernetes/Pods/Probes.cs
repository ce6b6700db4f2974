using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Settings;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>Writes the probes of a container that stays. Kubernetes has one way for each, so of two the HTTP request counts.</summary>
internal sealed class Probes(Container container, WorkloadSettings settings, DiagnosticBag diagnostics)
{
    private const int StartupPeriod = 5;
    private const int StartupFailures = 30;

    /// <summary>The probe for which a setting is, as the score file has it; null when the container has none.</summary>
    public static Probe? Of(Container container, ProbeSetting setting)
    {
        if (!StartSequence.RunsForPodLifetime(container)) return null;
        return setting.Probe switch
        {
            "liveness" => container.LivenessProbe,
            "readiness" => container.ReadinessProbe,
            _ => container.ReadinessProbe ?? container.LivenessProbe,
        };
    }

    /// <summary>
    /// The probe that says when the container is up, if others wait for that or if it has settings: two and a half minutes are
    /// given to it, unless the settings say otherwise.
    /// </summary>
    public YamlMapping? Startup()
    {
        Before? healthy = StartSequence.Healthy(container);
        YamlMapping numbers = Numbers("startup");
        if (healthy is null && numbers.Count == 0) return null;
        if ((container.ReadinessProbe ?? container.LivenessProbe) is not { } probe)
        {
            if (healthy is null) return null;
            diagnostics.Add(DiagnosticDescriptors.HealthyWithoutKubernetesProbe, healthy.Target.Span, healthy.Target.Text, container.Name);
            return null;
        }

        YamlMapping written = Write(probe);
        if (numbers["periodSeconds"] is null) numbers["periodSeconds"] = StartupPeriod;
        if (numbers["failureThreshold"] is null) numbers["failureThreshold"] = StartupFailures;
        foreach (YamlEntry number in numbers) written.TryAdd(number.Key, number.Value);
        return written;
    }

    /// <summary>The probe that says whether the container must be restarted.</summary>
    public YamlMapping? Liveness() => container.LivenessProbe is { } probe ? WithNumbers(probe, "liveness") : null;

    /// <summary>The probe that says whether the container can serve.</summary>
    public YamlMapping? Readiness() => container.ReadinessProbe is { } probe ? WithNumbers(probe, "readiness") : null;

    private YamlMapping WithNumbers(Probe probe, string name)
    {
        YamlMapping written = Write(probe);
        foreach (YamlEntry number in Numbers(name)) written.TryAdd(number.Key, number.Value);
        return written;
    }

    private YamlMapping Numbers(string probe)
    {
        YamlMapping numbers = new();
        if (settings.IsEmpty) return numbers;
        foreach (ProbeSetting setting in KnownSettings.Probes)
        {
            if (setting.Probe == probe && settings[setting, container] is { } value) numbers.Set(setting.Key, value.Node);
        }

        return numbers;
    }

    private YamlMapping Write(Probe probe)
    {
        if (probe.HttpGet is { } http) return new YamlMapping { ["httpGet"] = Request(http) };
        if (probe.Exec is not { Count: > 0 } command)
        {
            diagnostics.Add(DiagnosticDescriptors.EmptyProbeCommand, probe.Key.Span);
            return new YamlMapping();
        }

        YamlSequence words = YamlSequence.Strings(command.Select(a => KubernetesText.Unexpanded(a.Text)));
        return new YamlMapping { ["exec"] = new YamlMapping { ["command"] = words } };
    }

    private static YamlMapping Request(HttpProbe probe) => new()
    {
        ["host"] = probe.Host,
        ["path"] = probe.Path,
        ["port"] = probe.Port,
        ["scheme"] = probe.Scheme == "HTTP" ? null : probe.Scheme,
        ["httpHeaders"] = Headers(probe).UnlessEmpty,
    };

    private static YamlSequence Headers(HttpProbe probe)
    {
        YamlSequence headers = new();
        foreach (TextEntry header in probe.Headers) headers.Items.Add(new YamlMapping { ["name"] = header.Name, ["value"] = header.Value.Text });
        return headers;
    }
}
