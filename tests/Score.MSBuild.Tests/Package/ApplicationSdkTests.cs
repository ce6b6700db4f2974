using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

/// <summary>The packed SDK for applications in a solution as a team has it.</summary>
[TestClass]
public sealed class ApplicationSdkTests
{
    [TestMethod]
    public void SdkHasTheTasksAndTargetsOfThePackage()
    {
        using ZipArchive package = ZipFile.OpenRead(PackageFeed.PackageFile);
        using ZipArchive sdk = ZipFile.OpenRead(PackageFeed.SdkFile);
        string[] own = ["Score.MSBuild.Sdk.nuspec", "Sdk/Sdk.props", "Sdk/Sdk.targets"];
        var expected = Entries(package)
            .Where(e => !e.StartsWith("buildT", StringComparison.Ordinal) && !e.StartsWith("buildM", StringComparison.Ordinal) && e != "Score.MSBuild.nuspec");
        CollectionAssert.AreEquivalent(expected.Concat(own).ToList(), Entries(sdk).ToList());
        using StreamReader nuspec = new(sdk.GetEntry("Score.MSBuild.Sdk.nuspec")!.Open());
        string text = nuspec.ReadToEnd();
        StringAssert.Contains(text, "<packageType name=\"MSBuildSdk\" />");
        Assert.DoesNotContain("<dependency ", text);
    }

    [TestMethod]
    [DataRow("Shop.slnx")]
    [DataRow("Shop.slnx", "-m")]
    [DataRow("Shop.slnx", "-graph", "-isolate")]
    [DataRow("Shop.sln", "-m")]
    [DataRow("Shop/Shop.csproj", "-graph", "-isolate")]
    [DataRow("Shop/Shop.csproj", "-m:1")]
    [DataRow("Shop/Shop.csproj", "-mt")]
    public void SolutionIsBuiltOnceAndThenNothing(string project, params string[] arguments)
    {
        using Consumer consumer = Solution();
        DotNetOutcome restored = consumer.Run("restore", project);
        Assert.AreEqual(0, restored.ExitCode, restored.Output);
        DotNetOutcome first = consumer.Build([project, "--no-restore", .. arguments]);
        Assert.IsEmpty(first.Findings, first.Output);
        string compose = consumer.Folder.Read("Shop/compose.yaml");
        StringAssert.Contains(compose, "\n  api-main:\n    image: api:latest\n");
        StringAssert.Contains(compose, "\n      API: api\n");
        Assert.IsFalse(consumer.Folder.Has("Api/compose.yaml") || consumer.Folder.Has("Web/compose.yaml"));

        DateTime written = consumer.Folder.TimeOf("Shop/compose.yaml");
        consumer.Build([project, "--no-restore", "-question", .. arguments]);
        Assert.AreEqual(written, consumer.Folder.TimeOf("Shop/compose.yaml"));
    }

    [TestMethod]
    public void RestoreKnowsCentralVersionsAndLockFilesAndNeedsNoSource()
    {
        using Consumer consumer = Solution();
        DotNetOutcome restored = consumer.Run("restore", "Shop.slnx", "-p:RestorePackagesWithLockFile=true");
        Assert.AreEqual(0, restored.ExitCode, restored.Output);
        Assert.DoesNotContain("Score.MSBuild", consumer.Folder.Read("Shop/packages.lock.json"));
        StringAssert.Contains(consumer.Folder.Read("Api/packages.lock.json"), "Score.MSBuild");
        foreach (string part in (string[])["Shop", "Api", "Web"]) Directory.Delete(consumer.Folder.PathOf($"{part}/obj"), recursive: true);

        // The packages are in the cache by now.
        DotNetOutcome locked = consumer.Run("restore", "Shop.slnx", "-p:RestorePackagesWithLockFile=true", "--locked-mode",
            "-p:RestoreSources=" + consumer.Folder.PathOf("Shop"));
        Assert.AreEqual(0, locked.ExitCode, locked.Output);
        consumer.Build("Shop.slnx", "--no-restore");
        Assert.IsTrue(consumer.Folder.Has("Shop/compose.yaml"));
    }

    [TestMethod]
    public void RebuildAndCleanReachTheProjects()
    {
        using Consumer consumer = Solution();
        consumer.Build("Shop", "-p:ScoreCleanOutputs=true");
        consumer.Build("Shop", "--no-restore", "-t:Rebuild", "-p:ScoreCleanOutputs=true");
        Assert.IsTrue(consumer.Folder.Has("Shop/compose.yaml"));
        Assert.AreEqual(0, consumer.Run("clean", "Shop", "-p:ScoreCleanOutputs=true").ExitCode);
        Assert.IsFalse(consumer.Folder.Has("Shop/compose.yaml"));
        Assert.IsFalse(consumer.Folder.Has("Api/bin/Debug/net10.0/Api.dll"));
        consumer.Build("Shop", "--no-restore", "-t:ScoreGenerate", "-c", "Release");
        Assert.IsTrue(consumer.Folder.Has("Shop/compose.yaml"));
        StringAssert.Contains(consumer.Build("Shop", "--no-restore", "-t:ScoreListResources").Output, "service-port.default#web.api");
    }

