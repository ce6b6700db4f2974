using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>
/// Reads a workload from its tree. It takes what is well-formed and passes over the rest, which the schema has reported, so
/// that the semantic rules can be checked in the same build.
/// </summary>
internal static class WorkloadReader
{
    public static Workload Read(string path, YamlMapping root)
    {
        YamlMapping metadata = root["metadata"] as YamlMapping ?? new YamlMapping();
        return new Workload(
            path,
            root,
            Text(metadata, "name") ?? YamlScalar.String(""),
            metadata,
            Texts(metadata["annotations"]),
            root.Find("service") is { Value: YamlMapping service } entry ? new Service(entry.Key, ReadPorts(service["ports"])) : null,
            Entries(root["containers"]).Select(ReadContainer).OrderBy(c => c.Name, StringComparer.Ordinal).ToList(),
            Entries(root["resources"]).Select(ReadResource).OrderBy(r => r.Name, StringComparer.Ordinal).ToList());
    }

    private static List<ServicePort> ReadPorts(YamlNode? node)
    {
        List<ServicePort> ports = [];
        foreach (YamlEntry entry in Entries(node).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry.Value is not YamlMapping port) continue;
            long number = Number(port["port"]) ?? 0;
            SourceSpan at = (port["targetPort"] ?? port["port"])?.Span ?? entry.Key.Span;
            ports.Add(new ServicePort(entry.Key, number, Number(port["targetPort"]) ?? number, Text(port, "protocol")?.Text ?? "TCP", at));
        }

        return ports;
    }

    private static Container ReadContainer(YamlEntry entry)
    {
        YamlMapping? container = entry.Value as YamlMapping;
        if (container is null) return new Container(entry.Key, null);
        YamlMapping? resources = container["resources"] as YamlMapping;
        return new Container(entry.Key, Text(container, "image"))
        {
            Command = Strings(container["command"]),
            Args = Strings(container["args"]),
            Variables = Texts(container["variables"]),
            Files = Entries(container["files"]).SelectMany(ReadFile).OrderBy(f => f.Target.Text, StringComparer.Ordinal).ToList(),
            Volumes = Entries(container["volumes"]).SelectMany(ReadVolume).OrderBy(v => v.Target.Text, StringComparer.Ordinal).ToList(),
            Limits = ReadComputeResources(resources?["limits"]),
            Requests = ReadComputeResources(resources?["requests"]),
            LivenessProbe = ReadProbe(container, "livenessProbe"),
            ReadinessProbe = ReadProbe(container, "readinessProbe"),
            Before = Entries(container["before"]).SelectMany(ReadBefore).OrderBy(b => b.Target.Text, StringComparer.Ordinal).ToList(),
        };
    }

    private static IEnumerable<ContainerFile> ReadFile(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping file) yield break;
        YamlScalar? content = Text(file, "content");
        YamlScalar? source = Text(file, "source");
        YamlScalar? given = content ?? source ?? Text(file, "binaryContent");
        if (given is null) yield break;
        FileContentChoice choice = content is not null
            ? FileContentChoice.Content
            : source is not null ? FileContentChoice.Source : FileContentChoice.BinaryContent;
        yield return new ContainerFile(entry.Key, choice, given, Text(file, "mode"), file["noExpand"] is YamlScalar { Value: true });
    }

    private static IEnumerable<ContainerVolume> ReadVolume(YamlEntry entry)
    {
        if (entry.Value is YamlMapping volume && Text(volume, "source") is { } source)
            yield return new ContainerVolume(entry.Key, source, Text(volume, "path"), volume["readOnly"] is YamlScalar { Value: true });
    }

    private static ComputeResources? ReadComputeResources(YamlNode? node) =>
        node is YamlMapping amounts ? new ComputeResources(Text(amounts, "memory"), Text(amounts, "cpu")) : null;

    private static Probe? ReadProbe(YamlMapping container, string key)
    {
        if (container.Find(key) is not { Value: YamlMapping probe } entry) return null;
        HttpProbe? httpGet = probe.Find("httpGet") is { Value: YamlMapping request } http ? ReadHttpProbe(http.Key, request) : null;
        return new Probe(entry.Key, httpGet, Strings((probe["exec"] as YamlMapping)?["command"]));
    }

    private static HttpProbe ReadHttpProbe(YamlScalar key, YamlMapping request)
    {
        List<TextEntry> headers = [];
        if (request["httpHeaders"] is YamlSequence list)
        {
            foreach (YamlMapping header in list.Items.OfType<YamlMapping>())
            {
                if (Text(header, "name") is { } name && Text(header, "value") is { } value) headers.Add(new TextEntry(name, value));
            }
        }

        return new HttpProbe(key, Text(request, "scheme")?.Text ?? "HTTP", Text(request, "host")?.Text, Text(request, "path")?.Text ?? "",
            Number(request["port"]) ?? 0, headers);
    }

    private static IEnumerable<Before> ReadBefore(YamlEntry entry)
    {
        if (entry.Value is YamlMapping before && Text(before, "ready") is { } ready) yield return new Before(entry.Key, ready.Text);
    }

    private static Resource ReadResource(YamlEntry entry)
    {
        YamlMapping resource = entry.Value as YamlMapping ?? new YamlMapping();
        return new Resource(
            entry.Key,
            Text(resource, "type"),
            Text(resource, "class"),
            Text(resource, "id"),
            resource["params"] as YamlMapping,
            resource["metadata"] as YamlMapping);
    }

    private static IEnumerable<YamlEntry> Entries(YamlNode? node) => node as YamlMapping ?? Enumerable.Empty<YamlEntry>();

    private static List<TextEntry> Texts(YamlNode? node) => Entries(node)
        .Where(e => e.Value is YamlScalar { Kind: YamlScalarKind.String })
        .Select(e => new TextEntry(e.Key, (YamlScalar)e.Value))
        .OrderBy(e => e.Name, StringComparer.Ordinal)
        .ToList();

    private static List<YamlScalar>? Strings(YamlNode? node) =>
        node is YamlSequence list ? list.Items.OfType<YamlScalar>().Where(s => s.Kind == YamlScalarKind.String).ToList() : null;

    private static long? Number(YamlNode? node) => (node as YamlScalar)?.Value switch { long whole => whole, double number => (long)number, _ => null };

    private static YamlScalar? Text(YamlMapping mapping, string key) =>
        mapping[key] is YamlScalar { Kind: YamlScalarKind.String } scalar ? scalar : null;
}
