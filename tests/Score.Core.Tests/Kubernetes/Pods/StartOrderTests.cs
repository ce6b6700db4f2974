using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Kubernetes.Pods;

[TestClass]
public sealed class StartOrderTests
{
    [TestMethod]
    public void ContainersThatEndAreInitContainersInTheirOrder()
    {
        Manifested result = Manifested.From(Check.Head + """
            containers:
              aa: {image: x, before: {main: {ready: complete}}}
              main: {image: x}
              zz: {image: x, before: {aa: {ready: complete}}}

            """);
        Assert.AreEqual("zz aa main", $"{result.Pod("initContainers.0.name")} {result.Pod("initContainers.1.name")} {result.Container("name")}");
        Assert.AreEqual("", result.Pod("initContainers.0.restartPolicy"));
    }

    [TestMethod]
    public void ContainersThatStayAreSidecars()
    {
        Manifested result = Manifested.From(Check.Head + """
            containers:
              main: {image: x}
              proxy:
                image: x
                before: {main: {ready: healthy}}
                readinessProbe: {httpGet: {path: /up, port: 80}}
              watch: {image: x, before: {main: {ready: started}}}

            """);
        Assert.AreEqual("Always", result.Pod("initContainers.0.restartPolicy"));
        Assert.AreEqual("""{"failureThreshold":30,"httpGet":{"path":"/up","port":80},"periodSeconds":5}""", result.Pod("initContainers.0.startupProbe"));
        Assert.AreEqual("""{"httpGet":{"path":"/up","port":80}}""", result.Pod("initContainers.0.readinessProbe"));
        Assert.AreEqual("Always", result.Pod("initContainers.1.restartPolicy"));
        Assert.AreEqual("", result.Pod("initContainers.1.startupProbe"));
    }

    [TestMethod]
    public void HealthyWithoutAProbeIsAWarning() => StringAssert.StartsWith(
        Manifested.Finds(Check.Head + "containers:\n  main: {image: x}\n  side: {image: x, before: {«main»: {ready: healthy}}}\n"), "SCORE0505");

    [TestMethod]
    public void ProbeOfAContainerThatEndsIsLeftOutWithAWarning()
    {
        const string Text = "containers:\n  main: {image: x}\n  side: {image: x, before: {main: {ready: complete}}, «livenessProbe»: {exec: {command: [a]}}}\n";
        StringAssert.StartsWith(Manifested.Finds(Check.Head + Text), "SCORE0506");
        Assert.AreEqual("", Manifested.From(Check.Head + Check.Strip(Text, out _)).Pod("initContainers.0.livenessProbe"));
    }

    [TestMethod]
    public void PortsGoToTheFirstContainerThatWaitsForNone()
    {
        Manifested result = Manifested.From(Check.Head +
            "service: {ports: {http: {port: 80}}}\ncontainers:\n  aa: {image: x, before: {main: {ready: started}}}\n  main: {image: x}\n  other: {image: x}\n");
        Assert.AreEqual("80", result.Container("ports.0.containerPort"));
        Assert.AreEqual("", result.Pod("initContainers.0.ports") + result.Pod("containers.1.ports"));
    }

    [TestMethod]
    public void OfTwoWaysToProbeTheRequestCounts() => Assert.AreEqual(
        """{"httpGet":{"host":"a","httpHeaders":[{"name":"X","value":"y"}],"path":"/","port":80,"scheme":"HTTPS"}}""",
        Manifested.From(Check.Container +
            "    livenessProbe: {exec: {command: [a]}, httpGet: {path: /, port: 80, scheme: HTTPS, host: a, httpHeaders: [{name: X, value: y}]}}\n")
            .Container("livenessProbe"));

    [TestMethod]
    public void EmptyCommandOfAProbeIsAnError() => StringAssert.StartsWith(
        Manifested.Finds(Check.Container + "    «livenessProbe»: {exec: {command: []}}\n"), "SCORE0409");
}
