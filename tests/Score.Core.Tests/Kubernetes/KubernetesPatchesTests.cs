using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Tests.Patches;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes;

[TestClass]
public sealed class KubernetesPatchesTests
{
    [TestMethod]
    public void TemplateSeesTheManifestsAndTheNamespaceAndChangesThem()
    {
        KubernetesProject project =
            Patch("{{ range $i, $m := .Manifests }}\n- {op: set, path: {{ $i }}.metadata.labels.of, value: {{ $m.kind }}-{{ $.Namespace }}}\n{{ end }}",
            out string findings);
        Assert.AreEqual("", findings);
        StringAssert.Contains(YamlWriter.Write(project.Manifests.Single()), "    of: Deployment-prod\n");
    }

    [TestMethod]
    public void WholeManifestsComeAndGo()
    {
        KubernetesProject project = Patch(
            "- {op: delete, path: '0'}\n- {op: set, path: -1, value: {apiVersion: v1, kind: ServiceAccount, metadata: {name: shop}}}\n", out string findings);
        Assert.AreEqual("", findings);
        StringAssert.Contains(YamlWriter.Write(project.Manifests.Single()), "kind: ServiceAccount\n");
    }

    [TestMethod]
    [DataRow("- {op: delete, path: 0.kind}\n", "has no 'kind'")]
    [DataRow("- {op: set, path: -1, value: text}\n", "is a string in place of a mapping")]
    public void WhatIsNoManifestAfterwardsIsAnError(string patch, string words)
    {
        Patch(patch, out string findings);
        string code = findings.Split(' ')[0];
        Assert.AreEqual("SCORE0517", code);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("plain", "plain")]
    [DataRow("https://${resources.thing.host}/${metadata.name}", "https://h.example/shop")]
    [DataRow("$${x} $$", "${x} $")]
    [DataRow("${metadata.annotations.example\\.com/team}", "core")]
    public void PlaceholdersAreExpandedAsTheWorkloadWould(string text, string value)
    {
        KubernetesProject project = Substitute($"{{{{ substituteValue \"shop\" `{text}` | toJson }}}}", out string findings);
        Assert.AreEqual("", findings);
        StringAssert.Contains(YamlWriter.Write(project.Manifests.Single()), $"    url: {value}\n");
    }

    [TestMethod]
    [DataRow("substituteValue \"shpo\" \"x\"", "There is no workload 'shpo'. Did you mean 'shop'?")]
    [DataRow("substituteValue \"shop\" \"${resources.thing.hots}\"", "has no output 'hots'. Did you mean 'host'?")]
    [DataRow("substituteValue \"shop\" \"${resources.thign.host}\"",
        "no resource 'thign'. Add it under 'resources', or correct the name. Did you mean 'thing'?")]
    [DataRow("substituteValue \"shop\" \"${nope}\"", "not a valid placeholder")]
    [DataRow("substituteValue \"shop\" \"${metadata.nope}\"", "no 'nope'")]
    [DataRow("substituteValue \"shop\" \"${resources.env.X}\"", "in the ConfigMap 'shop-environment'")]
    public void WhatCannotBeExpandedIsAnErrorAtItsPlace(string call, string words)
    {
        Substitute($"{{{{ {call} }}}}", out string findings);
        StringAssert.StartsWith(findings, "SCORE0621 (1,59)-(1,60): ", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    public void ReferenceToASecretIsTextForTheTemplateAndAnErrorInAValue()
    {
        KubernetesProject project = Substitute("""{{ substituteValue "shop" "${resources.thing.password}" | trimPrefix "🔐💬" | trimSuffix "💬🔐" }}""",
            out string findings);
        Assert.AreEqual("", findings);
        StringAssert.Contains(YamlWriter.Write(project.Manifests.Single()), "    url: name_key\n");

        Substitute("""{{ substituteValue "shop" "${resources.thing.password}" }}""", out findings);
        StringAssert.StartsWith(findings, "SCORE0511 ", StringComparison.Ordinal);
        StringAssert.Contains(findings, "The value of this operation", StringComparison.Ordinal);
    }

    [TestMethod]
    public void FunctionIsForKubernetesOnly()
    {
        DiagnosticBag bag = new();
        PatchTemplates.Apply(new YamlMapping(), [new PatchFile("p.tpl", new SourceText("p.tpl", "{{ substituteValue \"a\" \"b\" }}"))], Patched.ComposeData([]),
            new PatchOptions(new RandomScope("", "project"), () => [1], _ => null), new System.Collections.Generic.HashSet<string>(), bag);
        StringAssert.StartsWith(Check.Show(bag.ToSortedList()), "SCORE0620 ", StringComparison.Ordinal);
    }

    private static KubernetesProject Substitute(string action, out string findings)
    {
        Manifested manifested = Manifested.From(
            "apiVersion: score.dev/v1b1\nmetadata: {name: shop, annotations: {example.com/team: core}}\ncontainers: {web: {image: nginx}}\n" +
            "resources: {thing: {type: tt}, env: {type: environment}}\n",
            "- uri: template://t/t\n  type: tt\n  outputs: |\n    host: h.example\n    password: 🔐💬name_key💬🔐\n");
        return Patch(manifested, $"- op: set\n  path: 0.metadata.annotations.url\n  value: {action}\n".Replace("\n  ", " , ", StringComparison.Ordinal)
            .Replace("- op", "- {op", StringComparison.Ordinal).TrimEnd() + "}", out findings);
    }

    private static KubernetesProject Patch(string template, out string findings) => Patch(Manifested.From(Check.Container, ns: "prod"), template, out findings);

    private static KubernetesProject Patch(Manifested manifested, string template, out string findings)
    {
        DiagnosticBag bag = new();
        KubernetesProject patched = (KubernetesProject)TestPlatforms.Patched(manifested.Project,
            [new PatchFile("p.tpl", new SourceText("p.tpl", template))], bag);
        findings = Check.Show(bag.ToSortedList());
        return patched;
    }
}
