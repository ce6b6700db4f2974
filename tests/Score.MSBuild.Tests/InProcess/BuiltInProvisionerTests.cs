using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>The property <c>ScoreUseDefaultProvisioners</c>, and those of routes.</summary>
[TestClass]
public sealed class BuiltInProvisionerTests
{
    private const string Score = "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers:\n" +
        "  web: {image: x, variables: {A: '${resources.cache.host}'}}\nresources:\n  cache: {type: redis}\n";
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
        folder.Write("score.yaml",
            Score.Replace("type: redis", "type: redis, metadata: {annotations: {compose.score.dev/publish-port: http}}", StringComparison.Ordinal));
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one"]);
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.StartsWith(outcome.ToString(), "score.yaml(6,3): error SCORE0316: The provisioner 'template://stock/redis' refuses the resource " +
            "'redis.default#shop.cache': the annotation compose.score.dev/publish-port must be a number");
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void KubernetesHasThemToo()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, "ScoreGenerateK8s=true");
        string manifests = folder.Read("manifests.yaml");
        StringAssert.Contains(manifests, "kind: StatefulSet\nmetadata:\n  name: redis-shop-cache\n");
        StringAssert.Contains(manifests, "value: redis-shop-cache\n");

        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one", "ScoreGenerateK8s=true", "ScoreUseDefaultProvisioners=false"]);
        StringAssert.Contains(outcome.ToString(), "SCORE0301");
        Assert.DoesNotContain("StatefulSet", folder.Read("manifests.yaml"));
    }

    [TestMethod]
    public void PropertiesSayWhatARouteIs()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml", "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\nservice: {ports: {http: {port: 80}}}\ncontainers:\n" +
            "  web: {image: x}\nresources:\n  res: {type: route, params: {host: x.localhost, path: /, port: 80}}\n");
        string Route(params string[] properties)
        {
            Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", .. properties]).Succeeded);
            return folder.Read("manifests.yaml");
        }

        StringAssert.Contains(Route(), "    - name: default\n");
        StringAssert.Contains(Route("ScoreK8sGateway=outside"), "    - name: outside\n");
        StringAssert.Contains(Route("ScoreK8sGateway=infra/outside"), "    - name: outside\n      namespace: infra\n");
        StringAssert.Contains(Route("ScoreK8sRoute=ingress"), "kind: Ingress\n");
        StringAssert.Contains(Route("ScoreK8sRoute=Ingress", "ScoreK8sIngressClass=nginx"), "  ingressClassName: nginx\n");
    }

    [TestMethod]
    [DataRow("ScoreK8sRoute=Rooute", "'Rooute' is not a value of the property ScoreK8sRoute. Use HttpRoute or Ingress.")]
    [DataRow("ScoreK8sGateway=a/b/c", "'a/b/c' is not a value of the property ScoreK8sGateway. Use the name of a Gateway such as 'outside', or its namespace " +
        "and name such as 'infra/outside'.")]
    [DataRow("ScoreK8sGateway=/outside", "'/outside' is not a value of the property ScoreK8sGateway.")]
    [DataRow("ScoreK8sIngressClass=Nginx", "'Nginx' is not a value of the property ScoreK8sIngressClass. Use the name of an IngressClass such as 'nginx'.")]
    public void ValueIsRefused(string property, string sentence)
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeed=one", "ScoreGenerateK8s=true", property]);
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.Contains(outcome.ToString(), "SCORE0603: " + sentence);
        Assert.IsFalse(folder.Has("manifests.yaml"));
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
