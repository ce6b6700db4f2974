using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Yaml;

namespace Score.Core.Compose.Local;

/// <summary>
/// The content of compose.resources.yaml. It has the project name of compose.yaml, and its services are called and made like those
/// there, so that both have the same data, and no two servers ever work on it.
/// </summary>
internal static class LocalServices
{
    private const string DependsOn = "depends_on";

    /// <summary>Makes the content.</summary>
    /// <param name="all">The content of compose.yaml.</param>
    /// <param name="services">The services of resources in it.</param>
    /// <param name="ports">The ports of this machine.</param>
    public static YamlMapping Content(YamlMapping all, YamlMapping services, LocalPorts ports)
    {
        YamlMapping result = new();
        foreach (YamlEntry entry in services)
            result.Set(entry.Name, Service((YamlMapping)entry.Value, services, ports.All.Where(p => p.Service == entry.Name)));
        if (Ready(all, services) is { } ready) result.Set(WaitForResources.Name, ready);
        HashSet<string> texts = [];
        AddTexts(result, texts);
        return new YamlMapping
        {
            ["name"] = all["name"],
            ["services"] = result.Sorted(),
            ["networks"] = Used(all["networks"], texts),
            ["volumes"] = Used(all["volumes"], texts),
            ["configs"] = Used(all["configs"], texts),
            ["secrets"] = Used(all["secrets"], texts),
            ["models"] = Used(all["models"], texts),
        };
    }

    private static YamlMapping Service(YamlMapping service, YamlMapping services, IEnumerable<LocalEndpoint> endpoints)
    {
        List<YamlMapping> added = endpoints.Where(e => e.IsNew).Select(Port).ToList();
        YamlMapping result = new();
        foreach (YamlEntry entry in service)
        {
            YamlNode? value = entry.Name == DependsOn ? Waits(entry.Value, services) : entry.Value;
            if (value is not null) result.Set(entry.Key, value);
        }

        if (added.Count == 0) return result;
        YamlSequence ports = new([.. (service["ports"] as YamlSequence)?.Items ?? [], .. added]);
        return Dependencies.Set(result, "ports", ports, ["environment", "volumes", DependsOn, "healthcheck", "deploy", "labels", "annotations"]);
    }

    private static YamlMapping Port(LocalEndpoint endpoint) => new()
    {
        ["host_ip"] = endpoint.Address,
        ["target"] = YamlScalar.Integer(endpoint.Target),
        ["published"] = endpoint.Port.ToString(CultureInfo.InvariantCulture),
    };

    private static YamlNode? Waits(YamlNode waits, YamlMapping services)
    {
        if (waits is YamlSequence names) return new YamlSequence(names.Items.Where(i => i is not YamlScalar s || services[s.Text] is not null)).UnlessEmpty;
        YamlMapping result = new();
        foreach (YamlEntry entry in waits as YamlMapping ?? [])
        {
            if (services[entry.Name] is not null) result.Set(entry.Name, entry.Value);
        }

        return result.UnlessEmpty;
    }

    // 'docker compose up --wait' fails when a service ends that no other waits for. So one that stays waits for those that end.
    private static YamlMapping? Ready(YamlMapping all, YamlMapping services)
    {
        if ((all["services"] as YamlMapping)?[WaitForResources.Name] is not YamlMapping wait) return null;
        YamlMapping dependsOn = Waits(wait[DependsOn] ?? new YamlMapping(), services) as YamlMapping ?? new YamlMapping();
        bool ends = dependsOn.Any(w => (w.Value as YamlMapping)?["condition"] is YamlScalar { Text: "service_completed_successfully" });
        return ends
            ? new YamlMapping
            {
                ["image"] = wait["image"],
                ["command"] = YamlSequence.Strings(["tail", "-f", "/dev/null"]),
                ["stop_signal"] = "SIGKILL",
                [DependsOn] = dependsOn,
            }
            : null;
    }

    // Names are those of keys and of values.
    private static YamlMapping? Used(YamlNode? named, HashSet<string> texts)
    {
        YamlMapping result = new();
        foreach (YamlEntry entry in named as YamlMapping ?? [])
        {
            if (texts.Contains(entry.Name) || entry.Name == "default") result.Set(entry.Key, entry.Value);
        }

        return result.UnlessEmpty;
    }

    private static void AddTexts(YamlNode node, HashSet<string> texts)
    {
        if (node is YamlScalar scalar) texts.Add(scalar.Text.Split(':')[0]);
        foreach (YamlNode item in (node as YamlSequence)?.Items ?? []) AddTexts(item, texts);
        foreach (YamlEntry entry in node as YamlMapping ?? [])
        {
            texts.Add(entry.Name);
            AddTexts(entry.Value, texts);
        }
    }
}
