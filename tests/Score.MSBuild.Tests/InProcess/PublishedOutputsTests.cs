using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>Which outputs go to the publish folder.</summary>
[TestClass]
public sealed class PublishedOutputsTests
{
    private const string Score = """
        apiVersion: score.dev/v1b1
        metadata: {name: shop}
        containers:
          web:
            image: nginx
            variables: {PASSWORD: '${resources.db.password}'}
            files: {/etc/a: {content: plain}}
        resources:
          db: {type: postgres}
        """;

    private const string Project = """
        <PropertyGroup><PublishDir>out/</PublishDir></PropertyGroup>
        <Target Name="Publish" DependsOnTargets="Build" />
        """;

    [TestMethod]
    [DataRow("ScoreEnvFile=")]
    [DataRow("ScoreEnvFile=values.env")]
    [DataRow("ScoreEnvironment=staging")]
    public void EnvFileStaysOnThisMachine(string property)
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        folder.Write("app.proj", InProcessBuild.Project(Project));
        BuildOutcome outcome = InProcessBuild.Run(folder, [property, "ScorePublishOutputs=true", "ScoreGenerateK8s=true"], "Publish");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());

        string[] published = Directory.GetFiles(folder.PathOf("out"), "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!).ToArray();
        Assert.AreEqual(2, published.Count(f => f.StartsWith("compose.", StringComparison.Ordinal) || f.StartsWith("manifests.", StringComparison.Ordinal)));
        CollectionAssert.IsSubsetOf((string[])["a", "init.sh"], published);
        Assert.IsFalse(published.Any(f => f.Contains("env", StringComparison.Ordinal)), string.Join(" ", published));
    }

    [TestMethod]
    [DataRow("ScoreGenerateK8s=false", "compose.yaml")]
    [DataRow("ScoreGenerateCompose=false", "manifests.yaml")]
    public void OutputsOfAPlatformThatIsNotBuiltForStayWhereTheyAre(string property, string expected)
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        folder.Write("app.proj", InProcessBuild.Project(Project));
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreGenerateK8s=true"]).Succeeded);
        string[] others = property.Contains("Compose", StringComparison.Ordinal) ? ["ScoreGenerateK8s=true"] : [];
        Assert.IsTrue(InProcessBuild.Run(folder, [property, "ScorePublishOutputs=true", .. others], "Publish").Succeeded);

        string[] published = Directory.GetFiles(folder.PathOf("out"), "*.yaml").Select(f => Path.GetFileName(f)!).ToArray();
        CollectionAssert.AreEqual((string[])[expected], published, string.Join(" ", published));
    }
}
