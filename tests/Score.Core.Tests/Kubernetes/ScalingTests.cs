using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Settings;

namespace Score.Core.Tests.Kubernetes;

[TestClass]
public sealed class ScalingTests
{
    private const string Requests = "{requests: {cpu: 100m, memory: 64Mi}}";

    [TestMethod]
    [DataRow("Deployment")]
    [DataRow("StatefulSet")]
    public void ReplicasAreTheNumberOfPods(string kind) =>
        Assert.AreEqual("3", Manifested.From(Text($"{{k8s.score.dev/kind: {kind}, k8s.score.dev/replicas: '3'}}"))[$"{kind}/shop", "spec.replicas"]);

    [TestMethod]
    public void AutoscalerDecidesTheNumberOfPods()
    {
        Manifested result = Manifested.From(Text("{k8s.score.dev/min-replicas: '2', k8s.score.dev/max-replicas: '9', k8s.score.dev/target-cpu-utilization: " +
            "'65', k8s.score.dev/target-memory-utilization: '120'}"));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("Deployment/shop HorizontalPodAutoscaler/shop", result.Objects);
        Assert.AreEqual("autoscaling/v2 2 9",
            $"{result["HorizontalPodAutoscaler/shop", "apiVersion"]} {result["HorizontalPodAutoscaler/shop", "spec.minReplicas"]} " +
            $"{result["HorizontalPodAutoscaler/shop", "spec.maxReplicas"]}");
        Assert.AreEqual("""{"apiVersion":"apps/v1","kind":"Deployment","name":"shop"}""", result["HorizontalPodAutoscaler/shop", "spec.scaleTargetRef"]);
        Assert.AreEqual(
            """[{"resource":{"name":"cpu","target":{"averageUtilization":65,"type":"Utilization"}},"type":"Resource"},{"resource":""" +
            """{"name":"memory","target":{"averageUtilization":120,"type":"Utilization"}},"type":"Resource"}]""",
            result["HorizontalPodAutoscaler/shop", "spec.metrics"]);
        Assert.AreEqual("", result["Deployment/shop", "spec.replicas"]);
        Assert.AreEqual("shop", result["HorizontalPodAutoscaler/shop", "metadata.labels.app!kubernetes!io/name"]);
    }

    [TestMethod]
    [DataRow("", "cpu 80")]
    [DataRow(", k8s.score.dev/target-memory-utilization: '70'", "memory 70")]
    public void AutoscalerAimsAtProcessorTimeUnlessToldOtherwise(string target, string expected)
    {
        Manifested result = Manifested.From(Text("{k8s.score.dev/kind: StatefulSet, k8s.score.dev/max-replicas: '9'" + target + "}"));
        Assert.AreEqual(expected,
            $"{result["HorizontalPodAutoscaler/shop", "spec.metrics.0.resource.name"]} " +
            $"{result["HorizontalPodAutoscaler/shop", "spec.metrics.0.resource.target.averageUtilization"]}");
        Assert.AreEqual("", result["HorizontalPodAutoscaler/shop", "spec.metrics.1"]);
        Assert.AreEqual("StatefulSet", result["HorizontalPodAutoscaler/shop", "spec.scaleTargetRef.kind"]);
    }

    [TestMethod]
    [DataRow("min-replicas", "2")]
    [DataRow("target-cpu-utilization", "70")]
    [DataRow("target-memory-utilization", "70")]
    public void AutoscalerWithoutAGreatestNumberIsAnError(string name, string value)
    {
        string finding = Manifested.Finds(Text($"{{«k8s.score.dev/{name}»: '{value}'}}"));
        StringAssert.StartsWith(finding, "SCORE0533");
        StringAssert.Contains(finding, "'k8s.score.dev/max-replicas'");
    }

    [TestMethod]
    public void LeastAboveTheMostIsAnErrorAtTheLeast() =>
        StringAssert.StartsWith(Manifested.Finds(Text("{k8s.score.dev/min-replicas: «'5'», k8s.score.dev/max-replicas: '4'}")), "SCORE0534");

    [TestMethod]
    public void ReplicasBesideAnAutoscalerAreLeftOutWithAWarning()
    {
        const string Annotations = "{«k8s.score.dev/replicas»: '3', k8s.score.dev/max-replicas: '4'}";
        StringAssert.StartsWith(Manifested.Finds(Text(Annotations)), "SCORE0535");
        Assert.AreEqual("", Manifested.From(Text(Check.Strip(Annotations, out _)))["Deployment/shop", "spec.replicas"]);
    }

