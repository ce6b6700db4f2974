using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Kubernetes.Outputs;

/// <summary>References to Secrets as text, in whatever way they come into a workload.</summary>
[TestClass]
public sealed class SecretReferenceTests
{
    private const string Mark = "🔐💬my-secret_redis-password💬🔐";
    private const string Provisioner = "- uri: template://t/t\n  type: tt\n  outputs: |\n    password: 🔐💬my-secret_redis-password💬🔐\n" +
        "    url: redis://:🔐💬my-secret_redis-password💬🔐@🔐💬other_a_b💬🔐/0\n    name: my-secret_redis-password\n";

    [TestMethod]
    [DataRow("${resources.thing.password}")]
    [DataRow(Mark)]
    [DataRow("🔐💬${resources.thing.name}💬🔐")]
    public void ReferenceAloneIsTheValueOfAVariable(string text)
    {
        Manifested result = Manifested.From(Variables($"P: '{text}'"), Provisioner);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""[{"name":"P","valueFrom":{"secretKeyRef":{"key":"redis-password","name":"my-secret"}}}]""", result.Container("env"));
        Assert.AreEqual("Secret/my-secret:redis-password", result.External);
    }

    [TestMethod]
    public void ReferencesInsideTextAreVariablesOfTheirOwn()
    {
        Manifested result = Manifested.From(Variables("Q: 'a-${resources.thing.url}-$(x)'"), Provisioner);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("my-secret", result.Container("env.0.valueFrom.secretKeyRef.name"));
        Assert.AreEqual("other", result.Container("env.1.valueFrom.secretKeyRef.name"));
        Assert.AreEqual("a_b", result.Container("env.1.valueFrom.secretKeyRef.key"));
        Assert.AreEqual($"a-redis://:$({result.Container("env.0.name")})@$({result.Container("env.1.name")})/0-$$(x)", result.Container("env.2.value"));
        StringAssert.StartsWith(result.Container("env.0.name"), "__ref_", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("content: '${resources.thing.password}'")]
    [DataRow("content: " + Mark)]
    [DataRow("{content: " + Mark + ", noExpand: true}")]
    public void ReferenceAloneIsAWholeFile(string file)
    {
        Manifested result = Manifested.From(Check.Container + $"    files:\n      /etc/p:\n        {file}\nresources:\n  thing: {{type: tt}}\n", Provisioner);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""{"items":[{"key":"redis-password","path":"p"}],"secretName":"my-secret"}""", result.Pod("volumes.0.secret"));
        Assert.AreEqual("Deployment/shop", result.Objects);
    }

    [TestMethod]
    [DataRow("content: 'a ${resources.thing.password}'", "SCORE0510 (9,21)-(9,48)")]
    [DataRow("content: 'a " + Mark + "'", "SCORE0510 (9,21)-(9,53)")]
    public void ReferenceInsideAFileIsAnError(string file, string finding) => StringAssert.StartsWith(
        Manifested.From(Check.Container + $"    files:\n      /etc/p:\n        {file}\nresources:\n  thing: {{type: tt}}\n", Provisioner).Findings,
        finding,
        StringComparison.Ordinal);

    [TestMethod]
    [DataRow("🔐💬no-underscore💬🔐", "because there is no '_' between the Secret's name and the key")]
    [DataRow("🔐💬_key💬🔐", "'' is not the name of a Secret")]
    [DataRow("🔐💬Upper_key💬🔐", "'Upper' is not the name of a Secret")]
    [DataRow("🔐💬name_💬🔐", "'' is not a key of a Secret")]
    [DataRow("🔐💬name_a b💬🔐", "'a b' is not a key of a Secret")]
    public void ReferenceThatIsNoneIsAnErrorAtItsPlace(string mark, string words)
    {
        StringAssert.StartsWith(Manifested.Finds(Check.Container + $"    variables:\n      Q: x «{mark}» y\n"), "SCORE0356 (8,12)-", StringComparison.Ordinal);
        StringAssert.Contains(Manifested.From(Check.Container + $"    variables:\n      Q: x {mark} y\n").Findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    public void SignsWithoutAnEndAreText() => Assert.AreEqual("🔐💬 hello", Manifested.From(Variables("Q: 🔐💬 hello")).Container("env.0.value"));

    [TestMethod]
    [DataRow("    args: [«🔐💬name_key💬🔐»]\n")]
    [DataRow("    command: [sh, «a🔐💬name_key💬🔐»]\n")]
    [DataRow("    readinessProbe: {exec: {command: [«🔐💬name_key💬🔐»]}}\n")]
    [DataRow("    livenessProbe: {httpGet: {path: «/🔐💬name_key💬🔐», port: 80}}\n")]
    public void ReferenceElsewhereInAContainerIsAnError(string part) =>
        StringAssert.Contains(Manifested.Finds(Check.Container + part), "SCORE0511", StringComparison.Ordinal);

    [TestMethod]
    public void ReferenceInAnAnnotationIsAnError() => StringAssert.StartsWith(
        Manifested.From(
            "apiVersion: score.dev/v1b1\nmetadata: {name: shop, annotations: {example.com/pw: 🔐💬name_key💬🔐}}\n" +
            "containers: {web: {image: nginx}}\n").Findings,
        "SCORE0511 (2,",
        StringComparison.Ordinal);

    [TestMethod]
    public void ReferenceInAManifestOfAProvisionerIsAnError() => StringAssert.Contains(
        Manifested.From(
            Variables("A: b"),
            "- uri: template://t/t\n  type: tt\n  manifests: |\n    - {apiVersion: v1, kind: Secret, metadata: {name: x}, stringData: {a: " +
            "🔐💬name_key💬🔐}}\n").Findings,
        "SCORE0511",
        StringComparison.Ordinal);

    [TestMethod]
    public void ReferenceIsHandedOnInParams()
    {
        Manifested result = Manifested.From(
            Check.Container +
            "    variables: {A: '${resources.app.url}'}\nresources:\n  thing: {type: tt}\n" +
            "  app: {type: app, params: {password: 'x${resources.thing.password}'}}\n",
            Provisioner + "- uri: template://t/app\n  type: app\n  outputs: |\n    url: {{ .Params.password | quote }}\n");
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("my-secret", result.Container("env.0.valueFrom.secretKeyRef.name"));
        Assert.AreEqual($"x$({result.Container("env.0.name")})", result.Container("env.1.value"));
    }

    [TestMethod]
    public void FunctionMakesTheSameText()
    {
        Manifested result = Manifested.From(
            Variables("A: '${resources.thing.text}'"),
            "- uri: template://t/t\n  type: tt\n  outputs: |\n    text: {{ encodeSecretRef \"my-secret\" \"a_b\" | replace \"a_b\" \"c_d\" }}\n");
        Assert.AreEqual("c_d", result.Container("env.0.valueFrom.secretKeyRef.key"));
    }

    private static string Variables(string variable) => Check.Container + $"    variables:\n      {variable}\nresources:\n  thing: {{type: tt}}\n";
}
