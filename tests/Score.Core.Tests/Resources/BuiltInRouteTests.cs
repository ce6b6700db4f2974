using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Tests.Compose;

namespace Score.Core.Tests.Resources;

/// <summary>Routes of the built-in provisioner: what nginx gets to read, and what it must never get.</summary>
[TestClass]
public sealed class BuiltInRouteTests
{
    [TestMethod]
    [DataRow("/", "Prefix", "\"/\"")]
    [DataRow("/", "Exact", "= \"/\"")]
    [DataRow("/api", "Prefix", "= \"/api\" & \"/api/\"")]
    [DataRow("/api/", "Prefix", "= \"/api\" & \"/api/\"")]
    [DataRow("/api", "Exact", "= \"/api\"")]
    [DataRow("/api/", "Exact", "= \"/api/\"")]
    [DataRow("/v1.0/a+b", "Exact", "~ \"^(?:/v1.0/a+b)$\"")]
    [DataRow("/v1.0/a@b", "Exact", "= \"/v1.0/a@b\"")]
    [DataRow("/my/[^/]+/path", "Prefix", "~ \"^(?:/my/[^/]+/path)(/|$)\"")]
    [DataRow(@"/n/\d+", "Exact", @"~ ""^(?:/n/\\d+)$""")]
    public void PathBecomesLocations(string path, string type, string expected)
    {
        Translated project = BuiltInSample.Run(Route("res", "Shop.localhost", path, "http", type));
        Assert.AreEqual("", project.Findings);
        string[] lines = project.MountedFile("routing/routes/shop.localhost/route-shop-res.conf").Split('\n');
        CollectionAssert.AreEqual(expected.Split(" & ").Select(e => $"location {e} {{").ToArray(),
            lines.Where(l => l.StartsWith("location", StringComparison.Ordinal)).ToArray());
        CollectionAssert.Contains(lines, "  set $score_upstream \"shop:8080\";");
    }

    [TestMethod]
    [DataRow("a b", "the param 'host' must be a host name")]
    [DataRow("a;b", "the param 'host' must be a host name")]
    [DataRow("../x", "the param 'host' must be a host name")]
    [DataRow("a..b", "the param 'host' must be a host name")]
    [DataRow(".", "the param 'host' must be a host name")]
    [DataRow("*.localhost", "the param 'host' must be a host name")]
    [DataRow("", "it needs the param 'host'.")]
    public void HostThatIsNoneIsRefused(string host, string words) => Refuses(Route("res", host, "/", "http"), words);

    [TestMethod]
    [DataRow("api", "the param 'path' must be a path")]
    [DataRow("/a\"b", "the param 'path' must be a path")]
    [DataRow("/a;b", "the param 'path' must be a path")]
    [DataRow("/a b", "the param 'path' must be a path")]
    [DataRow("/a%20b", "the param 'path' must be a path such as /api, without spaces, quotes, '%', '#' and ';', and is \"/a%20b\".")]
    [DataRow("", "it needs the param 'path'.")]
    [DataRow("/a(", "is not a regular expression", "SCORE0315")]
    public void PathThatNginxWouldReadInAnotherWayIsRefused(string path, string words, string code = "SCORE0316")
    {
        Refuses(Route("res", "x.localhost", path, "http"), words, code);
    }

    [TestMethod]
    public void LineBreakInAPathIsRefused() =>
        Refuses("res: {type: route, params: {host: x.localhost, path: \"/a\\nb\", port: http}}", "the param 'path' must be a path");

    [TestMethod]
    [DataRow("htpt", "the param 'port' must be a port of the workload 'shop', by name or number: 80, http. It is \"htpt\".")]
    [DataRow("8080", "by name or number: 80, http. It is \"8080\".")]
    [DataRow("", "it needs the param 'port'.")]
    public void PortThatTheWorkloadLacksIsRefused(string port, string words) => Refuses(Route("res", "x.localhost", "/", port), words);

    [TestMethod]
    public void PathTypeIsOneOfTwo() =>
        Refuses(Route("res", "x.localhost", "/", "http", "prefix"), "route-provisioner-path-type must be Prefix or Exact, and is \"prefix\".");

    [TestMethod]
    public void WorkloadWithoutPortsHasNoRoute()
    {
        Translated project = BuiltInSample.Translate([Check.Container + "resources:\n  res: {type: route, params: {host: x.localhost, path: /, port: 80}}\n"]);
        StringAssert.Contains(project.Findings, "the workload 'shop' has no service ports. Add one to 'service' of its score file.", StringComparison.Ordinal);
    }

    [TestMethod]
    public void NoParamsAtAllIsRefused() => Refuses("res: {type: route}", "it needs the param 'host'.");

