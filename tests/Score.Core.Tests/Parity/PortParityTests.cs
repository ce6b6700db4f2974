using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Parity;

[TestClass]
public sealed class PortParityTests
{
    private const string Route = "- {uri: template://t/route, type: route, outputs: ''}\n";
    private const string Port = "service: {ports: {«http»: {port: 80, targetPort: 8080}}}\n";
    private static readonly string PortWithoutMark = Unmarked(Port);

    [TestMethod]
    public void PortsThatNothingPublishesAreOneMessage()
    {
        string found = ParityFindings.In(Check.Container + "service: {ports: {«admin»: {port: 81}, http: {port: 80, targetPort: 8080}}}\n");
        StringAssert.StartsWith(found, "SCORE0575\n");
        StringAssert.Contains(found, "the Service 'shop' offers the ports 'admin', 'http' to the cluster");
        StringAssert.Contains(found, "'8080:shop:81'");
    }

    [TestMethod]
    public void PublishedPortNeedsARouteInKubernetes()
    {
        string found = ParityFindings.In(Check.Container + Port, publish: ["9000:shop:8080"]);
        StringAssert.StartsWith(found, "SCORE0576\nDocker Compose publishes the port 8080 of the workload 'shop' on the host, and in Kubernetes no route");
    }

    [TestMethod]
    public void PublishedPortThatNoServiceHasIsReportedAtTheItem() =>
        StringAssert.Contains(ParityFindings.In(Check.Container, publish: ["9000:shop:9000"]),
            "SCORE0576\nDocker Compose publishes the port 9000 of the workload 'shop' on the host, and in Kubernetes no Service has it.");

    [TestMethod]
    [DataRow("http", "")]
    [DataRow("80", "9000:shop:8080")]
    public void RouteOpensThePortOnBoth(string port, string publish) =>
        Assert.AreEqual("\n", ParityFindings.In(Check.Container + PortWithoutMark + $"resources: {{front: {{type: route, params: {{port: {port}}}}}}}\n",
            publish: publish.Length == 0 ? [] : [publish], both: Route));

    [TestMethod]
    public void RouteToAnotherPortOpensThisOneNowhere() =>
        StringAssert.StartsWith(ParityFindings.In(Check.Container + Port + "resources: {front: {type: route, params: {port: 81}}}\n", both: Route),
            "SCORE0575\n");

    [TestMethod]
    public void PortThatAnotherWorkloadAsksForIsMeantForIt()
    {
        string asking = Check.Container.Replace("shop", "front", StringComparison.Ordinal) +
            "resources: {shop: {type: service-port, params: {workload: shop, port: http}}}\n";
        Assert.AreEqual("\n", ParityFindings.In([Check.Container + PortWithoutMark, asking]));
    }

    [TestMethod]
    public void OtherWorkloadsNeedTheRightNameAndNumber()
    {
        string named = "apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n  annotations: {k8s.score.dev/service-name: «shop-front»}\n" +
            "containers: {web: {image: x}}\nservice: {ports: {«http»: {port: 80, targetPort: 8080}}}\nresources: {front: {type: route, params: {port: 80}}}\n";
        string[] found = ParityFindings.In([named, Check.Container.Replace("shop", "other", StringComparison.Ordinal)], both: Route).Split('\n');
        Assert.AreEqual("SCORE0585 SCORE0577", found[0]);
        StringAssert.Contains(found[1], "as 'shop-front' in Kubernetes, and as 'shop' in Docker Compose");
        StringAssert.Contains(found[2], "reach the port 'http' at 80 in Kubernetes, and at 8080 in Docker Compose");
    }

    [TestMethod]
    public void NumberThatIsTheContainersOwnIsTheSameOnBoth()
    {
        string other = Check.Container.Replace("shop", "other", StringComparison.Ordinal);
        const string Routed = "resources: {front: {type: route, params: {port: 80}}}\n";
        StringAssert.StartsWith(ParityFindings.In([Check.Container + Port + Routed, other], both: Route), "SCORE0577\n");
        Assert.AreEqual("\n", ParityFindings.In([Check.Container + "service: {ports: {http: {port: 80}}}\n" + Routed, other], both: Route));
    }

    [TestMethod]
    public void NamesAndNumbersDoNotMatterToASingleWorkload() =>
        StringAssert.StartsWith(ParityFindings.In(
            Check.Container.Replace("name: shop", "name: shop\n  annotations: {k8s.score.dev/service-name: other}", StringComparison.Ordinal) + Port),
            "SCORE0575\n");

    private static string Unmarked(string text) => text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
}
