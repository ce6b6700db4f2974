using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Templates;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>What a patch template sees. A field that it does not have is an error in the template.</summary>
/// <param name="tree">The field that holds what the templates change.</param>
/// <param name="workloads">The workloads.</param>
internal sealed class PatchData(GoField tree, IEnumerable<Workload> workloads)
{
    /// <summary>What templates may call.</summary>
    public TemplateFunctions Functions { get; init; } = TemplateFunctions.Standard;

    /// <summary>Keys that the platform's command-line tool writes without content and this build does not: to delete them is no mistake.</summary>
    public IReadOnlyCollection<string> Noise { get; init; } = [];

    /// <summary>Why a value cannot be set, in the words that SCORE0511 begins with; null when it can.</summary>
    public Func<YamlNode, Phrase?> Refuses { get; init; } = _ => null;

    /// <summary>More fields, after the tree and <c>.Workloads</c>.</summary>
    public GoField[] Fields { get; init; } = [];

    /// <summary>The values of <see cref="Fields"/>.</summary>
    public GoValue[] Values { get; init; } = GoList.NoItems;

    /// <summary>What templates see that are for some workloads only; null when there are none of these.</summary>
    public PatchScope? Scope { get; init; }

    /// <summary>The dot of a template. It is new each time, since templates can change the maps in it.</summary>
    /// <param name="root">What the templates change, as it is at that moment.</param>
    /// <param name="only">The workloads that the template is for; null for all.</param>
    public GoValue ToValue(YamlNode root, IReadOnlyCollection<Workload>? only = null)
    {
        GoMap byName = new();
        foreach (Workload workload in only ?? workloads) byName[workload.Name.Text] = YamlValues.Of(workload.Root);
        GoType type = GoType.StructOf("patching.Data", [tree, new GoField("Workloads", GoType.AnyMap), .. Fields]);
        GoValue[] values = new GoValue[2 + Values.Length];
        values[0] = YamlValues.Of(root);
        values[1] = GoValue.Of(byName);
        Array.Copy(Values, 0, values, 2, Values.Length);
        return GoValue.Of(new GoStruct(type, values));
    }
}
