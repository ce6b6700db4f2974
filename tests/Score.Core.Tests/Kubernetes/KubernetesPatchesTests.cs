using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Patches;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes;

[TestClass]
public sealed class KubernetesPatchesTests
{
    [TestMethod]
    public void TemplateSeesTheManifestsAndTheNamespaceAndChangesThem()
    {
        KubernetesProject project = Patch("{{ range $i, $m := .Manifests }}\n- {op: set, path: {{ $i }}.metadata.labels.of, value: {{ $m.kind }}-{{ $.Namespace }}}\n{{ end }}", out string findings);
        Assert.AreEqual("", findings);
        StringAssert.Contains(YamlWriter.Write(project.Manifests.Single()), "    of: Deployment-prod\n");
    }

    [TestMethod]
    public void WholeManifestsComeAndGo()
    {
        KubernetesProject project = Patch("- {op: delete, path: '0'}\n- {op: set, path: -1, value: {apiVersion: v1, kind: ServiceAccount, metadata: {name: shop}}}\n", out string findings);
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

    private static KubernetesProject Patch(string template, out string findings)
    {
        DiagnosticBag bag = new();
        KubernetesProject project = Manifested.From(Check.Container, ns: "prod").Project;
        KubernetesProject patched = KubernetesPatches.Apply(project, [new PatchFile("p.tpl", new SourceText("p.tpl", template))], [], "prod", new PatchOptions("project", () => [1], _ => null), bag);
        findings = Check.Show(bag.ToSortedList());
        return patched;
    }
}
