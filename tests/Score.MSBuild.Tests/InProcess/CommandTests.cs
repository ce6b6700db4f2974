using System;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

[TestClass]
public sealed class CommandTests
{
    private const string Allow = "ScoreAllowCommandProvisioners=true";
    private const string Provisioners = ".score/10-cache.provisioners.yaml";
    private const string Score = "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers:\n" +
        "  web: {image: x, variables: {A: '${resources.cache.host}'}}\nresources:\n  cache: {type: cache}\n";

    [TestInitialize]
    public void NeedsAShell()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("Windows has no /bin/sh.");
    }

    [TestMethod]
    public void ProgramRunsOnlyWhereTheProjectAllowsIt()
    {
        using TemporaryFolder folder = Prepare("echo run >>runs\necho '{\"resource_outputs\":{\"host\":\"one\"}}'\n");
        BuildOutcome refused = InProcessBuild.Run(folder);
        Assert.AreEqual("SCORE0313", refused.Findings.Single().Code);
        Assert.IsFalse(folder.Has("runs"));

        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "A: one\n");
        Assert.AreEqual("run\n", folder.Read("runs"));
    }

    [TestMethod]
    public void ProgramIsAnInputOfTheBuild()
    {
        using TemporaryFolder folder = Prepare("echo run >>runs\necho '{\"resource_outputs\":{\"host\":\"one\"}}'\n");
        Build(folder);
        Assert.IsTrue(InProcessBuild.Run(folder, [Allow], question: true).Succeeded);
        Build(folder);
        Assert.AreEqual("run\n", folder.Read("runs"));

        folder.WriteProgram("cache.sh", "#!/bin/sh\necho '{\"resource_outputs\":{\"host\":\"two\"}}'\n");
        folder.Touch("cache.sh");
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "A: two\n");

        // An older one in its place.
        folder.WriteProgram("cache.sh", "#!/bin/sh\necho '{\"resource_outputs\":{\"host\":\"three\"}}'\n");
        File.SetLastWriteTimeUtc(folder.PathOf("cache.sh"), DateTime.UtcNow.AddDays(-1));
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "A: three\n");
    }

    [TestMethod]
    [DataRow("ScoreCommandProvisionerTimeout=0")]
    [DataRow("ScoreCommandProvisionerTimeout=1.5")]
    [DataRow("ScoreCommandProvisionerTimeout=soon")]
    [DataRow("ScoreCommandProvisionerTimeout=-1")]
    [DataRow("ScoreCommandProvisionerTimeout=86401")]
    [DataRow("ScoreAllowCommandProvisioners=yes")]
    [DataRow("ScoreKeepRenderedTemplates=on")]
    public void WrongValueOfAPropertyIsAnError(string property)
    {
        using TemporaryFolder folder = Prepare("echo '{}'\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, property.StartsWith("ScoreAllow", StringComparison.Ordinal) ? [property] : [Allow, property]);
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.Contains(outcome.ToString(), $"error SCORE0603: '{property.Split('=')[1]}' is not a value of the property {property.Split('=')[0]}.");
    }

    [TestMethod]
    public void StandardErrorOfSuccessIsAMessageOfLowImportanceAndStandardOutputNone()
    {
        using TemporaryFolder folder = Prepare(
            "echo 'a hint' >&2\necho '{\"resource_outputs\":{\"host\":\"one\"},\"resource_state\":{\"password\":\"s3cret\"}}'\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, [Allow]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.IsEmpty(outcome.Findings);
        CollectionAssert.Contains(outcome.Messages.ToList(), "cmd://./cache.sh for cache.default#shop.cache: a hint");
        Assert.IsFalse(outcome.Lines.Any(l => l.Contains("a hint", StringComparison.Ordinal)));
        Assert.IsFalse(outcome.Messages.Any(m => m.Contains("s3cret", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void CancelledBuildEndsTheProgram()
    {
        using TemporaryFolder folder = Prepare("echo $$ >process.tmp\nmv process.tmp process\nexec sleep 1000\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, [Allow], cancelWhen: () => folder.Has("process"));
        Assert.IsFalse(outcome.Succeeded);
        Assert.IsFalse(folder.Has("compose.yaml"));
        string status = $"/proc/{folder.Read("process").Trim()}/stat";
        for (int i = 0; i < 100 && File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal); i++) Thread.Sleep(50);
        Assert.IsTrue(!File.Exists(status) || File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal));
    }

    [TestMethod]
    public void ForKubernetesManifestsOfAProgramAreWrittenWithTheIdentifierOfTheStateFile()
    {
        using TemporaryFolder folder = Prepare("");
        folder.WriteProgram("cache.sh",
            "#!/bin/sh\ncat >request.json\necho '{\"resource_outputs\":{\"host\":\"one\"},\"manifests\":" +
            "[{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"made\"}}]}'\n");
        folder.Write(".score-k8s/state.yaml", "resources:\n  cache.default#shop.cache: {guid: kept-guid, state: {password: s3cret}}\n");
        string[] properties = [Allow, "ScoreGenerateK8s=true", "ScoreGenerateCompose=false"];
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        StringAssert.Contains(folder.Read("manifests.yaml"), "name: made\n");
        StringAssert.Contains(folder.Read("request.json"), "\"resource_guid\":\"kept-guid\"");
        StringAssert.Contains(folder.Read("request.json"), "\"resource_state\":{\"password\":\"s3cret\"}");
        Assert.IsTrue(InProcessBuild.Run(folder, properties, question: true).Succeeded);
    }

    private static TemporaryFolder Prepare(string script)
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        folder.Write(Provisioners, "- uri: cmd://./cache.sh\n  type: cache\n");
        folder.WriteProgram("cache.sh", "#!/bin/sh\ncat >/dev/null\n" + script);
        return folder;
    }

    private static void Build(TemporaryFolder folder)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, [Allow]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
    }
}
