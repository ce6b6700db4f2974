using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Tests.Patches;

/// <summary>A tree after patch templates.</summary>
internal sealed class Patched
{
    private readonly DiagnosticBag _bag = new();

    /// <summary>The findings, one a line.</summary>
    public string Findings => Check.Show(_bag.ToSortedList());

    /// <summary>The tree as JSON with sorted keys and without quotes.</summary>
    public string Tree { get; private set; } = "";

    /// <summary>The environment variables that templates read.</summary>
    public SortedSet<string> VariablesRead { get; } = new(StringComparer.Ordinal);

    /// <summary>What patch templates for Compose see.</summary>
    public static PatchData ComposeData(IReadOnlyList<Workload> workloads) => new(new GoField("Compose", GoType.AnyMap), workloads);

    /// <summary>Patches a Compose project, whose only workload is called <c>shop</c>.</summary>
    public static Patched Compose(string yaml, params string[] templates) => From(yaml, ComposeData([Workload()]), templates);

    /// <summary>Patches manifests.</summary>
    public static Patched Manifests(string yaml, params string[] templates) => From(yaml, new PatchData(new GoField("Manifests", GoType.AnyList), [Workload()])
    {
        Fields = [new GoField("Namespace", GoType.String)],
        Values = [GoValue.Of("staging")],
    }, templates);

    /// <summary>The findings of a template for a Compose project, each of which must be at a mark. The tree stays as it is.</summary>
    public static string Finds(string yaml, string marked)
    {
        string text = Check.Strip(marked, out List<string> places);
        Patched patched = Compose(yaml, text);
        foreach (string place in places)
        {
            if (!patched.Findings.Contains($" {place}: ", StringComparison.Ordinal))
                throw new InvalidOperationException($"Nothing at {place}: {patched.Findings}");
        }

        if (patched._bag.HasErrors && patched.Tree != Compose(yaml).Tree) throw new InvalidOperationException("The tree has changed.");
        return patched.Findings;
    }

    public static Patched From(string yaml, PatchData data, string[] templates, Func<byte[]>? seed = null)
    {
        Patched result = new();
        YamlNode tree = YamlReader.Read(new SourceText("tree.yaml", yaml), result._bag)!;
        string original = CanonicalJson.Write(tree);
        List<PatchFile> files = templates.Select((t, i) => new PatchFile($"{i}.tpl", new SourceText($"/patches/{i}.tpl", t))).ToList();
        PatchOptions options = new(new RandomScope("", "project"), seed ?? (() => [1]), name => name == "SET" ? "value" : null);
        YamlNode patched = PatchTemplates.Apply(tree, files, data, options, result.VariablesRead, result._bag);
        if (CanonicalJson.Write(tree) != original) throw new InvalidOperationException("The original tree has changed.");
        result.Tree = CanonicalJson.Write(patched).Replace("\"", "", StringComparison.Ordinal);
        return result;
    }

    private static Workload Workload()
    {
        DiagnosticBag bag = new();
        return WorkloadLoader.Load(new SourceText("score.yaml", Check.Container + "    args: [a]\n"), "score.yaml", bag)!.Workload;
    }
}
