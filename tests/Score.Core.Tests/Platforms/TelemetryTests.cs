using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Tests.Compose;
using Score.Core.Tests.Kubernetes;

namespace Score.Core.Tests.Platforms;

[TestClass]
public sealed class TelemetryTests
{
    private static readonly ComposeOptions WithDashboard = new(".score-compose/mounts")
    {
        HasDashboard = true,
        DashboardPlace = SourceSpan.WholeFile("/app.csproj"),
    };

    [TestMethod]
    public void DashboardIsAServiceThatOnlyThisMachineReaches()
    {
        Translated made = Compose(Check.Container, WithDashboard);
        Assert.AreEqual("", made.Findings);
        Assert.AreEqual("""[{"host_ip":"127.0.0.1","published":"18888","target":18888}]""", made["services.aspire-dashboard.ports"]);
        Assert.AreEqual(
            """{"OTEL_EXPORTER_OTLP_ENDPOINT":"http://aspire-dashboard:18889","OTEL_EXPORTER_OTLP_PROTOCOL":"grpc","OTEL_SERVICE_NAME":"shop"}""",
            made["services.shop-web.environment"]);
        Assert.AreEqual("", Compose(Check.Container, new ComposeOptions("m"))["services.aspire-dashboard"]);
    }

    [TestMethod]
    [DataRow("OTEL_EXPORTER_OTLP_ENDPOINT: http://mine:1", """{"OTEL_EXPORTER_OTLP_ENDPOINT":"http://mine:1","OTEL_SERVICE_NAME":"shop"}""")]
    [DataRow("OTEL_SERVICE_NAME: mine",
        """{"OTEL_EXPORTER_OTLP_ENDPOINT":"http://aspire-dashboard:18889","OTEL_EXPORTER_OTLP_PROTOCOL":"grpc","OTEL_SERVICE_NAME":"mine"}""")]
    [DataRow("OTEL_RESOURCE_ATTRIBUTES: 'a=b,service.name=mine', OTEL_EXPORTER_OTLP_ENDPOINT: http://mine:1",
        """{"OTEL_EXPORTER_OTLP_ENDPOINT":"http://mine:1","OTEL_RESOURCE_ATTRIBUTES":"a=b,service.name=mine"}""")]
    public void WhatTheScoreFileSetsStays(string variables, string expected) =>
        Assert.AreEqual(expected, Compose($"{Check.Container}    variables: {{{variables}}}\n", WithDashboard)["services.shop-web.environment"]);

    [TestMethod]
    public void ContainersOfOneWorkloadHaveNamesOfTheirOwn()
    {
        Translated made = Compose($"{Check.Head}containers:\n  api: {{image: x}}\n  web: {{image: x}}\n", WithDashboard);
        foreach (string service in (string[])["shop-api", "shop-web"]) Assert.AreEqual(service, made[$"services.{service}.environment.OTEL_SERVICE_NAME"]);
    }

    [TestMethod]
    public void TakenNameAndPortAreErrors()
    {
        string taken = "apiVersion: score.dev/v1b1\nmetadata: {name: aspire}\ncontainers:\n  dashboard: {image: x}\n";
        StringAssert.StartsWith(Compose(taken, WithDashboard).Findings, "SCORE0715", StringComparison.Ordinal);
        ComposeOptions published = WithDashboard with { Ports = [new PublishedPort("18888:shop:80", SourceSpan.WholeFile("/app.csproj"))] };
        StringAssert.StartsWith(Compose(Check.Container, published).Findings, "SCORE0615", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("http://collector:4317", "grpc")]
    [DataRow("http://collector:4318", "http/protobuf")]
    [DataRow("https://collector.example.com", "grpc")]
    public void EndpointReachesContainersInKubernetes(string endpoint, string protocol)
    {
        Manifested made = Manifested.From($"{Check.Container}    variables: {{A: b}}\n", otlp: endpoint);
        Assert.AreEqual("", made.Findings);
        Assert.AreEqual(
            $$"""[{"name":"A","value":"b"},{"name":"OTEL_EXPORTER_OTLP_ENDPOINT","value":"{{endpoint}}"},""" +
            $$"""{"name":"OTEL_EXPORTER_OTLP_PROTOCOL","value":"{{protocol}}"},{"name":"OTEL_SERVICE_NAME","value":"shop"}]""",
            made.Container("env"));
    }

    [TestMethod]
    public void NetworkPolicyLetsTelemetryThrough()
    {
        const string Annotations = "  annotations: {k8s.score.dev/network-policy: 'true'}\n";
        string text = Check.Container.Replace("containers:", Annotations + "containers:", StringComparison.Ordinal);
        Manifested made = Manifested.From(text, otlp: "http://collector:4317");
        StringAssert.Contains(made["NetworkPolicy/shop", "spec.egress"], """{"port":4317,"protocol":"TCP"}""", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("http://collector:4317", true)]
    [DataRow("https://c", true)]
    [DataRow("collector:4317", false)]
    [DataRow("ftp://collector", false)]
    [DataRow("http://user:secret@collector", false)]
    [DataRow("/collector", false)]
    public void EndpointIsAUrl(string text, bool isOne) => Assert.AreEqual(isOne, Telemetry.IsEndpoint(text));

    private static Translated Compose(string text, ComposeOptions options) =>
        Translated.From([text], with: b => b with { Target = new ComposePlatform(options) });
}
