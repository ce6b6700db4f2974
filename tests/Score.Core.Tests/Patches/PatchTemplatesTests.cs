using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Resources;

namespace Score.Core.Tests.Patches;

[TestClass]
public sealed class PatchTemplatesTests
{
    private const string Project = "{services: {web: {image: nginx, ports: [a, b]}}}";

    // The template makes "hunter2", which may be a secret.
    [TestMethod]
    [DataRow("- op: {{ $s }}\n  path: services.a\n", "Its 'op' is not an operation.")]
    [DataRow("- op: set\n  path: services.a\n  value: x\n  {{ $s }}: x\n", "A key is not one of its keys.")]
    [DataRow("- op: delete\n  path: services.{{ $s }}.a\n", "deletes 'services.*.a', which is not there")]
    [DataRow("- op: set\n  path: services.a.image.{{ $s }}\n  value: x\n", "cannot be applied to 'services.a.image.*'.")]
    [DataRow("- op: set\n  path: services.a.ports.{{ $s }}.x\n  value: x\n", "'*' is none of its positions")]
    [DataRow("- op: set\n  path: {{ $s }}..x\n  value: x\n", "cannot be applied to '*..x'")]
    [DataRow("- {{ $s }}\n", "it is a string")]
    [DataRow("{{ $s }}: x\n", "made a mapping")]
    [DataRow("- op: set\n  path: services.a\n  value: [{{ $s }}\n", "not YAML")]
    [DataRow("- {{ $s }}: x\n  {{ $s }}: x\n", "not YAML")]
    [DataRow("- op: *{{ $s }}\n", "not YAML")]
    [DataRow("- op: set\n  path: services.a.{{ semver $s }}\n  value: x\n", "is not a semantic version")]
    public void FindingsDoNotQuoteWhatTheTemplateMade(string operations, string words)
    {
        string findings = Patched.Compose("services: {a: {image: x, ports: [a]}}", "{{- $s := print \"hunter\" 2 }}\n" + operations).Findings;
        StringAssert.Contains(findings, words, System.StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", findings);
    }

    [TestMethod]
    [DataRow("- {op: set, path: services.web.image, value: redis}", "{services:{web:{image:redis,ports:[a,b]}}}", DisplayName = "sets")]
    [DataRow("- {op: set, path: services.web.image, value: null}", "{services:{web:{image:null,ports:[a,b]}}}", DisplayName = "sets null")]
    [DataRow("- {op: set, path: 'x-own.a\\.b.c\\\\d', value: {e: [1]}}", "{services:{web:{image:nginx,ports:[a,b]}},x-own:{a.b:{c\\\\d:{e:[1]}}}}",
        DisplayName = "an unknown field with escapes")]
    [DataRow("- {op: delete, path: services.web.image}", "{services:{web:{ports:[a,b]}}}", DisplayName = "deletes")]
    [DataRow("- {op: delete, path: services}", "{}", DisplayName = "deletes all")]
    [DataRow("- {op: delete, path: services.web.ports.0}", "{services:{web:{image:nginx,ports:[b]}}}", DisplayName = "deletes an item")]
    [DataRow("- {op: delete, path: services.web.ports.-1}", "{services:{web:{image:nginx,ports:[a]}}}", DisplayName = "deletes the last item")]
    [DataRow("- {op: set, path: services.web.ports.1, value: c}", "{services:{web:{image:nginx,ports:[a,c]}}}", DisplayName = "replaces an item")]
    [DataRow("- {op: set, path: services.web.ports.-1, value: c}", "{services:{web:{image:nginx,ports:[a,b,c]}}}", DisplayName = "appends")]
    [DataRow("- {op: set, path: services.web.ports.-1.target, value: 80}", "{services:{web:{image:nginx,ports:[a,b,{target:80}]}}}",
        DisplayName = "appends what it sets a part of")]
    [DataRow("- {op: set, path: services.web.cap_drop.-1, value: ALL}", "{services:{web:{cap_drop:[ALL],image:nginx,ports:[a,b]}}}",
        DisplayName = "makes a list to append to")]
    [DataRow("- {op: set, path: services.web.dns.0, value: x}", "{services:{web:{dns:[x],image:nginx,ports:[a,b]}}}",
        DisplayName = "makes a list for its first item")]
    [DataRow("- {op: delete, path: services.web.ports.-1}\n- {op: set, path: services.web.ports.0, value: {a: 1, b: 2}}\n" +
        "- {op: delete, path: services.web.ports.-1.b}",
        "{services:{web:{image:nginx,ports:[{a:1}]}}}", DisplayName = "deletes in the last item")]
    [DataRow("- {op: set, path: 'x-ports.:80.:x', value: 1}\n- {op: set, path: 'x-ports.81', value: 2}",
        "{services:{web:{image:nginx,ports:[a,b]}},x-ports:{80:{:x:1},81:2}}", DisplayName = "a number as a key")]
    [DataRow("- {op: set, path: a, value: &x {n: 1}}\n- {op: set, path: b, value: *x}\n- {op: set, path: b.n, value: 2}\n- {op: delete, path: services}",
        "{a:{n:1},b:{n:2}}", DisplayName = "an alias keeps its value")]
    [DataRow("- op: delete\n  path: services.web\n  value: ignored\n  description: takes the service away\n", "{services:{}}",
        DisplayName = "with a description")]
    [DataRow("- op: set\r\n  path: a\r\n  value: 1\r\n", "{a:1,services:{web:{image:nginx,ports:[a,b]}}}", DisplayName = "with line breaks of Windows")]
    public void TreeIsPatched(string template, string expected)
    {
        Patched patched = Patched.Compose(Project, template);
        Assert.AreEqual("", patched.Findings);
        Assert.AreEqual(expected, patched.Tree);
    }

    [TestMethod]
    public void TemplateSeesTheProjectAndTheWorkloads() => Assert.AreEqual(
        "{web:a of shop in nginx}",
        Patched.Compose(
            Project,
            """
            {{ range $name, $service := .Compose.services }}
            - op: set
              path: {{ $name }}
              value: {{ (index (index $.Workloads "shop").containers $name).args | first }} of {{ $.Workloads.shop.metadata.name }} in {{ $service.image }}
            {{ end }}
            - {op: delete, path: services}
            """).Tree);

    [TestMethod]
    public void FileSeesWhatTheOneBeforeItMade() => Assert.AreEqual(
        "{a:1,b:2}",
        Patched.Compose("{}", "- {op: set, path: a, value: 1}", "- {op: set, path: b, value: {{ add .Compose.a 1 }}}").Tree);

    [TestMethod]
    public void FileDoesNotSeeWhatAnotherTemplateDidToItsOwnData() => Assert.AreEqual(
        "{a:false}",
        Patched.Compose("{}", """{{ $_ := set .Workloads.shop "new" 1 }}""", """- {op: set, path: a, value: {{ hasKey .Workloads.shop "new" }}}""").Tree);

    [TestMethod]
    public void PathOfManifestsStartsWithTheIndex()
    {
        Patched patched = Patched.Manifests(
            "[{kind: Service, spec: {type: A}}, {kind: Pod}]",
            """
            {{ range $i, $manifest := .Manifests }}{{ if eq $manifest.kind "Service" }}
            - {op: set, path: {{ $i }}.spec.type, value: {{ $.Namespace }}}
            {{ end }}{{ end }}
            - {op: delete, path: 1}
            - {op: set, path: '-1', value: {kind: ConfigMap, metadata: {name: {{ .Workloads.shop.metadata.name }}}}}
            """);
        Assert.AreEqual("", patched.Findings);
        Assert.AreEqual("[{kind:Service,spec:{type:staging}},{kind:ConfigMap,metadata:{name:shop}}]", patched.Tree);
    }

    [TestMethod]
    public void ManifestThatIsNotThereIsAFinding()
    {
        Patched patched = Patched.Manifests("[{kind: Pod}]", "- {op: set, path: 1.kind, value: x}");
        Assert.AreEqual("SCORE0626 (1,19)-(1,25): This operation cannot be applied to '1.kind'. The whole is a list with one item, whose position is 0, and " +
            "'1' is none of its positions. The position '-1' at the end of a path appends a value.",
            patched.Findings);
        Assert.AreEqual("[{kind:Pod}]", patched.Tree);
    }

    [TestMethod]
    public void PositionThatADeletionMovedOutOfTheListIsExplained()
    {
        string template = "{{ range $i, $m := .Manifests }}{{ if eq $m.kind \"Service\" }}\n- {op: delete, path: {{ $i }}}\n{{ else }}\n" +
            "- {op: set, path: {{ $i }}.metadata.x, value: y}\n{{ end }}{{ end }}";
        string findings = Patched.Manifests("[{kind: Service}, {kind: Pod}]", template).Findings;
        StringAssert.StartsWith(findings, "SCORE0626 ", StringComparison.Ordinal);
        StringAssert.EndsWith(
            findings,
            " An operation before it deleted position 0, so the positions after that one have moved. Delete after all other operations, and from the end.",
            StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("- {op: delete, path: 0}\n- {op: set, path: «1.a», value: x}\n")]
    [DataRow("- {op: delete, path: 0}\n- {op: set, path: «0.a», value: x}\n")]
    [DataRow("- {op: delete, path: 0}\n- {op: delete, path: «1»}\n")]
    [DataRow("- {op: delete, path: 1}\n- {op: delete, path: «1.kind»}\n")]
    public void PositionThatADeletionMovedToAnotherItemIsAWarning(string marked)
    {
        string template = Check.Strip(marked, out System.Collections.Generic.List<string> places);
        StringAssert.StartsWith(Patched.Manifests("[{kind: A}, {kind: B}, {kind: C}]", template).Findings, $"SCORE0631 {places[0]}: ",
            StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("- {op: delete, path: 1}\n- {op: set, path: 0.a, value: x}\n", DisplayName = "before it")]
    [DataRow("- {op: delete, path: 2}\n- {op: delete, path: 1}\n- {op: delete, path: 0}\n- {op: set, path: -1, value: {}}\n- {op: set, path: 0.a, value: 1}\n",
        DisplayName = "all anew")]
    [DataRow("- {op: delete, path: 0}\n- {op: delete, path: 0}\n", DisplayName = "again and again")]
    [DataRow("- {op: delete, path: 0}\n- {op: set, path: -1, value: {}}\n", DisplayName = "append")]
    [DataRow("- {op: delete, path: 0.kind}\n- {op: set, path: 1.a, value: x}\n", DisplayName = "a key")]
    public void PositionThatDidNotMoveIsNoFinding(string template) =>
        Assert.AreEqual("", Patched.Manifests("[{kind: A}, {kind: B}, {kind: C}]", template).Findings);

    [TestMethod]
    [DataRow("{{ env \"A B\" }}", "A B")]
    [DataRow("{{ env \"A\\nB=1\" }}", "A")]
    [DataRow("{{ expandenv \"${A B}\" }}", "A B")]
    [DataRow("{{ expandenv \"costs $5\" }}", "5")]
    public void VariableThatAnEnvFileCannotHoldIsAWarningAndNotListed(string action, string name)
    {
        Patched patched = Patched.Compose("{}", $"- {{op: set, path: a, value: x{action}}}");
        StringAssert.StartsWith(patched.Findings, "SCORE0357 ", StringComparison.Ordinal);
        StringAssert.Contains(patched.Findings, $"'{name}", StringComparison.Ordinal);
        Assert.IsEmpty(patched.VariablesRead);
    }

    [TestMethod]
    [DataRow("{{ if true }}\n- {op: set, path: a, value: 1}\n", "SCORE0620",
        "(3,1)-(3,2): The patch template cannot be read: The text ends before the {{end}} of {{if}}.")]
    [DataRow("- {op: set, path: a, value: {{ «n»osuch 1 }}}", "SCORE0620", "nosuch")]
    [DataRow("{{ .Compose.x }}{{ «.»Manifests }}", "SCORE0621", "Manifests")]
    [DataRow("\n{{ «f»ail \"not here\" }}", "SCORE0621", "The patch template failed: not here")]
    [DataRow("{{ define \"again\" }}{{ template \"again\" }}{{ end }}{{ template \"again\" }}", "SCORE0622", "was stopped")]
    [DataRow("{{ range until 1000000 }}{{ repeat 1000 \"x\" }}{{ end }}", "SCORE0622", "was stopped")]
    [DataRow("- {op: set, path: a, value: «[»1}", "SCORE0623", "SCORE0006 in line 1")]
    [DataRow("- {op: set, path: a, value: 1}\n«---»\n- {op: set, path: b, value: 1}", "SCORE0623", "SCORE0016 in line 2")]
    [DataRow("«o»p: set\npath: a\nvalue: 1", "SCORE0624", "made a mapping")]
    [DataRow("«text»", "SCORE0624", "made a string")]
    [DataRow("- «text»", "SCORE0625", "It must be a mapping with 'op' and 'path', and it is a string.")]
    [DataRow("- {op: set, path: a, «valeu»: 1, value: 2}", "SCORE0625", "This operation cannot be used. 'valeu' is not one of its keys. Did you mean 'value'?")]
    [DataRow("- {op: «delte», path: a}", "SCORE0625", "'delte' is not an operation. Did you mean 'delete'?")]
    [DataRow("- {op: «add», path: a}", "SCORE0625", "'add' is not an operation. There are: set, delete.")]
    [DataRow("- {op: «[»set], path: a}", "SCORE0625", "Its 'op' must be a string, and it is a list.")]
    [DataRow("- {op: delete, path: «null»}", "SCORE0625", "Its 'path' must be a string, and it is null.")]
    [DataRow("- «{»path: a, value: 1}", "SCORE0625", "It has no 'op'.")]
    [DataRow("- «{»op: delete}", "SCORE0625", "It has no 'path'.")]
    [DataRow("- {op: «set», path: a}", "SCORE0625", "It has no 'value' to set.")]
    [DataRow("- {op: delete, path: «services..web»}", "SCORE0626", "A part of its path is empty.")]
    [DataRow("- {op: set, path: «services.web.image.tag», value: 1}", "SCORE0626", "'services.web.image' is a string, and only mappings and lists have parts.")]
    [DataRow("- {op: set, path: «services.web.ports.2», value: 1}", "SCORE0626",
        "'services.web.ports' is a list with 2 items, whose positions are 0 to 1, and '2' is none of its positions.")]
    [DataRow("- {op: delete, path: «services.web.ports.2»}", "SCORE0626", "'2' is none of its positions.")]
    [DataRow("- {op: set, path: «services.web.dns.1», value: x}", "SCORE0626", "'services.web.dns' is a list without items",
        DisplayName = "A list is made for its first item only")]
    [DataRow("- {op: delete, path: «services.web.hostname»}", "SCORE0627", "This operation deletes 'services.web.hostname', which is not there.")]
    [DataRow("- {op: delete, path: «services.db.image»}", "SCORE0627", "'services.db.image'")]
    public void MistakeIsFoundAtItsPlace(string marked, string code, string words)
    {
        string findings = Patched.Finds(Project, marked);
        StringAssert.StartsWith(findings, code + " ", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
        Assert.AreEqual(1, findings.Split('\n').Length, findings);
    }

    [TestMethod]
    public void AllMistakesAreFoundAtOnce() => Assert.AreEqual(
        "SCORE0625 (1,8)-(1,11): This operation cannot be used. It has no 'value' to set. Write 'value: null' to set null, or 'op: delete'.\n"
        + "SCORE0626 (2,19)-(2,32): This operation cannot be applied to 'services.web.'. A part of its path is empty.\n"
        + "SCORE0627 (3,22)-(3,23): This operation deletes 'q', which is not there. Correct the path, or make the operation only when it is there.",
        Patched.Finds(Project, "- {op: set, path: a}\n- {op: set, path: services.web., value: 1}\n- {op: delete, path: q}"));

    [TestMethod]
    public void MistakesInTheWritingOfAllTemplatesAreFoundAtOnce()
    {
        Patched patched = Patched.Compose(Project, "{{ end }}", "- {op: set, path: services.web.image.a, value: 1}", "{{ nosuch }}");
        Assert.HasCount(2, patched.Findings.Split('\n'), patched.Findings);
        Assert.IsFalse(patched.Findings.Contains("SCORE0626", StringComparison.Ordinal));
    }

    [TestMethod]
    public void ErrorInOneFileUndoesTheOthers() => Assert.AreEqual(
        "{services:{web:{image:nginx,ports:[a,b]}}}",
        Patched.Compose(Project, "- {op: set, path: services.web.image, value: redis}", "- {op: set, path: services.web.image.a, value: 1}").Tree);

    [TestMethod]
    public void MistakeInALineThatWasCopiedIsFoundThere() => Assert.AreEqual(
        "SCORE0625 (4,3)-(4,8): Operation 1 (line 2 of what the template made) cannot be used. 'valeu' is not one of its keys. Did you mean 'value'?\n"
        + "SCORE0625 (4,3)-(4,8): Operation 2 (line 6 of what the template made) cannot be used. 'valeu' is not one of its keys. Did you mean 'value'?",
        Patched.Finds(Project, "{{ range tuple 1 2 }}\n- op: set\n  path: p{{ . }}\n  «valeu»: 1\n  value: 1{{ end }}"));

    [TestMethod]
    public void MistakeInALineThatWasMadeIsFoundInTheFileAsAWhole() => Assert.AreEqual(
        "SCORE0626 (0,0)-(0,0): Operation 1 (line 1 of what the template made) cannot be applied to 'services.web.image.x'. 'services.web.image' is a " +
        "string, and only mappings and lists have parts. End the path there to replace it.",
        Patched.Finds(Project, """- {op: set, path: {{ "services.web.image.x" }}, value: 1}"""));

    [TestMethod]
    [DataRow("""- {op: set, path: a, value: {{ "*hidden" }}}""", DisplayName = "an alias")]
    [DataRow("""- {op: set, path: a, value: {{ "{hidden: 1, hidden: 2}" }}}""", DisplayName = "a key twice")]
    [DataRow("""- {op: set, path: a, value: {{ "[hidden" }}}""", DisplayName = "an open bracket")]
    [DataRow("""{{ "hidden" }}""", DisplayName = "only a value")]
    [DataRow("""- {{ "hidden" }}""", DisplayName = "an item")]
    [DataRow("""- {op: set, path: services.web.image.x, value: {{ "hidden" }}}""", DisplayName = "a path that leads nowhere")]
    public void MessagesDoNotHoldValues(string template)
    {
        string findings = Patched.Finds(Project, template);
        Assert.AreNotEqual("", findings);
        Assert.IsFalse(findings.Contains("hidden", StringComparison.Ordinal), findings);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" \n")]
    [DataRow("# nothing to do\n")]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("{{ if false }}- {op: delete, path: services}{{ end }}")]
    public void TemplateThatMakesNothingSaysSo(string template)
    {
        Patched patched = Patched.Compose(Project, template);
        Assert.AreEqual("SCORE0628 (0,0)-(0,0): The patch template made no operations, so it changes nothing.", patched.Findings);
        Assert.AreEqual("{services:{web:{image:nginx,ports:[a,b]}}}", patched.Tree);
    }

    [TestMethod]
    public void RandomValuesDependOnTheSeedAndTheFileOnly()
    {
        const string Template = "- {op: set, path: a.-1, value: '{{ randAlphaNum 20 }}'}";
        string first = Patched.Compose("{}", Template, Template).Tree;
        Assert.AreEqual(first, Patched.Compose("{}", Template, Template).Tree);
        string[] values = first.TrimStart('{', 'a', ':', '[').TrimEnd('}', ']').Split(',');
        Assert.AreNotEqual(values[0], values[1]);
        Assert.AreEqual(values[0], Patched.Compose("{b: 1}", Template).Tree.Split('[', ']')[1]);
        Assert.AreNotEqual(first, Patched.From("{}", Patched.ComposeData([]), [Template, Template], () => [2]).Tree);
    }

    [TestMethod]
    public void MissingSeedIsAFindingOnlyWhenItIsNeeded()
    {
        Func<byte[]> none = () => throw new SeedException("None here.");
        Assert.AreEqual("", Patched.From("{}", Patched.ComposeData([]), ["- {op: set, path: a, value: 1}"], none).Findings);
        StringAssert.StartsWith(Patched.From("{}", Patched.ComposeData([]), ["{{ randNumeric 3 }}"], none).Findings, "SCORE0325 ", StringComparison.Ordinal);
    }

    [TestMethod]
    public void VariablesThatATemplateReadsAreNoted()
    {
        Patched patched = Patched.Compose("{}", """- {op: set, path: a, value: '{{ env "SET" }}{{ env "UNSET" }}'}""");
        Assert.AreEqual("{a:value}", patched.Tree);
        CollectionAssert.AreEqual(new[] { "SET", "UNSET" }, patched.VariablesRead.ToArray());
    }

    [TestMethod]
    public void LargeProjectIsPatchedWithoutCopyingItForEachOperation()
    {
        string services = string.Join(", ", Enumerable.Range(0, 5000).Select(i => $"s{i}: {{image: x}}"));
        Patched patched = Patched.Compose($"{{services: {{{services}}}}}",
            "{{ range $name, $service := .Compose.services }}\n- {op: set, path: services.{{ $name }}.read_only, value: true}{{ end }}");
        Assert.AreEqual("", patched.Findings);
        Assert.AreEqual(5000, patched.Tree.Split("read_only:true").Length - 1);
    }
}
