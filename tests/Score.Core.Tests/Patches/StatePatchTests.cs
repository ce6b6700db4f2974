using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.Core.Tests.Patches;

/// <summary>The patch templates that the state file of a command-line tool keeps.</summary>
[TestClass]
public sealed class StatePatchTests
{
    private const string Head = "workloads: {}\nresources: {}\nshared_state: {}\n";

    [TestMethod]
    [DataRow("patching_templates:\n  - |\n    - op: set\n      path: a\n      value: 1\n  - \"- {op: set, path: b, value: {{ add .Compose.a 1 }}}\"\n",
        "{a:1,b:2}")]
    [DataRow("patching_templates: null\n", "{}")]
    [DataRow("patching_templates: []\n", "{}")]
    [DataRow("", "{}")]
    public void TheyAreAppliedInTheirOrder(string templates, string tree) => Assert.AreEqual(tree, Apply(Head + templates, out _));

    [TestMethod]
    public void OneWithoutAnythingElseIsAStateFile() => Assert.AreEqual("{a:1}", Apply("patching_templates: ['- {op: set, path: a, value: 1}']\n", out _));

    [TestMethod]
    [DataRow("patching_templates:\n  - |\n    {{ if true }}\n    - {op: set, path: a, value: {{ «n»osuch 1 }}}\n    {{ end }}\n", "SCORE0620")]
    [DataRow("patching_templates:\n  - |-\n    - op: set\n      path: a\n      «valeu»: 1\n      value: 2\n", "SCORE0625")]
    [DataRow("patching_templates:\n  - |\n    {{ if true }}\n    - op: delete\n      path: «nope»\n    {{ end }}\n", "SCORE0627")]
    [DataRow("patching_templates:\n  - '- {op: delete, path: «nope»}'\n", "SCORE0627")]
    [DataRow("patching_templates:\n  - |\n    - {op: set, path: x, value: 1}\n  - |\n    - op: set\n      path: a\n      value: {{ «f»ail \"x\" }}\n",
        "SCORE0621")]
    public void FindingIsAtItsPlaceInTheStateFile(string marked, string code)
    {
        string text = Check.Strip(Head + marked, out System.Collections.Generic.List<string> places);
        Apply(text, out string findings);
        StringAssert.Contains(findings, $"{code} {places[0]}: ", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("patching_templates: text\n", "'patching_templates' must be a list of strings, and this is a string.")]
    [DataRow("patching_templates: [1]\n", "An item of 'patching_templates' must be a string, and this is a number.")]
    [DataRow("patching_templates: [{a: b}]\n", "An item of 'patching_templates' must be a string, and this is a mapping.")]
    public void AnythingElseIsAnUnusableStateFile(string templates, string words)
    {
        DiagnosticBag bag = new();
        Assert.IsNull(ExistingState.Read("state.yaml", new SourceText("state.yaml", Head + templates), bag));
        StringAssert.StartsWith(Check.Show(bag.ToSortedList()), "SCORE0340 (4,1)-(4,1): ", StringComparison.Ordinal);
        StringAssert.Contains(Check.Show(bag.ToSortedList()), words, StringComparison.Ordinal);
    }

    private static string Apply(string state, out string findings)
    {
        DiagnosticBag bag = new();
        ExistingState read = ExistingState.Read("state.yaml", new SourceText("/x/state.yaml", state), bag)!;
        System.Collections.Generic.List<PatchFile> files = read.PatchingTemplates.Select((t, i) => PatchFile.OfState(i, t)).ToList();
        YamlNode patched = PatchTemplates.Apply(new YamlMapping(), files, Patched.ComposeData([]),
            new PatchOptions(new RandomScope("", "project"), () => [1], _ => null), new System.Collections.Generic.HashSet<string>(), bag);
        findings = Check.Show(bag.ToSortedList());
        Assert.IsTrue(bag.ToSortedList().All(d => d.Span.File == "/x/state.yaml"), findings);
        return CanonicalJson.Write(patched).Replace("\"", "", StringComparison.Ordinal);
    }
}
