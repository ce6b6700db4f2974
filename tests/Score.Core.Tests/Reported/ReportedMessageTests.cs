using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Reported;

/// <summary>Messages that misled the authors of score files: each mistake is said once, where it is, with what to do.</summary>
[TestClass]
public sealed class ReportedMessageTests
{
    [TestMethod]
    [DataRow("custom-resource", "score.yaml SCORE0100 (2,1)-(2,5)", "for a Kubernetes operator", "remove both, and move 'containers' to the top level")]
    [DataRow("custom-resource-other-kind", "score.yaml SCORE0100 (2,1)-(2,5)", "a Kubernetes object of kind 'ResourceClaim', not a score file",
        "Name a score file in the ScoreFile item")]
    [DataRow("not-a-score-file", "score.yaml SCORE0100 (1,1)-(1,8)", "an OpenAPI description, not a score file", "Name a score file in the ScoreFile item")]
    [DataRow("externals-placeholder", "score.yaml SCORE0202 (4,44)-(4,65)", "Did you mean '${resources.dns.host}'?")]
    [DataRow("placeholder-in-image", "score.yaml SCORE0217 (4,43)-(4,55)", "'${value.tag}'", "'image: .'",
        "<ScoreOverride Include=\"containers.web.image\" Value=\"registry.example.com/shop:$(Version)\" />")]
    [DataRow("follow-on-error", "10-a.provisioners.yaml SCORE0331 (1,8)-(1,29)", "'no-such-program'")]
    [DataRow("service-elsewhere", "score.yaml SCORE0316 (6,3)-(6,10)", "the build has no workload 'backend'.", "a provisioner of type 'service'")]
    public void OneMistakeIsOneFindingOnBothPlatforms(string name, string finding, params string[] words)
    {
        foreach (ReportedBuild build in Both(name))
        {
            CollectionAssert.AreEqual((string[])[finding], build.Codes.ToArray(), build.Findings);
            foreach (string word in words) StringAssert.Contains(build.Message, word, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public void WorkloadItselfIsNotProposedAsItsService()
    {
        foreach (ReportedBuild build in Both("service-elsewhere"))
            Assert.IsFalse(build.Message.Contains(": frontend", StringComparison.Ordinal), build.Message);
    }

    [TestMethod]
    public void TypeWithADotGetsTheNextNameThatIsOne()
    {
        foreach (ReportedBuild build in Both("dotted-type"))
        {
            CollectionAssert.AreEqual((string[])["score.yaml SCORE0107 (6,14)-(6,35)", "score.yaml SCORE0101 (6,37)-(6,47)"], build.Codes.ToArray(),
                build.Findings);
            StringAssert.Contains(build.Findings, "Try 'azure-storage-account'.", StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public void OutputsThatNobodyReadsAreNotInvented()
    {
        foreach (ReportedBuild build in Both("unknown-type-nobody-reads"))
        {
            CollectionAssert.AreEqual((string[])["score.yaml SCORE0301 (6,15)-(6,40)"], build.Codes.ToArray(), build.Findings);
            StringAssert.Contains(build.Message, "so nothing is made for 'hpa'. Add a provisioner for it, or remove the resource.", StringComparison.Ordinal);
            Assert.IsFalse(build.Findings.Contains("OUTPUT", StringComparison.Ordinal), build.Findings);
            Assert.IsFalse(build.Output.Contains("hpa", StringComparison.OrdinalIgnoreCase), build.Output);
        }

        Assert.IsEmpty(ReportedBuild.ForCompose("unknown-type-nobody-reads").Compose!.Variables);
    }

    private static ReportedBuild[] Both(string name) => [ReportedBuild.ForCompose(name), ReportedBuild.ForKubernetes(name)];
}
