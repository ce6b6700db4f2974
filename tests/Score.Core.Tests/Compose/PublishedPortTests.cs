using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Tests.Resources;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class PublishedPortTests
{
    private const string Front = "apiVersion: score.dev/v1b1\nmetadata: {name: front}\ncontainers:\n  app: {image: front}\n  side: {image: side}\n";

    // The workload's part of the conformance case 18-publish, which also needs a provisioner.
    [TestMethod]
    public void PortOfAWorkloadIsOnTheServiceWithItsHostName()
    {
        Translated result = Publish("8080:front:8080");
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""[{"published":"8080","target":8080}]""", result["services.front-app.ports"]);
        Assert.AreEqual("", result["services.front-side.ports"]);
        StringAssert.Contains(result.Yaml, "      - target: 8080\n        published: \"8080\"\n", StringComparison.Ordinal);
    }

    [TestMethod]
    public void PortsGoWithTheNetwork()
    {
        Translated result = Translated.From(["apiVersion: score.dev/v1b1\nmetadata: {name: front}\ncontainers:\n  app: {image: front}\n" +
            "  proxy: {image: proxy, before: {app: {ready: started}}}\n"],
            publish: ["8080:front:80"]);
        Assert.AreEqual("front", result["services.front-proxy.hostname"]);
        Assert.AreEqual("""[{"published":"8080","target":80}]""", result["services.front-proxy.ports"]);
    }

    [TestMethod]
    public void SeveralPortsKeepTheirOrder() => Assert.AreEqual(
        """[{"published":"9090","target":90},{"published":"8080","target":80}]""",
        Publish("9090:front:90", " 8080 : front : 80 ")["services.front-app.ports"]);

    [TestMethod]
    [DataRow("8080:80", "")]
    [DataRow("localhost:8080:front:80", " 'localhost' is not an IP address. Did you mean '127.0.0.1'?")]
    [DataRow("1.2.3:8080:front:80", " '1.2.3' is not an IP address.")]
    [DataRow("[127.0.0.1:8080:front:80", " '[127.0.0.1' is not an IP address.")]
    [DataRow("::1:8080:front:80", " An IPv6 address stands in brackets, such as '[::1]'.")]
    [DataRow("[::x]:8080:front:80", " '::x' is not an IP address.")]
    [DataRow("0:front:80", " '0' is not a port from 1 to 65535.")]
    [DataRow("8080:front:65536", " '65536' is not a port from 1 to 65535.")]
    [DataRow("-1:front:80", " '-1' is not a port from 1 to 65535.")]
    [DataRow(":front:80", " '' is not a port from 1 to 65535.")]
    [DataRow("8080:front:http", " 'http' is not a port from 1 to 65535.")]
    [DataRow("8080::80", " The name of the workload is missing.")]
    [DataRow("8080:front:80/sctp", " 'sctp' is not a protocol; write 'tcp' or 'udp', or leave it out.")]
    [DataRow("8080:front:80/", " '' is not a protocol; write 'tcp' or 'udp', or leave it out.")]
    [DataRow("53/udp:front:53", " '53/udp' is not a port from 1 to 65535.")]
    [DataRow("8080:memcache.default#cache:80", " The output of the resource is missing.")]
    public void MalformedPortIsAFinding(string port, string detail) =>
        Assert.AreEqual($"SCORE0614 (0,0)-(0,0): '{port}' is not a port to publish.{detail} Write HOST:WORKLOAD:CONTAINER, such as '8080:shop:80'.",
            Publish(port).Findings);

    [TestMethod]
    [DataRow("127.0.0.1:8080:front:80", "127.0.0.1")]
    [DataRow("0.0.0.0:8080:front:80/tcp", "0.0.0.0")]
    [DataRow("[::1]:8080:front:80", "::1")]
    public void AddressOfTheHostIsKept(string port, string address)
    {
        Translated result = Publish(port);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual($$"""[{"host_ip":"{{address}}","published":"8080","target":80}]""", result["services.front-app.ports"]);
    }

    [TestMethod]
    [DataRow("127.0.0.1:8080:front:80", "127.0.0.2:8080:front:90", "")]
    [DataRow("127.0.0.1:8080:front:80", "[::1]:8080:front:90", "")]
    [DataRow("0.0.0.0:8080:front:80", "[::]:8080:front:90", "")]
    [DataRow("8080:front:80", "127.0.0.1:8080:front:90", "SCORE0615")]
    [DataRow("0.0.0.0:8080:front:80", "127.0.0.1:8080:front:90", "SCORE0615")]
    [DataRow("[::1]:8080:front:80", "[::]:8080:front:90", "SCORE0615")]
    public void PortsOfOtherAddressesMayBeEqual(string one, string two, string code) => StringAssert.StartsWith(Publish(one, two).Findings, code);

    [TestMethod]
    [DataRow("frnot", "Did you mean 'front'?")]
    [DataRow("something", "The workloads are: front.")]
    public void UnknownWorkloadIsAFinding(string workload, string hint) =>
        Assert.AreEqual($"SCORE0616 (0,0)-(0,0): The project has no workload '{workload}' to publish a port of. {hint}",
            Publish($"8080:{workload}:80").Findings);

    [TestMethod]
    [DataRow("8080:front:80", "8080:front:90")]
    [DataRow("8080:front:80", "08080:front:80")]
    public void HostPortIsPublishedOnce(string first, string second) =>
        Assert.AreEqual($"SCORE0615 (0,0)-(0,0): The port 8080 of the host is published by '{first}' and by '{second}'. Give one of them another port.",
            Publish(first, second).Findings);

    [TestMethod]
    [DataRow("udp: {port: 53, protocol: UDP}", "5353:front:53", """[{"protocol":"udp","published":"5353","target":53}]""")]
    [DataRow("udp: {port: 53, targetPort: 1053, protocol: UDP}", "53:front:1053", """[{"protocol":"udp","published":"53","target":1053}]""")]
    [DataRow("udp: {port: 1, targetPort: 53, protocol: UDP}, tcp: {port: 53}", "53:front:53",
        """[{"published":"53","target":53},{"protocol":"udp","published":"53","target":53}]""")]
    [DataRow("udp: {port: 1, targetPort: 53, protocol: UDP}, tcp: {port: 53}", "53:front:53/tcp", """[{"published":"53","target":53}]""")]
    [DataRow("tcp: {port: 53}", "53:front:53 / UDP", """[{"protocol":"udp","published":"53","target":53}]""")]
    [DataRow("tcp: {port: 53, protocol: TCP}", "53:front:53", """[{"published":"53","target":53}]""")]
    public void ProtocolIsThatOfTheServiceUnlessTheItemNamesOne(string ports, string item, string expected)
    {
        Translated result = Translated.From([$"{Front}service: {{ports: {{{ports}}}}}\n"], publish: [item]);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual(expected, result["services.front-app.ports"]);
    }

    [TestMethod]
    public void OneNumberIsPublishedForBothProtocols() => Assert.AreEqual(
        """[{"published":"53","target":53},{"protocol":"udp","published":"53","target":1053}]""",
        Publish("53:front:53", "53:front:1053/udp")["services.front-app.ports"]);

    [TestMethod]
    public void PortOfAResourceIsPublishedWithItsProtocol() => Assert.AreEqual(
        """[{"protocol":"udp","published":"5353","target":53}]""",
        Translated.From([Provisioned.Score], publish: ["5353:cache#shop.res.host:53/udp"],
            provisioners: Provisioned.Read("- uri: template://t/c\n  type: cache\n  outputs: '{host: dns}'\n  services: '{dns: {image: dns}}'\n"))[
                "services.dns.ports"]);

    [TestMethod]
    public void RouteToAUdpPortIsAFinding() => StringAssert.Contains(
        Translated.From([Front +
            "service: {ports: {dns: {port: 53, protocol: UDP}}}\nresources: {web: {type: route, params: {host: x.localhost, path: /, port: dns}}}\n"],
            builtIn: true).Findings,
        "the port 'dns' of the workload 'front' is UDP, and a route leads HTTP requests, which need TCP.", StringComparison.Ordinal);

    [TestMethod]
    [DataRow("memcache#front.cache.host", "memcache#front.cache")]
    [DataRow("memcache.default#front.cache.host", "memcache.default#front.cache")]
    public void ResourceWhoseOutputNamesNoServiceIsAFinding(string text, string id) => Assert.AreEqual(
        $"SCORE0617 (0,0)-(0,0): The resource '{id}' has no output 'host' that names a service, so none of its ports can be published. Publish a port of a " +
        "workload, or remove the ScorePublish item.",
        Publish($"11211:{text}:11211").Findings);

    private static Translated Publish(params string[] ports) => Translated.From([Front], publish: ports);
}
