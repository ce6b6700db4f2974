using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>
/// What the state file of a command-line tool keeps: values that were drawn once and are in use since. A project that comes from
/// there goes on with them. The file is only read.
/// </summary>
internal sealed class ExistingState
{
    /// <summary>No state file.</summary>
    public static readonly ExistingState None = new();

    private const string Templates = "patching_templates";

    private static readonly string[] Sections = ["workloads", "resources", "shared_state"];

    private readonly YamlMapping _workloads;
    private readonly YamlMapping _resources;

    private ExistingState()
        : this(new YamlMapping())
    {
    }

    private ExistingState(YamlMapping root)
    {
        _workloads = root["workloads"] as YamlMapping ?? new YamlMapping();
        _resources = root["resources"] as YamlMapping ?? new YamlMapping();
        Shared = root["shared_state"] as YamlMapping ?? new YamlMapping();
        ProjectName = (root["compose_project"] as YamlScalar)?.Text ?? "";
        PatchingTemplates = (root[Templates] as YamlSequence)?.Items.OfType<YamlScalar>().ToList() ?? [];
    }

    /// <summary>What resources share, as templates see it in <c>.Shared</c>.</summary>
    public YamlMapping Shared { get; }

    /// <summary>The name of the project; empty when the file gives none.</summary>
    public string ProjectName { get; }

    /// <summary>The patch templates that the tool was given at its start, in their order.</summary>
    public IReadOnlyList<YamlScalar> PatchingTemplates { get; } = [];

    /// <summary>The state of a resource, as templates see it in <c>.State</c>; empty when there is none.</summary>
    /// <param name="uid">The unique id, such as <c>redis.default#shop.cache</c>.</param>
    public YamlMapping StateOf(string uid) => (_resources[uid] as YamlMapping)?["state"] as YamlMapping ?? new YamlMapping();

    /// <summary>The UUID of a resource, or null when the file gives none.</summary>
    public string? GuidOf(string uid) => Text(_resources[uid], "guid");

    /// <summary>What the Kubernetes label <c>app.kubernetes.io/instance</c> of a workload ends with, or null when the file gives none.</summary>
    public string? InstanceSuffixOf(string workload) => Text(_workloads[workload], "instance_suffix");

    /// <summary>Reads a state file.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="source">Its text.</param>
    /// <param name="diagnostics">Receives SCORE0340.</param>
    /// <returns>The state, or null with a finding.</returns>
    public static ExistingState? Read(string name, SourceText source, DiagnosticBag diagnostics)
    {
        DiagnosticBag reading = new();
        YamlNode? root = YamlReader.Read(source, reading);
        if (root is null || reading.HasErrors)
        {
            YamlProblem problem = YamlProblem.First(reading) ?? new YamlProblem(0, "It is not YAML.");
            string sentence = source.Text.Trim().Length == 0 ? "It is empty." : problem.Sentence;
            diagnostics.Add(
                DiagnosticDescriptors.StateUnusable,
                problem.Line == 0 ? SourceSpan.WholeFile(source.Path) : new SourceSpan(source.Path, problem.Line, 1, problem.Line, 1),
                name,
                new Phrase(sentence));
            return null;
        }

        if (WrongPart(root) is not { } wrong) return new ExistingState((YamlMapping)root);
        diagnostics.Add(DiagnosticDescriptors.StateUnusable, new SourceSpan(source.Path, wrong.Line, 1, wrong.Line, 1), name, new Phrase(wrong.Sentence));
        return null;
    }

    private static YamlProblem? WrongPart(YamlNode root)
    {
        if (root is not YamlMapping mapping) return new YamlProblem(1, $"It must be a mapping, and this is {root.Description}.");
        if (Array.TrueForAll(Sections, s => mapping[s] is null) && mapping[Templates] is null)
            return new YamlProblem(1, "It has none of the keys 'workloads', 'resources' and 'shared_state' of a state file.");
        foreach (string section in Sections)
        {
            if (mapping.Find(section) is not { } entry || IsNull(entry.Value)) continue;
            if (entry.Value is not YamlMapping items)
                return new YamlProblem(entry.Key.Span.Line, $"'{section}' must be a mapping, and this is {entry.Value.Description}.");
            if (section == "shared_state") continue;
            foreach (YamlEntry item in items)
            {
                if (item.Value is not YamlMapping part)
                    return new YamlProblem(item.Key.Span.Line, $"An entry of '{section}' must be a mapping, and this is {item.Value.Description}.");
                if (part.Find("state") is { } state && state.Value is not YamlMapping && !IsNull(state.Value))
                    return new YamlProblem(state.Key.Span.Line, $"The 'state' of a resource must be a mapping, and this is {state.Value.Description}.");
            }
        }

        if (mapping.Find(Templates) is not { } given || IsNull(given.Value)) return null;
        if (given.Value is not YamlSequence templates)
            return new YamlProblem(given.Key.Span.Line, $"'{Templates}' must be a list of strings, and this is {given.Value.Description}.");
        YamlNode? wrong = templates.Items.Find(t => t is not YamlScalar { Kind: YamlScalarKind.String });
        return wrong is null ? null : new YamlProblem(wrong.Span.Line, $"An item of '{Templates}' must be a string, and this is {wrong.Description}.");
    }

    private static bool IsNull(YamlNode node) => node is YamlScalar { Kind: YamlScalarKind.Null };

    private static string? Text(YamlNode? node, string key) =>
        (node as YamlMapping)?[key] is YamlScalar { Kind: YamlScalarKind.String, Text.Length: > 0 } text ? text.Text : null;
}
