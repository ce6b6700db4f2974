using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

[TestClass]
public sealed class KubernetesSecurityTests
{
    private static readonly string[] Kubernetes = ["ScoreGenerateK8s=true", "ScoreGenerateCompose=false"];

    [TestMethod]
    [DataRow("ScoreK8sSecurityProfile=Restricted", "runAsNonRoot: true")]
    [DataRow("ScoreK8sNetworkPolicy=true", "kind: NetworkPolicy")]
    public void PropertyHoldsForAllWorkloadsAndChangesTheManifests(string property, string text)
    {
        using TemporaryFolder folder = Prepare();
        Assert.IsTrue(InProcessBuild.Run(folder, Kubernetes).Succeeded);
        Assert.DoesNotContain(text, folder.Read("manifests.yaml"));
        Assert.IsTrue(InProcessBuild.Run(folder, [.. Kubernetes, property]).Succeeded);
        StringAssert.Contains(folder.Read("manifests.yaml"), text);
    }

    [TestMethod]
    [DataRow("ScoreK8sSecurityProfile=Restrict", "Did you mean 'Restricted'?")]
    [DataRow("ScoreK8sNetworkPolicy=yes", "Use 'true' or 'false'.")]
    public void ValueThatAPropertyDoesNotHaveIsAnError(string property, string words)
    {
        using TemporaryFolder folder = Prepare();
        Finding finding = InProcessBuild.Run(folder, [.. Kubernetes, property]).Findings.Single();
        Assert.AreEqual("SCORE0603", finding.Code);
        StringAssert.Contains(finding.Message, property[..property.IndexOf('=', StringComparison.Ordinal)]);
        StringAssert.Contains(finding.Message, words);
    }

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        return folder;
    }
}
