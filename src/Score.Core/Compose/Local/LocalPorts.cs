using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Resources.Hosts;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Compose.Local;

/// <summary>
/// The ports of this machine that lead to those of resources. They follow from the names of the project and of the services, so they are
/// the same on every machine and stay when others come or go; no machine is asked what it has free.
/// </summary>
internal sealed class LocalPorts
{
    // Below what systems give to outgoing connections, and below the node ports of Kubernetes.
    private const int First = 20000;
    private const int Count = 10000;

    private readonly Dictionary<string, LocalEndpoint> _endpoints = new(StringComparer.Ordinal);
    private readonly HashSet<int> _taken = [];

    /// <summary>Chooses the ports.</summary>
    /// <param name="project">The project name.</param>
    /// <param name="services">The services of resources; ports that they publish already stay.</param>
    /// <param name="needed">The ports that lead to them.</param>
    /// <param name="kept">Those of them that keep their numbers, as far as no two have the same.</param>
    public LocalPorts(string project, YamlMapping services, IReadOnlyCollection<HostMark> needed, IReadOnlyCollection<HostMark> kept)
    {
        foreach (YamlEntry service in services) AddPublished(service.Name, (service.Value as YamlMapping)?["ports"] as YamlSequence);
        List<HostMark> missing = needed.Concat(kept)
            .Where(n => services[n.Service] is not null && !_endpoints.ContainsKey(KeyOf(n)))
            .Distinct()
            .OrderBy(n => n.Service, StringComparer.Ordinal)
            .ThenBy(n => n.Port)
            .ToList();
        foreach (HostMark same in missing.Where(m => kept.Contains(m) && _taken.Add(m.Port))) Add(same, same.Port, "127.0.0.1", isNew: true);
        foreach (HostMark mark in missing.Where(m => !_endpoints.ContainsKey(KeyOf(m))))
        {
            string hash = Hexadecimal.OfHash($"{project}/{KeyOf(mark)}", 7);
            int offset = int.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Count;
            while (!_taken.Add(First + offset)) offset = (offset + 1) % Count;
            Add(mark, First + offset, "127.0.0.1", isNew: true);
        }
    }

    /// <summary>All ports, by service and number.</summary>
    public IEnumerable<LocalEndpoint> All => _endpoints.Values.OrderBy(e => e.Service, StringComparer.Ordinal).ThenBy(e => e.Target);

    /// <summary>Where a port of a service is reached; null when it is not published.</summary>
    public LocalEndpoint? Of(string service, int port) => _endpoints.TryGetValue(KeyOf(new HostMark(service, port)), out LocalEndpoint? found) ? found : null;

    private void AddPublished(string service, YamlSequence? ports)
    {
        foreach (YamlMapping port in ports?.Items.OfType<YamlMapping>() ?? [])
        {
            int target = HostTexts.PortOf((port["target"] as YamlScalar)?.Text ?? "");
            int published = HostTexts.PortOf((port["published"] as YamlScalar)?.Text ?? "");
            if (published == 0) continue;
            _taken.Add(published);
            if (target == 0 || port["protocol"] is YamlScalar { Text: not "tcp" }) continue;
            string address = (port["host_ip"] as YamlScalar)?.Text ?? "";
            HostMark mark = new(service, target);
            if (!_endpoints.ContainsKey(KeyOf(mark))) Add(mark, published, address is "" or "0.0.0.0" or "::" ? "127.0.0.1" : address, isNew: false);
        }
    }

    private void Add(HostMark mark, int port, string address, bool isNew) =>
        _endpoints[KeyOf(mark)] = new LocalEndpoint(mark.Service, mark.Port, address, port) { IsNew = isNew };

    private static string KeyOf(HostMark mark) => $"{mark.Service}:{mark.Port.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>A port of this machine that leads to that of a service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Target">The port of its containers.</param>
/// <param name="Address">The address of this machine, such as <c>127.0.0.1</c>.</param>
/// <param name="Port">The port there.</param>
internal sealed record LocalEndpoint(string Service, int Target, string Address, int Port)
{
    /// <summary>Whether nothing but compose.resources.yaml publishes it.</summary>
    public bool IsNew { get; init; }
}
