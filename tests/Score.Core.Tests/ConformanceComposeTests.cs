using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Newtonsoft.Json.Linq;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests;

/// <summary>
/// Our Compose project equals the reference's on each case of tests/Conformance/cases. Where it
/// differs on purpose, the case has a second expected file whose name gives the reason; docs/differences.md explains them.
/// </summary>
[TestClass]
public sealed class ConformanceComposeTests
{
    public static IEnumerable<object[]> Cases() => Directory.GetDirectories(Path.Combine(ConformanceValidationTests.Folder(), "cases"))
        .Where(d => File.Exists(Path.Combine(d, "expected", "compose.yaml")))
        .Select(d => new object[] { Path.GetFileName(d) })
        .OrderBy(c => (string)c[0], StringComparer.Ordinal);

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ProjectIsTheReferences(string name)
    {
        string folder = Path.Combine(ConformanceValidationTests.Folder(), "cases", name);
        ComposeProject project = Translate(folder);

        string[] own = Directory.GetFiles(Path.Combine(folder, "expected"), "compose.ours-*.yaml");
        string expected = File.ReadAllText(own.Length > 0 ? own[0] : Path.Combine(folder, "expected", "compose.yaml"));
        string written = YamlWriter.Write(project.Tree);
        Assert.AreEqual(Normalize(expected), Normalize(written));

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
        string folder = Path.Combine(ConformanceValidationTests.Folder(), "cases", name);
        ComposeProject project = Translate(folder);

        string mounts = Path.Combine(folder, "expected", "mounts");
        List<string> expected = Directory.Exists(mounts) ? Directory.GetFiles(mounts, "*", SearchOption.AllDirectories).Select(f => Convert.ToHexString(File.ReadAllBytes(f))).ToList() : [];
        CollectionAssert.AreEquivalent(expected, project.Files.Select(f => Convert.ToHexString(f.Bytes)).ToList());
        CollectionAssert.AllItemsAreUnique(project.Files.Select(f => f.Path).ToList());
    }

    [TestMethod]
    public void SkeletonEnvFileIsTheReferences()
    {
        string folder = Path.Combine(ConformanceValidationTests.Folder(), "cases", "10-environment");
        byte[] content = EnvironmentFile.AddMissing(null, Translate(folder).Variables);
        Assert.AreEqual(File.ReadAllText(Path.Combine(folder, "expected", "env")), Encoding.UTF8.GetString(content));
    }

    private static ComposeProject Translate(string folder)
    {
        JObject testCase = Case(folder);
        DiagnosticBag bag = new();
        List<LoadedWorkload> workloads = [];
        List<string> args = testCase["args"]?.Select(a => (string)a!).ToList() ?? [];
        WorkloadOverrides overrides = new(
            Values(args, "--overrides-file").Select(f => new SourceText(f, File.ReadAllText(Path.Combine(folder, f)))).ToList(),
            Values(args, "--override-property").Select(p => new PropertyOverride(p[..p.IndexOf('=')], p[(p.IndexOf('=') + 1)..], SourceSpan.WholeFile("app.csproj"))).ToList());
        foreach (string file in testCase["scoreFiles"]!.Select(f => (string)f!))
        {
            string path = Path.Combine(folder, file);
            SourceText source = SourceReader.Decode(path, File.ReadAllBytes(path), bag)!;
            workloads.Add(WorkloadLoader.Load(source, path, bag, overrides)!);
        }

        string image = Values(args, "--image").SingleOrDefault("");
        ComposeOptions options = new("conformance", ".score-compose/mounts", image, HttpProbeMode.Ignore, _ => null, "")
        {
            Builds = Values(args, "--build").Select(Build).ToList(),
            Ports = Values(args, "--publish").Select(p => new PublishedPort(p, SourceSpan.WholeFile("app.csproj"))).ToList(),
        };
        ProvisionerFileReader provisioners = new(bag);
        foreach (string file in (testCase["provisioners"] ?? new JArray()).Select(f => (string)f!).Order(StringComparer.Ordinal))
            provisioners.Read(SourceReader.Decode(Path.Combine(folder, file), File.ReadAllBytes(Path.Combine(folder, file)), bag)!);
        using TemporaryFolder programs = new();
        foreach (string file in (testCase["executables"] ?? new JArray()).Select(f => (string)f!)) programs.WriteProgram(file, File.ReadAllText(Path.Combine(folder, file)));
        ProvisioningOptions provisioning = new(Platform.Compose, "conformance", _ => null, "") { Commands = new CommandOptions(programs.Path, CommandOptions.DefaultTimeout), Provisioners = provisioners.Provisioners, Unknown = UnknownResources.Error, MountsReference = ".score-compose/mounts", Seed = () => [1] };
        ProvisionedResources resources = ProvisionedResources.Provision(workloads.Select(w => w.Workload).ToList(), provisioning, bag);
        ComposeProject project = ComposeTranslator.Translate(workloads, resources, options, bag);
        List<PatchFile> patches = (testCase["patches"] ?? new JArray()).Select(p => new PatchFile((string)p!, new SourceText((string)p!, File.ReadAllText(Path.Combine(folder, (string)p!))))).ToList();
        project = ComposePatches.Apply(project, patches, workloads.Select(w => w.Workload), new PatchOptions("conformance", () => [1], _ => null), bag);
        Assert.IsFalse(bag.HasErrors, string.Join("\n", bag.ToSortedList().Select(d => d.Message)));
        return project;
    }

    // The values of an option of the reference's command line.
    private static IEnumerable<string> Values(List<string> args, string option) => args.Where((_, i) => i > 0 && args[i - 1] == option);

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
        JToken token = ToJson(YamlReader.Read(new SourceText("x", yaml), new DiagnosticBag())!);
        foreach (JProperty required in token.SelectTokens("..depends_on.*.required").Select(t => (JProperty)t.Parent!).ToList()) required.Remove();
        return token.ToString();
    }

    private static JToken ToJson(YamlNode node) => node switch
    {
        YamlMapping mapping => new JObject(mapping.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => new JProperty(e.Name, ToJson(e.Value)))),
        YamlSequence list => new JArray(list.Items.Select(ToJson)),
        YamlScalar scalar => new JValue(scalar.Value),
        _ => throw new InvalidOperationException(),
    };

    private static JObject Case(string folder) => JObject.Parse(File.ReadAllText(Path.Combine(folder, "case.json")));
}
