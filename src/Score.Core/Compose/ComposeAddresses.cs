using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Where the services of a project are reached from the host: the ports that they publish.</summary>
internal static class ComposeAddresses
{
    private const string Localhost = "localhost";

    /// <summary>The addresses, in the order of the services.</summary>
    public static IEnumerable<PublishedAddress> Of(ComposeProject project)
    {
        if (project.Content["services"] is not YamlMapping services) yield break;
        foreach (YamlEntry service in services)
        {
            List<ResourceAdditions> owners = project.Resources!.Additions
                .Where(a => a.Mapping(ComposeSections.Services)?[service.Name] is not null)
                .ToList();
            foreach (YamlMapping port in PortsOf(service.Value))
            {
                foreach (PublishedAddress address in Addresses(service.Name, port, owners, project.Workloads)) yield return address;
            }
        }
    }

    private static IEnumerable<PublishedAddress> Addresses(
        string service, YamlMapping port, List<ResourceAdditions> owners, IReadOnlyList<Workload> workloads)
    {
        string published = ((YamlScalar)port["published"]!).Text;
        string target = (port["target"] as YamlScalar)?.Text ?? "";
        string place = $"{HostOf(port)}:{published}";
        if (workloads.FirstOrDefault(w => w.Containers.Any(c => ComposeTranslator.ServiceName(w, c) == service)) is { } workload)
        {
            string scheme = (port["protocol"] as YamlScalar)?.Text is null or "tcp" ? SchemeOf(workload, target) : "";
            yield return new PublishedAddress(scheme + place, $"{workload.Name.Text}:{target}", "");
        }
        else if (owners.Count == 0)
        {
            yield return new PublishedAddress(service == Dashboard.Name ? $"http://{place}" : place, $"{service}:{target}", "");
        }

        foreach (ResourceAdditions owner in owners)
            yield return new PublishedAddress(Routes.UrlOf(owner, published == "80" ? "" : $":{published}") ?? place, "", owner.Node.Uid);
    }

    // A workload says by a probe, or by the port's name, that a port speaks HTTP.
    private static string SchemeOf(Workload workload, string target)
    {
        HttpProbe? probe = workload.Containers
            .SelectMany(c => new[] { c.ReadinessProbe, c.LivenessProbe })
            .Select(p => p?.HttpGet)
            .FirstOrDefault(get => get is not null && Number(get.Port) == target);
        if (probe is not null) return probe.Scheme == "HTTPS" ? "https://" : "http://";
        return workload.Ports.FirstOrDefault(p => Number(p.TargetPort) == target)?.Name switch
        {
            "http" or "web" or "www" => "http://",
            "https" => "https://",
            _ => "",
        };
    }

    private static string Number(long port) => port.ToString(CultureInfo.InvariantCulture);

    private static string HostOf(YamlMapping port) => (port["host_ip"] as YamlScalar)?.Text switch
    {
        null or "" or "0.0.0.0" or "::" => Localhost,
        { } address => address.IndexOf(':') >= 0 ? $"[{address}]" : address,
    };

    private static IEnumerable<YamlMapping> PortsOf(YamlNode service)
    {
        if ((service as YamlMapping)?["ports"] is not YamlSequence ports) return [];
        return ports.Items
            .Select(p => p is YamlScalar text ? ComposeShortForms.Port(text) : p)
            .OfType<YamlMapping>()
            .Where(p => p["published"] is YamlScalar);
    }
}
