using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

[TestClass]
public sealed class OverrideTests
{
    private const string Image = "containers: {web: {image: nginx:9}}\n";

    [TestMethod]
    public void OverridesFileIsLaidOverTheOnlyScoreFile()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("deploy/over.yaml", Image);
        Build(folder, "ScoreOverridesFile=deploy/over.yaml");
        AssertImages(folder, "nginx:9");
        AssertQuestion(folder, true, "ScoreOverridesFile=deploy/over.yaml");

        folder.Write("deploy/over.yaml", Image.Replace(":9", ":10", StringComparison.Ordinal));
        folder.Touch("deploy/over.yaml");
        AssertQuestion(folder, false, "ScoreOverridesFile=deploy/over.yaml");
        Build(folder, "ScoreOverridesFile=deploy/over.yaml");
        AssertImages(folder, "nginx:10");

        Build(folder);
        AssertImages(folder, "nginx:1.27");
    }

    [TestMethod]
    public void OverridesFileOfAnItemWinsOverTheProperty()
    {
        using TemporaryFolder folder = Prepare("""<ItemGroup><ScoreFile Include="score.yaml" OverridesFile="own.yaml" /></ItemGroup>""");
        folder.Write("own.yaml", Image);
        folder.Write("shared.yaml", "containers: {web: {image: shared}}");
        Build(folder, "ScoreOverridesFile=shared.yaml");
        AssertImages(folder, "nginx:9");
    }

    [TestMethod]
    public void EachOfSeveralScoreFilesHasItsOwnOverridesFile()
    {
        using TemporaryFolder folder = Prepare(
            """<ItemGroup><ScoreFile Include="score.yaml" OverridesFile="over/score.yaml" /><ScoreFile Include="two.yaml" /></ItemGroup>""");
        folder.Write("two.yaml", Samples.Minimal.Replace("billing", "orders", StringComparison.Ordinal));
        folder.Write("over/score.yaml", Image);
        Build(folder);
        AssertImages(folder, "nginx:9", "nginx:1.27");
        AssertQuestion(folder, true);

        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreOverridesFile=over/score.yaml"]);
        Assert.AreEqual("app.proj(0,0): error SCORE0606: The property ScoreOverridesFile is for a project with one score file, and this project has 2. Set " +
            "the metadata OverridesFile of the ScoreFile items that are to be changed.",
            outcome.ToString());
    }

    [TestMethod]
    public void MissingOverridesFileIsAnErrorInEveryBuild()
    {
        using TemporaryFolder folder = Prepare();
        for (int i = 0; i < 2; i++)
        {
            BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreOverridesFile=over.yaml"]);
            Assert.IsFalse(outcome.Succeeded);
            Assert.AreEqual("over.yaml(0,0): error SCORE0001: 'over.yaml' does not exist. Create it, or correct the item or property that names it.",
                outcome.ToString());
        }

        Build(folder);
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScoreFile Include="score.yaml" OverridesFile="sub/over.yaml" /></ItemGroup>"""));
        Assert.AreEqual("over.yaml(0,0): error SCORE0001: 'sub/over.yaml' does not exist. Create it, or correct the item or property that names it.",
            InProcessBuild.Run(folder).ToString());
    }

    [TestMethod]
    public void FindingsPointIntoTheOverridesFileOnce()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("over.yaml", "containers:\n  web:\n    imaeg: x\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreOverridesFile=over.yaml"]);
        Assert.AreEqual("over.yaml(3,5): error SCORE0101: 'imaeg' is not a key of containers.web. Did you mean 'image'?", outcome.ToString());
        Assert.AreEqual(folder.PathOf("over.yaml"), outcome.Findings.Single().File);
    }

    [TestMethod]
    public void ConfigurationHasItsOverridesWhenAskedFor()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.Release.yaml", "containers: {web: {image: release, args: [a]}}");
        string[] release = ["Configuration=Release", "ScoreConfigurationOverrides=true"];
        Build(folder, "Configuration=Release");
        AssertImages(folder, "nginx:1.27");

        Build(folder, release);
        AssertImages(folder, "release");
        AssertQuestion(folder, true, release);
        Build(folder, "Configuration=Debug", "ScoreConfigurationOverrides=true");
        AssertImages(folder, "nginx:1.27");

        folder.Write("over.yaml", Image);
        Build(folder, [.. release, "ScoreOverridesFile=over.yaml"]);
        AssertImages(folder, "nginx:9");
        StringAssert.Contains(folder.Read("compose.yaml"), "- a\n");
    }

    [TestMethod]
    public void OverridesOfAConfigurationThatComeAndGoAreNoticed()
    {
        using TemporaryFolder folder = Prepare();
        string[] debug = ["Configuration=Debug", "ScoreConfigurationOverrides=true"];
        Build(folder, debug);
        AssertQuestion(folder, true, debug);
        folder.Write("score.Debug.yaml", Image);
        File.SetLastWriteTimeUtc(folder.PathOf("score.Debug.yaml"), DateTime.UtcNow.AddDays(-1));
        Build(folder, debug);
        AssertImages(folder, "nginx:9");

        File.Delete(folder.PathOf("score.Debug.yaml"));
        Build(folder, debug);
        AssertImages(folder, "nginx:1.27");
        AssertQuestion(folder, true, debug);
    }

    [TestMethod]
    public void ItemsSetTakeAwayAndAppendInTheirOrder()
    {
        using TemporaryFolder folder = Prepare("""
            <ItemGroup>
              <ScoreOverride Include="containers.web.image" Value="first" />
              <ScoreOverride Include="containers.web.args" Value="[x, y]" />
              <ScoreOverride Include="containers.web.args.0" />
              <ScoreOverride Include="containers.web.args.-1" Value="z" />
              <ScoreOverride Include="containers.web.variables">
                <Value>
                  A: one
                  B: "2"
                </Value>
              </ScoreOverride>
              <ScoreOverride Include="annotation" Path="metadata.annotations.example\.com/cc" Value="three" />
              <ScoreOverride Include="containers.web.image" Value="nginx:9" />
            </ItemGroup>
            """);
        Build(folder);
        string compose = folder.Read("compose.yaml");
        AssertImages(folder, "nginx:9");
        StringAssert.Contains(compose, "    command:\n      - \"y\"\n      - z\n");
        StringAssert.Contains(compose, "      A: one\n      B: \"2\"\n");
        StringAssert.Contains(compose, "      example.com/cc: three\n");
        AssertQuestion(folder, true);
    }

    [TestMethod]
    public void ItemMayBeForOneScoreFile()
    {
        using TemporaryFolder folder = Prepare("""
            <ItemGroup>
              <ScoreFile Include="score.yaml;sub/two.yaml" />
              <ScoreOverride Include="containers.web.image" Value="all" />
              <ScoreOverride Include="containers.web.image" Value="two" File="./sub/../sub/two.yaml" />
            </ItemGroup>
            """);
        folder.Write("sub/two.yaml", Samples.Minimal.Replace("billing", "orders", StringComparison.Ordinal));
        Build(folder);
        AssertImages(folder, "all", "two");

        folder.Write("app.proj", folder.Read("app.proj").Replace("sub/../sub/two.yaml", "sub/tow.yaml", StringComparison.Ordinal));
        Assert.AreEqual("app.proj(0,0): error SCORE0610: The override 'containers.web.image' is for './sub/tow.yaml', which is not a score file of this " +
            "project. Did you mean 'sub/two.yaml'?",
            InProcessBuild.Run(folder).ToString());
    }

    [TestMethod]
    public void ChangedValueOrOrderOfItemsRegenerates()
    {
        const string One = """<ScoreOverride Include="containers.web.image" Value="one" />""";
        const string Two = """<ScoreOverride Include="containers.web.image" Value="two" />""";
        using TemporaryFolder folder = Prepare($"<ItemGroup>{One}{Two}{One}</ItemGroup>");
        Build(folder);
        AssertImages(folder, "one");
        folder.Write("app.proj", InProcessBuild.Project($"<ItemGroup>{One}{One}{Two}</ItemGroup>"));
        AssertQuestion(folder, false);
        Build(folder);
        AssertImages(folder, "two");
    }

    [TestMethod]
    [DataRow("containers.web.image=nginx:9", "nginx:9")]
    [DataRow("containers.web.image=first%3Bcontainers.web.image=nginx:9%3B", "nginx:9")]
    [DataRow(@"metadata.annotations.example\.com/cc=three%3Bcontainers.web.image=nginx:9", "nginx:9")]
    [DataRow(@"containers.web.variables.A=a\%3Bb=c%3Bcontainers.web.image=b:2", "b:2")]
    public void CommandLineHasTheLastWord(string overrides, string image)
    {
        using TemporaryFolder folder = Prepare("""<ItemGroup><ScoreOverride Include="containers.web.image" Value="item" /></ItemGroup>""");
        Build(folder, "ScoreOverrides=" + overrides);
        AssertImages(folder, image);
        AssertQuestion(folder, true, "ScoreOverrides=" + overrides);
        Build(folder);
        AssertImages(folder, "item");
    }

    [TestMethod]
    [DataRow("containers.web.image", "SCORE0607: 'containers.web.image' is not an override. It has no '='.")]
    [DataRow("containers..image=x", "SCORE0607: 'containers..image' is not an override. A part of its path is empty.")]
    [DataRow("containers.web.image=[", "SCORE0608: The value of the override 'containers.web.image' is not valid YAML.")]
    [DataRow("metadata.name.first=x", "SCORE0609: The override 'metadata.name.first' cannot be applied. 'metadata.name' is a string")]
    [DataRow("containers.web.image=80", "SCORE0103: 'image' of containers.web must be a string, and this is a number.")]
    [DataRow("metadata.name=Bad Name", "SCORE0108: 'Bad Name' is not a valid workload name")]
    public void MistakeInAnOverrideIsReportedAtTheProject(string overrides, string expected)
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreOverrides=" + overrides]);
        Assert.HasCount(1, outcome.Findings, outcome.ToString());
        StringAssert.StartsWith(outcome.ToString(), "app.proj(0,0): error " + expected);
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void MistakeInAnItemIsReportedAtTheFileThatDefinesTheItem()
    {
        using TemporaryFolder folder = Prepare("""<Import Project="shared.props" />""");
        folder.Write("shared.props", """<Project><ItemGroup><ScoreOverride Include="metadata.name.first" Value="x" /></ItemGroup></Project>""");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.AreEqual(folder.PathOf("shared.props"), outcome.Findings.Single().File);
    }

    [TestMethod]
    public void OverridesFileIsWatchedAndKnownToVisualStudio()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("over.yaml", Image);
        Build(folder, "ScoreOverridesFile=over.yaml");
        StringAssert.Contains(folder.Read("obj/score/app.notes.txt"), folder.PathOf("over.yaml"));
    }

    [TestMethod]
    [DataRow("containers: {wbe: {image: x}}",
        "(1,14): warning SCORE0672: The score file has no container 'wbe', so the override 'containers.wbe' adds one. Did you mean 'web'?")]
    [DataRow("containers: {side: null}",
        "(1,14): warning SCORE0672: The score file has no container 'side', so the override 'containers.side' changes nothing. Its containers are: web.")]
    [DataRow("resources: {cahce: {type: redis}}",
        "(1,13): warning SCORE0672: The score file has no resource 'cahce', so the override 'resources.cahce' adds one. Did you mean 'cache'?")]
    [DataRow("containers:\n  web:\n    variables: {A: b}",
        "(3,5): warning SCORE0672: The score file has no variables of the container 'web', so the override 'containers.web.variables' adds them.")]
    [DataRow("containers: {web: {image: x, variables: null}}", "")]
    [DataRow("service: {ports: {web: {port: 80}}}", "")]
    public void OverridesFileThatNamesWhatIsNotThereIsAWarning(string overrides, string expected)
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml", Samples.Minimal + "resources: {cache: {type: redis}}\n");
        folder.Write("over.yaml", overrides);
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreOverridesFile=over.yaml"]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual(expected.Length == 0 ? "" : "over.yaml" + expected, outcome.ToString());
    }

    [TestMethod]
    [DataRow("containers.wbe.image=x", "The score file has no container 'wbe', so the override 'containers.wbe' adds one. Did you mean 'web'?")]
    [DataRow("containers.web.variables.A=x", "The score file has no variables of the container 'web', so the override 'containers.web.variables' adds them.")]
    public void PathThatNamesWhatIsNotThereIsAWarning(string overrides, string expected)
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreOverrides=" + overrides]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("app.proj(0,0): warning SCORE0672: " + expected, outcome.ToString());
    }

    [TestMethod]
    public void PathIsForThoseOfSeveralWorkloadsThatHaveIt()
    {
        using TemporaryFolder folder = Prepare("""<ItemGroup><ScoreFile Include="score.yaml;two.yaml" /></ItemGroup>""");
        folder.Write("two.yaml", Samples.Minimal.Replace("billing", "orders", StringComparison.Ordinal).Replace("  web:", "  api:", StringComparison.Ordinal));
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreOverrides=containers.api.image=own%3Bcontainers.wbe.image=x"]);
        Assert.AreEqual("app.proj(0,0): warning SCORE0673: No workload of the project has a container 'wbe', so the override 'containers.wbe.image' changes " +
            "nothing. Did you mean 'web'?",
            outcome.ToString());
        AssertImages(folder, "nginx:1.27", "own");
    }

    private static TemporaryFolder Prepare(string project = "")
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        folder.Write("app.proj", InProcessBuild.Project(project));
        return folder;
    }

    private static void Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
    }

    private static void AssertQuestion(TemporaryFolder folder, bool passes, params string[] properties) =>
        Assert.AreEqual(passes, InProcessBuild.Run(folder, properties, question: true).Succeeded);

    private static void AssertImages(TemporaryFolder folder, params string[] images)
    {
        List<string> written = folder.Read("compose.yaml").Split('\n').Where(l => l.Contains("image: ", StringComparison.Ordinal))
            .Select(l => l[(l.IndexOf(':', StringComparison.Ordinal) + 2)..]).ToList();
        CollectionAssert.AreEqual(images, written);
    }
}
