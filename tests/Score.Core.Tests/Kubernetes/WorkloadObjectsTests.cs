using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes;

[TestClass]
public sealed class WorkloadObjectsTests
{
    private const string Rest = "containers:\n  web:\n    image: nginx\n";

    [TestMethod]
    public void EveryObjectIsFoundByTheSameLabel()
    {
        Manifested result = Manifested.From(Head("", "service: {ports: {http: {port: 80, targetPort: 8080}}}\n"));
        Assert.AreEqual("Service/shop Deployment/shop", result.Objects);
        string selector = result["Service/shop", "spec.selector"];
        Assert.AreEqual(selector, result["Deployment/shop", "spec.selector.matchLabels"]);
        StringAssert.Contains(result["Deployment/shop", "spec.template.metadata.labels"], selector.Trim('{', '}'));
        Assert.AreEqual("Score.MSBuild", result["Deployment/shop", "metadata.labels.app!kubernetes!io/managed-by"]);
    }

    [TestMethod]
    public void InstanceLabelStaysFromBuildToBuildAndDiffersFromProjectToProject()
    {
        Assert.AreEqual(Instance("one"), Instance("one"));
        Assert.AreNotEqual(Instance("one"), Instance("two"));

        static string Instance(string project) => Manifested.From(Head(""), project: project)["Deployment/shop", "spec.selector"];
    }

    [TestMethod]
    [DataRow("-a1b2c3", "shop-a1b2c3")]
    [DataRow("not a label", "shop-63afb1")]
    public void InstanceLabelThatAStateFileKeepsStays(string suffix, string expected)
    {
        const string file = "workloads:\n  shop: {instance_suffix: SUFFIX}\nresources: {}\n";
        DiagnosticBag bag = new();
        ExistingState state = ExistingState.Read("state.yaml", new SourceText("state.yaml", file.Replace("SUFFIX", suffix, StringComparison.Ordinal)), bag)!;
        Assert.AreEqual(expected, new KubernetesOptions { ProjectName = "project", State = state }.InstanceOf("shop"));
    }

    [TestMethod]
    public void LongNamesAreShortenedToWhatLabelsAndServicesTake()
    {
        string name = new('a', 63);
        Manifested result = Manifested.From(Head("").Replace("name: shop", "name: " + name, StringComparison.Ordinal));
        Assert.AreEqual(63, result["Deployment/" + name, "spec.selector.matchLabels.app!kubernetes!io/instance"].Length);
        Assert.AreEqual(63, KubernetesNames.WithSuffix(new string('a', 60), "-headless-svc").Length);
        Assert.AreNotEqual(KubernetesNames.WithSuffix(new string('a', 60), "-headless-svc"), KubernetesNames.WithSuffix(new string('a', 61), "-headless-svc"));
    }

    [TestMethod]
    public void ServiceIsNamedByTheAnnotationWhichPodsDoNotGet()
    {
        Manifested result = Manifested.From(Head("{k8s.score.dev/service-name: front, example.com/team: a}", "service: {ports: {http: {port: 80}}}\n"));
        Assert.AreEqual("Service/front Deployment/shop", result.Objects);
        Assert.AreEqual("""{"example.com/team":"a","k8s.score.dev/workload-name":"shop"}""", result["Deployment/shop", "spec.template.metadata.annotations"]);
    }

    [TestMethod]
    public void FirstContainerHasEachPortOnceAndItsNameIfKubernetesTakesIt()
    {
        Manifested result = Manifested.From(Head("",
            "service: {ports: {a-name-that-is-long: {port: 81, targetPort: 8081}, http: {port: 80, targetPort: 8080}, other: {port: 82, targetPort: 8080}, " +
            "dns: {port: 53, protocol: UDP}}}\n"));
        Assert.AreEqual("""[{"containerPort":53,"name":"dns","protocol":"UDP"},{"containerPort":8080,"name":"http","protocol":"TCP"},""" +
            """{"containerPort":8081,"protocol":"TCP"}]""",
            result.Container("ports"));
        Assert.AreEqual("53 80 81 82", $"{result["Service/shop", "spec.ports.0.port"]} {result["Service/shop", "spec.ports.1.port"]} " +
            $"{result["Service/shop", "spec.ports.2.port"]} {result["Service/shop", "spec.ports.3.port"]}");
    }

