using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Kubernetes;

namespace Score.Core.Tests.Resources;

/// <summary>The provisioner <c>route</c> for Kubernetes.</summary>
[TestClass]
public sealed class BuiltInKubernetesRouteTests
{
    private static readonly RouteOptions Ingress = RouteOptions.Default with { Kind = "Ingress" };

    [TestMethod]
    [DataRow("/", "Prefix", "PathPrefix", "/")]
    [DataRow("/api/", "Prefix", "PathPrefix", "/api")]
    [DataRow("/api/", "Exact", "Exact", "/api/")]
    [DataRow("/~a.b_c!&,=:@-", "Prefix", "PathPrefix", "/~a.b_c!&,=:@-")]
    [DataRow(@"/n/[0-9]{2}\d+", "Prefix", "RegularExpression", @"(?:/n/[0-9]{2}\d+)(?:/.*)?")]
    [DataRow(@"/n/[0-9]{2}\d+", "Exact", "RegularExpression", @"/n/[0-9]{2}\d+")]
    public void RouteLeadsToThePortOfTheService(string path, string type, string kind, string value)
    {
        foreach (string port in (string[])["http", "80"])
        {
            BuiltInManifests project = BuiltInManifests.Run("route", Route("res", "Shop.localhost", path, port, type));
            Assert.AreEqual("", project.Findings);
            Assert.AreEqual("HTTPRoute/route-shop-res", project.Objects);
            Assert.AreEqual("""[{"name":"default"}] ["shop.localhost"]""",
                $"{project["HTTPRoute/route-shop-res", "spec.parentRefs"]} {project["HTTPRoute/route-shop-res", "spec.hostnames"]}");
            Assert.AreEqual($"{kind} {value}",
                $"{project["HTTPRoute/route-shop-res", "spec.rules.0.matches.0.path.type"]} " +
                $"{project["HTTPRoute/route-shop-res", "spec.rules.0.matches.0.path.value"]}");
            Assert.AreEqual("""[{"name":"shop","port":80}]""", project["HTTPRoute/route-shop-res", "spec.rules.0.backendRefs"]);
        }
    }

    [TestMethod]
    public void GatewayMayBeInAnotherNamespace()
    {
        BuiltInManifests project = BuiltInManifests.Translate("route", [BuiltInSample.Score("shop", Route("res", "x.localhost", "/", "http"))],
            RouteOptions.Default with { Gateway = "outside", GatewayNamespace = "infra" });
        Assert.AreEqual("""[{"name":"outside","namespace":"infra"}]""", project["HTTPRoute/route-shop-res", "spec.parentRefs"]);
    }

    [TestMethod]
    [DataRow("/api/", "Prefix", "/api")]
    [DataRow("/api", "Exact", "/api")]
    public void IngressLeadsToThePortOfTheService(string path, string type, string value)
    {
        BuiltInManifests project = BuiltInManifests.Translate("ingress",
            [BuiltInSample.Score("shop", Route("res", "x.localhost", path, "http", type))], Ingress);
        Assert.AreEqual("", project.Findings);
        Assert.AreEqual("Ingress/route-shop-res", project.Objects);
        string rule = """{"paths":[{"backend":{"service":{"name":"shop","port":{"number":80}}},"path":"VALUE","pathType":"TYPE"}]}""";
        Assert.AreEqual("""[{"host":"x.localhost","http":""" + rule.Replace("VALUE", value).Replace("TYPE", type) + "}]",
            project["Ingress/route-shop-res", "spec.rules"]);
        Assert.AreEqual("", project["Ingress/route-shop-res", "spec.ingressClassName"]);

        BuiltInManifests classed = BuiltInManifests.Translate("ingress", [BuiltInSample.Score("shop", Route("res", "x.localhost", path, "http", type))],
            Ingress with { IngressClass = "nginx" });
        Assert.AreEqual("nginx", classed["Ingress/route-shop-res", "spec.ingressClassName"]);
    }

    [TestMethod]
    public void IngressHasNoPatterns() =>
        StringAssert.Contains(BuiltInManifests.Translate("", [BuiltInSample.Score("shop", Route("res", "x.localhost", "/a.*", "http"))], Ingress).Findings,
            "an Ingress has no regular expressions", StringComparison.Ordinal);

    [TestMethod]
    [DataRow("x y", "/", "http", "the param 'host' must be a host name such as shop.localhost, and is \"x y\".")]
    [DataRow("a_b.localhost", "/", "http", "the param 'host' must be a host name such as shop.localhost, and is \"a_b.localhost\".")]
    [DataRow("a.-b", "/", "http", "the param 'host' must be a host name such as shop.localhost, and is \"a.-b\".")]
    [DataRow("10.0.0.1", "/", "http", "the param 'host' must be a host name such as shop.localhost, and is \"10.0.0.1\".")]
    [DataRow("x.localhost", "api", "http", "the param 'path' must be a path such as /api, without spaces, quotes, '%', '#' and ';', and is \"api\".")]
    [DataRow("x.localhost", "/a b", "http", "the param 'path' must be a path such as /api, without spaces, quotes, '%', '#' and ';', and is \"/a b\".")]
    [DataRow("x.localhost", "/a//b", "http", "the param 'path' must have no '//', '/./' and '/../' for Kubernetes, and is \"/a//b\".")]
    [DataRow("x.localhost", "/a/..", "http", "the param 'path' must have no '//', '/./' and '/../' for Kubernetes, and is \"/a/..\".")]
    [DataRow("x.localhost", "/", "8080", "the param 'port' must be a port of the workload 'shop', by name or number: 80, http. It is \"8080\".")]
    public void BadParamIsRefused(string host, string path, string port, string sentence) => Refuses(Route("res", host, path, port), sentence);

    [TestMethod]
    public void ParamIsNeeded()
    {
        Refuses("res: {type: route}", "it needs the param 'host'.");
        Refuses(Route("res", "x.localhost", "/", "http", "Regex"),
            "the annotation compose.score.dev/route-provisioner-path-type must be Prefix or Exact, and is \"Regex\".");
    }

    [TestMethod]
    public void TwoRoutesOfOneHostAndPathAreAnError() =>
        StringAssert.Contains(BuiltInManifests.Run("", Route("one", "x.localhost", "/a/", "http") + "\n" + Route("two", "X.localhost", "/a", "80")).Findings,
            "the resource 'route.default#shop.one' has the same host and path, x.localhost/a", StringComparison.Ordinal);

    private static string Route(string name, string host, string path, string port, string type = "Prefix") =>
        $"{name}: {{type: route, metadata: {{annotations: {{compose.score.dev/route-provisioner-path-type: {type}}}}}, params: {{host: '{host}', path: " +
            $"'{path}', port: '{port}'}}}}";

    private static void Refuses(string resource, string sentence) => Assert.AreEqual(
        $"SCORE0316 (13,3)-(13,6): The provisioner 'template://stock/route' refuses the resource 'route.default#shop.res': {sentence}",
        BuiltInManifests.Run("", resource).Findings);
}
