using System;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

[TestClass]
public sealed class ListTests
{
    private const string Provisioners = "- uri: template://test/cache\n  type: cache\n  class: big\n  description: A cache.\n" +
        "  supported_params: [size, memory]\n  expected_outputs: [host]\n  state: '{password: s3cret-{{ randAlphaNum 8 }}}'\n" +
        "  outputs: '{host: h, password: {{ .State.password }}}'\n";
    private const string Score = "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers:\n" +
        "  web: {image: x, variables: {A: '${resources.cache.password}'}}\nresources:\n  cache: {type: cache, class: big}\n  env: {type: environment}\n" +
        "  disk: {type: volume, id: disk}\n  other: {type: unknown-one}\n";

    [TestMethod]
    public void ProvisionersAreListedInTheirOrderWithTheBuiltInOnes()
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreUseDefaultProvisioners=false"], target: "ScoreListProvisioners");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        CollectionAssert.AreEqual(
            (string[])[
                "TYPE          CLASS  ID     PARAMS          OUTPUTS         FILE                        DESCRIPTION",
                "cache         big    (any)  size, memory    host            10-cache.provisioners.yaml  A cache.",
                "queue         (any)  (any)  (any)           (any)           20-queue.provisioners.yaml",
                "environment   (any)  (any)                  (any)           (built in)                  Each output is the environment variable of that name.",
                "secret        (any)  (any)                  (any)           (built in)                  Each output is a secret value that you bring.",
                "service-port  (any)  (any)  workload, port  hostname, port  (built in)                  Where another workload of the build listens.",
                "volume        (any)  (any)                  type, source    (built in)                  A volume that exists outside.",
            ],
            outcome.Lines.ToList());
        CollectionAssert.AreEqual((string[])["template://test/cache", "local-env://queue", "builtin://environment", "builtin://secret",
            "builtin://service-port", "builtin://volume"],
            outcome.Items.Select(i => i.ItemSpec).ToList());
        Assert.AreEqual("cache|big||size, memory|host|A cache.",
            string.Join('|', ((string[])["Type", "Class", "Id", "Params", "Outputs", "Description"]).Select(outcome.Items[0].GetMetadata)));
        Assert.AreEqual(folder.PathOf(".score/10-cache.provisioners.yaml"), outcome.Items[0].GetMetadata("File"));
    }

    [TestMethod]
    public void ResourcesAreListedWithoutValues()
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one", "ScoreUseDefaultProvisioners=false"], target: "ScoreListResources");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        CollectionAssert.AreEqual(
            (string[])[
                "RESOURCE                        PROVISIONER              OUTPUTS         WORKLOAD  URLS",
                "cache.big#shop.cache            template://test/cache    host, password  shop",
                "environment.default#shop.env    builtin://environment    (any)           shop",
                "unknown-one.default#shop.other  (environment variables)  (any)           shop",
                "volume.default#disk             builtin://volume         type, source    shop",
            ],
            outcome.Lines.ToList());
        Assert.AreEqual("Resource|template://test/cache|host, password|shop",
            string.Join('|', ((string[])["Kind", "Provisioner", "Outputs", "Workload"]).Select(outcome.Items[0].GetMetadata)));
        Assert.IsFalse(outcome.Messages.Any(m => m.Contains("s3cret", StringComparison.Ordinal)));
        Assert.IsFalse(folder.Has("compose.yaml"));
        Assert.IsFalse(folder.Has("obj"));
    }

    [TestMethod]
    public void ProvisionersThatComeAlongAreListedForTheirPlatform()
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome compose = InProcessBuild.Run(folder, target: "ScoreListProvisioners");
        StringAssert.Contains(compose.Lines.Single(l => l.StartsWith("redis ", StringComparison.Ordinal)), "(built in)");
        Assert.AreEqual(1, compose.Lines.Count(l => l.StartsWith("volume ", StringComparison.Ordinal)));
        BuildOutcome kubernetes = InProcessBuild.Run(folder, ["ScoreGenerateCompose=false", "ScoreGenerateK8s=true"], target: "ScoreListProvisioners");
        StringAssert.Contains(kubernetes.Lines.Single(l => l.StartsWith("volume ", StringComparison.Ordinal)), "An empty volume that goes with the pod.");
    }

    [TestMethod]
    [DataRow("ScoreListProvisioners")]
    [DataRow("ScoreListResources")]
    public void BrokenScoreFileGetsItsFindings(string target)
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml", Score.Replace("image: x", "imaeg: x", StringComparison.Ordinal));
        BuildOutcome outcome = InProcessBuild.Run(folder, target: target);
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.Contains(outcome.ToString(), "score.yaml(4,9): error SCORE0101");
    }

    [TestMethod]
    [DataRow("ScoreListProvisioners")]
    [DataRow("ScoreListResources")]
    public void BrokenProvisionerFileGetsItsFindings(string target)
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(".score/20-queue.provisioners.yaml", "- type: queue\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one"], target: target);
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.Contains(outcome.ToString(), "20-queue.provisioners.yaml(1,3): error SCORE0102");
    }

    [TestMethod]
    public void WorkloadWithoutResourcesIsSaidSo()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        Assert.AreEqual("The score files of this project have no resources.", InProcessBuild.Run(folder, target: "ScoreListResources").Lines.Single());
    }

    [TestMethod]
    public void PublishedUrlsAreListed()
    {
        using TemporaryFolder folder = PrepareRoutes();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one"], target: "ScoreListResources");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        CollectionAssert.AreEqual(
            (string[])[
                "RESOURCE                  PROVISIONER                OUTPUTS                                         WORKLOAD  URLS",
                "dns.default#shop.web      template://stock/dns       host                                            shop",
                "postgres.default#shop.db  template://stock/postgres  host, port, name, database, username, password  shop      127.0.0.1:15432",
                "route.default#shop.api    template://stock/route                                                     shop      " +
                    "http://dns-shop-web.localhost:8080/api",
            ],
            outcome.Lines.Take(4).ToList(), string.Join('\n', outcome.Lines));
        CollectionAssert.AreEqual(
            (string[])["", "PUBLISHED              TARGET", "http://localhost:5000  shop:80", "127.0.0.1:5001         shop:81"],
            outcome.Lines.Skip(4).ToList());
        ITaskItem port = outcome.Items.Single(i => i.ItemSpec == "http://localhost:5000");
        Assert.AreEqual("Port|shop:80", $"{port.GetMetadata("Kind")}|{port.GetMetadata("LeadsTo")}");
        Assert.AreEqual("http://dns-shop-web.localhost:8080/api", outcome.Items.Single(i => i.ItemSpec == "route.default#shop.api").GetMetadata("Urls"));
    }

    [TestMethod]
    public void PortsThatAPatchPublishesAreListed()
    {
        using TemporaryFolder folder = PrepareRoutes("<ScorePatch Include='.score/patch.tpl' Platform='Compose' />");
        folder.Write(".score/patch.tpl", "- {op: set, path: services.shop-web.ports, value: ['7000:80', '[::1]:7001:81']}\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one"], target: "ScoreListResources");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        StringAssert.Contains(string.Join('\n', outcome.Lines), "http://localhost:7000  shop:80");
    }

    [TestMethod]
    public void DashboardIsListedWithTheServicesThatPublishPorts()
    {
        using TemporaryFolder folder = PrepareRoutes();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one", "ScoreDashboard=true"], target: "ScoreListResources");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("aspire-dashboard:18888", outcome.Items.Single(i => i.ItemSpec == "http://127.0.0.1:18888").GetMetadata("LeadsTo"));
    }

    [TestMethod]
    public void RoutesOfKubernetesHaveUrls()
    {
        using TemporaryFolder folder = PrepareRoutes();
        string[] properties = ["ScoreSeed=one", "ScoreGenerateCompose=false", "ScoreGenerateK8s=true"];
        BuildOutcome outcome = InProcessBuild.Run(folder, properties, target: "ScoreListResources");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("http://dns-shop-web.localhost/api", outcome.Items.Single(i => i.ItemSpec == "route.default#shop.api").GetMetadata("Urls"));
    }

    [TestMethod]
    [DataRow("dns.default#shop.web.host", "true")]
    [DataRow("dns#shop.web.host", "true")]
    [DataRow("dns.default#shop.web.host", "false")]
    public void OneOutputIsGivenByItself(string name, string compose)
    {
        using TemporaryFolder folder = PrepareRoutes();
        BuildOutcome outcome = InProcessBuild.Run(
            folder, ["ScoreSeed=one", $"ScoreOutput={name}", $"ScoreGenerateCompose={compose}", "ScoreGenerateK8s=true"], target: "ScoreListResources");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("dns-shop-web.localhost", outcome.Lines.Single());
        Assert.AreEqual(name, outcome.Items.Single().ItemSpec);
        Assert.AreEqual("dns-shop-web.localhost", outcome.Items.Single().GetMetadata("Value"));
    }

    [TestMethod]
    [DataRow("EnvFile", "true", "It is, or holds, the variable POSTGRES_SHOP_DB_PASSWORD of the env file.")]
    [DataRow("Inline", "true", "It is, or holds, the variable POSTGRES_SHOP_DB_PASSWORD of the env file.")]
    [DataRow("EnvFile", "false", "It is, or holds, the key 'password' of the Secret 'postgres-shop-db'.")]
    public void SecretOutputIsNotShown(string mode, string compose, string hint)
    {
        using TemporaryFolder folder = PrepareRoutes();
        BuildOutcome outcome = InProcessBuild.Run(
            folder,
            ["ScoreSeed=one", $"ScoreComposeSecrets={mode}", "ScoreOutput=postgres.default#shop.db.password", $"ScoreGenerateCompose={compose}",
                "ScoreGenerateK8s=true"],
            target: "ScoreListResources");
        Assert.IsFalse(outcome.Succeeded);
        Finding finding = outcome.Findings.Single(f => f.Code == "SCORE0714");
        StringAssert.EndsWith(finding.Message, hint);
        Assert.IsEmpty(outcome.Lines);
    }

    [TestMethod]
    [DataRow("dns.default#shop.wbe.host", "Did you mean 'dns.default#shop.web.host'?")]
    [DataRow("dns.default#shop.web.hots", "Did you mean 'host'?")]
    [DataRow("nonsense", "The outputs are: dns.default#shop.web.host,")]
    public void OutputThatIsNotThereIsSaidSo(string name, string hint)
    {
        using TemporaryFolder folder = PrepareRoutes();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one", $"ScoreOutput={name}"], target: "ScoreListResources");
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.Contains(outcome.Findings.Single(f => f.Code == "SCORE0713").Message, hint);
    }

    private static TemporaryFolder PrepareRoutes(string items = "")
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\nservice:\n  ports:\n    web: {port: 8000, targetPort: 80}\n" +
            "    admin: {port: 81}\ncontainers:\n  web: {image: ., variables: {A: '${resources.db.host}'}}\nresources:\n  db: {type: postgres}\n" +
            "  web: {type: dns}\n  api: {type: route, params: {host: '${resources.web.host}', path: /api, port: 8000}}\n");
        folder.Write("app.proj", InProcessBuild.Project("<ItemGroup><ScorePublish Include='5000:shop:80;127.0.0.1:5001:shop:81' />" +
            "<ScorePublish Include='127.0.0.1:15432:postgres.default#shop.db.host:5432' />" + items + "</ItemGroup>"));
        return folder;
    }

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        folder.Write(".score/10-cache.provisioners.yaml", Provisioners);
        folder.Write(".score/20-queue.provisioners.yaml", "- uri: local-env://queue\n  type: queue\n");
        return folder;
    }
}
