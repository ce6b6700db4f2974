using System;
using System.Collections.Generic;
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
            ReadAll(metadata["annotations"], ReadText),
            root.Find("service") is { Value: YamlMapping service } entry ? new Service(entry.Key, ReadAll(service["ports"], ReadPort)) : null,
            ReadAll(root["containers"], ReadContainer),
            ReadAll(root["resources"], ReadResource));
    }

    // By key in ordinal order, without the entries of which nothing can be read.
    private static List<T> ReadAll<T>(YamlNode? node, Func<YamlEntry, T?> read)
        where T : class
    {
        List<T> all = [];
        if (node is not YamlMapping mapping) return all;
        foreach (YamlEntry entry in mapping.Sorted())
        {
            if (read(entry) is { } value) all.Add(value);
        }

        return all;
    }

    private static ServicePort? ReadPort(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping port) return null;
        long number = Number(port["port"]) ?? 0;
        SourceSpan at = (port["targetPort"] ?? port["port"])?.Span ?? entry.Key.Span;
        return new ServicePort(entry.Key, number, Number(port["targetPort"]) ?? number, Text(port, "protocol")?.Text ?? "TCP", at);
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
            Variables = ReadAll(container["variables"], ReadText),
            Files = ReadAll(container["files"], ReadFile),
            Volumes = ReadAll(container["volumes"], ReadVolume),
            Limits = ReadComputeResources(resources?["limits"]),
            Requests = ReadComputeResources(resources?["requests"]),
            LivenessProbe = ReadProbe(container, "livenessProbe"),
            ReadinessProbe = ReadProbe(container, "readinessProbe"),
            Before = ReadAll(container["before"], ReadBefore),
        };
    }

    private static ContainerFile? ReadFile(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping file) return null;
        YamlScalar? content = Text(file, "content");
        YamlScalar? source = Text(file, "source");
        YamlScalar? given = content ?? source ?? Text(file, "binaryContent");
        if (given is null) return null;
        FileContentChoice choice = content is not null
            ? FileContentChoice.Content
            : source is not null ? FileContentChoice.Source : FileContentChoice.BinaryContent;
        return new ContainerFile(entry.Key, choice, given, Text(file, "mode"), file["noExpand"] is YamlScalar { Value: true });
    }

    private static ContainerVolume? ReadVolume(YamlEntry entry) => entry.Value is YamlMapping volume && Text(volume, "source") is { } source
        ? new ContainerVolume(entry.Key, source, Text(volume, "path"), volume["readOnly"] is YamlScalar { Value: true })
        : null;

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
            foreach (YamlNode item in list.Items)
            {
                if (item is YamlMapping header && Text(header, "name") is { } name && Text(header, "value") is { } value)
                    headers.Add(new TextEntry(name, value));
            }
        }

        return new HttpProbe(key, Text(request, "scheme")?.Text ?? "HTTP", Text(request, "host")?.Text, Text(request, "path")?.Text ?? "",
            Number(request["port"]) ?? 0, headers);
    }

    private static Before? ReadBefore(YamlEntry entry) =>
        entry.Value is YamlMapping before && Text(before, "ready") is { } ready ? new Before(entry.Key, ready.Text) : null;

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

    private static TextEntry? ReadText(YamlEntry entry) =>
        entry.Value is YamlScalar { Kind: YamlScalarKind.String } value ? new TextEntry(entry.Key, value) : null;

    private static List<YamlScalar>? Strings(YamlNode? node)
    {
        if (node is not YamlSequence list) return null;
        List<YamlScalar> strings = [];
        foreach (YamlNode item in list.Items)
        {
            if (item is YamlScalar { Kind: YamlScalarKind.String } text) strings.Add(text);
        }

        return strings;
    }

    private static long? Number(YamlNode? node) => (node as YamlScalar)?.Value switch { long whole => whole, double number => (long)number, _ => null };

    private static YamlScalar? Text(YamlMapping mapping, string key) =>
        mapping[key] is YamlScalar { Kind: YamlScalarKind.String } scalar ? scalar : null;
}
