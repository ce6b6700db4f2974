using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>What MSBuild would pass over in silence is said.</summary>
[TestClass]
public sealed class SilenceTests
{
    [TestMethod]
    [DataRow("<PropertyGroup><ScoreImages>x</ScoreImages></PropertyGroup>", "'ScoreImages' is no property that anything reads. Did you mean 'ScoreImage'?")]
    [DataRow("<PropertyGroup><ScoreComposFlie>x</ScoreComposFlie></PropertyGroup>", "")]
    [DataRow("<PropertyGroup><ScoreComposFile>x</ScoreComposFile></PropertyGroup>",
        "'ScoreComposFile' is no property that anything reads. Did you mean 'ScoreComposeFile'?")]
    [DataRow("<PropertyGroup><scoreimage>x</scoreimage><MyScore>1</MyScore><ScoreTeam>a</ScoreTeam></PropertyGroup>", "")]
    [DataRow("<PropertyGroup><ScoreFile>x</ScoreFile></PropertyGroup>",
        "'ScoreFile' is no property that anything reads. ScoreFile is an item, and belongs into an ItemGroup.")]
    [DataRow("""<ItemGroup><ScoreProvisioner Include="a.yaml" /></ItemGroup>""",
        "'ScoreProvisioner' is no item that anything reads. Did you mean 'ScoreProvisioners'?")]
    [DataRow("""<ItemGroup><ScoreFile Update="score.yaml" OverrideFile="a" /></ItemGroup>""",
        "'OverrideFile' is no metadata that anything reads. Did you mean 'OverridesFile'?")]
    [DataRow("""<ItemGroup><ScoreFile Update="score.yaml"><OverrideFile>a</OverrideFile></ScoreFile></ItemGroup>""",
        "'OverrideFile' is no metadata that anything reads. Did you mean 'OverridesFile'?")]
    [DataRow("""<ItemGroup><ScoreFile Update="score.yaml" Owner="me" /></ItemGroup>""", "")]
    public void NameThatIsNearlyOursIsAWarning(string content, string expected)
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        folder.Write("app.proj", InProcessBuild.Project(content));
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual(expected, string.Join("\n", outcome.Findings.Select(f => f.Message)));
        if (expected.Length == 0) return;
        Finding finding = outcome.Findings.Single();
        Assert.AreEqual("SCORE0675", finding.Code);
        Assert.AreEqual(folder.PathOf("app.proj"), finding.File);
        StringAssert.StartsWith(folder.Read("app.proj").Split('\n')[finding.Line - 1][(finding.Column - 1)..], expected.Split('\'')[1]);
    }

    [TestMethod]
    public void NameThatComesLaterIsNoticedAndNothingIsWrittenAnew()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        InProcessBuild.Run(folder);
        folder.Write("app.proj", InProcessBuild.Project("<PropertyGroup><ScoreImages>x</ScoreImages></PropertyGroup>"));
        folder.Touch("app.proj");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.AreEqual("SCORE0675", outcome.Findings.Single().Code);
        CollectionAssert.DoesNotContain(outcome.Tasks.ToList(), "GenerateComposeFile");
    }

    [TestMethod]
    [DataRow("""<ScoreFile Include="deploy/*.score.yaml" />""", "deploy/*.score.yaml")]
    [DataRow("""<ScoreFile Include="score.yaml;deploy/**/*.yaml" />""", "deploy/**/*.yaml")]
    [DataRow("""<ScorePatch Include="*.tpl" />""", "*.tpl")]
    [DataRow("""<ScoreFile Include="**/score.yaml" />""", "")]
    [DataRow("""<ScoreFile Include="s*.y?ml" />""", "")]
    [DataRow("""<ScorePatch Include="*.tpl" Condition="false" />""", "")]
    [DataRow("""<ScorePatch Include="$(Nothing)*.tpl" />""", "")]
    public void WildcardThatMatchesNothingIsAWarning(string item, string wildcard)
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        folder.Write("app.proj", InProcessBuild.Project($"<ItemGroup>{item}</ItemGroup>"));
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual(wildcard.Length == 0 ? 0 : 1, outcome.Findings.Count, outcome.ToString());
        if (wildcard.Length > 0)
            StringAssert.StartsWith(outcome.Findings[0].Message, $"The wildcard '{wildcard}' of {item[1..].Split(' ')[0]} matches no file");
    }

    [TestMethod]
    [DataRow("deploy/score.yaml", "deploy/score.yaml")]
    [DataRow("deploy/here/score.yml", "deploy/here/score.yml")]
    [DataRow("one/two/three/score.yaml", "")]
    public void ScoreFileInAnotherFolderIsNamed(string file, string expected)
    {
        using TemporaryFolder folder = new();
        folder.Write(file, Samples.Minimal);
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual(
            expected.Length == 0
                ? ""
                : $"app.proj(0,0): message SCORE0677: The project has no score file, and '{expected}' is in another folder. If it belongs to the project, " +
                    $"name it: <ScoreFile Include=\"{expected}\" />.",
            outcome.ToString());
    }

    [TestMethod]
    public void ScoreFileOfAnotherProjectIsNotMeant()
    {
        using TemporaryFolder folder = new();
        folder.Write("other/score.yaml", Samples.Minimal);
        folder.Write("other/other.csproj", "<Project />");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsEmpty(outcome.Findings);
    }

    [TestMethod]
    public void WildcardOfAProjectWithoutAnyScoreFileIsAWarning()
    {
        using TemporaryFolder folder = new();
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScoreFile Include="deploy/*.score.yaml" /></ItemGroup>"""));
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("SCORE0676", outcome.Findings.Single().Code);
    }
}
