using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Turns probes into Compose's healthcheck.</summary>
internal static class Healthchecks
{
    private const string Period = "5s";

    // It shares the container's share of the processor, and has to start a runtime first.
    private const string DotNetPeriod = "10s";

    /// <summary>
    /// The healthcheck of a container, or null: its readiness command, else its liveness command, else an HTTP request when the
    /// build says with which program.
    /// </summary>
    /// <param name="container">The container.</param>
    /// <param name="mode">What becomes of its HTTP probes.</param>
    /// <param name="diagnostics">Receives SCORE0402 and SCORE0409.</param>
    public static YamlMapping? Of(Container container, HttpProbeMode mode, DiagnosticBag diagnostics)
    {
        List<Probe> probes = new[] { container.ReadinessProbe, container.LivenessProbe }.OfType<Probe>().ToList();
        foreach (Probe probe in probes)
        {
            if (probe.Exec is { Count: 0 }) diagnostics.Add(DiagnosticDescriptors.EmptyProbeCommand, probe.Key.Span);
        }

        // Once for a container; and who waits for it to be healthy hears of it there.
        if (mode == HttpProbeMode.Warn
            && !container.Before.Any(b => b.Ready == "healthy")
            && probes.FirstOrDefault(p => p.HttpGet is not null && p.Exec is null) is { } ignored)
        {
            diagnostics.Add(DiagnosticDescriptors.HttpProbeIgnored, ignored.HttpGet!.Key.Span);
        }

        if (probes.FirstOrDefault(p => p.Exec is { Count: > 0 }) is { } exec) return Create(exec.Exec!.Select(a => a.Text));
        if (probes.FirstOrDefault(p => p.HttpGet is not null) is not { } http) return null;
        return mode switch
        {
            HttpProbeMode.Curl => Create(Curl(http.HttpGet!)),
            HttpProbeMode.Wget => Create(Wget(http.HttpGet!)),
            HttpProbeMode.DotNet => Create(DotNetProbe.Command(Url(http.HttpGet!), Headers(http.HttpGet!)), DotNetPeriod),
            _ => null,
        };
    }

    /// <summary>What gives a container without a healthcheck one, in words that begin a sentence.</summary>
    public static Phrase HintFor(Container container)
    {
        bool isHttp = new[] { container.ReadinessProbe, container.LivenessProbe }.Any(p => p?.HttpGet is not null);
        return new Phrase(isHttp
            ? "Set the property ScoreComposeHttpProbe to 'DotNet', 'curl' or 'wget' if the image has the program, or add an 'exec' probe"
            : "Add an 'exec' probe");
    }

    /// <summary>Whether the healthcheck of a container runs the program of this package.</summary>
    public static bool RunsDotNetProbe(Container container, HttpProbeMode mode) =>
        mode == HttpProbeMode.DotNet
        && !HasCommand(container.ReadinessProbe) && !HasCommand(container.LivenessProbe)
        && (container.ReadinessProbe ?? container.LivenessProbe)?.HttpGet is not null;

    private static bool HasCommand(Probe? probe) => probe?.Exec is { Count: > 0 };

    private static YamlMapping Create(IEnumerable<string> command, string period = Period) => new()
    {
        ["test"] = YamlSequence.Strings(command.Prepend("CMD").Select(ComposeText.Unexpanded)),
        ["interval"] = period,
        ["timeout"] = period,
    };

    // Like a kubelet, neither of the two checks the certificate. Without --globoff curl takes brackets in a path for a range.
    private static IEnumerable<string> Curl(HttpProbe probe) =>
        new[] { "curl", "--fail", "--silent", "--show-error", "--globoff", "--output", "/dev/null" }
            .Concat(probe.Scheme == "HTTPS" ? ["--insecure"] : Enumerable.Empty<string>())
            .Concat(Headers(probe).SelectMany(h => new[] { "--header", h }))
            .Append(Url(probe));

    // Short options, because BusyBox has no others.
    private static IEnumerable<string> Wget(HttpProbe probe) =>
        new[] { "wget", "-q", "-O", "/dev/null" }
            .Concat(probe.Scheme == "HTTPS" ? ["--no-check-certificate"] : Enumerable.Empty<string>())
            .Concat(Headers(probe).SelectMany(h => new[] { "--header", h }))
            .Append(Url(probe));

    private static IEnumerable<string> Headers(HttpProbe probe)
    {
        if (probe.Host is not null) yield return "Host: " + probe.Host;
        foreach (TextEntry header in probe.Headers) yield return $"{header.Name}: {header.Value.Text}";
    }

    private static string Url(HttpProbe probe)
    {
        string path = probe.Path.StartsWith('/') ? probe.Path : "/" + probe.Path;
        return $"{(probe.Scheme == "HTTPS" ? "https" : "http")}://127.0.0.1:{probe.Port}{path}";
    }
}
