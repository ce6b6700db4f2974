using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

[TestClass]
public sealed class IncrementalTests
{
    private const string Mounts = ".score-compose/mounts/files/billing/web";

    [TestMethod]
    public void SecondBuildRunsNoTaskOfOursAndPassesQuestion()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal);
        Build(folder);

        BuildOutcome second = Build(folder);
        CollectionAssert.DoesNotContain((List<string>)second.Tasks, "ValidateScoreFile");
        CollectionAssert.DoesNotContain((List<string>)second.Tasks, "GenerateComposeFile");
        Assert.IsTrue(InProcessBuild.Run(folder, question: true).Succeeded);
    }

    [TestMethod]
    public void ChangedScoreFileRegenerates()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal);
        Build(folder);
        folder.Write("score.yaml", Samples.Minimal.Replace("1.27", "1.28", StringComparison.Ordinal));
        folder.Touch("score.yaml");

        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "nginx:1.28");
    }

    [TestMethod]
    public void UnchangedOutputKeepsItsTime()
    {
        using TemporaryFolder folder = Prepare(Samples.WithFiles);
        Build(folder);
        DateTime compose = folder.TimeOf("compose.yaml");
        DateTime mounted = folder.TimeOf($"{Mounts}/etc/inline.conf");
        folder.Touch("score.yaml");

        BuildOutcome second = Build(folder);
        CollectionAssert.Contains((List<string>)second.Tasks, "GenerateComposeFile");
        Assert.AreEqual(compose, folder.TimeOf("compose.yaml"));
        Assert.AreEqual(mounted, folder.TimeOf($"{Mounts}/etc/inline.conf"));
    }

    [TestMethod]
    public void ChangedSourceFileRegenerates()
    {
        using TemporaryFolder folder = Prepare(Samples.WithFiles);
        Build(folder);
        folder.Write("assets/source.conf", "new ${metadata.name}");
        folder.Touch("assets/source.conf");

        Build(folder);
        Assert.AreEqual("new billing", folder.Read($"{Mounts}/etc/source.conf"));
    }

    [TestMethod]
    [DataRow("compose.yaml")]
    [DataRow(Mounts + "/etc/inline.conf")]
    public void DeletedOutputIsWrittenAgain(string output)
    {
        using TemporaryFolder folder = Prepare(Samples.WithFiles);
        Build(folder);
        File.Delete(folder.PathOf(output));

        Build(folder);
        Assert.IsTrue(folder.Has(output));
    }

    [TestMethod]
    public void EditedOutputIsWrittenAgain()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal);
        Build(folder);
        string original = folder.Read("compose.yaml");
        folder.Write("compose.yaml", original + "# edited\n");
        folder.Touch("compose.yaml");

        Build(folder);
        Assert.AreEqual(original, folder.Read("compose.yaml"));
    }

    [TestMethod]
    [DataRow("ScoreProjectName=other", "name: other")]
    [DataRow("ScoreMountsDirectory=elsewhere", "source: elsewhere/files/billing/web/etc/inline.conf")]
    public void ChangedPropertyRegenerates(string property, string expected)
    {
        using TemporaryFolder folder = Prepare(Samples.WithFiles);
        Build(folder);

        Build(folder, property);
        StringAssert.Contains(folder.Read("compose.yaml"), expected);
    }

    [TestMethod]
    public void MountedFileThatNoContainerHasAnyMoreIsDeleted()
    {
        using TemporaryFolder folder = Prepare(Samples.WithFiles);
        Build(folder);
        folder.Write(".score-compose/mounts/files/mine.txt", "not generated");
        folder.Write("score.yaml", Samples.Minimal);
        folder.Touch("score.yaml");

        Build(folder);
        Assert.IsFalse(folder.Has($"{Mounts}/etc/inline.conf"));
        Assert.IsTrue(folder.Has(".score-compose/mounts/files/mine.txt"));
    }

    [TestMethod]
    public void ChangedEnvironmentVariableInAFileRegenerates()
    {
        using TemporaryFolder folder = Prepare(Samples.WithEnvironmentFile);
        Dictionary<string, string> first = new() { ["SCORE_TEST_TOKEN"] = "one" };
        Assert.IsTrue(InProcessBuild.Run(folder, environment: first).Succeeded);
        Assert.IsTrue(InProcessBuild.Run(folder, environment: first).Succeeded);
        Assert.IsTrue(InProcessBuild.Run(folder, environment: first, question: true).Succeeded);

        Assert.IsTrue(InProcessBuild.Run(folder, environment: new() { ["SCORE_TEST_TOKEN"] = "two" }).Succeeded);
        Assert.AreEqual("token two", folder.Read($"{Mounts}/etc/inline.conf"));

        // Without the key nothing is known of the value, so the files are written anew.
        System.IO.File.Delete(folder.PathOf("obj/score/app.key"));
        Assert.IsTrue(InProcessBuild.Run(folder, environment: first).Succeeded);
        Assert.AreEqual("token one", folder.Read($"{Mounts}/etc/inline.conf"));
        Assert.AreEqual(95, folder.Read("obj/score/app.key").Length);
    }

    // The task itself has only warned, and must not take note of success.
    [TestMethod]
    [DataRow("MSBuildTreatWarningsAsErrors=true")]
    [DataRow("MSBuildWarningsAsErrors=SCORE0301")]
    public void WarningThatMSBuildMakesAnErrorIsReportedAgain(string property)
    {
        using TemporaryFolder folder = Prepare("""
            apiVersion: score.dev/v1b1
            metadata: { name: billing }
            containers: { web: { image: nginx, variables: { HOST: "${resources.cache.host}" } } }
            resources: { cache: { type: cache } }
            """);
        for (int i = 0; i < 2; i++)
        {
            BuildOutcome outcome = InProcessBuild.Run(folder, [property]);
            Assert.IsFalse(outcome.Succeeded);
            Assert.AreEqual("SCORE0301", outcome.Findings.Single().Code);
        }

        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);
    }

    [TestMethod]
    [DataRow("FIRST")]
    [DataRow("SECOND")]
    [DataRow("THIRD")]
    public void EachOfSeveralChangedEnvironmentVariablesRegenerates(string changed)
    {
        const string Names = "${resources.env.SCORE_TEST_FIRST} ${resources.env.SCORE_TEST_SECOND} ${resources.env.SCORE_TEST_THIRD}";
        using TemporaryFolder folder = Prepare($$"""
            apiVersion: score.dev/v1b1
            metadata: { name: billing }
            containers:
              web:
                image: nginx
                files: { /etc/inline.conf: { content: "{{Names}}" } }
            resources: { env: { type: environment } }
            """);
        Dictionary<string, string> environment = new() { ["SCORE_TEST_FIRST"] = "a", ["SCORE_TEST_SECOND"] = "b", ["SCORE_TEST_THIRD"] = "c" };
        Assert.IsTrue(InProcessBuild.Run(folder, environment: environment).Succeeded);
        Assert.IsTrue(InProcessBuild.Run(folder, environment: environment).Succeeded);
        Assert.IsTrue(InProcessBuild.Run(folder, environment: environment, question: true).Succeeded);

        string old = environment[$"SCORE_TEST_{changed}"];
        environment[$"SCORE_TEST_{changed}"] = "new";
        Assert.IsTrue(InProcessBuild.Run(folder, environment: environment).Succeeded);
        Assert.AreEqual("a b c".Replace(old, "new", System.StringComparison.Ordinal), folder.Read($"{Mounts}/etc/inline.conf"));
    }

    [TestMethod]
    public void FailedBuildLeavesOldOutputsAndRunsAgain()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal);
        Build(folder);
        string original = folder.Read("compose.yaml");
        folder.Write("score.yaml", Samples.Minimal.Replace("image:", "imaeg:", StringComparison.Ordinal));
        folder.Touch("score.yaml");

        Assert.IsFalse(InProcessBuild.Run(folder).Succeeded);
        Assert.AreEqual(original, folder.Read("compose.yaml"));
        Assert.IsFalse(InProcessBuild.Run(folder).Succeeded);
    }

    [TestMethod]
    public void RemovedScoreFileItemRegenerates()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal);
        folder.Write("two.yaml", Samples.Minimal.Replace("billing", "orders", StringComparison.Ordinal));
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScoreFile Include="score.yaml;two.yaml" /></ItemGroup>"""));
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "orders-web");

        folder.Write("app.proj", InProcessBuild.Project());
        Build(folder);
        Assert.IsFalse(folder.Read("compose.yaml").Contains("orders-web", StringComparison.Ordinal));
    }

    [TestMethod]
    public void RenamedFolderRegeneratesWithItsNewName()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal);
        Build(folder);
        using TemporaryFolder renamed = new("it's @ a%20b");
        Directory.Delete(renamed.Root);
        Directory.Move(folder.Root, renamed.Root);
        Directory.CreateDirectory(folder.Root);

        Build(renamed);
        StringAssert.Contains(renamed.Read("compose.yaml"), "name: itsa20b\n");
        Assert.IsTrue(InProcessBuild.Run(renamed, question: true).Succeeded);
    }

    [TestMethod]
    public void BuildThatVerifiesLeavesAChangeToTheNextBuild()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal);
        string[] properties = ["ScoreGenerateK8s=true"];
        Build(folder, properties);
        folder.Write("app.proj", InProcessBuild.Project("<ItemGroup><ScoreOverride Include='containers.web.image' Value='nginx:1.28' /></ItemGroup>"));
        Assert.IsFalse(InProcessBuild.Run(folder, [.. properties, "ScoreVerify=true"]).Succeeded);

        Build(folder, properties);
        StringAssert.Contains(folder.Read("compose.yaml"), "nginx:1.28");
        StringAssert.Contains(folder.Read("manifests.yaml"), "nginx:1.28");
    }

    [TestMethod]
    public void ScoreFileWithATimeToComeIsReadOnce()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal);
        System.IO.File.SetLastWriteTimeUtc(folder.PathOf("score.yaml"), DateTime.UtcNow.AddHours(1));
        Build(folder);
        Assert.IsTrue(InProcessBuild.Run(folder, question: true).Succeeded);
    }

    [TestMethod]
    [DataRow("a')|$(x)|'|')|$([System.IO.File]::ReadAllText('/nowhere'))|c|")]
    [DataRow("a|b|c|d|$([System.IO.File]::ReadAllText('/nowhere'))|c|")]
    [DataRow("|\n|\n|\n|\n*')=$(;\n|\n|\n")]
    [DataRow("%00|%|@(X)|d|%00|c|")]
    [DataRow("")]
    [DataRow("\0\0\0")]
    [DataRow("||=4")]
    [DataRow("||=2:6")]
    public void NotesThatNoBuildWroteAreIgnored(string rubbish)
    {
        using TemporaryFolder folder = Prepare(Samples.WithEnvironmentFile);
        string[] properties = ["ScoreProjectName=same"];
        Dictionary<string, string> environment = new() { ["SCORE_TEST_TOKEN"] = "one" };
        Assert.IsTrue(InProcessBuild.Run(folder, properties, environment: environment).Succeeded);
        foreach (string notes in Directory.GetFiles(folder.PathOf("obj/score"), "app.*.txt")) folder.Write(notes, rubbish);

        for (int i = 0; i < 2; i++)
        {
            BuildOutcome outcome = InProcessBuild.Run(folder, properties, environment: environment);
            Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        }

        Assert.IsTrue(InProcessBuild.Run(folder, properties, question: true, environment: environment).Succeeded);
        Assert.AreEqual("token one", folder.Read($"{Mounts}/etc/inline.conf"));
    }

    [TestMethod]
    public void NotesThatEndEarlyAreIgnored()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal);
        IReadOnlyList<Microsoft.Build.Framework.ITaskItem> items = InProcessBuild.Run(folder, target: "ScoreGenerate").Items;
        string notes = folder.Read("obj/score/app.notes.txt");
        for (int length = notes.Length - 1; length > 0; length -= 10)
        {
            folder.Write("obj/score/app.notes.txt", notes[..length]);
            BuildOutcome next = InProcessBuild.Run(folder, target: "ScoreGenerate");
            CollectionAssert.AreEqual(items.Select(i => $"{i.ItemSpec} {i.GetMetadata("Kind")}").ToList(),
                next.Items.Select(i => $"{i.ItemSpec} {i.GetMetadata("Kind")}").ToList());
        }
    }

    private static TemporaryFolder Prepare(string score)
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", score);
        folder.Write("assets/source.conf", "source of ${metadata.name}");
        return folder;
    }

    private static BuildOutcome Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        return outcome;
    }
}
