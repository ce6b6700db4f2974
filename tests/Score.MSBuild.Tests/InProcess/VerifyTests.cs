using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>ScoreVerify compares what is committed with what a build would write, and writes nothing.</summary>
[TestClass]
public sealed class VerifyTests
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

    private const string Plain = "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers: {web: {image: nginx, files: {/etc/a: {content: plain}}}}\n";

    [TestMethod]
    public void CloneOfAnotherUserIsUpToDate()
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder);
        using TemporaryFolder clone = Prepare(Score);
        clone.Write("compose.yaml", folder.Read("compose.yaml").Replace("\n", "\r\n", StringComparison.Ordinal));
        using TemporaryFolder home = new();
        Dictionary<string, string> environment = new() { ["XDG_DATA_HOME"] = home.Root, ["HOME"] = home.Root };
        for (int i = 0; i < 2; i++)
        {
            BuildOutcome outcome = InProcessBuild.Run(clone, ["ScoreProjectName=same", "ScoreVerify=true"], environment: environment);
            Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        }

        CollectionAssert.AreEquivalent((string[])["score.yaml", "compose.yaml", "app.proj", "obj"],
            Directory.EnumerateFileSystemEntries(clone.Root).Select(Path.GetFileName).ToArray());
        Assert.IsEmpty(Directory.EnumerateFileSystemEntries(home.Root));
    }

    [TestMethod]
    public void StaleFileIsAnErrorAtTheFirstLineThatDiffers()
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder);
        folder.Write("score.yaml", Score.Replace("image: nginx", "image: nginx:2", StringComparison.Ordinal));
        string before = folder.Read("compose.yaml");
        Finding error = Verify(folder).Single();
        Assert.AreEqual("SCORE0694", error.Code);
        Assert.AreEqual(Array.IndexOf(before.Split('\n'), "    image: nginx") + 1, error.Line);
        StringAssert.Contains(error.Message, "'compose.yaml'");
        StringAssert.Contains(error.Message, "should be 'image: nginx:2'");
        Assert.AreEqual(before, folder.Read("compose.yaml"));
        Assert.HasCount(1, Verify(folder), "It does not become up to date by itself.");
        Build(folder);
        Assert.IsEmpty(Verify(folder));
    }

    [TestMethod]
    public void MissingAndSuperfluousFilesAreErrors()
    {
        using TemporaryFolder folder = Prepare(Plain);
        StringAssert.Contains(Verify(folder)[0].Message, "it is missing");
        Build(folder);
        Assert.IsEmpty(Verify(folder));
        File.Delete(folder.PathOf(".score-compose/mounts/files/shop/web/etc/a"));
        StringAssert.Contains(Verify(folder).Single().Message, "files/shop/web/etc/a' is not what this build would write: it is missing");
        Build(folder);
        folder.Write("score.yaml", Plain.Replace("/etc/a", "/etc/b", StringComparison.Ordinal));
        string all = string.Join('\n', Verify(folder).Select(f => f.Message));
        StringAssert.Contains(all, "etc/a' is not what this build would write: no build writes it any more");
        StringAssert.Contains(all, "etc/b' is not what this build would write: it is missing");
        Assert.IsTrue(folder.Has(".score-compose/mounts/files/shop/web/etc/a"));
    }

    [TestMethod]
    public void ManifestsAreVerifiedToo()
    {
        using TemporaryFolder folder = Prepare(Plain);
        string[] properties = ["ScoreGenerateK8s=true", "ScoreK8sLayout=Kustomize"];
        Build(folder, properties);
        Assert.IsEmpty(Verify(folder, properties));
        Directory.Delete(folder.PathOf("obj"), true);
        folder.Write("k8s/old.yaml", File.ReadAllText(Directory.GetFiles(folder.PathOf("k8s"), "*.yaml")[0]));
        File.AppendAllText(folder.PathOf("k8s/kustomization.yaml"), "more: x\n");
        string all = string.Join('\n', Verify(folder, properties).Select(f => f.Message));
        StringAssert.Contains(all, "'k8s/old.yaml' is not what this build would write: no build writes it any more");
        StringAssert.Contains(all, "'k8s/kustomization.yaml' is not what this build would write: it should end before line");
    }

    [TestMethod]
    [DataRow("compose.yaml")]
    [DataRow("manifests.yaml")]
    public void FileThatWasChangedIsFoundWhateverItsTimeSays(string path)
    {
        using TemporaryFolder folder = Prepare(Plain);
        Build(folder, "ScoreGenerateK8s=true");
        DateTime time = folder.TimeOf(path);
        folder.Write(path, folder.Read(path).Replace("nginx", "other", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(folder.PathOf(path), time);
        Finding error = Verify(folder, "ScoreGenerateK8s=true").Single();
        Assert.AreEqual("SCORE0694", error.Code);
        StringAssert.Contains(error.Message, $"'{path}'");
    }

    [TestMethod]
    public void ValuesOfTheEnvironmentAreNotNeeded()
    {
        using TemporaryFolder folder = Prepare(Samples.WithEnvironmentFile);
        Assert.IsFalse(Verify(folder).Any(f => f.Code == "SCORE0304"));
    }

    [TestMethod]
    public void WhatGitIgnoresIsNotLookedAt()
    {
        using TemporaryFolder folder = Prepare(Plain);
        Directory.CreateDirectory(folder.PathOf(".git"));
        folder.Write(".gitignore", "compose.yaml\n.score-compose/\n");
        Assert.IsEmpty(Verify(folder));
    }

    [TestMethod]
    public void NoLineOfAFileWithPasswordsIsShown()
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder, "ScoreComposeSecrets=Inline", "ScoreSeed=one");
        Finding error = Verify(folder, "ScoreComposeSecrets=Inline", "ScoreSeed=two").First(f => f.Message.Contains("compose.yaml", StringComparison.Ordinal));
        StringAssert.Contains(error.Message, "should be another one");
    }

    private static TemporaryFolder Prepare(string score)
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", score);
        return folder;
    }

    private static void Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, [.. properties, "ScoreProjectName=same"]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
    }

    private static IReadOnlyList<Finding> Verify(TemporaryFolder folder, params string[] properties) =>
        InProcessBuild.Run(folder, [.. properties, "ScoreProjectName=same", "ScoreVerify=true"]).Findings.Where(f => f.Severity == "error").ToList();
}
