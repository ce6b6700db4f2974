using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Kubernetes.Settings;

[TestClass]
public sealed class ProbeSettingTests
{
    private const string Containers = """
        containers:
          api:
            image: x
            livenessProbe: {httpGet: {path: /live, port: 80}}
            readinessProbe: {httpGet: {path: /ready, port: 80}}
          web:
            image: x
            readinessProbe: {exec: {command: [check]}}

        """;

    [TestMethod]
    public void NumbersAreThoseOfTheContainerOrElseOfTheWorkload()
    {
        Manifested result = Manifested.From(Text("""
            k8s.score.dev/readiness-period-seconds: '7'
                k8s.score.dev/web.readiness-period-seconds: '3'
                k8s.score.dev/web.readiness-success-threshold: '2'
                k8s.score.dev/readiness-initial-delay-seconds: '0'
            """));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""{"httpGet":{"path":"/ready","port":80},"initialDelaySeconds":0,"periodSeconds":7}""", result.Pod("containers.0.readinessProbe"));
        Assert.AreEqual("""{"exec":{"command":["check"]},"initialDelaySeconds":0,"periodSeconds":3,"successThreshold":2}""",
            result.Pod("containers.1.readinessProbe"));
        Assert.AreEqual("""{"httpGet":{"path":"/live","port":80}}""", result.Pod("containers.0.livenessProbe"));
    }

    [TestMethod]
    public void EveryNumberIsWritten()
    {
        Manifested result = Manifested.From(Text("""
            k8s.score.dev/liveness-initial-delay-seconds: '1'
                k8s.score.dev/liveness-period-seconds: '2'
                k8s.score.dev/liveness-timeout-seconds: '3'
                k8s.score.dev/liveness-success-threshold: '1'
                k8s.score.dev/liveness-failure-threshold: '4'
            """));
        Assert.AreEqual("""{"failureThreshold":4,"httpGet":""" +
            """{"path":"/live","port":80},"initialDelaySeconds":1,"periodSeconds":2,"successThreshold":1,"timeoutSeconds":3}""",
            result.Container("livenessProbe"));
    }

    [TestMethod]
    public void StartupNumbersMakeAStartupProbe()
    {
        Manifested result = Manifested.From(Text("k8s.score.dev/api.startup-failure-threshold: '60'"));
        Assert.AreEqual("""{"failureThreshold":60,"httpGet":{"path":"/ready","port":80},"periodSeconds":5}""", result.Pod("containers.0.startupProbe"));
        Assert.AreEqual("", result.Pod("containers.1.startupProbe"));
    }

    [TestMethod]
    public void StartupNumbersChangeTheProbeOfASidecar() => Assert.AreEqual(
        """{"exec":{"command":["a"]},"failureThreshold":30,"periodSeconds":1}""",
        Manifested.From(Text("k8s.score.dev/side.startup-period-seconds: '1'") +
            "  side: {image: x, before: {web: {ready: healthy}}, readinessProbe: {exec: {command: [a]}}}\n").Pod("initContainers.0.startupProbe"));

    [TestMethod]
    [DataRow("web.liveness-period-seconds", "The container 'web' has no liveness probe")]
    [DataRow("other.readiness-period-seconds", "The container 'other' has no readiness probe")]
    [DataRow("other.startup-period-seconds", "The container 'other' has no probe, which would also be its startup probe")]
    public void NumberOfAProbeThatIsNotThereIsAWarning(string name, string words)
    {
        string finding = Manifested.Finds(Text($"«k8s.score.dev/{name}»: '5'") + "  other: {image: x}\n");
        StringAssert.StartsWith(finding, "SCORE0538");
        StringAssert.Contains(finding, words);
    }

    [TestMethod]
    public void NumberForAllContainersNeedsOneWithTheProbe() => StringAssert.Contains(
        Manifested.Finds(Check.Head + "  annotations: {«k8s.score.dev/readiness-period-seconds»: '5'}\ncontainers:\n  web: {image: x}\n"),
        "No container has a readiness probe");

    [TestMethod]
    public void ContainerThatEndsHasNoProbe()
    {
        Manifested result = Manifested.From(Text("k8s.score.dev/setup.liveness-period-seconds: '5'") +
            "  setup: {image: x, before: {web: {ready: complete}}, livenessProbe: {exec: {command: [a]}}}\n");
        StringAssert.Contains(result.Findings, "SCORE0538");
        StringAssert.Contains(result.Findings, "SCORE0506");
    }

    private static string Text(string annotations) => Check.Head + "  annotations:\n    " + annotations + "\n" + Containers;
}
