using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.Core.Tests;

/// <summary>
/// Our Kubernetes manifests equal the reference's on each case of tests/Conformance/cases. Where they differ on purpose, the
/// case has a second expected file whose name gives the reason; docs/differences.md explains them.
/// </summary>
[TestClass]
public sealed partial class ConformanceKubernetesTests
{
    public static IEnumerable<object[]> Cases() => ConformanceCase.NamesWith("manifests.yaml");

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ManifestsAreTheReferences(string name)
    {
        ConformanceCase testCase = new(name);
        KubernetesProject project = Translate(testCase);
        ManifestArtifacts.Keep(name, project);
        ManifestArtifacts.KeepChart(name, project);

        string written = string.Concat(project.Manifests.Select(m => "---\n" + YamlWriter.Write(m)));
        Assert.AreEqual(Normalize(testCase.Expected("manifests.yaml")), Normalize(written), written);
    }

    [TestMethod]
    public void EveryOutputThatDiffersIsTheReferencesBesidesTheDifference()
    {
        // A stale one would hide a mistake: it must differ, and have the same objects (the reference puts workloads in any order).
        foreach (object[] testCase in Cases())
        {
            string expected = Path.Combine(new ConformanceCase((string)testCase[0]).Folder, "expected");
            foreach (string own in Directory.GetFiles(expected, "manifests.ours-*.yaml"))
            {
                string[] ours = Identities(File.ReadAllText(own));
                Assert.AreNotEqual(Normalize(File.ReadAllText(Path.Combine(expected, "manifests.yaml"))), Normalize(File.ReadAllText(own)), own);
                CollectionAssert.AreEquivalent(Identities(File.ReadAllText(Path.Combine(expected, "manifests.yaml"))), ours, own);
            }
        }
    }

    private static KubernetesProject Translate(ConformanceCase testCase)
    {
        DiagnosticBag bag = testCase.Findings;
        KubernetesOptions own = new()
        {
            Image = testCase.Values("--image").SingleOrDefault(""),
            Namespace = testCase.Values("--namespace").SingleOrDefault(""),
            GenerateNamespace = testCase.Has("--generate-namespace"),
        };
        BuildOptions options = new(new KubernetesPlatform(own), "conformance", _ => null, "")
        {
            Provisioners = testCase.Provisioners,
            Unknown = UnknownResources.Error,
            Seed = () => [1],
            Patches = testCase.Patches,
        };
        KubernetesProject project = (KubernetesProject)PlatformBuild.Run(testCase.Workloads, options, bag).Patched;
        Assert.IsFalse(bag.HasErrors, string.Join("\n", bag.ToSortedList().Select(d => d.Message)));
        return project;
    }

    // As data: keys sorted, without what is empty, with one name for the manager, and without names that are drawn or derived. The
    // order of mounts has no meaning in Kubernetes.
    private static string Normalize(string yaml)
    {
        List<string> documents = [];
        foreach (string document in Documents(yaml))
        {
            JToken token = Parse(document);
            string[] noise = ["..strategy", "..updateStrategy", "..resources", "..annotations"];
            foreach (JToken empty in noise.SelectMany(n => token.SelectTokens(n)).Where(t => !t.HasValues).Concat(token.SelectTokens("..status")).ToList())
                empty.Parent!.Remove();
            foreach (JToken value in token.SelectTokens("..env[?(@.value == '')].value").ToList()) value.Parent!.Remove();
            foreach (JToken mounts in token.SelectTokens("..volumeMounts").ToList())
                mounts.Replace(new JArray(mounts.OrderBy(m => (string?)m["mountPath"], StringComparer.Ordinal)));
            documents.Add(token.ToString());
        }

        string text = string.Join("\n---\n", documents).Replace("score-k8s", "Score.MSBuild", StringComparison.Ordinal);
        text = InstanceSuffix().Replace(text, "$1-INSTANCE\"");
        List<string> helpers = HelperName().Matches(text).Select(m => m.Value).Distinct().ToList();
        for (int i = 0; i < helpers.Count; i++) text = text.Replace(helpers[i], $"__ref_{i}", StringComparison.Ordinal);
        return text;
    }

    private static string[] Identities(string yaml) => Documents(yaml).Select(Parse).Select(d => $"{d["kind"]}/{d["metadata"]!["name"]}").ToArray();

    private static IEnumerable<string> Documents(string yaml) => ("\n" + yaml).Split("\n---\n").Select(d => d + "\n").Where(d => d.Trim().Length > 0);

    private static JToken Parse(string document) => TreeAsJson.Of(YamlReader.Read(new SourceText("x", document), new DiagnosticBag())!);

    [GeneratedRegex("(\"app.kubernetes.io/instance\": \"[a-z0-9-]+)-[0-9a-f]{6}\"")]
    private static partial Regex InstanceSuffix();

    [GeneratedRegex("__ref_[A-Za-z0-9_-]+")]
    private static partial Regex HelperName();
}
