using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Settings;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Tests.Parity;
using Score.Core.Yaml;

namespace Score.Core.Tests;

/// <summary>The pages for people say what the code does: each code and each property is explained, and nothing else is.</summary>
[TestClass]
public sealed class DocumentationTests
{
    private static readonly string Root = Path.Combine(ConformanceValidationTests.Folder(), "..", "..");

    private static readonly string[] Severities = ["Message", "Warning", "Error"];

    public static IEnumerable<object[]> Codes() => Descriptors().Select(d => new object[] { d.Code });

    [TestMethod]
    public void CodesAreUniqueAndAscending()
    {
        List<string> codes = Descriptors().Select(d => d.Code).ToList();
        CollectionAssert.AllItemsAreUnique(codes);
        CollectionAssert.AreEqual(codes.Order(StringComparer.Ordinal).ToList(), codes);
        Assert.IsTrue(codes.All(c => Regex.IsMatch(c, "^SCORE0[0-7][0-9]{2}$")));
    }

    [TestMethod]
    public void EveryCodeHasItsSectionInOrder()
    {
        List<string> headings = File.ReadLines(Path.Combine(Root, "docs", "diagnostics.md"))
            .Where(l => l.StartsWith("## ", StringComparison.Ordinal))
            .Select(l => l[3..])
            .ToList();
        CollectionAssert.AreEqual(Descriptors().Select(d => d.Code).ToList(), headings);
    }

    [TestMethod]
    [DynamicData(nameof(Codes))]
    public void SectionStatesTheSeverityAndAnExample(string code)
    {
        string section = Section(code);
        DiagnosticSeverity severity = Descriptors().Single(d => d.Code == code).Severity;
        Assert.AreEqual($"**{Severities[(int)severity]}.**", section.TrimStart().Split(' ')[0]);
        StringAssert.Contains(section, "\nWhy it matters: ");
        StringAssert.Contains(section, " How to fix it: ");
        Assert.IsNotEmpty(Blocks(section));
    }

    [TestMethod]
    [DynamicData(nameof(Codes))]
    public void FirstExampleOfTwoHasTheFindingAndTheLastHasNot(string code)
    {
        List<Block> blocks = Blocks(Section(code));
        Platform? platform = code.StartsWith("SCORE05", StringComparison.Ordinal) ? TestPlatforms.Kubernetes : TestPlatforms.Compose;
        if (code[..^1] is "SCORE057" or "SCORE058") platform = null;

        // Names of volumes can meet only when the project makes none itself.
        bool useBuiltIn = code != DiagnosticDescriptors.VolumeNameTaken.Code;
        if (blocks.Count == 2) CollectionAssert.Contains(CodesOf(blocks[0].Text, platform, useBuiltIn), code);
        if (blocks[^1] is not { Language: "yaml" } corrected) return;

        List<string> left = CodesOf(corrected.Text, platform, useBuiltIn);
        Assert.IsEmpty(left.Where(c => c != "SCORE0301"), string.Join(", ", left));
        CollectionAssert.DoesNotContain(left, code);
    }

    [TestMethod]
    public void EveryPropertyIsInItsTablesAndNothingElse()
    {
        List<string> properties = XDocument.Load(Path.Combine(Root, "build", "Score.MSBuild.props"))
            .Descendants("PropertyGroup")
            .Elements()
            .Select(e => e.Name.LocalName)
            .Where(n => n[0] != '_')
            .ToList();
        List<string> headings = File.ReadLines(Path.Combine(Root, "docs", "properties.md"))
            .Where(l => l.StartsWith("### ", StringComparison.Ordinal))
            .Select(l => l[4..])
            .ToList();
        CollectionAssert.AreEqual(properties, headings, "docs/properties.md");

        List<string> rows = File.ReadLines(Path.Combine(Root, "README.md"))
            .Select(l => Regex.Match(l, @"^\| `(\w+)` \|"))
            .Where(m => m.Success)
            .Select(m => m.Groups[1].Value)
            .ToList();
        CollectionAssert.AreEqual(properties, rows, "README.md");
    }

