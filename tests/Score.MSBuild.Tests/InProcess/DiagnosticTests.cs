using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

[TestClass]
public sealed class DiagnosticTests
{
    private const string UnknownType = """
        apiVersion: score.dev/v1b1
        metadata: {name: billing}
        containers:
          web:
            image: nginx
            variables: {HOST: "${resources.db.host}"}
        resources:
          db: {type: oracle}
        """;

    [TestMethod]
    public void AllMistakesOfAFileAreReportedOnceInTheOrderOfLines()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", """
            apiVersion: score.dev/v1b1
            metadata:
              name: Billing_App
            containers:
              web:
                image: ''
                env: {A: b}
                variables:
                  URL: http://${resources.dbx.host}/
            resources:
              db: {type: oracle}
            """);
        BuildOutcome outcome = InProcessBuild.Run(folder);

        Assert.IsFalse(outcome.Succeeded);
        string[] expected =
        [
            "score.yaml(3,9): error SCORE0108: 'Billing_App' is not a valid workload name: use 2 to 63 lower-case letters, digits and dashes, with a letter " +
                "or digit at both ends. Try 'billing-app'.",
            "score.yaml(6,12): error SCORE0113: 'image' of containers.web must not be empty. Write the image's name and tag, or '.' for the image that the " +
                "build makes.",
            "score.yaml(7,5): error SCORE0101: 'env' is not a key of containers.web. Use 'variables', a mapping from names to values.",
            "score.yaml(9,19): error SCORE0203: The workload has no resource 'dbx'. Add it under 'resources', or correct the name. Did you mean 'db'?",
        ];
        CollectionAssert.AreEqual(expected, outcome.Findings.Select(f => f.ToString()).ToArray());
    }

    [TestMethod]
    public void FindingHasFullPathEndColumnAndALinkToItsSection()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal.Replace("image:", "imaeg:", StringComparison.Ordinal));
        Finding finding = InProcessBuild.Run(folder).Findings.Single(f => f.Code == "SCORE0101");

        Assert.AreEqual(folder.PathOf("score.yaml"), finding.File);
        Assert.AreEqual((6, 5, 10), (finding.Line, finding.Column, finding.EndColumn));
        Assert.IsNotNull(finding.HelpLink);
        Uri link = new(finding.HelpLink);
        Assert.IsTrue(File.Exists(link.LocalPath), finding.HelpLink);
        Assert.AreEqual("#score0101", link.Fragment);
    }

    [TestMethod]
    [DataRow("NoWarn=SCORE0301", true, "")]
    [DataRow("NoWarn=CS1591;score0301", true, "")]
    [DataRow("WarningsAsErrors=SCORE0301", false, "error")]
    [DataRow("TreatWarningsAsErrors=true", false, "error")]
    [DataRow("TreatWarningsAsErrors=false", true, "warning")]
    public void WarningsFollowTheProjectsSettings(string property, bool succeeds, string severity)
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", UnknownType);
        BuildOutcome outcome = InProcessBuild.Run(folder, [property]);

        Assert.AreEqual(succeeds, outcome.Succeeded, outcome.ToString());
        Assert.AreEqual(severity, string.Join(",", outcome.Findings.Select(f => f.Severity)));
        Assert.AreEqual(succeeds, folder.Has("compose.yaml"), "a build that fails writes nothing");
    }

    [TestMethod]
    public void WarningsNotAsErrorsStayWarnings()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", UnknownType);
        BuildOutcome outcome = InProcessBuild.Run(folder, ["TreatWarningsAsErrors=true", "WarningsNotAsErrors=SCORE0301"]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("warning", outcome.Findings.Single().Severity);
    }

    [TestMethod]
    public void UnknownTypesAreErrorsWhenAskedFor()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", UnknownType.Replace("oracle", "enviroment", StringComparison.Ordinal));
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreUnknownResources=Error"]);
        Assert.AreEqual("score.yaml(8,14): error SCORE0302: No provisioner knows the resource type 'enviroment'. Known types: amqp, dns, elasticsearch, " +
            "environment, kafka-topic, mongodb, mssql, mysql, postgres, postgres-instance, redis, route, s3, secret, service, service-port, volume. Did " +
            "you mean 'environment'?", outcome.ToString());
    }

    [TestMethod]
    public void FindingsAreReportedOnceThoughTwoTasksReadTheFile()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal + "---\nsecond: document\n");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.AreEqual("score.yaml(7,1): warning SCORE0016", outcome.ToString()[..34]);
        Assert.HasCount(1, outcome.Findings);
    }

    [TestMethod]
    public void DeprecatedFormIsAMessageAndNotAWarning()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal + "    files: [{target: /a.txt, content: x}]\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, ["TreatWarningsAsErrors=true"]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("message SCORE0115", $"{outcome.Findings.Single().Severity} {outcome.Findings.Single().Code}");
    }

    [TestMethod]
    public void TwoWorkloadsOfOneNameAreAnError()
    {
        using TemporaryFolder folder = new();
        folder.Write("one.yaml", Samples.Minimal);
        folder.Write("two.yaml", Samples.Minimal);
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScoreFile Include="one.yaml;two.yaml" /></ItemGroup>"""));
        Assert.AreEqual(
            "two.yaml(3,9): error SCORE0208: The workload 'billing' is already defined in 'one.yaml'. Give each workload of a project its own name.",
            InProcessBuild.Run(folder).ToString());
    }

    [TestMethod]
    public void ScoreFileNamedTwiceCountsOnce()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScoreFile Include="score.yaml;./score.yaml" /></ItemGroup>"""));
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        StringAssert.StartsWith(folder.Read("compose.yaml"), "# Generated by Score.MSBuild from score.yaml.");
    }

    [TestMethod]
    public void ImageOfTheBuildNeedsItsProperty()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal.Replace("nginx:1.27", ".", StringComparison.Ordinal));
        Assert.AreEqual("SCORE0401", InProcessBuild.Run(folder).Findings.Single().Code);
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreImage=registry.example.com/a:1"]).Succeeded);
        StringAssert.Contains(folder.Read("compose.yaml"), "image: registry.example.com/a:1");
    }

    [TestMethod]
    public void ScoreYmlIsFoundWhenThereIsNoScoreYaml()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yml", Samples.Minimal);
        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);
        StringAssert.StartsWith(folder.Read("compose.yaml"), "# Generated by Score.MSBuild from score.yml.");
    }

    [TestMethod]
    [DataRow("EnableScore=false")]
    [DataRow("DesignTimeBuild=true")]
    public void NothingIsCheckedWhenTurnedOff(string property)
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", "not: a score file");
        BuildOutcome outcome = InProcessBuild.Run(folder, [property]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.IsEmpty(outcome.Findings);
        Assert.IsFalse(folder.Has("compose.yaml"));

        // Editors get their schema.
        string[] written = Directory.Exists(folder.PathOf("obj")) ? Directory.GetFiles(folder.PathOf("obj/score")) : [];
        CollectionAssert.AreEqual(property == "EnableScore=false" ? [] : (string[])["score.schema.json"], written.Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    public void ProjectWithoutScoreFileIsLeftAlone()
    {
        using TemporaryFolder folder = new();
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.IsEmpty(outcome.Tasks);
    }

    [TestMethod]
    public void WithoutComposeTheFileIsStillChecked()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreGenerateCompose=false"]).Succeeded);
        Assert.IsFalse(folder.Has("compose.yaml"));
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreGenerateCompose=false"], question: true).Succeeded);

        folder.Write("score.yaml", "a: b");
        folder.Touch("score.yaml");
        Assert.IsFalse(InProcessBuild.Run(folder, ["ScoreGenerateCompose=false"]).Succeeded);
    }

    [TestMethod]
    [DataRow("ScoreValidate", false)]
    [DataRow("ScoreGenerateCompose", true)]
    [DataRow("ScoreGenerate", true)]
    public void TargetsRunOnTheirOwn(string target, bool writes)
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        BuildOutcome outcome = InProcessBuild.Run(folder, target: target);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual(writes, folder.Has("compose.yaml"));
    }
}