    [TestMethod]
    public void StatefulSetHasAHeadlessServiceWithThePortsOfTheWorkload()
    {
        Manifested result = Manifested.From(Head("{k8s.score.dev/kind: StatefulSet}", "service: {ports: {http: {port: 80}}}\n"));
        Assert.AreEqual("Service/shop Service/shop-headless-svc StatefulSet/shop", result.Objects);
        Assert.AreEqual("None", result["Service/shop-headless-svc", "spec.clusterIP"]);
        Assert.AreEqual("80", result["Service/shop-headless-svc", "spec.ports.0.port"]);
        Assert.AreEqual("shop-headless-svc", result["StatefulSet/shop", "spec.serviceName"]);
        Assert.AreEqual("Service/shop-headless-svc StatefulSet/shop", Manifested.From(Head("{k8s.score.dev/kind: StatefulSet}")).Objects);
    }

    [TestMethod]
    public void UnsupportedKindIsAnErrorAtTheAnnotationsValue()
    {
        string finding = Manifested.Finds(Head("{k8s.score.dev/kind: «Statefulset»}"));
        StringAssert.StartsWith(finding, "SCORE0501");
        StringAssert.Contains(finding, "Did you mean 'StatefulSet'?");
    }

    [TestMethod]
    public void NameThatNoServiceCanHaveIsAnErrorWhereItStands()
    {
        StringAssert.StartsWith(Manifested.Finds(Head("{k8s.score.dev/service-name: «Front»}", "service: {ports: {http: {port: 80}}}\n")), "SCORE0504");
        StringAssert.StartsWith(
            Manifested.Finds(Head("", "service: {ports: {http: {port: 80}}}\n").Replace("name: shop", "name: «1shop»", StringComparison.Ordinal)), "SCORE0504");
        Assert.AreEqual("Deployment/1shop", Manifested.From(Head("").Replace("name: shop", "name: 1shop", StringComparison.Ordinal)).Objects);
    }

    [TestMethod]
    public void StatefulSetWhosePodsCouldNotBeLabelledIsAnError() => StringAssert.StartsWith(
        Manifested.Finds(Head("{k8s.score.dev/kind: StatefulSet}").Replace("name: shop", $"name: «{new string('a', 53)}»", StringComparison.Ordinal)),
        "SCORE0516");

    [TestMethod]
    public void TwoPortsWithOneNumberAreAnErrorUnlessTheirProtocolsDiffer()
    {
        StringAssert.StartsWith(Manifested.Finds(Head("", "service:\n  ports:\n    one: {port: 80}\n    «two»: {port: 80, targetPort: 81}\n")), "SCORE0515");
        Assert.AreEqual("", Manifested.From(Head("", "service: {ports: {one: {port: 80}, two: {port: 80, protocol: UDP}}}\n")).Findings);
    }

    [TestMethod]
    public void OneNameForObjectsOfTwoWorkloadsIsAnError()
    {
        string service = "service: {ports: {http: {port: 80}}}\n";
        Manifested result = Manifested.From([Head("{k8s.score.dev/service-name: other}", service),
            Head("", service).Replace("name: shop", "name: other", StringComparison.Ordinal)]);
        StringAssert.StartsWith(result.Findings,
            "SCORE0503 (3,9)-(3,14): The Service 'other' of workload 'other' would have the name of one of workload 'shop'.");
    }

    [TestMethod]
    public void ImageOfTheBuildIsNeededForADot()
    {
        StringAssert.StartsWith(Manifested.Finds(Head("").Replace("image: nginx", "image: «.»", StringComparison.Ordinal)), "SCORE0502");
        Assert.AreEqual("a/b:1", Manifested.From(Head("").Replace("image: nginx", "image: .", StringComparison.Ordinal), image: "a/b:1").Container("image"));
    }

    [TestMethod]
    public void AmountsStayAsWrittenSaveForTheLetterOfAThousand() => Assert.AreEqual(
        """{"limits":{"cpu":"0.25","memory":"500k"},"requests":{"memory":"64Ki"}}""",
        Manifested.From(Head("") + "    resources: {limits: {memory: 500K, cpu: '0.25'}, requests: {memory: 64Ki}}\n").Container("resources"));

    [TestMethod]
    public void NothingEmptyIsWritten()
    {
        string text = ManifestsText.Write(ManifestFormat.Yaml, Manifested.From(Head("")).Project.Manifests, ManifestsText.Header(["score.yaml"]));
        foreach (string key in (string[])["status", "strategy", "resources", "creationTimestamp", "env:", "volumes", "ports", "{}", "[]"])
            Assert.DoesNotContain(key, text);
        StringAssert.StartsWith(text, "# Generated by Score.MSBuild from score.yaml.");
        StringAssert.Contains(text, "\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\n");
    }

    private static string Head(string annotations, string service = "") =>
        "apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n" + (annotations.Length > 0 ? $"  annotations: {annotations}\n" : "") + service + Rest;
}
