using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>The schema that builds write for editors.</summary>
[TestClass]
public sealed class SchemaTests
{
    private const string Schema = "obj/score/score.schema.json";
    private const string Cache = "- uri: template://t/cache\n  type: cache\n  description: Ours.\n  supported_params: [size]\n  expected_outputs: [host]\n" +
        "  outputs: '{host: h}'\n";

    [TestMethod]
    public void BuildWritesItForTheProvisionersAndContainersOfTheProject()
    {
        using TemporaryFolder folder = Prepare();
        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);
        string[] types = Types(folder);
        CollectionAssert.IsSubsetOf((string[])["cache", "postgres", "environment", "service-port", "volume"], types);
        StringAssert.Contains(folder.Read(Schema), """{ "const": "cache", "description": "Ours. Outputs: host." }""");
        StringAssert.Contains(folder.Read(Schema), """{"web": { "$ref": "#/definitions/containerBefore" }}""");

        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreUseDefaultProvisioners=false"]).Succeeded);
        CollectionAssert.AreEqual((string[])["cache", "environment", "secret", "service-port", "volume"], Types(folder));
    }

    [TestMethod]
    public void BuildWithNothingToDoLeavesItAndOneWithoutItWritesIt()
    {
        using TemporaryFolder folder = Prepare();
        InProcessBuild.Run(folder);
        DateTime written = folder.TimeOf(Schema);
        Assert.IsTrue(InProcessBuild.Run(folder, question: true).Succeeded);
        folder.Write("score.yaml", Samples.Minimal + "\n");
        InProcessBuild.Run(folder);
        Assert.AreEqual(written, folder.TimeOf(Schema));
        File.Delete(folder.PathOf(Schema));
        InProcessBuild.Run(folder);
        Assert.IsTrue(folder.Has(Schema));
        Assert.IsTrue(InProcessBuild.Run(folder, question: true).Succeeded);
    }

    [TestMethod]
    public void DesignTimeBuildWritesItAndSaysNothingEvenOfMistakes()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml", "apiVersion: [\n");
        folder.Write(".score/20-bad.provisioners.yaml", "- uri: nonsense\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, ["DesignTimeBuild=true"]);
        Assert.IsTrue(outcome.Succeeded);
        Assert.IsEmpty(outcome.Findings, outcome.ToString());
        Assert.IsTrue(folder.Has(Schema));
        Assert.IsFalse(folder.Has("compose.yaml"));
        Assert.IsTrue(InProcessBuild.Run(folder, ["DesignTimeBuild=true"], question: true).Succeeded);

        File.Delete(folder.PathOf(".score/20-bad.provisioners.yaml"));
        folder.Write("score.yaml", Samples.Minimal.Replace("web", "api", StringComparison.Ordinal));
        InProcessBuild.Run(folder, ["DesignTimeBuild=true"]);
        CollectionAssert.Contains(Types(folder), "cache");
        StringAssert.Contains(folder.Read(Schema), """{"api": { "$ref" """.TrimEnd());
    }

    [TestMethod]
    public void NewContainersResourcesAndPropertiesChangeItWithoutProvisionerFilesToo()
    {
        using TemporaryFolder folder = new("app");
        folder.Write("score.yaml", Samples.Minimal);
        InProcessBuild.Run(folder);
        string first = folder.Read(Schema);
        folder.Write("score.yaml", Samples.Minimal + "  side: {image: x}\nresources: {db: {type: redis}}\n");
        InProcessBuild.Run(folder);
        StringAssert.Contains(folder.Read(Schema), """{"side": { "$ref": """);
        StringAssert.Contains(folder.Read(Schema), "${resources.db.host}");
        InProcessBuild.Run(folder, ["ScoreUseDefaultProvisioners=false"]);
        CollectionAssert.DoesNotContain(Types(folder), "redis");
        folder.Write("score.yaml", Samples.Minimal);
        InProcessBuild.Run(folder);
        Assert.AreEqual(first, folder.Read(Schema));
    }

    [TestMethod]
    public void FailedBuildWritesItToo()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml", Samples.Minimal.Replace("image", "imaeg", StringComparison.Ordinal));
        Assert.IsFalse(InProcessBuild.Run(folder).Succeeded);
        CollectionAssert.Contains(Types(folder), "cache");
    }

    [TestMethod]
    [DataRow("NoWarn=SCORE0301", true)]
    [DataRow("ScoreApplication=true", true)]
    [DataRow("ScoreUnknownResources=Error", false)]
    [DataRow("A=b", false)]
    public void OtherTypesAreAllowedWhereABuildSaysNothingOfThem(string property, bool allowed)
    {
        using TemporaryFolder folder = Prepare();
        Assert.IsTrue(InProcessBuild.Run(folder, [property]).Succeeded);
        Assert.AreEqual(allowed, folder.Read(Schema).Contains("            {}\n", StringComparison.Ordinal));
    }

    [TestMethod]
    public void ScoreInitNamesItInTheFirstLineAndCleanDeletesIt()
    {
        using TemporaryFolder folder = new("app");
        InProcessBuild.Run(folder, target: "ScoreInit");
        StringAssert.StartsWith(folder.Read("score.yaml"), $"# yaml-language-server: $schema={Schema}\n");
        InProcessBuild.Run(folder, ["ScoreImage=x"]);
        Assert.IsTrue(folder.Has(Schema));
        InProcessBuild.Run(folder, target: "Clean");
        Assert.IsFalse(folder.Has(Schema));
    }

    [TestMethod]
    [DataRow("DesignTimeBuild=true", "score.yaml")]
    [DataRow("DesignTimeBuild=true ScoreOverrides=metadata.name=x", "")]
    [DataRow("BuildingProject=true", "")]
    public void OnlyDesignTimeBuildsGiveTheCompilerTheScoreFile(string properties, string files)
    {
        using TemporaryFolder folder = Prepare();
        const string Ask = """
            <Target Name="Ask" Returns="@(AdditionalFiles)" />
            """;
        folder.Write("app.proj", InProcessBuild.Project(Ask));
        BuildOutcome outcome = InProcessBuild.Run(folder, properties.Split(' '), target: "Ask");
        Assert.AreEqual(files, string.Join(' ', outcome.Items.Select(i => i.ItemSpec)));
    }

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new("app");
        folder.Write("score.yaml", Samples.Minimal);
        folder.Write(".score/10-cache.provisioners.yaml", Cache);
        return folder;
    }

    private static string[] Types(TemporaryFolder folder) => JsonNode.Parse(folder.Read(Schema))!["definitions"]!["resource"]!["properties"]!["type"]!["anyOf"]!
        .AsArray().Select(t => (string)t!["const"]!).ToArray();
}