    [TestMethod]
    public void ReplicasOfTheBuildGiveWayToAnAutoscaler()
    {
        SettingDefaults defaults = new();
        defaults.Add("replicas", "ScoreK8sReplicas", "3", SourceSpan.None, new DiagnosticBag());
        Manifested result = Manifested.From(Text("{k8s.score.dev/max-replicas: '4'}"), defaults: defaults);
        Assert.AreEqual("", result.Findings + result["Deployment/shop", "spec.replicas"]);
    }

    [TestMethod]
    public void ContainerThatRequestsNothingToMeasureIsAWarningAtItsName()
    {
        string finding = Manifested.Finds(Text("{k8s.score.dev/max-replicas: '4'}", "{limits: {memory: 1Gi}}").Replace("  web:", "  «web»:",
            StringComparison.Ordinal));
        StringAssert.StartsWith(finding, "SCORE0536");
        StringAssert.Contains(finding, "The container 'web' does not request cpu");
        string memory = Manifested.Finds(Text("{k8s.score.dev/max-replicas: '4', k8s.score.dev/target-memory-utilization: '70'}", "{limits: {cpu: '1'}}")
            .Replace("  web:", "  «web»:", StringComparison.Ordinal));
        StringAssert.Contains(memory, "does not request memory");
    }

    [TestMethod]
    public void LimitsAreRequestsAndContainersThatEndNeedNone() => Assert.AreEqual("", Manifested.From(
        Text("{k8s.score.dev/max-replicas: '4'}", "{limits: {cpu: '1'}}") + "  setup: {image: x, before: {web: {ready: complete}}}\n").Findings);

    [TestMethod]
    [DataRow("{k8s.score.dev/min-available: '1', k8s.score.dev/replicas: '2'}", "minAvailable", "1")]
    [DataRow("{k8s.score.dev/min-available: 50%, k8s.score.dev/min-replicas: '2', k8s.score.dev/max-replicas: '4'}", "minAvailable", "50%")]
    [DataRow("{k8s.score.dev/max-unavailable: '1'}", "maxUnavailable", "1")]
    [DataRow("{k8s.score.dev/max-unavailable: 25%}", "maxUnavailable", "25%")]
    public void BudgetProtectsThePods(string annotations, string key, string value)
    {
        Manifested result = Manifested.From(Text(annotations));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("policy/v1", result["PodDisruptionBudget/shop", "apiVersion"]);
        Assert.AreEqual(value, result["PodDisruptionBudget/shop", "spec." + key]);
        Assert.AreEqual(result["Deployment/shop", "spec.selector"], result["PodDisruptionBudget/shop", "spec.selector"]);
    }

    [TestMethod]
    [DataRow("{k8s.score.dev/min-available: «'1'»}", "of 1 at least 1 must stay", "raise 'k8s.score.dev/replicas'")]
    [DataRow("{k8s.score.dev/min-available: «'3'», k8s.score.dev/replicas: '2'}", "of 2 at least 3 must stay", "replicas")]
    [DataRow("{k8s.score.dev/min-available: «51%», k8s.score.dev/replicas: '2'}", "of 2 at least 2 must stay", "replicas")]
    [DataRow("{k8s.score.dev/min-available: «100%», k8s.score.dev/min-replicas: '2', k8s.score.dev/max-replicas: '4'}", "of 2 at least 2",
        "raise 'k8s.score.dev/min-replicas'")]
    [DataRow("{k8s.score.dev/max-unavailable: «'0'»}", "none may be missing", "Allow one")]
    public void BudgetThatForbidsEverythingIsAWarning(string annotations, string words, string remedy)
    {
        string finding = Manifested.Finds(Text(annotations));
        StringAssert.StartsWith(finding, "SCORE0541");
        StringAssert.Contains(finding, words);
        StringAssert.Contains(finding, remedy);
    }

    [TestMethod]
    public void BudgetIsSaidInOneWay() => StringAssert.StartsWith(
        Manifested.Finds(Text("{k8s.score.dev/min-available: '1', «k8s.score.dev/max-unavailable»: '1', k8s.score.dev/replicas: '3'}")), "SCORE0534");

    private static string Text(string annotations, string resources = Requests) =>
        Check.Head + $"  annotations: {annotations}\ncontainers:\n  web:\n    image: nginx\n    resources: {resources}\n";
}
