using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Secrets;
using Score.Core.Resources.Secrets;
using Score.Core.Tests.Kubernetes.Layouts;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes.Secrets;

/// <summary>Secret values leave every object but Secrets, and what reads them still gets them.</summary>
[TestClass]
public sealed class SecretSplitTests
{
    private const string Drawn = "aB3dE6gH9jK2mN5p";

    [TestMethod]
    public void VariablesAndCommandsReferToTheSecretThatHasTheValue()
    {
        (string others, string secrets) = Split(
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: s}
            stringData: {key: VALUE}
            ---
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: c}
            spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a, args: ["--p=VALUE"], env: [{name: P, value: VALUE}]}]}}}}}
            """);
        StringAssert.Contains(others, "name: P\n");
        StringAssert.Contains(others, "secretKeyRef:\n");
        StringAssert.Contains(others, "name: s\n");
        StringAssert.Contains(others, "--p=$(__ref_");
        StringAssert.Contains(secrets, $"key: {Drawn}");
    }

    [TestMethod]
    public void DollarBeforeAReferenceStaysADollar()
    {
        (string others, string secrets) = Split(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: other}
            spec: {containers: [{name: a, env: [{name: P, value: "x$VALUE"}, {name: Q, value: "$$VALUE"}]}]}
            """);
        StringAssert.Contains(others, "value: x$$$(__ref_");
        StringAssert.Contains(others, "value: $$$(__ref_");
        StringAssert.Contains(secrets, $"metadata:\n  name: p-secrets\n  namespace: other\nstringData:\n  OWN_PASSWORD: {Drawn}\n");
    }

    [TestMethod]
    public void ConfigMapWithAValueBecomesASecretWhereverItIsReadFrom()
    {
        (string others, string secrets) = Split(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: c}
            data: {a: "p = VALUE"}
            binaryData: {b: BINARY, z: AAE=}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec:
              volumes: [{name: v, configMap: {name: c, items: [{key: a, path: a}]}}, {name: w, projected: {sources: [{configMap: {name: c}}]}}]
              containers: [{name: a, envFrom: [{configMapRef: {name: c}}], env: [{name: E, valueFrom: {configMapKeyRef: {name: c, key: a}}}]}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: q, namespace: other}
            spec: {containers: [{name: a, envFrom: [{configMapRef: {name: c}}]}]}
            """);
        StringAssert.Contains(others, "secret:\n        secretName: c\n        items:");
        StringAssert.Contains(others, "- secret:\n              name: c\n");
        StringAssert.Contains(others, "- secretRef:\n            name: c\n");
        StringAssert.Contains(others, "secretKeyRef:\n              name: c\n");
        StringAssert.Contains(others, "- configMapRef:\n            name: c\n", "In another namespace it is another one.");
        StringAssert.Contains(secrets, "z: AAE=");
        StringAssert.Contains(secrets, $"a: p = {Drawn}");
        StringAssert.Contains(secrets, $"b: \"\\x01{Drawn}\"");
    }

    [TestMethod]
    public void SecretsLeaveLists()
    {
        (string others, string secrets) = Split(
            "{apiVersion: v1, kind: List, items: [" +
            "{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {k: YQ==}}, {kind: Service, metadata: {name: x}}]}");
        Assert.IsFalse(others.Contains("Secret", StringComparison.Ordinal));
        StringAssert.Contains(others, "name: x");
        StringAssert.Contains(secrets, "k: YQ==");
    }

    [TestMethod]
    [DataRow("{kind: Service, metadata: {name: s, annotations: {a: VALUE}}}", "SCORE0588", "'metadata.annotations.a' of the object Service s")]
    [DataRow("{kind: ConfigMap, metadata: {name: c}, data: {VALUE: x}}", "SCORE0588", "'data' of the object ConfigMap c")]
    [DataRow("{kind: Secret, apiVersion: v1, metadata: {name: x-VALUE}}", "SCORE0588", "'metadata.name' of the object Secret,")]
    [DataRow("{kind: Thing, metadata: {name: t}, spec: {list: [{p: VALUE}]}}", "SCORE0588", "'spec.list.p' of the object Thing t")]
    public void ValueWhereNoReferenceIsPossibleIsSaidOnceAndStays(string manifest, string code, string words)
    {
        SecretValues secrets = Values();
        DiagnosticBag diagnostics = new();
        SecretSplit.Of(Documents.Read(manifest.Replace("VALUE", Drawn, StringComparison.Ordinal)), secrets, diagnostics);
        Diagnostic found = diagnostics.ToSortedList().Single();
        Assert.AreEqual(code, found.Descriptor.Code);
        StringAssert.Contains(found.Message, words);
        Assert.IsFalse(found.Message.Contains(Drawn, StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("a: [\n", "SCORE0590", 8)]
    [DataRow("a: b\n  c: d\n", "SCORE0590", 9)]
    public void PlaceOfAMistakeInTheFileIsThatOfTheFile(string mistake, string code, int line)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("manifests.secrets.yaml",
            "# Secrets\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: b}\n---\n" + mistake);
        DiagnosticBag diagnostics = new();
        new SecretsReader(new ExistingSecrets(), diagnostics).ReadObjects(path, keeps: false);
        Diagnostic found = diagnostics.ToSortedList().Single();
        Assert.AreEqual(code, found.Descriptor.Code);
        Assert.IsInRange(line, line + 1, found.Span.Line);
    }

    [TestMethod]
    [DataRow("x={0};y", "x=other;y", "other")]
    [DataRow("x={0};y", "x=a;b;y", "a;b")]
    [DataRow("{0}", "any text\nof two lines", "any text\nof two lines")]
    [DataRow("x={0};y={0}", "x=p;y=p", "p")]
    [DataRow("x={0};y", "z=other;y", null)]
    [DataRow("x={0};y", "x=;y", null)]
    public void ValueInALongerTextIsFoundByWhatStandsAroundIt(string text, string existing, string? expected)
    {
        SecretValues secrets = Values();
        ExistingSecrets before = new();
        before.Add("s", "k", Encoding.UTF8.GetBytes(existing));
        YamlMapping manifest = Documents.Read("{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: new}, stringData: {k: x}}")[0];
        ((YamlMapping)manifest["stringData"]!).Set("k", YamlScalar.String(text.Replace("{0}", Drawn, StringComparison.Ordinal)));
        SecretObject secret = SecretObject.Of(manifest, secrets);
        new KeptSecrets(secrets).Take([secret], before);
        Assert.AreEqual(text.Replace("{0}", expected ?? Drawn, StringComparison.Ordinal),
            Encoding.UTF8.GetString(secret.Keys[0].Bytes(secrets)));
    }

    private static SecretValues Values()
    {
        SecretValues secrets = new(_ => null);
        secrets.Add(new SecretValue(Drawn, SecretOrigin.Drawn, "OWN", SourceSpan.WholeFile("p.yaml")) { Name = "OWN_PASSWORD" });
        return secrets;
    }

    private static (string Others, string Secrets) Split(string manifests)
    {
        string binary = Convert.ToBase64String(Encoding.UTF8.GetBytes("\u0001" + Drawn));
        manifests = manifests.Replace("VALUE", Drawn, StringComparison.Ordinal).Replace("BINARY", binary, StringComparison.Ordinal);
        SecretValues secrets = Values();
        DiagnosticBag diagnostics = new();
        SecretSplit split = SecretSplit.Of(Documents.Read(manifests), secrets, diagnostics);
        Assert.AreEqual("", Check.Show(diagnostics.ToSortedList()));
        string others = string.Concat(split.Others.Select(m => YamlWriter.Write(m)));
        Assert.IsFalse(others.Contains(Drawn, StringComparison.Ordinal), others);
        return (others, string.Concat(split.Secrets.Select(s => YamlWriter.Write(s.Reveal(secrets)))));
    }
}
