using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests;

/// <summary>The reference's verdict on each document of tests/Conformance/validation.json is ours too.</summary>
[TestClass]
public sealed class ConformanceValidationTests
{
    // Spec 0.4.1 asks for httpGet or exec; the reference tools still accept an empty probe.
    internal const string KnownDifference = "probe {}";

    public static IEnumerable<object[]> Cases()
    {
        JObject file = JObject.Parse(File.ReadAllText(Path.Combine(Folder(), "validation.json")));
        return file["cases"]!.Select((c, i) => new object[] { i, (string)c["name"]! });
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void VerdictAndPositionAreTheReferences(int index, string name)
    {
        JObject file = JObject.Parse(File.ReadAllText(Path.Combine(Folder(), "validation.json")));
        JObject testCase = (JObject)file["cases"]![index]!;
        JObject document = Document(file, testCase);

        // JSON is YAML: one value a line gives every node its own place.
        SourceText source = new("score.yaml", document.ToString());
        DiagnosticBag bag = new();
        Workload? workload = WorkloadLoader.Parse(source, bag);
        IReadOnlyList<Diagnostic> findings = bag.ToSortedList();
        string all = string.Join("\n", findings.Select(f => $"({f.Span.Line},{f.Span.Column}): {f.Descriptor.Code}: {f.Message}"));

        bool valid = (bool)testCase["valid"]! && name != KnownDifference;
        Assert.AreEqual(valid, !bag.HasErrors, all);
        if ((string?)testCase["stage"] != "schema") return;

        YamlNode root = YamlReader.Read(source, new DiagnosticBag())!;
        foreach (string pointer in testCase["at"]!.Select(p => (string)p!))
        {
            SourceSpan place = Resolve(root, pointer);
            Assert.IsTrue(findings.Any(f => IsAtOrUnder(f.Span, place)), $"no finding at or under '{pointer}' {place}:\n{all}");
        }

        Assert.IsNotNull(workload);
    }

    internal static string Folder() => Path.Combine(ThisFolder(), "..", "Conformance");

    private static string ThisFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;

    /// <summary>The document of a case: the base with its changes.</summary>
    internal static JObject Document(JObject file, JObject testCase)
    {
        JObject document = (JObject)file["base"]!.DeepClone();
        foreach (JToken change in testCase["change"]!) Apply(document, (JObject)change);
        return document;
    }

    private static void Apply(JObject document, JObject change)
    {
        List<JToken> path = change["path"]!.ToList();
        JToken at = document;
        foreach (JToken step in path.Take(path.Count - 1)) at = at[(string)step!]!;
        string last = (string)path[path.Count - 1]!;
        if (change["delete"] is not null) ((JObject)at).Remove(last);
        else ((JObject)at)[last] = change["value"]!.DeepClone();
    }

    // The key and the value that a JSON pointer names.
    private static SourceSpan Resolve(YamlNode root, string pointer)
    {
        YamlNode node = root;
        SourceSpan start = root.Span;
        foreach (string step in pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/").Replace("~0", "~")))
        {
            if (node is YamlMapping mapping)
            {
                Assert.IsTrue(mapping.Find(step) is not null, pointer);
                YamlEntry entry = mapping.Find(step)!;
                start = entry.Key.Span;
                node = entry.Value;
            }
            else
            {
                node = ((YamlSequence)node).Items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)];
                start = node.Span;
            }
        }

        return start with { EndLine = node.Span.EndLine, EndColumn = node.Span.EndColumn };
    }

    private static bool IsAtOrUnder(SourceSpan finding, SourceSpan place) =>
        (finding.Line, finding.Column).CompareTo((place.Line, place.Column)) >= 0
        && (finding.Line, finding.Column).CompareTo((place.EndLine, place.EndColumn)) <= 0;
}
