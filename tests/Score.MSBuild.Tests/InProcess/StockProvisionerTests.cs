using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>The property <c>ScoreUseDefaultProvisioners</c>.</summary>
[TestClass]
public sealed class StockProvisionerTests
{
    private const string Score = "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers:\n  web: {image: x, variables: {A: '${resources.cache.host}'}}\nresources:\n  cache: {type: redis}\n";
    private const string Conf = ".score-compose/mounts/redis-shop-cache/redis.conf";

    [TestMethod]
    public void ResourceIsServedWithoutAnyFile()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder);
        string compose = folder.Read("compose.yaml");
        StringAssert.Contains(compose, "A: redis-shop-cache\n");
        StringAssert.Contains(compose, "image: redis:");
        StringAssert.Contains(folder.Read(Conf), "requirepass \"");
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreSeed=one"], question: true).Succeeded);
    }

    [TestMethod]
    public void SwitchedOffTheTypeIsUnknown()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder);
        BuildOutcome outcome = Build(folder, "ScoreUseDefaultProvisioners=false");
        StringAssert.Contains(outcome.ToString(), "SCORE0301");
        StringAssert.Contains(folder.Read("compose.yaml"), "A: ${CACHE_HOST?required}\n");
        Assert.IsFalse(folder.Has(Conf));

        Build(folder, "ScoreUseDefaultProvisioners=true");
        Assert.IsTrue(folder.Has(Conf));
    }

    [TestMethod]
    public void FindingIsInTheScoreFile()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml", Score.Replace("type: redis", "type: redis, metadata: {annotations: {compose.score.dev/publish-port: http}}", StringComparison.Ordinal));
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one"]);
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.StartsWith(outcome.ToString(), "score.yaml(6,3): error SCORE0316: The provisioner 'template://stock/redis' refuses the resource 'redis.default#shop.cache': the annotation compose.score.dev/publish-port must be a number");
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        return folder;
    }

    private static BuildOutcome Build(TemporaryFolder folder, string property = "ScoreCleanOutputs=false")
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one", property]);
        return outcome.Succeeded ? outcome : throw new InvalidOperationException(outcome.ToString());
    }
}
