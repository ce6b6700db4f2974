using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

/// <summary>From a project of the SDK's templates to a build that writes compose.yaml.</summary>
[TestClass]
public sealed class StartTests
{
    [TestMethod]
    [DataRow("web", true)]
    [DataRow("webapi", true)]
    [DataRow("worker", false)]
    [DataRow("blazor", true)]
    [Timeout(600_000)]
    public void TwoCommandsLeadFromATemplateToABuildWithoutWarnings(string template, bool listens)
    {
        using TemporaryFolder folder = new("start");
        folder.Write("nuget.config", PackageFeed.Config);
        Run(folder.Root, "new", template, "--output", "My.Shop");
        string project = folder.PathOf("My.Shop");
        Run(project, "add", "package", "Score.MSBuild", "--version", PackageFeed.Version);

        DotNetOutcome init = Run(project, "build", "-t:ScoreInit");
        StringAssert.Contains(init.Output, "score.yaml was written for the workload 'my-shop'.");
        StringAssert.Contains(init.Output, "docker compose up");
        Run(project, "build");
        string compose = File.ReadAllText(Path.Combine(project, "compose.yaml"));
        StringAssert.Contains(compose, "image: my-shop:latest\n");
        string score = File.ReadAllText(Path.Combine(project, "score.yaml"));
        Assert.AreEqual(listens, score.Contains("      targetPort: 8080 #", StringComparison.Ordinal), score);
        StringAssert.Contains(File.ReadAllText(Path.Combine(project, ".gitignore")), ".env\n");
    }

    private static DotNetOutcome Run(string folder, params string[] words)
    {
        DotNetOutcome outcome = DotNet.Run(folder, words);
        Assert.AreEqual(0, outcome.ExitCode, outcome.Output);

        // What the template itself refers to may not be in the feed to the last patch.
        Assert.IsEmpty(outcome.Findings.Where(f => !f.Contains("NU1603", StringComparison.Ordinal)), outcome.Output);
        return outcome;
    }
}
