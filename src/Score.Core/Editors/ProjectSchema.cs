using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Settings;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Text;

namespace Score.Core.Editors;

/// <summary>
/// The JSON schema of score files, narrowed to a project: its types of resources, and the containers and resources that it has. Pieces
/// are put into the text of the exported schema, because a build writes it, and to load a library for JSON takes longer than all of this.
/// </summary>
internal static class ProjectSchema
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "score.schema.json";

    /// <summary>The schema as the package has it, of which that of a project is made.</summary>
    public static string General()
    {
        using Stream stream = typeof(ProjectSchema).Assembly.GetManifestResourceStream("schema/score-v1b1.json")!;
        using StreamReader text = new(stream, Encoding.UTF8);
        return text.ReadToEnd().Replace("\r\n", "\n");
    }

    /// <summary>The text of the schema, with LF line ends.</summary>
    /// <param name="types">The types of resources; null when they are not known, so that every type is allowed.</param>
    /// <param name="allowsOthers">Whether a type that no provisioner knows is nothing to remark on.</param>
    /// <param name="workloads">The project's workloads; null when not all could be read.</param>
    public static string Write(IReadOnlyList<ListedProvisioner>? types, bool allowsOthers, IReadOnlyList<Workload>? workloads)
    {
        SchemaText schema = new(General());
        string[] containers = Names(workloads, w => w.Containers.Select(c => c.Name));
        if (containers.Length > 0)
        {
            schema.Find("\"before\": {").Find("\"additionalProperties\": ").Replace("}", "false").InsertBefore("\"properties\": {"
                + string.Join(", ", containers.Select(c => $"{JsonString.Quote(c)}: {{ \"$ref\": \"#/definitions/containerBefore\" }}")) + "},\n          ");
        }

        string[] references = types is null ? [] : Names(workloads, w => References(w, types));
        if (references.Length > 0)
        {
            schema.Find("\"variables\": {").Find("\"additionalProperties\": {").InsertAfter(" \"examples\": " + JsonString.List(references) + ",");
        }

        if (types is not null)
        {
            schema.Find("\"resource\": {").InsertAfter("\n      \"allOf\": [\n        " + string.Join(",\n        ", types.GroupBy(t => t.Type).Select(Rule)) +
                "\n      ],").Find("\"type\": {").InsertAfter("\n          \"anyOf\": [\n            " + string.Join(",\n            ",
                types.GroupBy(t => t.Type).Select(Constant).Concat(allowsOthers ? ["{}"] : [])) + "\n          ],");
        }

        schema.Find("\"resourceMetadata\": {").Find("\"annotations\": {").InsertAfter(Annotations(ResourceAnnotations.All));
        schema.Find("\"workloadMetadata\": {").Find("\"annotations\": {").InsertAfter(Annotations(KnownSettings.All.SelectMany(s => Settings(s, containers))));
        return schema.ToString();
    }

    private static string[] Names(IReadOnlyList<Workload>? workloads, Func<Workload, IEnumerable<string>> names) =>
        workloads is null ? [] : workloads.SelectMany(names).Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal).ToArray();

    private static IEnumerable<string> References(Workload workload, IReadOnlyList<ListedProvisioner> types) => workload.Resources.SelectMany(r =>
        types.Where(t => t.Type == r.Type?.Text).SelectMany(t => t.Outputs ?? []).Select(o => $"${{resources.{r.Name}.{o}}}"));

    private static string Constant(IGrouping<string, ListedProvisioner> type)
    {
        ListedProvisioner first = type.First();
        string[] outputs = Union(type, t => t.Outputs) is { } known ? known : [];
        string description = first.Description.Trim() + (outputs.Length == 0 ? "" : $" Outputs: {string.Join(", ", outputs)}.");
        string text = description.Trim();
        return $"{{ \"const\": {JsonString.Quote(type.Key)}{(text.Length == 0 ? "" : $", \"description\": {JsonString.Quote(text)}")} }}";
    }

    // What a type allows besides its name. A class that no provisioner is for leaves the resource to nobody.
    private static string Rule(IGrouping<string, ListedProvisioner> type)
    {
        string[] classes = type.Select(t => t.Class).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        bool isClosed = type.All(t => t.Class.Length > 0 && t.Id.Length == 0);
        List<string> properties = [];
        if (classes.Length > 0) properties.Add($"\"class\": {{ \"{(isClosed ? "enum" : "examples")}\": {JsonString.List(classes)} }}");
        if (ParamsOf(type) is { } parameters)
        {
            properties.Add("\"params\": { \"properties\": {" + string.Join(", ", parameters.Select(p => $"{JsonString.Quote(p)}: {{}}"))
                + "}, \"additionalProperties\": false }");
        }

        string required = isClosed && !classes.Contains("default") ? ", \"required\": [\"class\"]" : "";
        return $"{{ \"if\": {{ \"properties\": {{ \"type\": {{ \"const\": {JsonString.Quote(type.Key)} }} }}, \"required\": [\"type\"] }}, " +
            $"\"then\": {{ \"properties\": {{ {string.Join(", ", properties)} }}{required} }} }}";
    }

    // Null when one of them takes anything. The types that need no provisioner do not look at params, but for service-port.
    private static string[]? ParamsOf(IEnumerable<ListedProvisioner> types) =>
        Union(types, t => t.Uri.StartsWith("builtin://", StringComparison.Ordinal) && t.Params!.Count == 0 ? null : t.Params);

    private static string[]? Union(IEnumerable<ListedProvisioner> types, Func<ListedProvisioner, IReadOnlyList<string>?> list) =>
        types.Any(t => list(t) is null) ? null : types.SelectMany(t => list(t)!).Distinct(StringComparer.Ordinal).ToArray();

    // Any text stays allowed, because placeholders in it are.
    private static string Annotations(IEnumerable<KnownAnnotation> known) => "\n          \"properties\": {\n            "
        + string.Join(",\n            ", known.Select(
            k => $"{JsonString.Quote(k.Name)}: {{ \"type\": \"string\", \"description\": {JsonString.Quote(k.Description)} }}"))
        + "\n          },";

    private static IEnumerable<KnownAnnotation> Settings(Setting setting, string[] containers)
    {
        // Not by string.Join, which a cold build would compile for the enumeration.
        string kinds = "";
        foreach (WorkloadKind kind in setting.Kinds) kinds += (kinds.Length == 0 ? " of a " : " or ") + WorkloadKinds.NameOf(kind);
        string description = $"For Kubernetes{kinds}: {setting.Type.Allowed}.";
        yield return new KnownAnnotation(WorkloadIdentity.Prefix + setting.Name, description);
        if (!setting.IsPerContainer) yield break;
        foreach (string container in containers)
            yield return new KnownAnnotation($"{WorkloadIdentity.Prefix}{container}.{setting.Name}", $"Only '{container}'. {description}");
    }
}
