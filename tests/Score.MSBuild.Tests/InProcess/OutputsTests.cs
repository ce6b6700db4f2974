using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>What a build says of the files that it wrote, and what the targets return.</summary>
[TestClass]
public sealed class OutputsTests
{
    private static readonly string[] Both = ["ScoreGenerateK8s=true", "ScoreEnvFile=values.env"];

    [TestMethod]
    public void BuildSaysWhatItWroteOnce()
    {
        using TemporaryFolder folder = Prepare();
        CollectionAssert.AreEquivalent(
            (string[])[$"app -> {folder.PathOf("compose.yaml")}", $"app -> {folder.PathOf("values.env")}", $"app -> {folder.PathOf("manifests.yaml")}"],
            Said(folder, Both));
        Assert.IsEmpty(Said(folder, Both));

        folder.Write("assets/source.conf", "other");
        folder.Touch("assets/source.conf");
        CollectionAssert.AreEquivalent((string[])[$"app -> {folder.PathOf("compose.yaml")}", $"app -> {folder.PathOf("manifests.yaml")}"], Said(folder, Both));
    }

    [TestMethod]
    public void NothingIsSaidWhenNoByteDiffers()
    {
        using TemporaryFolder folder = Prepare();
        Said(folder);
        File.AppendAllText(folder.PathOf("score.yaml"), "# comment\n");
        folder.Touch("score.yaml");
        Assert.IsEmpty(Said(folder));
    }

    [TestMethod]
    public void FolderStandsForItsFiles()
    {
        using TemporaryFolder folder = Prepare();
        CollectionAssert.AreEqual((string[])[$"app -> {folder.PathOf("k8s")}"],
            Said(folder, "ScoreGenerateK8s=true", "ScoreGenerateCompose=false", "ScoreK8sLayout=Kustomize"));
    }

    [TestMethod]
    [DataRow("ScoreGenerate",
        "Compose compose.yaml|EnvironmentFile values.env|Manifest manifests.yaml|Mount inline.conf|Mount source.conf|Mount .app.score-files")]
    [DataRow("ScoreGenerateCompose", "Compose compose.yaml|EnvironmentFile values.env|Mount inline.conf|Mount source.conf|Mount .app.score-files")]
    [DataRow("ScoreGenerateK8s", "Manifest manifests.yaml")]
    public void TargetsReturnTheOutputsAlsoWhenThereIsNothingToDo(string target, string expected)
    {
        using TemporaryFolder folder = Prepare();
        for (int i = 0; i < 2; i++)
        {
            BuildOutcome outcome = InProcessBuild.Run(folder, Both, target);
            CollectionAssert.AreEquivalent(expected.Split('|'), outcome.Items.Select(f => $"{f.GetMetadata("Kind")} {Path.GetFileName(f.ItemSpec)}").ToList());
            Assert.IsTrue(outcome.Items.All(f => File.Exists(f.ItemSpec)));
            Assert.IsTrue(outcome.Items.All(f => f.GetMetadata("Platform") == (f.GetMetadata("Kind") == "Manifest" ? "Kubernetes" : "Compose")));
        }
    }

    [TestMethod]
    public void KindsAreRightInAFolderOfAnUnusualName()
    {
        using TemporaryFolder folder = Prepare("it's @ a%20b");
        BuildOutcome outcome = InProcessBuild.Run(folder, Both, "ScoreGenerate");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        CollectionAssert.IsSubsetOf(
            (string[])["Compose compose.yaml", "EnvironmentFile values.env", "Manifest manifests.yaml"],
            outcome.Items.Select(f => $"{f.GetMetadata("Kind")} {Path.GetFileName(f.ItemSpec)}").ToList());
    }

    [TestMethod]
    [DataRow("Kustomize", "Kustomization kustomization.yaml")]
    [DataRow("Helm", "Chart Chart.yaml")]
    [DataRow("Helm", "Values values.yaml")]
    public void KindOfAFolderIsReturned(string layout, string expected)
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", "ScoreK8sLayout=" + layout], "ScoreGenerateK8s");
        CollectionAssert.Contains(outcome.Items.Select(f => $"{f.GetMetadata("Kind")} {Path.GetFileName(f.ItemSpec)}").ToList(), expected);
    }

    [TestMethod]
    [DataRow("docker-compose.yml", "ScoreComposeFile=compose.yaml", "docker-compose.yml", "compose.yaml")]
    [DataRow("compose.yml", "ScoreComposeFile=compose.yaml", "compose.yml", "compose.yaml")]
    [DataRow("compose.yaml", "ScoreComposeFile=docker-compose.yml", "docker-compose.yml", "compose.yaml")]
    public void ComposeFileThatDockerComposeDoesNotReadAnyMoreIsAWarning(string existing, string property, string hidden, string read)
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(existing, "services: {}\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, [property]);
        Assert.IsTrue(outcome.Succeeded);
        Finding finding = outcome.Findings.Single();
        Assert.AreEqual("SCORE0674", finding.Code);
        Assert.AreEqual(folder.PathOf(existing), finding.File);
        StringAssert.StartsWith(finding.Message, $"Docker Compose does not read '{hidden}' any more, because it finds '{read}' first.");
    }

    [TestMethod]
    public void ComposeFileOfAnotherNameHidesNothing()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("docker-compose.yml", "services: {}\n");
        Assert.IsEmpty(InProcessBuild.Run(folder, ["ScoreComposeFile=deploy/compose.yaml"]).Findings);
        Assert.IsEmpty(InProcessBuild.Run(folder, ["ScoreComposeFile=compose.score.yaml"]).Findings);
    }

    private static TemporaryFolder Prepare(string name = "app")
    {
        TemporaryFolder folder = new(name);
        folder.Write("score.yaml", Samples.WithFiles + "    variables: {A: '${resources.env.SCORE_TEST_NAME}'}\nresources: {env: {type: environment}}\n");
        folder.Write("assets/source.conf", "text");
        return folder;
    }

    private static List<string> Said(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        return outcome.Lines.Where(l => l.Contains(" -> ", StringComparison.Ordinal)).ToList();
    }
}
