using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Specification;

namespace Score.Core.Platforms;

/// <summary>Where workloads send their telemetry: the variables of OpenTelemetry that the build gives to containers without them.</summary>
/// <param name="endpoint">The endpoint of an OTLP receiver, such as <c>http://collector:4317</c>.</param>
internal sealed class Telemetry(string endpoint)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string ServiceName = "OTEL_SERVICE_NAME";
    private const string ResourceAttributes = "OTEL_RESOURCE_ATTRIBUTES";

    // The port that IANA has for OTLP over HTTP; all others are taken for gRPC.
    private const int HttpPort = 4318;

    /// <summary>The endpoint's port.</summary>
    public int Port { get; } = new Uri(endpoint).Port;

    /// <summary>Whether a text can be an endpoint: an absolute URL with <c>http</c> or <c>https</c>.</summary>
    public static bool IsEndpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && url.Host.Length > 0 && url.UserInfo.Length == 0;

    /// <summary>The variables of a container, by name; none that the score file sets, nor any that would fit it badly.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="container">Its container.</param>
    public IEnumerable<KeyValuePair<string, string>> VariablesOf(Workload workload, Container container)
    {
        // A protocol belongs to its endpoint.
        if (!Has(container, Endpoint))
        {
            yield return new KeyValuePair<string, string>(Endpoint, endpoint);
            if (!Has(container, Protocol)) yield return new KeyValuePair<string, string>(Protocol, Port == HttpPort ? "http/protobuf" : "grpc");
        }

        if (Has(container, ServiceName) || container.Variables.Any(v => v.Name == ResourceAttributes && v.Value.Text.Contains("service.name="))) yield break;
        string name = workload.Name.Text;
        yield return new KeyValuePair<string, string>(ServiceName, workload.Containers.Count == 1 ? name : $"{name}-{container.Name}");
    }

    private static bool Has(Container container, string variable) => container.Variables.Any(v => v.Name == variable);
}
