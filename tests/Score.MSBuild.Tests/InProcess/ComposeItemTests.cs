using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>The items <c>ScoreBuild</c> and <c>ScorePublish</c>.</summary>
[TestClass]
public sealed class ComposeItemTests
{
    private static readonly string Built = Samples.Minimal.Replace("nginx:1.27", ".", StringComparison.Ordinal);

    [TestMethod]
    public void BuildThatMovesToAnotherScoreFileRegenerates()
    {
        using TemporaryFolder folder = Prepare("");
        folder.Write("score.yaml", Samples.Minimal);
        folder.Write("two.yaml", Samples.Minimal.Replace("billing", "orders", StringComparison.Ordinal));
        foreach (string file in (string[])["score.yaml", "two.yaml"])
        {
            string items = $"<ScoreFile Include='score.yaml;two.yaml' /><ScoreBuild Include='web' ScoreFile='$(MSBuildProjectDirectory)/{file}' />";
            folder.Write("app.proj", InProcessBuild.Project($"<ItemGroup>{items}</ItemGroup>"));
            Build(folder);
            string services = folder.Read("compose.yaml");
            string second = services[services.IndexOf("orders-web:", StringComparison.Ordinal)..];
            Assert.AreEqual(file == "two.yaml", second.Contains("build:", StringComparison.Ordinal), services);
        }
    }

    [TestMethod]
    public void BuildNeedsNoImageAndHasItsPathsFromTheComposeFile()
    {
        using TemporaryFolder folder = Prepare("""
            <ScoreBuild Include="web" Context="src/web" Dockerfile="docker\Dockerfile" Args="V=1;PRICE=5$;TEXT=a\;b" Stage="final" />
            """);
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), """
                build:
                  context: ./src/web
                  dockerfile: docker/Dockerfile
                  args:
                    V: "1"
                    PRICE: 5$$
                    TEXT: a;b
                  target: final
            """);
        Assert.IsTrue(InProcessBuild.Run(folder, question: true).Succeeded);

        Build(folder, "ScoreComposeFile=deploy/compose.yaml");
        StringAssert.Contains(folder.Read("deploy/compose.yaml"), "context: ../src/web\n");
    }

    [TestMethod]
    [DataRow("", "context: \".\"\n")]
    [DataRow("""Context="." """, "context: \".\"\n")]
    [DataRow("""Context="src/" """, "context: ./src\n")]
    [DataRow("""Context=".docker" """, "context: ./.docker\n")]
    [DataRow("""Context="../other" """, "context: ../other\n")]
    [DataRow("""Context="$(MSBuildProjectDirectory)/src" """, "context: ./src\n")]
    [DataRow("""Context="https://example.com/shop.git#main:web" """, "context: https://example.com/shop.git#main:web\n")]
    public void ContextIsAFolderOrAnAddress(string metadata, string expected)
    {
        using TemporaryFolder folder = Prepare($"""<ScoreBuild Include="billing/web" {metadata} />""");
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), expected);
    }

    [TestMethod]
    [DataRow("""<ScoreBuild Include="wbe" />""", "SCORE0611: No workload of the project has the container 'wbe' of a ScoreBuild item. Did you mean 'web'?")]
    [DataRow("""<ScoreBuild Include="web" Args="=1" />""", "SCORE0613: The ScoreBuild item 'web' cannot be used. An argument has no name. Write 'NAME=VALUE'.")]
    [DataRow("""<ScorePublish Include="8080:biling:80" />""", "SCORE0616: The project has no workload 'biling' to publish a port of. Did you mean 'billing'?")]
    [DataRow("""<ScorePublish Include="80800:billing:80" />""", "SCORE0614: '80800:billing:80' is not a port to publish. '80800' is not a port from 1 to " +
        "65535. Write HOST:WORKLOAD:CONTAINER, such as '8080:shop:80'.")]
    [DataRow("""<ScorePublish Include="6379:redis.default#billing.cache.host:6379" />""", "SCORE0617: The resource 'redis.default#billing.cache' has no " +
        "output 'host' that names a service, so none of its ports can be published. Publish a port of a workload, or remove the ScorePublish item.")]
    public void MistakeInAnItemIsReportedAtTheProject(string item, string expected)
    {
        using TemporaryFolder folder = Prepare(item);
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreImage=x"]);
        Assert.AreEqual("app.proj(0,0): error " + expected, outcome.ToString());
        Assert.AreEqual(folder.PathOf("app.proj"), outcome.Findings.Single().File);
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void ContainerNameOfTwoWorkloadsNeedsTheWorkload()
    {
        using TemporaryFolder folder = Prepare("""<ScoreFile Include="score.yaml;two.yaml" /><ScoreBuild Include="web" />""");
        folder.Write("two.yaml", Built.Replace("billing", "orders", StringComparison.Ordinal));
        Assert.AreEqual("SCORE0612", InProcessBuild.Run(folder, ["ScoreImage=x"]).Findings.Single().Code);
    }

    [TestMethod]
    public void PublishedPortIsWritten()
    {
        using TemporaryFolder folder = Prepare("""<ScorePublish Include="8080:billing:80;9090:billing:90" />""");
        Build(folder, "ScoreImage=x");
        StringAssert.Contains(folder.Read("compose.yaml"), """
                ports:
                  - target: 80
                    published: "8080"
                  - target: 90
                    published: "9090"
            """);
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreImage=x"], question: true).Succeeded);
    }

    [TestMethod]
    [DataRow("""<ScoreBuild Include="web" />""", """<ScoreBuild Include="web" Stage="final" />""", "target: final")]
    [DataRow("""<ScoreBuild Include="web" Args="A=1" />""", """<ScoreBuild Include="web" Args="A=2" />""", "A: \"2\"")]
    [DataRow("""<ScorePublish Include="8080:billing:80" />""", """<ScorePublish Include="8081:billing:80" />""", "published: \"8081\"")]
    public void ChangedItemRegenerates(string before, string after, string expected)
    {
        using TemporaryFolder folder = Prepare(before);
        Build(folder, "ScoreImage=x");
        folder.Write("app.proj", folder.Read("app.proj").Replace(before, after, StringComparison.Ordinal));
        Build(folder, "ScoreImage=x");
        StringAssert.Contains(folder.Read("compose.yaml"), expected);
    }

    private static TemporaryFolder Prepare(string items)
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Built);
        folder.Write("app.proj", InProcessBuild.Project($"<ItemGroup>{items}</ItemGroup>"));
        return folder;
    }

    private static void Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
    }
}
