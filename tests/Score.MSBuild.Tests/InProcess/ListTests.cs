using System;
using System.Linq;
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
                "service-port  (any)  (any)  workload, port  hostname, port  (built in)                  Where another workload of the build listens.",
                "volume        (any)  (any)                  type, source    (built in)                  A volume that exists outside.",
            ],
            outcome.Lines.ToList());
        CollectionAssert.AreEqual((string[])["template://test/cache", "local-env://queue", "builtin://environment", "builtin://service-port",
            "builtin://volume"],
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
                "RESOURCE                        PROVISIONER              OUTPUTS         WORKLOAD",
                "cache.big#shop.cache            template://test/cache    host, password  shop",
                "environment.default#shop.env    builtin://environment    (any)           shop",
                "unknown-one.default#shop.other  (environment variables)  (any)           shop",
                "volume.default#disk             builtin://volume         type, source    shop",
            ],
            outcome.Lines.ToList());
        Assert.AreEqual("template://test/cache|host, password|shop",
            string.Join('|', ((string[])["Provisioner", "Outputs", "Workload"]).Select(outcome.Items[0].GetMetadata)));
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

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        folder.Write(".score/10-cache.provisioners.yaml", Provisioners);
        folder.Write(".score/20-queue.provisioners.yaml", "- uri: local-env://queue\n  type: queue\n");
        return folder;
    }
}
