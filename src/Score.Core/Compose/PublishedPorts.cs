using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>A port of the host that leads into a container: an item <c>ScorePublish</c>.</summary>
/// <param name="Text">
/// The item: <c>HOST:WORKLOAD:CONTAINER</c>, or <c>HOST:RESOURCE.OUTPUT:CONTAINER</c>. An IP address of the host may stand before it,
/// one of IPv6 in brackets, and the last part may end with <c>/tcp</c> or <c>/udp</c>.
/// </param>
/// <param name="Place">The project file that says so.</param>
internal sealed record PublishedPort(string Text, SourceSpan Place)
{
    /// <summary>The item's parts, without the address and the protocol; three if it is sound.</summary>
    public IReadOnlyList<string> Parts { get; } = PartsOf(Text);

    /// <summary>The address of the host, such as <c>127.0.0.1</c> or <c>::1</c>; empty for all addresses.</summary>
    public string Address { get; } = AddressOf(Text);

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

    /// <summary>Whether two items cannot both have one port: their addresses are equal, or one stands for all of its kind.</summary>
    public bool Meets(PublishedPort other) => Address == other.Address || IsAllOf(Address, other.Address) || IsAllOf(other.Address, Address);

    private static bool IsAllOf(string all, string other) => all switch
    {
        "" => true,
        "0.0.0.0" => other.IndexOf(':') < 0,
        "::" => other.IndexOf(':') >= 0,
        _ => false,
    };

    // Where a part has a colon too many, what is too much comes first, so that the rest can still be told.
    private static string[] PartsOf(string text)
    {
        string[] parts = text.Substring(Start(text)).Split(':');
        if (Start(text) == 0 && parts.Length == 4) parts = [.. parts.Skip(1)];
        return [.. parts.Select((p, i) => (i == 2 ? p.Split('/')[0] : p).Trim())];
    }

    private static string AddressOf(string text)
    {
        if (Start(text) is > 0 and int start) return text.Substring(0, start - 1).Trim().TrimStart('[').TrimEnd(']').Trim();
        return text.Split(':') is { Length: 4 } parts ? parts[0].Trim() : "";
    }

    // The position after an address in brackets, or 0.
    private static int Start(string text) =>
        text.TrimStart().StartsWith("[", StringComparison.Ordinal) && text.IndexOf("]:", StringComparison.Ordinal) is > 0 and int end ? end + 2 : 0;
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
        List<TakenPort> taken = [];
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
                written.Add(new YamlMapping
                {
                    ["host_ip"] = port.Address.Length > 0 ? port.Address : null,
                    ["target"] = YamlScalar.Integer(Number(port.Parts[2])!.Value),
                    ["published"] = host,
                    ["protocol"] = protocol == Tcp ? null : protocol.ToLowerInvariant(),
                });
                PublishedPort? other = taken.Find(t => t.Port == host + protocol && t.By.Meets(port))?.By;
                if (other is not null) diagnostics.Add(DiagnosticDescriptors.HostPortTaken, port.Place, host, other.Text, port.Text);
                else taken.Add(new TakenPort(host + protocol, port));
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
        if (parts.Count != 3) return parts.Count > 4 ? " An IPv6 address stands in brackets, such as '[::1]'." : "";
        if (published.Address.Length > 0 && !IsAddress(published.Address)) return NoAddress(published.Address);
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

    // Docker takes no names of hosts here.
    private static string NoAddress(string text) =>
        $" '{Excerpt.Of(text)}' is not an IP address.{(text == "localhost" ? " Did you mean '127.0.0.1'?" : "")}";

    private static bool IsAddress(string text) =>
        IPAddress.TryParse(text, out IPAddress? address)
        && (address.AddressFamily == AddressFamily.InterNetworkV6
            ? text.IndexOfAny(['[', ']', '%']) < 0
            : text.Split('.') is { Length: 4 } && address.ToString() == text);

    private static bool IsResource(string name) => name.Contains('#');

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65535 ? port : null;

    private YamlSequence Of(string workload)
    {
        if (!_ofWorkloads.TryGetValue(workload, out YamlSequence? ports)) _ofWorkloads.Add(workload, ports = new YamlSequence());
        return ports;
    }

    /// <summary>A port of the host with its protocol, and the item that publishes it.</summary>
    private sealed record TakenPort(string Port, PublishedPort By);

    /// <summary>A port of a service that a resource's output names.</summary>
    private sealed record ResourcePort(PublishedPort Port, string Output, IReadOnlyList<YamlMapping> Written);
}
