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
        IReadOnlyList<YamlScalar>? exec = null;
        HttpProbe? http = null;
        HttpProbe? ignored = null;
        foreach (Probe? probe in (Probe?[])[container.ReadinessProbe, container.LivenessProbe])
        {
            if (probe is null) continue;
            if (probe.Exec is { Count: 0 }) diagnostics.Add(DiagnosticDescriptors.EmptyProbeCommand, probe.Key.Span);
            if (probe.Exec is { Count: > 0 }) exec ??= probe.Exec;
            http ??= probe.HttpGet;
            if (probe.Exec is null) ignored ??= probe.HttpGet;
        }

        // Once for a container; and who waits for it to be healthy hears of it there.
        if (mode == HttpProbeMode.Warn && ignored is not null && !IsAwaited(container))
            diagnostics.Add(DiagnosticDescriptors.HttpProbeIgnored, ignored.Key.Span);
        if (exec is not null) return Create(exec.Select(a => a.Text));
        if (http is null) return null;
        return mode switch
        {
            HttpProbeMode.Curl => Create(Curl(http)),
            HttpProbeMode.Wget => Create(Wget(http)),
            HttpProbeMode.DotNet => Create(DotNetProbe.Command(Url(http), Headers(http)), DotNetPeriod),
            _ => null,
        };
    }

    private static bool IsAwaited(Container container) => container.Before.Any(b => b.Ready == "healthy");

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

    private static YamlMapping Create(IEnumerable<string> command, string period = Period)
    {
        YamlSequence test = YamlSequence.Strings((string[])["CMD"]);
        foreach (string word in command) test.Items.Add(YamlScalar.String(ComposeText.Unexpanded(word)));
        return new YamlMapping { ["test"] = test, ["interval"] = period, ["timeout"] = period };
    }

    // Like a kubelet, neither of the two checks the certificate. Without --globoff curl takes brackets in a path for a range.
    private static List<string> Curl(HttpProbe probe) =>
        Request(["curl", "--fail", "--silent", "--show-error", "--globoff", "--output", "/dev/null"], "--insecure", probe);

    // Short options, because BusyBox has no others.
    private static List<string> Wget(HttpProbe probe) => Request(["wget", "-q", "-O", "/dev/null"], "--no-check-certificate", probe);

    private static List<string> Request(List<string> command, string noCheck, HttpProbe probe)
    {
        if (probe.Scheme == "HTTPS") command.Add(noCheck);
        foreach (string header in Headers(probe)) command.AddRange((string[])["--header", header]);
        command.Add(Url(probe));
        return command;
    }

    private static List<string> Headers(HttpProbe probe)
    {
        List<string> headers = [];
        if (probe.Host is not null) headers.Add("Host: " + probe.Host);
        foreach (TextEntry header in probe.Headers) headers.Add($"{header.Name}: {header.Value.Text}");
        return headers;
    }

    private static string Url(HttpProbe probe)
    {
        string path = probe.Path.StartsWith('/') ? probe.Path : "/" + probe.Path;
        return $"{(probe.Scheme == "HTTPS" ? "https" : "http")}://127.0.0.1:{probe.Port}{path}";
    }
}
