using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

[TestClass]
public sealed class ParityTests
{
    private const string WithVolume = Samples.Minimal +
        "    volumes:\n      /data: {source: '${resources.data}'}\nresources:\n  data: {type: volume, metadata: {annotations: {}}}\n";
    private const string Kubernetes = "ScoreGenerateK8s=true";

    [TestMethod]
    public void DifferenceIsOneMessageAtItsPlace()
    {
        using TemporaryFolder folder = Prepare(WithVolume);
        Finding finding = Build(folder, Kubernetes).Findings.Single();
        Assert.AreEqual("message SCORE0570", $"{finding.Severity} {finding.Code}");
        Assert.AreEqual("(10,16)", $"({finding.Line},{finding.Column})");
        Assert.IsEmpty(Build(folder, Kubernetes).Findings, "Nothing is written anew.");
    }

    [TestMethod]
    [DataRow(Kubernetes, "ScoreParityReport=false")]
    [DataRow(Kubernetes, "NoWarn=SCORE0570")]
    [DataRow(Kubernetes, "ScoreGenerateCompose=false")]
    [DataRow("ScoreGenerateK8s=false", "")]
    public void NothingIsSaidWhenSwitchedOffOrForOnePlatform(string first, string second)
    {
        using TemporaryFolder folder = Prepare(WithVolume);
        Assert.IsEmpty(Build(folder, second.Length == 0 ? [first] : [first, second]).Findings);
    }

    [TestMethod]
    public void SwitchingTheReportOnGivesIt()
    {
        using TemporaryFolder folder = Prepare(WithVolume);
        Build(folder, Kubernetes, "ScoreParityReport=false");
        Assert.HasCount(1, Build(folder, Kubernetes, "ScoreParityReport=true").Findings);
    }

    [TestMethod]
    public void WarningsAsErrorsDoNotMakeErrorsOfIt()
    {
        using TemporaryFolder folder = Prepare(WithVolume);
        Assert.AreEqual("message", Build(folder, Kubernetes, "TreatWarningsAsErrors=true", "WarningsAsErrors=SCORE0570").Findings.Single().Severity);
    }

    [TestMethod]
    [DataRow("ScoreGenerateK8s=false")]
    [DataRow(Kubernetes)]
    public void HttpProbesOfAWebProjectPassAStrictBuildAndAreSaidOnce(string platforms)
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal +
            "    livenessProbe: {httpGet: {path: /alive, port: 8080}}\n    readinessProbe: {httpGet: {path: /health, port: 8080}}\n");
        BuildOutcome outcome = Build(folder, platforms, "TreatWarningsAsErrors=true");
        Assert.AreEqual("SCORE0402 message", string.Join(" ", outcome.Findings.Select(f => $"{f.Code} {f.Severity}")));
    }

    [TestMethod]
    [DataRow("ScoreGenerateK8s=false")]
    [DataRow(Kubernetes)]
    public void HttpProbeThatAContainerWaitsForIsAWarning(string platforms)
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal +
            "  cache: {image: x, readinessProbe: {httpGet: {path: /, port: 80}}, before: {web: {ready: healthy}}}\n");
        Assert.AreEqual("SCORE0404", Build(folder, platforms).Findings.Single(f => f.Severity == "warning").Code);
    }

    [TestMethod]
    public void ReportKnowsTheItemsAndPropertiesOfCompose()
    {
        using TemporaryFolder folder = Prepare(Samples.Minimal + "    readinessProbe: {httpGet: {path: /, port: 80}}\nservice: {ports: {http: {port: 80}}}\n");
        CollectionAssert.AreEquivalent(new[] { "SCORE0572", "SCORE0575" },
            Build(folder, Kubernetes, "ScoreComposeHttpProbe=Ignore").Findings.Select(f => f.Code).ToArray());
        folder.Write("app.proj", InProcessBuild.Project("<ItemGroup><ScorePublish Include=\"8080:billing:80\" /></ItemGroup>"));
        Assert.AreEqual("SCORE0576", Build(folder, Kubernetes, "ScoreComposeHttpProbe=Wget").Findings.Single().Code);
    }

    private static TemporaryFolder Prepare(string score)
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", score);
        return folder;
    }

    private static BuildOutcome Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        return outcome;
    }
}