    [TestMethod]
    [DataRow("/api", "/api")]
    [DataRow("/api", "/api/")]
    [DataRow("/", "/")]
    public void SameHostAndPathTwiceIsAnError(string one, string two)
    {
        Translated project = BuiltInSample.Run(Route("one", "x.localhost", one, "http") + "\n" + Route("two", "X.localhost", two, "http", "Prefix"));
        StringAssert.StartsWith(
            project.Findings,
            "SCORE0316 (14,3)-(14,6): The provisioner 'template://stock/route' refuses the resource 'route.default#shop.two': the resource " +
            "'route.default#shop.one' has the same host and path, x.localhost/",
            StringComparison.Ordinal);
        Assert.DoesNotContain('\n', project.Findings);
    }

    [TestMethod]
    public void RoutesOfSeveralWorkloadsShareOneServer()
    {
        string[] scores = [
            BuiltInSample.Score("shop", Route("res", "x.localhost", "/", "http")), BuiltInSample.Score("admin", Route("res", "x.localhost", "/admin", "80")),
            BuiltInSample.Score("blog", Route("res", "y.localhost", "/", "http"))
        ];
        Translated project = BuiltInSample.Translate(scores);
        Assert.AreEqual("", project.Findings);
        CollectionAssert.AreEqual(
            new[]
            {
                "routing/nginx.conf", "routing/routes/x.localhost/route-admin-res.conf", "routing/routes/x.localhost/route-shop-res.conf",
                "routing/routes/y.localhost/route-blog-res.conf", "routing/servers/x.localhost.conf", "routing/servers/y.localhost.conf"
            },
            project.Project.Files.Select(f => f.Path).Order(StringComparer.Ordinal).ToArray());
        StringAssert.Contains(project.MountedFile("routing/routes/x.localhost/route-admin-res.conf"), "\"admin:8080\"", StringComparison.Ordinal);
        Assert.AreEqual("""[{"published":"8080","target":80}]""", project.Text("services", "routing", "ports"));

        // Compose makes the container anew, because nginx does not read its files again.
        string[] fewer = [scores[0], scores[1]];
        Assert.AreNotEqual(project.Text("services", "routing", "labels"), BuiltInSample.Translate(fewer).Text("services", "routing", "labels"));
        Assert.AreEqual(project.Text("services", "routing", "labels"), BuiltInSample.Translate(scores).Text("services", "routing", "labels"));
    }

    [TestMethod]
    public void AnnotationChangesThePortOfAll()
    {
        string published = Route("two", "x.localhost", "/b", "http").Replace("{annotations: {", "{annotations: {compose.score.dev/publish-port: '9000', ",
            StringComparison.Ordinal);
        Translated project = BuiltInSample.Run(Route("one", "x.localhost", "/a", "http") + "\n" + published + "\n" + Route("zed", "x.localhost", "/c", "http"));
        Assert.AreEqual("""[{"published":"9000","target":80}]""", project.Text("services", "routing", "ports"));
    }

    [TestMethod]
    public void SnippetsAreCopied()
    {
        string route = "res:\n    type: route\n    params: {host: x.localhost, path: /a, port: http}\n    metadata:\n      annotations:\n" +
            "        compose.score.dev/route-provisioner-server-snippet: |\n          client_max_body_size 20m;\n          gzip on;\n" +
            "        compose.score.dev/route-provisioner-location-snippet: proxy_read_timeout 5m;";
        Translated project = BuiltInSample.Translate(
            [BuiltInSample.Score("shop", route.Replace("\n", "\n  ", StringComparison.Ordinal).Replace("\n  ", "\n", StringComparison.Ordinal))]);
        Assert.AreEqual("", project.Findings);
        string file = project.MountedFile("routing/routes/x.localhost/route-shop-res.conf");
        StringAssert.StartsWith(file, "client_max_body_size 20m;\ngzip on;\n", StringComparison.Ordinal);
        Assert.AreEqual(2, file.Split("  proxy_read_timeout 5m;\n").Length - 1, file);
    }

    private static string Route(string name, string host, string path, string port, string type = "Prefix") =>
        $"{name}: {{type: route, metadata: {{annotations: {{compose.score.dev/route-provisioner-path-type: {type}}}}}, params: {{host: '{host}', path: " +
            $"'{path}', port: '{port}'}}}}";

    private static void Refuses(string resource, string words, string code = "SCORE0316")
    {
        string findings = BuiltInSample.Run(resource).Findings;
        StringAssert.StartsWith(findings, $"{code} (13,3)-(13,6): ", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', findings);
    }
}