    [TestMethod]
    public void EveryDifferenceThatACaseRecordsIsExplained()
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs", "differences.md"));
        foreach (string file in Directory.GetFiles(Path.Combine(ConformanceValidationTests.Folder(), "cases"), "*.ours-*.yaml", SearchOption.AllDirectories))
        {
            string[] name = Path.GetFileNameWithoutExtension(file).Split(".ours-");
            int start = page.IndexOf($"\n## In {name[0]}.yaml\n", StringComparison.Ordinal);
            Assert.IsGreaterThanOrEqualTo(0, start, file);
            string section = page[start..page.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];
            StringAssert.Contains(section, $"| `{Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)))}` | `{name[1]}` |");
        }
    }

    [TestMethod]
    public void ExampleOfAProvisionerDoesWhatThePageSays()
    {
        List<Block> blocks = Blocks(File.ReadAllText(Path.Combine(Root, "docs", "provisioners.md")));
        DiagnosticBag bag = new();
        ProvisionerFileReader reader = new(TestPlatforms.Sections, bag);
        reader.Read(new SourceText("x.provisioners.yaml", blocks[0].Text));
        SourceText source = new("score.yaml", "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\n" + blocks[1].Text);
        ComposeProject project = (ComposeProject)Build(WorkloadLoader.Load(source, "score.yaml", bag)!, bag, TestPlatforms.Compose, reader.Provisioners);
        Assert.IsEmpty(bag.ToSortedList());
        string yaml = YamlWriter.Write(project.Content);
        StringAssert.Contains(yaml, "\n  shop-cache:\n    image: redis:8.2\n");
        StringAssert.Contains(yaml, "\n  wait-for-resources:\n");
        StringAssert.Contains(yaml, "@shop-cache:6379\n");
        Assert.AreEqual("shop-cache/redis.conf", project.Files.Single().Path);
    }

    [TestMethod]
    public void EverySettingIsInItsTablesAndNothingElse()
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs", "kubernetes.md"));
        string section = page[page.IndexOf("\n## Settings\n", StringComparison.Ordinal)..page.IndexOf("\n## Resources\n", StringComparison.Ordinal)];
        List<string> rows = Regex.Matches(section, @"^\| `([a-z-]+)` \| .* \| (.*) \| (.*)\|$", RegexOptions.Multiline)
            .Select(m => $"{m.Groups[1].Value}: {m.Groups[2].Value}")
            .ToList();
        List<string> settings = KnownSettings.All.Where(s => s is not ProbeSetting)
            .Select(s => $"{s.Name}: {(s.Kinds.Length == 0 ? "all" : string.Join(", ", s.Kinds))}")
            .ToList();
        CollectionAssert.AreEquivalent(settings, rows, string.Join("\n", rows));

        List<string> numbers = Regex.Matches(section, @"^\| `([a-z-]+)` \| [^|]* \|$", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
        CollectionAssert.AreEquivalent(KnownSettings.Probes.Select(s => s.Name).ToList(),
            ((string[])["liveness", "readiness", "startup"]).SelectMany(p => numbers.Select(n => $"{p}-{n}")).ToList());
    }

    [TestMethod]
    public void ExampleOfASettingHasNoFindings()
    {
        foreach (Block block in Blocks(File.ReadAllText(Path.Combine(Root, "docs", "kubernetes.md")))
            .Where(b => b.Text.Contains("k8s.score.dev/", StringComparison.Ordinal) && b.Text.StartsWith("metadata:", StringComparison.Ordinal)))
        {
            string text = block.Text.Contains("\ncontainers:", StringComparison.Ordinal) ? block.Text : block.Text +
                "containers:\n  main:\n    image: nginx\n    resources: {requests: {cpu: 100m}}\n    readinessProbe: {httpGet: {path: /, port: 80}}\n";
            Assert.IsEmpty(CodesOf(text, TestPlatforms.Kubernetes, useBuiltIn: true), block.Text);
        }
    }

    [TestMethod]
    public void ExampleOfManifestsIsWhatTheBuildMakes()
    {
        List<Block> blocks = Blocks(File.ReadAllText(Path.Combine(Root, "docs", "kubernetes.md")));
        string text = ManifestsText.Write(ManifestFormat.Yaml, Kubernetes.Manifested.From(blocks[0].Text).Project.Manifests,
            ManifestsText.Header(["score.yaml"]));
        text = Regex.Replace(text, "shop-[0-9a-f]{6}\n", "shop-INSTANCE\n");
        string[] helpers = Regex.Matches(text, "(?<=name: __ref_)[0-9a-f]{16}").Select(m => m.Value).ToArray();
        Assert.AreEqual(blocks[1].Text, text.Replace(helpers[0], "HOST", StringComparison.Ordinal).Replace(helpers[1], "PASSWORD", StringComparison.Ordinal));
    }

    [TestMethod]
    public void ExampleOfAPatchForKubernetesSeesAllThatThePageSays()
    {
        string template = Blocks(File.ReadAllText(Path.Combine(Root, "docs", "properties.md"))).Single(
            b => b.Text.Contains(".Manifests", StringComparison.Ordinal)).Text;
        Kubernetes.Manifested manifested = Kubernetes.Manifested.From(Check.Container, ns: "prod");
        DiagnosticBag bag = new();
        KubernetesProject patched = (KubernetesProject)TestPlatforms.Patched(manifested.Project,
            [new PatchFile("p.tpl", new SourceText("p.tpl", template))], bag);
        Assert.IsEmpty(bag.ToSortedList());
        StringAssert.Contains(YamlWriter.Write(patched.Manifests.Single()), "    example.com/about: shop has 1 container in 'prod'\n");
    }

    [TestMethod]
    public void LinksBetweenPagesLeadSomewhere()
    {
        string[] pages = [Path.Combine(Root, "README.md"), Path.Combine(Root, "CHANGELOG.md"), .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md")];
        foreach (string page in pages)
        {
            string text = File.ReadAllText(page);
            Assert.DoesNotContain('\r', text, page);
            foreach (Match link in Regex.Matches(text, @"\]\((?!https?:)([^)#]+)(#[^)]*)?\)"))
                Assert.IsTrue(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value)), $"{page}: {link.Value}");
            foreach (Match link in Regex.Matches(text, @"\]\((?!https?:)([^)#]*)#([^)]+)\)"))
            {
                string target = link.Groups[1].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value);
                CollectionAssert.Contains(Anchors(File.ReadAllText(target)), link.Groups[2].Value, $"{page}: {link.Value}");
            }
        }
    }

    // As readers of Markdown make them of headings.
    private static List<string> Anchors(string page) => Regex.Matches(page, "^#+ (.*)$", RegexOptions.Multiline)
        .Select(m => Regex.Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'))
        .ToList();

    private static List<DiagnosticDescriptor> Descriptors() => typeof(DiagnosticDescriptors)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(p => (DiagnosticDescriptor)p.GetValue(null)!)
        .ToList();

    private static string Section(string code)
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs", "diagnostics.md"));
        string heading = $"\n## {code}\n";
        int start = page.IndexOf(heading, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, start, code);
        start += heading.Length;
        int end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? page[start..] : page[start..end];
    }

    private static List<Block> Blocks(string section) => Regex.Matches(section, @"^```(\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
        .Select(m => new Block(m.Groups[1].Value, m.Groups[2].Value))
        .ToList();

    // The codes of all findings of an example, which leaves out what does not matter.
    // A null platform stands for both, with the report on where they differ.
    private static List<string> CodesOf(string example, Platform? platform, bool useBuiltIn)
    {
        if (example.StartsWith("- uri:", StringComparison.Ordinal) || example.StartsWith("provisioners:", StringComparison.Ordinal))
            return CodesOfProvisioners(example, platform!);
        if (((string[])["- op:", "op:", "{{"]).Any(start => example.StartsWith(start, StringComparison.Ordinal))) return CodesOfPatch(example);
        string text = example;
        if (!HasKey(text, "containers")) text = "containers:\n  main:\n    image: nginx:1.29\n" + text;
        if (!HasKey(text, "metadata")) text = "metadata:\n  name: shop\n" + text;
        if (!HasKey(text, "apiVersion")) text = "apiVersion: score.dev/v1b1\n" + text;

        string folder = Directory.CreateTempSubdirectory("score-docs").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "config"));
            foreach (string name in (string[])["app.conf", "words.txt"]) File.WriteAllText(Path.Combine(folder, "config", name), "text\n");

            DiagnosticBag bag = new();
            string path = Path.Combine(folder, "score.yaml");
            LoadedWorkload? workload = WorkloadLoader.Load(new SourceText(path, text), path, bag);
            if (workload is not null && !bag.HasErrors && platform is { } one) Build(workload, bag, one, useBuiltIn: useBuiltIn);
            else if (workload is not null && !bag.HasErrors) bag.AddRange(ParityFindings.Of([workload]));
            return bag.ToSortedList().Select(d => d.Descriptor.Code).ToList();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A provisioner file, tried on a workload that has a resource of each of its types and mounts it.
    private static List<string> CodesOfProvisioners(string example, Platform platform)
    {
        DiagnosticBag bag = new();
        ProvisionerFileReader reader = new(TestPlatforms.Sections, bag);
        reader.Read(new SourceText("x.provisioners.yaml", example));
        string resources = string.Concat(reader.Provisioners.Select(p => p.Type).Distinct().Select(t => $"  my-{t}: {{type: {t}, params: {{size: 1}}}}\n"));
        SourceText source = new("score.yaml", "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers:\n  main: {image: x}\nresources:\n" + resources);
        LoadedWorkload? workload = resources.Length == 0 ? null : WorkloadLoader.Load(source, "score.yaml", bag);
        if (workload is not null) Build(workload, bag, platform, reader.Provisioners, () => throw new SeedException("None here."), useBuiltIn: false);
        return bag.ToSortedList().Select(d => d.Descriptor.Code).ToList();
    }

    // A patch template, tried on a project with the service shop-main.
    private static List<string> CodesOfPatch(string example)
    {
        DiagnosticBag bag = new();
        LoadedWorkload workload = WorkloadLoader.Load(
            new SourceText("score.yaml", "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers:\n  main: {image: x}\n"), "score.yaml", bag)!;
        Build(workload, bag, TestPlatforms.Compose, patches: [new PatchFile("x.tpl", new SourceText("x.tpl", example))]);
        return bag.ToSortedList().Select(d => d.Descriptor.Code).ToList();
    }

    private static PlatformProject Build(LoadedWorkload workload, DiagnosticBag bag, Platform platform, IReadOnlyList<Provisioner>? provisioners = null,
        Func<byte[]>? seed = null, bool useBuiltIn = true, PatchFile[]? patches = null)
    {
        BuildOptions options = new(platform, "docs", _ => null, "")
        {
            Provisioners = provisioners ?? [],
            UseBuiltIn = useBuiltIn,
            Seed = seed ?? (() => [1]),
            Patches = patches ?? [],
        };
        return PlatformBuild.Run([workload], options, bag).Patched;
    }

    private static bool HasKey(string text, string key) => Regex.IsMatch(text, $"^{key}:", RegexOptions.Multiline);

    /// <summary>A fenced block of a page.</summary>
    private sealed record Block(string Language, string Text);
}
