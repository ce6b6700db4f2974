using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Newtonsoft.Json.Linq;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.CommandProvisioner;
using Score.Core.Yaml;

namespace Score.Core.Tests;

/// <summary>
/// Our Compose project equals the reference's on each case of tests/Conformance/cases. Where it
/// differs on purpose, the case has a second expected file whose name gives the reason; docs/differences.md explains them.
/// </summary>
[TestClass]
public sealed class ConformanceComposeTests
{
    public static IEnumerable<object[]> Cases() => ConformanceCase.NamesWith("compose.yaml");

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ProjectIsTheReferences(string name)
    {
        ConformanceCase testCase = new(name);
        ComposeProject project = Translate(testCase);
        string written = YamlWriter.Write(project.Tree);
        Assert.AreEqual(Normalize(testCase.Expected("compose.yaml")), Normalize(written));

        // .ci/run lets Docker Compose read every compose file that the tests made.
        if (Environment.GetEnvironmentVariable("SCORE_COMPOSE_ARTIFACTS") is { Length: > 0 } keep)
        {
            Directory.CreateDirectory(keep);
            File.WriteAllText(Path.Combine(keep, name + ".yaml"), written);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void MountedFilesHoldTheReferencesBytes(string name)
    {
        ConformanceCase testCase = new(name);
        ComposeProject project = Translate(testCase);

        string mounts = Path.Combine(testCase.Folder, "expected", "mounts");
        List<string> expected = Directory.Exists(mounts)
            ? Directory.GetFiles(mounts, "*", SearchOption.AllDirectories).Select(f => Convert.ToHexString(File.ReadAllBytes(f))).ToList()
            : [];
        CollectionAssert.AreEquivalent(expected, project.Files.Select(f => Convert.ToHexString(f.Bytes)).ToList());
        CollectionAssert.AllItemsAreUnique(project.Files.Select(f => f.Path).ToList());
    }

    [TestMethod]
    public void SkeletonEnvFileIsTheReferences()
    {
        ConformanceCase testCase = new("10-environment");
        byte[] content = EnvironmentFile.AddMissing(null, Translate(testCase).Variables);
        Assert.AreEqual(File.ReadAllText(Path.Combine(testCase.Folder, "expected", "env")), Encoding.UTF8.GetString(content));
    }

    private static ComposeProject Translate(ConformanceCase testCase)
    {
        DiagnosticBag bag = testCase.Findings;
        ComposeOptions own = new(".score-compose/mounts")
        {
            Image = testCase.Values("--image").SingleOrDefault(""),
            HttpProbe = HttpProbeMode.Ignore,
            Builds = testCase.Values("--build").Select(Build).ToList(),
            Ports = testCase.Values("--publish").Select(p => new PublishedPort(p, SourceSpan.WholeFile("app.csproj"))).ToList(),
        };
        using TemporaryFolder programs = new();
        foreach (string file in testCase.Executables) programs.WriteProgram(Path.GetFileName(file), File.ReadAllText(file));
        BuildOptions options = new(new ComposePlatform(own), "conformance", _ => null, "")
        {
            Commands = new CommandOptions(programs.Path, CommandOptions.DefaultTimeout),
            Provisioners = testCase.Provisioners,
            Unknown = UnknownResources.Error,
            UseBuiltIn = true,
            Seed = () => [1],
            Patches = testCase.Patches,
        };
        ComposeProject project = (ComposeProject)PlatformBuild.Run(testCase.Workloads, options, bag).Patched;
        Assert.IsFalse(bag.HasErrors, string.Join("\n", bag.ToSortedList().Select(d => d.Message)));
        return project;
    }

    // CONTAINER=CONTEXT, or CONTAINER= and a build as JSON.
    private static ContainerBuild Build(string arg)
    {
        string[] parts = arg.Split('=', 2);
        if (!parts[1].StartsWith('{')) return new ContainerBuild(parts[0], parts[1], SourceSpan.None);
        JObject build = JObject.Parse(parts[1]);
        return new ContainerBuild(parts[0], (string)build["context"]!, SourceSpan.None)
        {
            Dockerfile = (string?)build["dockerfile"] ?? "",
            Args = build["args"]?.Children<JProperty>().Select(a => $"{a.Name}={a.Value}").ToList() ?? [],
        };
    }

    // As data: keys sorted, and without what only repeats Compose's defaults.
    private static string Normalize(string yaml)
    {
        JToken token = TreeAsJson.Of(YamlReader.Read(new SourceText("x", yaml), new DiagnosticBag())!);
        foreach (JProperty required in token.SelectTokens("..depends_on.*.required").Select(t => (JProperty)t.Parent!).ToList()) required.Remove();
        return token.ToString();
    }
}
