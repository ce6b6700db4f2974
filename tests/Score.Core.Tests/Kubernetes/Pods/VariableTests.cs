using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Kubernetes.Pods;

namespace Score.Core.Tests.Kubernetes.Pods;

[TestClass]
public sealed class VariableTests
{
    private const string Vault = "- uri: template://test/vault\n  type: vault\n  outputs: |\n    host: db.local\n" +
        "    user: {{ encodeSecretRef \"creds\" \"user\" }}\n    url: \"pg://{{ encodeSecretRef \"creds\" \"user\" }}:{{ encodeSecretRef \"creds\" \"pass\" " +
        "}}@db\"\n";
    private const string Resources = "resources:\n  db: {type: vault}\n";

    [TestMethod]
    public void SecretThatIsTheWholeValueIsReferredTo()
    {
        Manifested result = Manifested.From(Check.Container + "    variables: {A: '${resources.db.user}'}\n" + Resources, Vault);
        Assert.AreEqual("""[{"name":"A","valueFrom":{"secretKeyRef":{"key":"user","name":"creds"}}}]""", result.Container("env"));
        Assert.AreEqual("Secret/creds:user", result.External);
    }

    [TestMethod]
    public void SecretsInsideTextAreVariablesOfTheirOwnThatComeFirst()
    {
        Manifested result = Manifested.From(Check.Container + "    variables: {A: 'x ${resources.db.user} y', B: '${resources.db.url}'}\n" + Resources, Vault);
        string user = result.Container("env.0.name");
        string password = result.Container("env.1.name");
        StringAssert.StartsWith(user, "__ref_");
        Assert.AreEqual("""{"secretKeyRef":{"key":"user","name":"creds"}}""", result.Container("env.0.valueFrom"));
        Assert.AreEqual($"x $({user}) y", result.Container("env.2.value"));
        Assert.AreEqual($"pg://$({user}):$({password})@db", result.Container("env.3.value"));
    }

    [TestMethod]
    [DataRow("$X", "$X")]
    [DataRow("5$", "5$")]
    [DataRow("$(X)", "$$(X)")]
    [DataRow("$$(X)", "$$(X)")]
    [DataRow("$$X", "$$X")]
    [DataRow("$$$(X)", "$$$$(X)")]
    public void CommandArgsAndProbesKeepTheirDollars(string text, string written)
    {
        Manifested result = Manifested.From(Check.Container +
            $"    command: ['{text}']\n    args: ['{text}']\n    readinessProbe: {{exec: {{command: ['{text}']}}}}\n");
        Assert.AreEqual(written, result.Container("command.0"));
        Assert.AreEqual(written, result.Container("args.0"));
        Assert.AreEqual(written, result.Container("readinessProbe.exec.command.0"));
    }

    [TestMethod]
    [DataRow("$X", "$X")]
    [DataRow("5$", "5$")]
    [DataRow("$(X)", "$$(X)")]
    [DataRow("$$X", "$X")]
    [DataRow("$$$$X", "$$$$X")]
    [DataRow("$$(X)", "$$(X)")]
    public void VariablesKeepWhatTheirEscapesStandFor(string text, string written) =>
        Assert.AreEqual(written, Manifested.From(Check.Container + $"    variables: {{A: '{text}'}}\n").Container("env.0.value"));

    [TestMethod]
    public void DollarBeforeASecretIsNoPartOfItsReference()
    {
        Manifested result = Manifested.From(Check.Container + "    variables: {A: 'cost $$${resources.db.user}'}\n" + Resources, Vault);
        Assert.AreEqual($"cost $$$({result.Container("env.0.name")})", result.Container("env.1.value"));
    }

    [TestMethod]
    public void LiteralTextIsWhatKubernetesMakesOfIt()
    {
        foreach (string text in (string[])["$", "$$", "$$$", "a$(b)$$(c)$$$(d)", "$$$$", "$a$$b$$$c", "$()", "$("])
            Assert.AreEqual(text, Expand(KubernetesText.Literal(text)));
    }

    [TestMethod]
    public void OutputOfUnknownTypeIsAKeyOfASecretThatTheUserBrings()
    {
        Manifested result = Manifested.From(Check.Container + "    variables: {A: '${resources.my-db.host}'}\nresources: {my-db: {type: postgres}}\n");
        Assert.AreEqual("""{"secretKeyRef":{"key":"host","name":"shop-my-db"}}""", result.Container("env.0.valueFrom"));
        Assert.AreEqual("Secret/shop-my-db:host", result.External);
        StringAssert.StartsWith(result.Findings, "SCORE0301");
        StringAssert.EndsWith(result.Findings, "so the outputs of 'my-db' are keys of the Secret 'shop-my-db' that you make: host.");
    }

    [TestMethod]
    public void SharedResourceOfUnknownTypeIsOneSecret()
    {
        const string Workload = "    variables: {A: '${resources.db.host}'}\nresources: {db: {type: postgres, id: main}}\n";
        Manifested result = Manifested.From([Check.Container + Workload, (Check.Container + Workload).Replace("shop", "web")]);
        Assert.AreEqual("Secret/shop-db:host", result.External);
    }

    [TestMethod]
    public void VariableOfTheEnvironmentIsAKeyOfAConfigMapThatTheUserBrings()
    {
        Manifested result = Manifested.From(Check.Container +
            "    variables: {A: '${resources.env.LEVEL}', B: 'x${resources.env.LEVEL}'}\nresources: {env: {type: environment}}\n");
        Assert.AreEqual("""{"configMapKeyRef":{"key":"LEVEL","name":"shop-environment"}}""", result.Container("env.1.valueFrom"));
        Assert.AreEqual($"x$({result.Container("env.0.name")})", result.Container("env.2.value"));
        Assert.AreEqual("ConfigMap/shop-environment:LEVEL", result.External);
        Assert.AreEqual("", result.Findings);
    }

    // As Kubernetes does it when no variable has any of the names.
    private static string Expand(string text)
    {
        System.Text.StringBuilder result = new();
        for (int i = 0; i < text.Length; i++)
        {
            result.Append(text[i]);
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '$') i++;
            else if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '(' && text.IndexOf(')', i) >= 0) return "A variable is looked up.";
        }

        return result.ToString();
    }
}
