using System;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

[TestClass]
public sealed class StateTests
{
    private const string File = ".score-compose/state.yaml";
    private const string State = "resources:\n  cache.default#shop.cache:\n    state: {password: kept-one}\nshared_state: {}\ncompose_project: kept-name\n";

    [TestMethod]
    public void ValuesOfAnExistingStateFileAreUsedAndTheFileIsLeftAlone()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(File, State);
        DateTime time = folder.TimeOf(File);
        for (int i = 0; i < 2; i++)
        {
            Build(folder, "ScoreComposeSecrets=Inline");
            StringAssert.Contains(folder.Read("compose.yaml"), "A: kept-one\n");
            StringAssert.Contains(folder.Read("compose.yaml"), "\nname: kept-name\n");
            folder.Touch("score.yaml");
        }

        Assert.AreEqual(State, folder.Read(File));
        Assert.AreEqual(time, folder.TimeOf(File));
    }

    [TestMethod]
    public void PatchTemplatesOfTheStateFileAreAppliedBeforeThoseOfTheProject()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(File, State + "patching_templates:\n  - |\n    - {op: set, path: x-order, value: tool}\n    - {op: set, path: x-tool, value: kept}\n");
        folder.Write("p.tpl", "- {op: set, path: x-order, value: '{{ index .Compose \"x-order\" }} and project'}\n");
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScorePatch Include="p.tpl" /></ItemGroup>"""));
        Build(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "x-order: tool and project\n");
        StringAssert.Contains(folder.Read("compose.yaml"), "x-tool: kept\n");
    }

    [TestMethod]
    public void StateFileThatComesChangesAndGoesIsNoticed()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, "ScoreComposeSecrets=Inline");
        StringAssert.Contains(folder.Read("compose.yaml"), "A: drawn\n");

        // As old as can be, as after a checkout that keeps times.
        folder.Write(File, State);
        System.IO.File.SetLastWriteTimeUtc(folder.PathOf(File), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Build(folder, "ScoreComposeSecrets=Inline");
        StringAssert.Contains(folder.Read("compose.yaml"), "A: kept-one\n");
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreComposeSecrets=Inline"], question: true).Succeeded);

        folder.Write(File, State.Replace("kept-one", "kept-two", StringComparison.Ordinal));
        folder.Touch(File);
        Build(folder, "ScoreComposeSecrets=Inline");
        StringAssert.Contains(folder.Read("compose.yaml"), "A: kept-two\n");

        System.IO.File.Delete(folder.PathOf(File));
        Build(folder, "ScoreComposeSecrets=Inline");
        StringAssert.Contains(folder.Read("compose.yaml"), "A: drawn\n");
    }

    [TestMethod]
    public void PropertyWinsOverTheNameInTheStateFile()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(File, State);
        Build(folder, "ScoreProjectName=mine");
        StringAssert.Contains(folder.Read("compose.yaml"), "\nname: mine\n");
    }

    [TestMethod]
    public void RenderedTextsAreKeptAsLongAsTheyAreAskedFor()
    {
        using TemporaryFolder folder = Prepare();
        string kept = "obj/score/rendered/cache.default#shop.cache/outputs.yaml";
        Build(folder);
        Assert.IsFalse(Directory.Exists(folder.PathOf("obj/score/rendered")));
        Build(folder, "ScoreKeepRenderedTemplates=true");
        Assert.AreEqual("{host: drawn}", folder.Read(kept));
        Build(folder);
        Assert.IsFalse(folder.Has(kept));
        Build(folder, "ScoreKeepRenderedTemplates=true");
        Assert.IsTrue(InProcessBuild.Run(folder, target: "Clean").Succeeded);
        Assert.IsFalse(folder.Has(kept));
    }

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml",
            "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers:\n  web: {image: x, variables: {A: '${resources.cache.host}'}}\nresources:\n" +
            "  cache: {type: cache}\n");
        folder.Write(".score/10-cache.provisioners.yaml",
            "- uri: template://test/cache\n  type: cache\n  state: '{password: {{ dig \"password\" \"drawn\" .State }}}'\n" +
            "  outputs: '{host: {{ .State.password }}}'\n");
        return folder;
    }

    private static void Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
    }
}
