using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;
using Score.MSBuild.Analyzer;

namespace Score.Core.Tests.Analyzer;

/// <summary>What editors show of a score file while somebody types.</summary>
[TestClass]
public sealed class ScoreFileAnalyzerTests
{
    private const string Mistakes = "apiVersion: score.dev/v1b1\nmetadata: {name: Shop}\nservice: {ports: {http: {port: 80800}}}\n" +
        "containers:\n  web:\n    imaeg: x\n    variables: {A: '${resources.bd.host}'}\n    files: {/etc/x: {source: missing.txt}}\n" +
        "resources: {db: {type: postgres}}\n";

    public static IEnumerable<object[]> Files() =>
        Directory.GetFiles(Path.Combine(ConformanceValidationTests.Folder(), "cases"), "*score.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(f => (object[])[Path.GetRelativePath(ConformanceValidationTests.Folder(), f)]);

    [TestMethod]
    [DynamicData(nameof(Files))]
    public async Task FindingsAreThoseOfABuild(string name)
    {
        string path = Path.Combine(ConformanceValidationTests.Folder(), name);
        await AssertSame(path, File.ReadAllText(path));
    }

    [TestMethod]
    [DataRow(Mistakes)]
    [DataRow("apiVersion: [\n")]
    [DataRow("")]
    [DataRow("services:\n  web:\n    image: x\n")]
    [DataRow("apiVersion: score.dev/v1b1\r\nmetadata:\r\n\tname: shop\r\n")]
    [DataRow("apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers: {web: {image: \"x\"}\n")]
    public async Task MistakesHaveTheCodesMessagesAndPlacesOfABuild(string text)
    {
        IReadOnlyList<string> shown = await AssertSame(Path.Combine(Path.GetTempPath(), "score-nowhere", "score.yaml"), text);
        Assert.IsNotEmpty(shown);
        if (text == Mistakes) StringAssert.Contains(string.Join('\n', shown), "SCORE0106 Error 3,32,3,37 'port' of service.ports.http must be");
    }

    [TestMethod]
    [DataRow("score.yml", true)]
    [DataRow("api.score.yaml", true)]
    [DataRow("deploy.yaml", true)]
    [DataRow("score.json", false)]
    public async Task ScoreFilesAreKnownByNameOrVersion(string name, bool isKnown) =>
        Assert.AreEqual(isKnown, (await Findings(Path.Combine(Path.GetTempPath(), name), Mistakes)).Count > 0);

    [TestMethod]
    public async Task YamlOfOthersIsPassedOver() => Assert.IsEmpty(await Findings(Path.Combine(Path.GetTempPath(), "rules.yaml"), "a: [\n"));

    private static async Task<IReadOnlyList<string>> AssertSame(string path, string text)
    {
        DiagnosticBag bag = new();
        if (SourceReader.Decode(path, Encoding.UTF8.GetBytes(text), bag) is { } source) WorkloadLoader.Load(source, path, bag);
        List<string> expected = bag.ToSortedList().Where(d => d.Span.Line > 0)
            .Select(d => $"{d.Descriptor.Code} {d.Descriptor.Severity.ToString().Replace("Message", "Info", StringComparison.Ordinal)} " +
                $"{d.Span.Line},{d.Span.Column},{d.Span.EndLine},{d.Span.EndColumn} {d.Message}").Order(StringComparer.Ordinal).ToList();
        IReadOnlyList<string> shown = await Findings(path, text);
        CollectionAssert.AreEqual(expected, shown.Where(s => !s.Contains(" 1,1,1,1 This", StringComparison.Ordinal)).ToList(), string.Join('\n', shown));
        return shown;
    }

    private static async Task<IReadOnlyList<string>> Findings(string path, string text)
    {
        ImmutableArray<AdditionalText> files = [new Text(path, text)];
        CompilationWithAnalyzers compilation = CSharpCompilation.Create("app").WithAnalyzers([new ScoreFileAnalyzer()], new AnalyzerOptions(files));
        ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> found = await compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return found.Select(Show).Order(StringComparer.Ordinal).ToList();
    }

    private static string Show(Microsoft.CodeAnalysis.Diagnostic finding)
    {
        FileLinePositionSpan place = finding.Location.GetLineSpan();
        return $"{finding.Id} {finding.Severity} {place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}," +
            $"{place.EndLinePosition.Line + 1},{place.EndLinePosition.Character + 1} {finding.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) =>
            Microsoft.CodeAnalysis.Text.SourceText.From(text, Encoding.UTF8);
    }
}
