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

        if (template == "web")
        {
            string code = folder.Read("My.Shop/Program.cs").Replace("var app", "builder.Services.AddHealthChecks();\nvar app", StringComparison.Ordinal);
            folder.Write("My.Shop/Program.cs", code.Replace("app.Run();", "app.MapHealthChecks(\"/healthz\");\napp.Run();", StringComparison.Ordinal));
        }

        DotNetOutcome init = Run(project, "build", "-t:ScoreInit");
        StringAssert.Contains(init.Output, "score.yaml was written for the workload 'my-shop'.");
        StringAssert.Contains(init.Output, "docker compose up");
        Run(project, "build");
        string compose = File.ReadAllText(Path.Combine(project, "compose.yaml"));
        StringAssert.Contains(compose, "image: my-shop:latest\n");
        string score = File.ReadAllText(Path.Combine(project, "score.yaml"));
        Assert.AreEqual(template == "web", score.Contains("        path: /healthz\n", StringComparison.Ordinal), score);
        Assert.AreEqual(listens, score.Contains("      targetPort: 8080 #", StringComparison.Ordinal), score);
        StringAssert.Contains(File.ReadAllText(Path.Combine(project, ".gitignore")), ".env\n");
    }

    [TestMethod]
    [Timeout(600_000)]
    public void TemplateMakesAScoreFileForTheProjectInTheFolder()
    {
        using TemporaryFolder folder = new("templates");
        folder.Write("nuget.config", PackageFeed.Config);
        Install(folder);
        Run(folder.Root, "new", "web", "--output", "My.ShopWeb");
        string project = folder.PathOf("My.ShopWeb");
        Run(project, "new", "score", "--debug:custom-hive", folder.PathOf("hive"));
        StringAssert.Contains(folder.Read("My.ShopWeb/My.ShopWeb.csproj"), $"Include=\"Score.MSBuild\" Version=\"{PackageFeed.Version}\"");
        StringAssert.Contains(folder.Read("My.ShopWeb/score.yaml"), "\n  name: my-shop-web\nservice:\n");
        Run(project, "build");
        StringAssert.Contains(folder.Read("My.ShopWeb/compose.yaml"), "\n  my-shop-web-main:\n    image: my-shopweb:latest\n");

        // Suggestions are valid without their comment characters.
        string[] lines = folder.Read("My.ShopWeb/score.yaml").Split('\n');
        folder.Write("My.ShopWeb/score.yaml", string.Join('\n', lines.Skip(1).Select(l => l.TrimStart().StartsWith('#') ? l.Remove(l.IndexOf('#'), 2) : l)));
        Run(project, "build", "--no-restore");
        StringAssert.Contains(folder.Read("My.ShopWeb/compose.yaml"), "ConnectionStrings__Db: Host=postgres-server;");

        Run(folder.Root, "new", "worker", "--output", "Jobs");
        Run(folder.PathOf("Jobs"), "new", "score", "--workload", "Night Jobs", "--leaveProject", "--debug:custom-hive", folder.PathOf("hive"));
        StringAssert.Contains(folder.Read("Jobs/score.yaml"), "\n  name: night-jobs\ncontainers:\n");
        Assert.DoesNotContain("Score.MSBuild", folder.Read("Jobs/Jobs.csproj"));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    [Timeout(600_000)]
    public void TemplateMakesAnApplicationOfTheProjectsWithAScoreFile(bool isInFolderOfSolution)
    {
        using TemporaryFolder folder = new("templates");
        folder.Write("nuget.config", PackageFeed.Config);
        Install(folder);
        Run(folder.Root, "new", "sln", "--name", "All");
        foreach (string name in (string[])["src/Api", "Web", "Tools"])
        {
            Run(folder.Root, "new", "web", "--output", name);
            if (name == "Tools") continue;
            Run(folder.PathOf(name), "add", "package", "Score.MSBuild", "--version", PackageFeed.Version);
            Run(folder.PathOf(name), "build", "-t:ScoreInit");
        }

        folder.Write("Directory.Build.props", "<Project><PropertyGroup><ScoreApplication>true</ScoreApplication></PropertyGroup></Project>");
        folder.Write("Web/bin/copy/Other.csproj", "<Project />");
        folder.Write("Web/bin/copy/score.yaml", "");
        string[] options = ["--kubernetes", "--debug:custom-hive", folder.PathOf("hive")];
        Run(folder.Root, ["new", "score-app", "--name", "Shop", .. isInFolderOfSolution ? (string[])["--output", "."] : [], .. options]);
        string shop = isInFolderOfSolution ? "" : "Shop/";
        StringAssert.Contains(folder.Read("All.slnx"), $"<Project Path=\"{shop}Shop.csproj\" />");
        Run(folder.Root, "build", shop + "Shop.csproj");
        string compose = folder.Read(shop + "compose.yaml");
        StringAssert.Contains(compose, "\n  api-web:\n");
        StringAssert.Contains(compose, "\n  web-web:\n");
        Assert.IsFalse(folder.Has("Tools/obj/Debug") || folder.Has("Web/compose.yaml"));
        Assert.IsTrue(folder.Has(shop + "manifests.yaml"));
        Run(folder.Root, "build", shop + "Shop.csproj", "--no-restore", "-question");
    }

    [TestMethod]
    [Timeout(300_000)]
    public void CompilerOfADesignTimeBuildSaysTheSameAtTheSamePlaceAndOthersSayItOnce()
    {
        using Consumer consumer = new(Samples.Minimal.Replace("image:", "imaeg:", StringComparison.Ordinal));
        DotNetOutcome build = consumer.Run("build");
        string place = consumer.Folder.PathOf("score.yaml") + "(6,5";
        const string Says = "error SCORE0101: 'imaeg' is not a key of containers.web. Did you mean 'image'?";
        Assert.AreEqual(1, build.Findings.Count(f => f.StartsWith(place, StringComparison.Ordinal) && f.EndsWith(Says, StringComparison.Ordinal)),
            build.Output);
        Assert.HasCount(1, build.Findings, build.Output);
        DotNetOutcome design = consumer.Run("build", "--no-restore", "-p:DesignTimeBuild=true");
        CollectionAssert.AreEqual((string[])[$"{place}): {Says}"], design.Findings.Select(WithoutLink).ToArray(), design.Output);
    }

    private static string WithoutLink(string finding) => finding.Split(" (https://")[0];

    private static void Install(TemporaryFolder folder) =>
        Run(folder.Root, "new", "install", PackageFeed.TemplatesFile, "--debug:custom-hive", folder.PathOf("hive"));

    private static DotNetOutcome Run(string folder, params string[] words)
    {
        DotNetOutcome outcome = DotNet.Run(folder, words);
        Assert.AreEqual(0, outcome.ExitCode, outcome.Output);

        // What the template itself refers to may not be in the feed to the last patch.
        Assert.IsEmpty(outcome.Findings.Where(f => !f.Contains("NU1603", StringComparison.Ordinal)), outcome.Output);
        return outcome;
    }
}
