using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Kubernetes.Outputs;

namespace Score.Core.Tests.Kubernetes;

[TestClass]
public sealed class ManifestTests
{
    private const string Score = Check.Container + "resources:\n  res: {type: thing}\n";

    [TestMethod]
    public void ManifestsOfResourcesComeFirstAndTheLaterReplacesTheEarlierInItsPlace()
    {
        Manifested result = Manifested.From(Check.Container + "resources: {aa: {type: thing, params: {n: one}}, bb: {type: thing, params: {n: two}}}\n",
            Provisioner("""
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: shared}, data: {n: {{ .Params.n }}}}
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: {{ .Params.n }}}}
            """));
        Assert.AreEqual("ConfigMap/shared ConfigMap/one ConfigMap/two Deployment/shop", result.Objects);
        Assert.AreEqual("two", result["ConfigMap/shared", "data.n"]);
    }

    [TestMethod]
    public void NamespaceIsSetOnWhatHasOneAndDoesNotSayIt()
    {
        Manifested result = Manifested.From(
            Score,
            Provisioner("""
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: aa, labels: {a: b}}}
                - {apiVersion: v1, kind: Namespace, metadata: {name: other}}
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: bb, namespace: other}}
                - {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: cc}, rules: []}
            """),
            ns: "prod",
            generateNamespace: true);
        Assert.AreEqual("Namespace/prod ConfigMap/aa Namespace/other ConfigMap/bb ClusterRole/cc Deployment/shop", result.Objects);
        Assert.AreEqual("prod other", $"{result["ConfigMap/aa", "metadata.namespace"]} {result["ConfigMap/bb", "metadata.namespace"]}");
        Assert.AreEqual("",
            result["Namespace/prod", "metadata.namespace"] + result["Namespace/other", "metadata.namespace"] + result["ClusterRole/cc", "metadata.namespace"]);
        Assert.AreEqual("prod", result["Deployment/shop", "metadata.namespace"]);
        Assert.AreEqual("", result["Deployment/shop", "spec.template.metadata.namespace"]);
    }

    [TestMethod]
    public void TemplatesSeeWhatKubernetesHas()
    {
        Manifested result = Manifested.From(
            "apiVersion: score.dev/v1b1\nmetadata: {name: shop, team: red}\ncontainers:\n  web:\n    image: x\n    variables: {A: '${resources.res.text}'}\n" +
            "resources:\n  res: {type: thing}\n",
            "- uri: template://test/thing\n  type: thing\n  outputs: |\n    text: '{{ .Namespace }} {{ .WorkloadMetadata.team }} {{ .Guid }}'\n" +
            "  services: |\n    {{ fail \"for Compose\" }}\n",
            ns: "prod");
        string[] words = result.Container("env.0.value").Split(' ');
        Assert.AreEqual("prod red", $"{words[0]} {words[1]}");
        Assert.AreEqual(ResourceGuid.Of("project", "thing.default#shop.res"), words[2]);
        Assert.IsTrue(System.Guid.TryParseExact(words[2], "D", out _));
    }

    [TestMethod]
    public void ServiceNamesOfOtherWorkloadsAreThoseOfTheirServices()
    {
        Manifested result = Manifested.From(
            [
                "apiVersion: score.dev/v1b1\nmetadata: {name: api, annotations: {k8s.score.dev/service-name: front}}\n" +
                    "service: {ports: {http: {port: 80, targetPort: 8080}}}\ncontainers: {web: {image: x}}\n",
                Check.Container + "    variables: {A: '${resources.api.hostname}:${resources.api.port} ${resources.res.text}'}\nresources:\n" +
                    "  api: {type: service-port, params: {workload: api, port: http}}\n  res: {type: thing}\n",
            ],
            "- uri: template://test/thing\n  type: thing\n  outputs: |\n    text: '{{ .WorkloadServices.api.ServiceName }}'\n");
        Assert.AreEqual("front:80 front", result.Container("env.0.value"));
    }

    [TestMethod]
    [DataRow("- {kind: A, metadata: {name: b}}", "SCORE0513", "'apiVersion'")]
    [DataRow("- {apiVersion: v1, metadata: {name: b}}", "SCORE0513", "'kind'")]
    [DataRow("- {apiVersion: v1, kind: A, metadata: {}}", "SCORE0513", "'metadata.name'")]
    [DataRow("- {apiVersion: v1, kind: A, metadata: {name: 1}}", "SCORE0513", "'metadata.name'")]
    [DataRow("- text", "SCORE0319", "must be a mapping")]
    [DataRow("a: b", "SCORE0319", "must be a list")]
    [DataRow("- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {a: {{ encodeSecretRef \"b\" \"c\" }}}}", "SCORE0511",
        "resource 'thing.default#shop.res'")]
    [DataRow("- {{ encodeSecretRef \"B\" \"c\" }}", "SCORE0315", "'B' is not the name of a Secret")]
    [DataRow("- {{ encodeSecretRef \"b\" \"c/d\" }}", "SCORE0315", "'c/d' is not a key of a Secret")]
    public void ManifestThatKubernetesCannotTakeIsAnErrorOfTheProvisioner(string manifests, string code, string words)
    {
        string findings = Manifested.From(Score, "- uri: template://test/thing\n  type: thing\n  manifests: |\n    " + manifests + "\n").Findings;
        StringAssert.StartsWith(findings, code);
        StringAssert.Contains(findings, words);
    }

    [TestMethod]
    public void VariableThatOnlyTheClusterKnowsIsAnErrorInParams() => StringAssert.StartsWith(
        Manifested.Finds(
            Check.Container + "resources:\n  env: {type: environment}\n  res:\n    type: thing\n    params: {size: 'x«${resources.env.SIZE}»'}\n",
            "- uri: template://test/thing\n  type: thing\n  outputs: 'a: b'\n"),
        "SCORE0512");

    [TestMethod]
    public void SecretPassesThroughParamsToOutputs()
    {
        Manifested result = Manifested.From(
            Check.Container +
            "    variables: {A: '${resources.res.url}'}\nresources:\n  db: {type: unknown}\n" +
            "  res: {type: thing, params: {password: '${resources.db.password}'}}\n",
            "- uri: template://test/thing\n  type: thing\n  outputs: |\n    url: {{ printf \"x:%s\" .Params.password | quote }}\n");
        Assert.AreEqual($"x:$({result.Container("env.0.name")})", result.Container("env.1.value"));
        Assert.AreEqual("Secret/shop-db:password", result.External);
    }

    private static string Provisioner(string manifests) => "- uri: template://test/thing\n  type: thing\n  manifests: |\n" + manifests + "\n";
}
