using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

[TestClass]
public sealed class PackageTests
{
    [AssemblyCleanup]
    public static void DeleteFeed() => PackageFeed.Delete();

    [TestMethod]
    public void PackageHoldsTheseEntriesAndNoOthers()
    {
        using ZipArchive package = ZipFile.OpenRead(PackageFeed.PackageFile);
        List<string> entries = package.Entries.Select(e => e.FullName).Where(e => !e.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();

        string[] assemblies = [
            "NJsonSchema.Annotations.dll", "NJsonSchema.dll", "Namotion.Reflection.dll", "Newtonsoft.Json.dll", "Score.Core.dll", "Score.MSBuild.dll",
            "YamlDotNet.dll"
        ];
        string[] onlyForFramework =
        [
            "Microsoft.Bcl.AsyncInterfaces.dll", "System.Buffers.dll", "System.IO.Pipelines.dll", "System.Memory.dll", "System.Numerics.Vectors.dll",
            "System.Runtime.CompilerServices.Unsafe.dll",
            "System.Text.Encodings.Web.dll", "System.Text.Json.dll", "System.Threading.Tasks.Extensions.dll", "System.ValueTuple.dll",
        ];
        string[] taskFolders = ["net10.0/linux-arm64", "net10.0/linux-x64", "net10.0/osx-arm64", "net10.0/osx-x64", "net10.0/win-x64", "net472", "net8.0"];
        List<string> expected =
        [
            "CHANGELOG.md", "LICENSE", "README.md", "THIRD-PARTY-NOTICES.txt", "icon.png", "Score.MSBuild.nuspec", "[Content_Types].xml", "_rels/.rels",
            "build/Score.MSBuild.Application.targets", "build/Score.MSBuild.ApplicationPublish.targets", "build/Score.MSBuild.References.targets",
            "build/Score.MSBuild.props", "build/Score.MSBuild.targets", "build/score-run.sh",
            "buildMultiTargeting/Score.MSBuild.props", "buildMultiTargeting/Score.MSBuild.targets",
            "buildTransitive/Score.MSBuild.props", "buildTransitive/Score.MSBuild.targets",
            "docs/applications.md", "docs/architecture.md", "docs/diagnostics.md", "docs/differences.md", "docs/editor.md", "docs/images.md",
            "docs/kubernetes.md",
            "docs/properties.md", "docs/provisioners.md", "docs/running.md", "docs/setup.md",
            "schema/score-v1b1.json",
            "analyzer/NJsonSchema.dll", "analyzer/Score.MSBuild.Analyzer.dll",
            "tasks/net472/Score.Core.pdb", "tasks/net472/Score.MSBuild.pdb", "tasks/net8.0/Score.Core.pdb", "tasks/net8.0/Score.MSBuild.pdb",
            .. taskFolders.SelectMany(f => assemblies.Select(a => $"tasks/{f}/{a}")),
            .. onlyForFramework.Select(a => $"tasks/net472/{a}"),
            .. BuiltInProvisioners(),
        ];
        CollectionAssert.AreEqual(expected.Order(StringComparer.Ordinal).ToList(), entries);
    }

    // MSBuild opens, reads and evaluates each imported file on its own, in each build.
    [TestMethod]
    public void TargetsArePackedAsOneFile()
    {
        using ZipArchive package = ZipFile.OpenRead(PackageFeed.PackageFile);
        using Stream stream = package.GetEntry("build/Score.MSBuild.targets")!.Open();
        XElement packed = XElement.Load(stream);
        Assert.IsTrue(packed.Elements("Import").All(e =>
            e.Attribute("Condition") is not null && package.GetEntry($"build/{e.Attribute("Project")!.Value}") is not null));

        string folder = Path.Combine(Repository.Root, "build");
        IEnumerable<XElement> sources = XElement.Load(Path.Combine(folder, "Score.MSBuild.targets")).Elements()
            .SelectMany(e => e.Name == "Import" && e.Attribute("Condition") is null
                ? XElement.Load(Path.Combine(folder, e.Attribute("Project")!.Value)).Elements()
                : [e]);
        CollectionAssert.AreEqual(sources.Select(e => e.ToString()).ToList(), packed.Elements().Select(e => e.ToString()).ToList());
    }

    // Every built-in provisioner, at its place in the sources.
    private static IEnumerable<string> BuiltInProvisioners()
    {
        List<string> files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Score.Core"), "*.provisioners.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
            .ToList();
        Assert.IsGreaterThan(20, files.Count);
        return files;
    }

    [TestMethod]
    public void PackageHasNoDependencies()
    {
        using ZipArchive package = ZipFile.OpenRead(PackageFeed.PackageFile);
        using StreamReader reader = new(package.GetEntry("Score.MSBuild.nuspec")!.Open());
        string nuspec = reader.ReadToEnd();
        Assert.IsFalse(nuspec.Contains("<dependency ", StringComparison.Ordinal), nuspec);
        StringAssert.Contains(nuspec, "<developmentDependency>true</developmentDependency>");
    }

    [TestMethod]
    public void BuildWritesComposeFileOnceAndThenNothing()
    {
        using Consumer consumer = new();
        DotNetOutcome first = consumer.Build();
        Assert.IsEmpty(first.Findings, first.Output);
        StringAssert.StartsWith(consumer.Folder.Read("compose.yaml"), "# Generated by Score.MSBuild from score.yaml.");

        DateTime written = consumer.Folder.TimeOf("compose.yaml");
        consumer.Build();
        Assert.AreEqual(written, consumer.Folder.TimeOf("compose.yaml"));
        consumer.Build("--no-restore", "-question");
    }

    [TestMethod]
    public void MistakesAreBuildErrorsWithTheirPlaceAndALink()
    {
        using Consumer consumer = new(Samples.Minimal.Replace("image:", "imaeg:", StringComparison.Ordinal));
        DotNetOutcome outcome = consumer.Run("build", "-flp:verbosity=diagnostic;logfile=build.log");
        Assert.AreEqual(1, outcome.ExitCode);
        string file = consumer.Folder.PathOf("score.yaml");
        CollectionAssert.Contains(outcome.Findings.ToList(),
            $"{file}(6,5,6,10): score error SCORE0101: 'imaeg' is not a key of containers.web. Did you mean 'image'?");
        Assert.IsFalse(consumer.Folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void FolderNameWithQuoteAndSpaceWorks()
    {
        using Consumer consumer = new(Samples.WithFiles, "it's @ 50$ (a)");
        consumer.Folder.Write("assets/source.conf", "x");
        consumer.Build();
        StringAssert.Contains(consumer.Folder.Read("compose.yaml"), "name: its50a\n");
        consumer.Build("--no-restore", "-question");
    }

    [TestMethod]
    [DataRow]
    [DataRow("-f", "net10.0")]
    [DataRow("-graph", "-p:IsGraphBuild=true", "-isolate")]
    [DataRow("-mt")]
    public void SeveralTargetFrameworksGenerateOnce(params string[] arguments)
    {
        using Consumer consumer = new();
        consumer.WriteProject("app.csproj", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks><LangVersion>latest</LangVersion>", Consumer.Reference,
            "Microsoft.NET.Sdk");
        consumer.Folder.Write("Program.cs", "class C { }");
        consumer.Run("restore");
        DotNetOutcome outcome = consumer.Build(["--no-restore", "-v:n", "-clp:ShowTimestamp", "-flp:v=detailed;logfile=detailed.log", .. arguments]);

        Assert.IsTrue(consumer.Folder.Has("compose.yaml"));
        string log = consumer.Folder.Read("detailed.log");
        Assert.AreEqual(1, log.Split("Task \"GenerateComposeFile\"").Length - 1, outcome.Output);
        consumer.Build(["--no-restore", "-question", .. arguments]);
    }

    [TestMethod]
    [DataRow("<TargetFramework>net10.0</TargetFramework>")]
    [DataRow("<TargetFrameworks>net10.0;net8.0</TargetFrameworks>")]
    public void ListsNeedNoBuildAndAreJsonForTools(string frameworks)
    {
        using Consumer consumer = new();
        consumer.WriteProject("app.csproj", frameworks, Consumer.Reference, "Microsoft.NET.Sdk");
        consumer.Folder.Write("score.yaml", Samples.WithEnvironmentFile);
        DotNetOutcome table = consumer.Build("-t:ScoreListProvisioners");
        Assert.AreEqual(1, table.Output.Split("Where another workload of the build listens.").Length - 1, table.Output);
        StringAssert.Contains(consumer.Build("--no-restore", "-t:ScoreListResources").Output, "environment.default#billing.env  builtin://environment");

        JsonElement result = JsonDocument.Parse(consumer.Build("--no-restore", "-getTargetResult:ScoreListResources").Output).RootElement;
        JsonElement item = result.GetProperty("TargetResults").GetProperty("ScoreListResources").GetProperty("Items")[0];
        Assert.AreEqual("environment.default#billing.env", item.GetProperty("Identity").GetString());
        Assert.AreEqual("builtin://environment", item.GetProperty("Provisioner").GetString());
        Assert.IsFalse(consumer.Folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void ProjectThatReferencesAProjectWithThePackageIsLeftAlone()
    {
        using Consumer consumer = new(score: null);
        consumer.Folder.Write("lib/score.yaml", Samples.Minimal);
        consumer.WriteProject("lib/lib.csproj", "<TargetFramework>net10.0</TargetFramework>", Consumer.Reference, "Microsoft.NET.Sdk");
        consumer.WriteProject("front/front.csproj", "<TargetFramework>net10.0</TargetFramework>", """<ProjectReference Include="../lib/lib.csproj" />""",
            "Microsoft.NET.Sdk");
        consumer.Folder.Write("front/c.cs", "class C { }");
        DotNetOutcome outcome = DotNet.Run(consumer.Folder.PathOf("front"), "build");

        Assert.AreEqual(0, outcome.ExitCode, outcome.Output);
        Assert.IsTrue(consumer.Folder.Has("lib/compose.yaml"));
        Assert.IsFalse(consumer.Folder.Has("front/compose.yaml"));
        Assert.IsFalse(Directory.Exists(consumer.Folder.PathOf("front/obj/score")));
    }

    [TestMethod]
    [DataRow("linux-x64", "tasks/net10.0/linux-x64/")]
    [DataRow("linux-riscv64", "tasks/net8.0/")]
    public void TasksCompiledForThePlatformRunAndTheOthersWhereThereAreNone(string platform, string folder)
    {
        using Consumer consumer = new();
        consumer.WriteProject("app.csproj", "<TargetFramework>net10.0</TargetFramework>", Consumer.Reference, "Microsoft.NET.Sdk");
        consumer.Folder.Write("Program.cs", "class C { }");
        DotNetOutcome outcome = consumer.Build($"-p:NETCoreSdkPortableRuntimeIdentifier={platform}", "-v:detailed", "-tl:off");
        StringAssert.Contains(outcome.Output.Replace('\\', '/'), folder + "Score.MSBuild.dll");
        Assert.IsTrue(consumer.Folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void DesignTimeBuildDoesNothing()
    {
        using Consumer consumer = new();
        consumer.Run("restore");
        DotNetOutcome outcome = consumer.Run("msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true");
        Assert.AreEqual(0, outcome.ExitCode, outcome.Output);
        Assert.IsFalse(consumer.Folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void CleanKeepsGeneratedFilesUnlessAsked()
    {
        using Consumer consumer = new(Samples.WithFiles);
        consumer.Folder.Write("assets/source.conf", "x");
        consumer.Build();
        consumer.Run("clean");
        Assert.IsTrue(consumer.Folder.Has("compose.yaml"));

        // The notes on outputs are left, so that a later clean that is asked for them knows them.
        Assert.IsTrue(Directory.GetFiles(consumer.Folder.PathOf("obj/score")).All(f => f.EndsWith(".notes.txt", StringComparison.Ordinal)));

        consumer.Run("clean", "-p:ScoreCleanOutputs=true");
        Assert.IsEmpty(Directory.GetFiles(consumer.Folder.PathOf("obj/score")));
        Assert.IsFalse(consumer.Folder.Has("compose.yaml"));
        Assert.IsFalse(consumer.Folder.Has(".score-compose/mounts/files/billing/web/etc/inline.conf"));
        Assert.IsTrue(consumer.Folder.Has("score.yaml"));
    }

    [TestMethod]
    public void IncrementalCleanOfTheSecondBuildKeepsOutputs()
    {
        using Consumer consumer = new();
        consumer.Build();
        for (int i = 0; i < 2; i++)
        {
            consumer.Folder.Write("more.cs", $"class More{i} {{ }}");
            consumer.Build("--no-restore");
            Assert.IsTrue(consumer.Folder.Has("compose.yaml"));
            Assert.IsTrue(consumer.Folder.Has("obj/score/app.compose.stamp"));
        }
    }

    [TestMethod]
    public void WatchListHasScoreFileAndSourcesButNoOutputs()
    {
        using Consumer consumer = new(Samples.WithFiles);
        consumer.Folder.Write("assets/source.conf", "x");
        consumer.Build();
        DotNetOutcome outcome = consumer.Run("watch", "--list");
        StringAssert.Contains(outcome.Output, "score.yaml");
        StringAssert.Contains(outcome.Output, "source.conf");
        Assert.IsFalse(outcome.Output.Contains("compose.yaml", StringComparison.Ordinal), outcome.Output);
        Assert.IsFalse(outcome.Output.Contains(".score-compose", StringComparison.Ordinal), outcome.Output);
    }

    [TestMethod]
    public void MountedFilesAreNotContentOfTheProject()
    {
        using Consumer consumer = new(Samples.Minimal.Replace("image: nginx:1.27", "image: nginx:1.27\n    files:\n      /app/settings.json: {content: '{}'}",
            StringComparison.Ordinal));
        consumer.WriteProject("app.csproj", "<TargetFramework>net10.0</TargetFramework><ScoreMountsDirectory>mounts</ScoreMountsDirectory>",
            Consumer.Reference);
        consumer.Build();
        Assert.IsTrue(consumer.Folder.Has("mounts/files/billing/web/app/settings.json"));
        DotNetOutcome items = consumer.Run("msbuild", "-getItem:Content");
        Assert.IsFalse(items.Output.Contains("mounts", StringComparison.Ordinal), items.Output);
    }

    [TestMethod]
    public void VisualStudioComparesScoreFilesWithTheStamp()
    {
        using Consumer consumer = new();
        consumer.Run("restore");
        DotNetOutcome items = consumer.Run("msbuild", "-getItem:UpToDateCheckInput", "-getItem:UpToDateCheckOutput");
        StringAssert.Contains(items.Output, "score.yaml");
        StringAssert.Contains(items.Output, "obj/score/app.compose.stamp");
    }
}
