using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests.Overrides;

/// <summary>Findings about an overridden workload are where the mistake was made.</summary>
[TestClass]
public sealed class OverriddenWorkloadTests
{
    [TestMethod]
    [DataRow("containers:\n  web:\n    image: 80\n", "1.yaml(3,12) SCORE0103", DisplayName = "a wrong type")]
    [DataRow("containers:\n  web:\n    imaeg: x\n", "1.yaml(3,5) SCORE0101", DisplayName = "an unknown key")]
    [DataRow("containers:\n  web:\n    variables:\n      A: \"x${resources.db.host}\"\n", "1.yaml(3,5) SCORE0672\n1.yaml(4,12) SCORE0203",
        DisplayName = "a placeholder")]
    [DataRow("containers:\n  side:\n    args: []\n", "1.yaml(2,3) SCORE0102\n1.yaml(2,3) SCORE0672", DisplayName = "a missing key of a new container")]
    [DataRow("containers:\n  web:\n    image:\n", "score.yaml(5,3) SCORE0102", DisplayName = "a key that was taken away")]
    [DataRow("containers:\n  web:\n    files: [{target: /a, content: x}]\n", "1.yaml(3,5) SCORE0115", DisplayName = "an older form")]
    [DataRow("containers:\n  web:\n    files: {/a: {source: nowhere.txt}}\n", "1.yaml(3,26) SCORE0210", DisplayName = "a missing source file")]
    public void FindingIsInTheOverridesFile(string changes, string expected) => Assert.AreEqual(expected, Findings(Check.Container, changes));

    [TestMethod]
    [DataRow("containers.web.image=80", "app.csproj(0,0) SCORE0103")]
    [DataRow("containers.web.ports={}", "app.csproj(0,0) SCORE0101")]
    [DataRow("containers.web.variables.A=${resources.db.host}", "app.csproj(0,0) SCORE0203\napp.csproj(0,0) SCORE0672")]
    [DataRow("containers.web.image=", "score.yaml(5,3) SCORE0102")]
    public void FindingIsInTheProject(string property, string expected) => Assert.AreEqual(expected, Findings(Check.Container, "", property));

    [TestMethod]
    public void FindingsOfOneKindInTheProjectAreAllReported() =>
        Assert.AreEqual("app.csproj(0,0) SCORE0101\napp.csproj(0,0) SCORE0101", Findings(Check.Container, "", "containers.web.one=1", "containers.web.two=2"));

    [TestMethod]
    public void FindingsAtOnePlaceOfTwoFilesAreBothReported() =>
        Assert.AreEqual("score.yaml(6,5) SCORE0101\n1.yaml(6,5) SCORE0101",
            Findings(Check.Head + "containers:\n  web:\n    imgae: x\n    image: x\n", "\n\n\ncontainers:\n  web:\n    imaeg: x\n"));

    [TestMethod]
    public void MistakeThatAnOverrideMendsIsNoFinding()
    {
        Assert.AreEqual("", Findings(Check.Head + "containers:\n  web:\n    image: 80\n", "containers: {web: {image: nginx}}"));
        Assert.AreEqual("", Findings(Check.Head + "containers:\n  web:\n    image: 80\n", "", "containers.web.image=nginx"));
    }

    [TestMethod]
    public void OlderFormsAreOverriddenAsWritten() =>
        Assert.AreEqual("score.yaml(7,5) SCORE0115",
            Findings(Check.Container + "    files:\n      - {target: /a, content: x}\n", "", "containers.web.files.0.target=/b"));

    [TestMethod]
    public void MessageNamesTheFileOfAnotherPlace()
    {
        const string Files = "    files:\n      /a: {content: x}\n";
        Assert.AreEqual("The container 'web' already has a file at '/a' (line 8 of score.yaml). Each needs a path of its own.",
            Messages(Check.Container + Files, "containers: {web: {files: {/a/: {content: x}}}}"));
        Assert.AreEqual("'/a/b' lies inside '/a' (line 8 of score.yaml), which is a file. Move one of them.",
            Messages(Check.Container + Files, "", "containers.web.files./a/b={content: x}"));
        Assert.AreEqual("'/b/c' lies inside '/b' (set in app.csproj), which is a file. Move one of them.",
            Messages(Check.Container + "    files:\n      /b/c: {content: x}\n", "", "containers.web.files./b={content: x}"));
    }

    [TestMethod]
    public void ScoreFileIsReportedEvenIfAnOverridesFileIsBroken() =>
        Assert.AreEqual("1.yaml(1,4) SCORE0006\nscore.yaml(6,5) SCORE0104", Findings(Check.Head + "containers:\n  web:\n    image:\n", "a: [\n"));

    private static string Findings(string yaml, string changes, params string[] properties) =>
        string.Join("\n", Load(yaml, changes, properties).Select(d => $"{Path.GetFileName(d.Span.File)}({d.Span.Line},{d.Span.Column}) {d.Descriptor.Code}"));

    private static string Messages(string yaml, string changes, params string[] properties) =>
        string.Join("\n", Load(yaml, changes, properties).Select(d => d.Message));

    private static IReadOnlyList<Diagnostic> Load(string yaml, string changes, string[] properties)
    {
        DiagnosticBag bag = new();
        const string Score = "/score-nowhere/score.yaml";
        WorkloadOverrides overrides = new([new SourceText("/score-nowhere/1.yaml", changes)], Overriding.Properties(properties));
        WorkloadLoader.Load(new SourceText(Score, yaml), Score, bag, overrides);
        return bag.ToSortedList();
    }
}
