using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>A port of the host that leads into a container: an item <c>ScorePublish</c>.</summary>
/// <param name="Text">
/// The item: <c>HOST:WORKLOAD:CONTAINER</c>, or <c>HOST:RESOURCE.OUTPUT:CONTAINER</c>. The last part may end with
/// <c>/tcp</c> or <c>/udp</c>.
/// </param>
/// <param name="Place">The project file that says so.</param>
internal sealed record PublishedPort(string Text, SourceSpan Place)
{
    /// <summary>The item's parts, without the protocol; three if it is sound.</summary>
    public IReadOnlyList<string> Parts { get; } = Text.Split(':').Select((p, i) => (i == 2 ? p.Split('/')[0] : p).Trim()).ToArray();

    /// <summary>The protocol that the item names, such as <c>UDP</c>, or null.</summary>
    public string? Protocol { get; } = Text.IndexOf('/', Text.LastIndexOf(':') + 1) is >= 0 and int slash
        ? Text.Substring(slash + 1).Trim().ToUpperInvariant()
        : null;

    /// <summary>Whether the item means a port of a workload's service.</summary>
    public bool IsOf(Workload workload, ServicePort port) =>
        Parts.Count == 3
            && Parts[1] == workload.Name.Text
            && Parts[2] == port.TargetPort.ToString(CultureInfo.InvariantCulture)
            && (Protocol ?? port.Protocol) == port.Protocol;
}

/// <summary>The ports of a project's services that are published on the host.</summary>
internal sealed class PublishedPorts
{
    private const string Tcp = "TCP";
    private const string Udp = "UDP";

    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, YamlSequence> _ofWorkloads = new(StringComparer.Ordinal);
    private readonly List<ResourcePort> _ofResources = [];

    /// <summary>Checks the ports.</summary>
    /// <param name="ports">The ports.</param>
    /// <param name="workloads">All workloads.</param>
    /// <param name="diagnostics">Receives SCORE0614 to SCORE0617.</param>
    public PublishedPorts(IReadOnlyList<PublishedPort> ports, IReadOnlyList<LoadedWorkload> workloads, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        Dictionary<string, PublishedPort> taken = new(StringComparer.Ordinal);
        foreach (PublishedPort port in ports)
        {
            if (Problem(port) is { } problem)
            {
                diagnostics.Add(DiagnosticDescriptors.InvalidPublish, port.Place, port.Text, new Phrase(problem));
                continue;
            }

            string name = port.Parts[1];
            Workload? workload = workloads.Select(w => w.Workload).FirstOrDefault(w => w.Name.Text == name);
            string host = Number(port.Parts[0])!.Value.ToString(CultureInfo.InvariantCulture);
            List<YamlMapping> written = [];
            foreach (string protocol in Protocols(port, workload))
            {
                YamlMapping entry = new();
                entry.Set("target", YamlScalar.Integer(Number(port.Parts[2])!.Value));
                entry.Set("published", host);
                if (protocol != Tcp) entry.Set("protocol", protocol.ToLowerInvariant());
                written.Add(entry);
                if (taken.TryGetValue(host + protocol, out PublishedPort? other))
                    diagnostics.Add(DiagnosticDescriptors.HostPortTaken, port.Place, host, other.Text, port.Text);
                else taken.Add(host + protocol, port);
            }

            if (IsResource(name))
            {
                _ofResources.Add(new ResourcePort(port, name, written));
            }
            else if (workload is not null)
            {
                Of(name).Items.AddRange(written);
            }
            else
            {
                diagnostics.Add(DiagnosticDescriptors.PublishOfUnknownWorkload, port.Place, name,
                    Suggestion.SentenceOrList(name, workloads.Select(w => w.Workload.Name.Text), "The workloads are"));
            }
        }
    }

    /// <summary>The ports of the container that owns a workload's host name, or null when none is published.</summary>
    public YamlSequence? Of(Workload workload) => _ofWorkloads.TryGetValue(workload.Name.Text, out YamlSequence? ports) ? ports : null;

    /// <summary>Adds the ports of services that resources' outputs name.</summary>
    /// <param name="services">All services by name, those of provisioners included.</param>
    /// <param name="resources">The resources.</param>
    public void AddToResources(YamlMapping services, ProvisionedResources resources)
    {
        foreach (ResourcePort port in _ofResources)
        {
            int dot = port.Output.LastIndexOf('.');
            (string id, string output) = (port.Output.Substring(0, dot), port.Output.Substring(dot + 1));
            if (ServiceNamedBy(id, output, resources) is not { } name || services[name] is not YamlMapping service)
                _diagnostics.Add(DiagnosticDescriptors.PublishOfUnknownOutput, port.Port.Place, id, output);
            else if (service["ports"] is YamlSequence list)
                list.Items.AddRange(port.Written);
            else
                service.Set("ports", new YamlSequence(port.Written));
        }
    }

    /// <summary>The service that an output of a resource names, or null.</summary>
    /// <param name="resourceId">The resource's unique id as written: <c>TYPE.CLASS#ID</c>, with or without the class.</param>
    /// <param name="output">The output.</param>
    /// <param name="resources">The resources.</param>
    private static string? ServiceNamedBy(string resourceId, string output, ProvisionedResources resources) =>
        resources.Outputs.Find(resourceId)?.Find([output])?.Value is YamlScalar name ? name.Text : null;

    private static string? Problem(PublishedPort published)
    {
        IReadOnlyList<string> parts = published.Parts;
        if (parts.Count != 3) return "";
        foreach (string port in (string[])[parts[0], parts[2]])
        {
            if (Number(port) is null) return $" '{Excerpt.Of(port)}' is not a port from 1 to 65535.";
        }

        if (published.Protocol is { } protocol and not (Tcp or Udp))
            return $" '{Excerpt.Of(protocol.ToLowerInvariant())}' is not a protocol; write 'tcp' or 'udp', or leave it out.";
        if (parts[1].Length == 0) return " The name of the workload is missing.";
        return IsResource(parts[1]) && parts[1].LastIndexOf('.') < parts[1].IndexOf('#') ? " The output of the resource is missing." : null;
    }

    // What the item says, else what the workload's service says of the port, which may be both.
    private static IEnumerable<string> Protocols(PublishedPort published, Workload? workload)
    {
        if (published.Protocol is { } protocol) return [protocol];
        List<string> declared = workload is null
            ? []
            : workload.Ports.Where(p => published.IsOf(workload, p)).Select(p => p.Protocol).Distinct().OrderBy(p => p, StringComparer.Ordinal).ToList();
        return declared.Count > 0 ? declared : [Tcp];
    }

    private static bool IsResource(string name) => name.Contains('#');

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65535 ? port : null;

    private YamlSequence Of(string workload)
    {
        if (!_ofWorkloads.TryGetValue(workload, out YamlSequence? ports)) _ofWorkloads.Add(workload, ports = new YamlSequence());
        return ports;
    }

    /// <summary>A port of a service that a resource's output names.</summary>
    private sealed record ResourcePort(PublishedPort Port, string Output, IReadOnlyList<YamlMapping> Written);
}