    [TestMethod]
    public void ReferencesToEachOtherAreReported()
    {
        using Consumer consumer = Solution();
        Assert.AreEqual(0, consumer.Run("restore", "Shop").ExitCode);
        const string Back = """<ItemGroup><ProjectReference Include="../Shop/Shop.csproj" ReferenceOutputAssembly="false" /></ItemGroup></Project>""";
        consumer.Folder.Write("Web/Web.csproj", consumer.Folder.Read("Web/Web.csproj").Replace("</Project>", Back, StringComparison.Ordinal));
        DotNetOutcome outcome = consumer.Run("build", "Shop", "--no-restore");
        Assert.AreEqual(1, outcome.ExitCode);
        Assert.IsTrue(outcome.Findings.Any(
            f => f.StartsWith(consumer.Folder.PathOf("Web/Web.csproj") + " : score error SCORE0660: ", StringComparison.Ordinal)),
            outcome.Output);
    }

    private static System.Collections.Generic.IEnumerable<string> Entries(ZipArchive package) =>
        package.Entries.Select(e => e.FullName).Where(e => !e.StartsWith("package/", StringComparison.Ordinal));

    // Central package management with the package for all, a project for two frameworks, and a folder that no tool likes.
    private static Consumer Solution()
    {
        Consumer consumer = new(score: null, name: "it's @ 50$ (a)");
        File.Delete(consumer.Folder.PathOf("app.csproj"));
        File.Delete(consumer.Folder.PathOf("Program.cs"));
        TemporaryFolder folder = consumer.Folder;
        folder.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="Score.MSBuild" Version="{PackageFeed.Version}" /></ItemGroup>
            </Project>
            """);
        folder.Write("Directory.Build.props", "<Project><PropertyGroup><ScoreApplication>true</ScoreApplication></PropertyGroup></Project>");
        const string Executable = "<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost><EnableSdkContainerSupport>true</EnableSdkContainerSupport>";
        Part("Api", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>" + Executable, "", "");
        Part("Web", "<TargetFramework>net10.0</TargetFramework>", "",
            "    variables: {API: '${resources.api.hostname}'}\nresources:\n  api: {type: service-port, params: {workload: api, port: http}}\n");
        folder.Write("Shop/Shop.csproj", $"""
            <Project Sdk="Score.MSBuild.Sdk/{PackageFeed.Version}">
              <ItemGroup><ProjectReference Include="../Api/Api.csproj;../Web/Web.csproj" /></ItemGroup>
            </Project>
            """);
        string[] projects = ["Api/Api.csproj", "Web/Web.csproj", "Shop/Shop.csproj"];
        folder.Write("Shop.slnx", $"<Solution>{string.Concat(projects.Select(p => $"""<Project Path="{p}" />"""))}</Solution>");
        folder.Write("Shop.sln", SolutionText(projects));
        return consumer;

        void Part(string name, string properties, string items, string score)
        {
            consumer.WriteProject($"{name}/{name}.csproj", properties, items, "Microsoft.NET.Sdk");
            folder.Write($"{name}/c.cs", "class C { static void Main() { } }");
            folder.Write($"{name}/score.yaml", $$"""
                apiVersion: score.dev/v1b1
                metadata:
                  name: {{name.ToLowerInvariant()}}
                service:
                  ports:
                    http: {port: 80, targetPort: 8080}
                containers:
                  main:
                    image: {{(name == "Api" ? "." : "nginx:1.27")}}
                {{score}}
                """);
        }
    }

    private static string SolutionText(string[] projects)
    {
        string[] ids = projects.Select((_, i) => $"{{00000000-0000-0000-0000-00000000000{i + 1}}}").ToArray();
        string listed = string.Concat(projects.Select((p, i) =>
            $"Project(\"{{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}}\") = \"{Path.GetFileNameWithoutExtension(p)}\", \"{p.Replace('/', '\\')}\", \"{ids[i]}\"\n" +
                "EndProject\n"));
        string built = string.Concat(ids.Select(id => $"\t\t{id}.Debug|Any CPU.ActiveCfg = Debug|Any CPU\n\t\t{id}.Debug|Any CPU.Build.0 = Debug|Any CPU\n"));
        return "\nMicrosoft Visual Studio Solution File, Format Version 12.00\n" + listed
            + "Global\n\tGlobalSection(SolutionConfigurationPlatforms) = preSolution\n\t\tDebug|Any CPU = Debug|Any CPU\n\tEndGlobalSection\n"
            + "\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\n" + built + "\tEndGlobalSection\nEndGlobal\n";
    }
}
