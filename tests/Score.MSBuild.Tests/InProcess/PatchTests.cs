using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>The item <c>ScorePatch</c>.</summary>
[TestClass]
public sealed class PatchTests
{
    private const string ReadOnly = "{{ range $name, $service := .Compose.services }}\n- op: set\n  path: services.{{ $name }}.read_only\n  value: true\n" +
        "{{ end }}\n";

    [TestMethod]
    public void ProjectIsPatchedAndTheNextBuildDoesNothing()
    {
        using TemporaryFolder folder = Prepare("""<ScorePatch Include="read-only.tpl" />""");
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "    read_only: true\n");
        Assert.IsTrue(InProcessBuild.Run(folder, question: true).Succeeded);
    }

    [TestMethod]
    public void EditedPatchRegenerates()
    {
        using TemporaryFolder folder = Prepare("""<ScorePatch Include="read-only.tpl" />""");
        Build(folder);
        folder.Write("read-only.tpl", ReadOnly.Replace("true", "false", StringComparison.Ordinal));
        folder.Touch("read-only.tpl");

        Assert.IsFalse(InProcessBuild.Run(folder, question: true).Succeeded);
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "    read_only: false\n");
    }

    [TestMethod]
    public void ListOfPatchesItsOrderAndItsPlatformsAreInputs()
    {
        using TemporaryFolder folder = Prepare("""<ScorePatch Include="a.tpl;b.tpl" />""");
        folder.Write("a.tpl", "- {op: set, path: x-order, value: a}");
        folder.Write("b.tpl", "- {op: set, path: x-order, value: b}");
        Build(folder);
        StringAssert.EndsWith(folder.Read("compose.yaml"), "x-order: b\n");

        Rebuild("""<ScorePatch Include="b.tpl;a.tpl" />""", "x-order: a\n");
        Rebuild("""<ScorePatch Include="b.tpl" /><ScorePatch Include="a.tpl" Platform="Kubernetes" />""", "x-order: b\n");
        Rebuild("""<ScorePatch Include="b.tpl" /><ScorePatch Include="a.tpl" Platform="compose" />""", "x-order: a\n");
        Rebuild("", "workload-name: billing\n");

        void Rebuild(string items, string end)
        {
            folder.Write("app.proj", InProcessBuild.Project($"<ItemGroup>{items}</ItemGroup>"));
            Build(folder);
            StringAssert.EndsWith(folder.Read("compose.yaml"), end);
        }
    }

    [TestMethod]
    public void PatchThatIsNamedTwiceIsAppliedOnce()
    {
        using TemporaryFolder folder = Prepare("""<ScorePatch Include="append.tpl" /><ScorePatch Include="*.tpl" />""");
        folder.Write("append.tpl", "- {op: set, path: x-list.-1, value: once}");
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "x-list:\n  - once\n");
        Assert.AreEqual(2, folder.Read("compose.yaml").Split("once").Length);
    }

    [TestMethod]
    public void ErrorIsAtItsPlaceInThePatchAndOutputsStay()
    {
        using TemporaryFolder folder = Prepare("""<ScorePatch Include="read-only.tpl" />""");
        Build(folder);
        string original = folder.Read("compose.yaml");
        folder.Write("read-only.tpl", ReadOnly + "{{ .Wrong }}\n");
        folder.Touch("read-only.tpl");

        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.StartsWith(outcome.ToString(), "read-only.tpl(6,4): error SCORE0621: The patch template failed: ");
        Assert.AreEqual(folder.PathOf("read-only.tpl"), outcome.Findings.Single().File);
        Assert.AreEqual(original, folder.Read("compose.yaml"));
    }

    [TestMethod]
    public void DeletingWhatIsNotThereIsAWarningThatCanBeSilenced()
    {
        using TemporaryFolder folder = Prepare("""<ScorePatch Include="gone.tpl" />""");
        folder.Write("gone.tpl", "- op: delete\n  path: services.gone\n");
        Assert.AreEqual("gone.tpl(2,9): warning SCORE0627: This operation deletes 'services.gone', which is not there. Correct the path, or make the " +
            "operation only when it is there.",
            Build(folder).ToString());
        Assert.AreEqual("", Build(folder, "NoWarn=SCORE0627").ToString());
    }

    [TestMethod]
    public void MissingPatchIsOneError()
    {
        using TemporaryFolder folder = Prepare("""<ScorePatch Include="none.tpl" />""");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.AreEqual("SCORE0001", outcome.Findings.Single().Code);
        Assert.AreEqual(folder.PathOf("none.tpl"), outcome.Findings.Single().File);
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void UnknownPlatformIsReportedAtTheProject()
    {
        using TemporaryFolder folder = Prepare("""<ScorePatch Include="read-only.tpl" Platform="Kubernets" />""");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.AreEqual("app.proj(0,0): error SCORE0629: The ScorePatch item 'read-only.tpl' cannot be used. 'Kubernets' is not a value of its metadata " +
            "'Platform'. Use Compose or Kubernetes. Did you mean 'Kubernetes'?",
            outcome.ToString());
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void RandomValuesAreTheSameInEveryFolder()
    {
        string first = BuildRandom("ScoreSeed=one");
        StringAssert.Contains(first, "x-random: ");
        Assert.AreEqual(first, BuildRandom("ScoreSeed=one"));
        Assert.AreNotEqual(first, BuildRandom("ScoreSeed=two"));

        static string BuildRandom(string seed)
        {
            using TemporaryFolder folder = Prepare("""<ScorePatch Include="$(MSBuildProjectDirectory)/random.tpl" />""");
            folder.Write("random.tpl", "- {op: set, path: x-random, value: '{{ randAlphaNum 20 }}'}");
            Build(folder, seed, "ScoreProjectName=same", "ScoreComposeSecrets=Inline");
            return folder.Read("compose.yaml");
        }
    }

    private static TemporaryFolder Prepare(string items)
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        folder.Write("read-only.tpl", ReadOnly);
        folder.Write("app.proj", InProcessBuild.Project($"<ItemGroup>{items}</ItemGroup>"));
        return folder;
    }

    private static BuildOutcome Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        return outcome;
    }
}
