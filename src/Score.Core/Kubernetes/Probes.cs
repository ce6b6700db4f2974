using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>Writes probes. Kubernetes has one way for each, so of two the HTTP request counts.</summary>
internal static class Probes
{
    private const int StartupPeriod = 5;
    private const int StartupFailures = 30;

    /// <summary>A probe.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="diagnostics">Receives SCORE0409.</param>
    public static YamlMapping Write(Probe probe, DiagnosticBag diagnostics)
    {
        YamlMapping written = new();
        if (probe.HttpGet is { } http)
        {
            written.Set("httpGet", Request(http));
            return written;
        }

        if (probe.Exec is not { Count: > 0 } command)
        {
            diagnostics.Add(DiagnosticDescriptors.EmptyProbeCommand, probe.Key.Span);
            return written;
        }

        YamlMapping exec = new();
        exec.Set("command", YamlSequence.Strings(command.Select(a => KubernetesText.Unexpanded(a.Text))));
        written.Set("exec", exec);
        return written;
    }

    /// <summary>The probe that says when a container that others wait for is up: two and a half minutes are given to it.</summary>
    public static YamlMapping Startup(Probe probe, DiagnosticBag diagnostics)
    {
        YamlMapping written = Write(probe, diagnostics);
        written.Set("periodSeconds", YamlScalar.Integer(StartupPeriod));
        written.Set("failureThreshold", YamlScalar.Integer(StartupFailures));
        return written;
    }

    private static YamlMapping Request(HttpProbe probe)
    {
        YamlMapping request = new();
        if (probe.Host is not null) request.Set("host", probe.Host);
        request.Set("path", probe.Path);
        request.Set("port", YamlScalar.Integer(probe.Port));
        if (probe.Scheme != "HTTP") request.Set("scheme", probe.Scheme);
        if (probe.Headers.Count == 0) return request;

        YamlSequence headers = new();
        foreach (TextEntry header in probe.Headers)
        {
            YamlMapping entry = new();
            entry.Set("name", header.Name);
            entry.Set("value", header.Value.Text);
            headers.Items.Add(entry);
        }

        request.Set("httpHeaders", headers);
        return request;
    }
}
