using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;

namespace Score.Core.Tests.Yaml;

/// <summary>What is not YAML, or not one mapping in UTF-8, is reported at the place where the author has to look.</summary>
[TestClass]
public sealed class BadInputTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("\n\n")]
    [DataRow("# only\n# comments\n")]
    [DataRow("---\n")]
    [DataRow("---\n...\n")]
    public void EmptyFileSaysHowAWorkloadStarts(string text) => Check.Finds("«»" + text, "SCORE0015", "The file is empty", "apiVersion: score.dev/v1b1");

    [TestMethod]
    [DataRow("«-» a\n- b\n", "a list")]
    [DataRow("«h»ello\n", "a string")]
    [DataRow("«4»2\n", "a number")]
    [DataRow("«~»\n", "null")]
    public void RootThatIsNoMappingIsNoScoreFile(string text, string what) => Check.Finds(text, "SCORE0100", "is a mapping", "this is " + what);

    [TestMethod]
    [DataRow("apiVersion: score.dev/v1b1\nmetadata:\n«\t»name: shop\n")]
    [DataRow("apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n«\t»annotations: {}\n")]
    [DataRow("a:\n  b: c\n «\t» d: e\n")]
    public void TabInTheIndentationIsPointedAt(string text) => Check.Finds(text, "SCORE0007", "this is a tab", "Replace it with spaces");

    [TestMethod]
    [DataRow("a:\n  b: c\n «»d: e\n", "indentation")]
    [DataRow("a:\n  - b\n «»c: d\n", "indentation")]
    [DataRow("a: b\n  c«»: d\n", "':'")]
    [DataRow("a: b: c\n", "':'")]
    [DataRow("a:\n  b: «»\"c\n", "never closed")]
    [DataRow("a: «»'b\nc: d\n", "never closed")]
    [DataRow("a: «»[b, c\nd: e\n", "bracket")]
    [DataRow("a: [x, «»{b: c\n", "bracket")]
    [DataRow("a: «»{b: c, d: [x]\n", "bracket")]
    [DataRow("a: «»]\n", "cannot begin with this character")]
    [DataRow("a: b\n«»c\n", "not of the form 'KEY: VALUE'")]
    [DataRow("a:b\nc«»: d\n", "the line above")]
    [DataRow("a: 'b' «»c\n", "put the whole text in quotes")]
    [DataRow("a: «»- b\n", "list item")]
    [DataRow("a: «»|x\n  b\n", "on the next line")]
    [DataRow("a: «»&\n", "anchor")]
    [DataRow("a: «»!<b\n", "tag")]
    [DataRow("a: \"\\u12\"\n", "escape")]
    [DataRow("a: «»@b\n", "cannot begin with this character")]
    [DataRow("a: «»`b`\n", "cannot begin with this character")]
    [DataRow("a: \"«»\\q\"\n", "escape")]
    [DataRow("a: *\n", "alias")]
    public void BrokenSyntaxIsExplained(string marked, string word)
    {
        string text = Check.Strip(marked, out List<string> places);
        Diagnostic finding = Check.Findings(text).Single();
        Assert.AreEqual("SCORE0006", finding.Descriptor.Code, finding.Message);
        StringAssert.Contains(finding.Message, word, StringComparison.Ordinal);
        if (places.Count > 0) StringAssert.StartsWith(places[0], $"({finding.Span.Line},{finding.Span.Column})", StringComparison.Ordinal, finding.Message);
    }

    [TestMethod]
    public void ControlCharacterIsNamed()
    {
        Check.Finds("a: b\nc: d«\0»e\n", "SCORE0005", "U+0000");
        Check.Finds("a: «\u007F»\n", "SCORE0005", "U+007F");
        Check.Finds("a: «\u0091»\n", "SCORE0005", "U+0091");
        Check.Finds("a: x«\uFFFE»\n", "SCORE0005", "U+FFFE");
    }

    [TestMethod]
    public void Utf16IsRecognisedWithAndWithoutItsMark()
    {
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bytes = encoding.GetBytes(Check.Container);
            foreach (byte[] content in (byte[][])[bytes, [.. encoding.GetPreamble(), .. bytes]])
            {
                Diagnostic finding = Check.Findings(content).Single();
                Assert.AreEqual("SCORE0004 (1,1)-(1,1) This file is saved as UTF-16. Save the file as UTF-8.",
                    $"{finding.Descriptor.Code} {Check.Place(finding.Span)} {finding.Message}");
            }
        }
    }

    [TestMethod]
    [DataRow("", 4)]
    [DataRow("\uFEFF", 4)]
    [DataRow("x: é\ny: 😀\n", 4)]
    public void ByteThatIsNotUtf8IsPointedAt(string before, int column)
    {
        Diagnostic finding = Check.Findings([.. Encoding.UTF8.GetBytes(before), .. "a: "u8, 0xE9, .. "\n"u8]).Single();
        Assert.AreEqual("SCORE0004", finding.Descriptor.Code);
        Assert.AreEqual(before.Count(c => c == '\n') + 1, finding.Span.Line);
        Assert.AreEqual(column, finding.Span.Column);
        StringAssert.Contains(finding.Message, "UTF-8", StringComparison.Ordinal);
    }

    [TestMethod]
    public void ByteOrderMarkAndWindowsLineEndsAreFine()
    {
        string text = "\uFEFF" + Check.Container.Replace("\n", "\r\n") + "    variables:\r\n      A: |\r\n        one\r\n        two\r\n";
        Check.FindsNothing(text);
    }

    [TestMethod]
    public void PlacesCountCharactersInFilesWithWindowsLineEndsToo()
    {
        string marked = Check.Container.Replace("\n", "\r\n") + "    variables:\r\n      A: é😀${«»x}\r\n";
        Diagnostic finding = Check.Findings(Check.Strip(marked, out _)).Single();
        Assert.AreEqual("(8,13)-(8,17)", Check.Place(finding.Span));
    }

    [TestMethod]
    public void LineBreaksOfYaml11DoNotMoveTheLinesOfFindings() =>
        Check.Finds(Check.Container + "    variables:\n      A: x\u2028        y\u0085        z\n    «env»: {}\n", "SCORE0101", "env");

    [TestMethod]
    public void DuplicateKeyNamesTheFirstLine() => Check.Finds(
        Check.Container + "    args: [a]\n    «image»: other\n    «'args'»: [b]\n",
        new Expected("SCORE0008", "'image'", "on line 6"),
        new Expected("SCORE0008", "'args'", "on line 7"));

    [TestMethod]
    [DataRow("«1»: x", "a number")]
    [DataRow("«true»: x", "a boolean")]
    [DataRow("«2024-01-02»: x", "a date")]
    [DataRow("«~»: x", "null")]
    [DataRow("«1.5»: x", "a number")]
    public void KeyThatIsNoStringIsToBeQuoted(string line, string what) =>
        Check.Finds($"{Check.Container}    variables:\n      {line}\n", "SCORE0009", "is " + what, "Put it in quotes");

    [TestMethod]
    [DataRow("? «[a]»\n      : x", "a list")]
    [DataRow("? «{a: b}»\n      : x", "a mapping")]
    public void KeyThatIsNoScalarIsReported(string line, string what) =>
        Check.Finds($"{Check.Container}    variables:\n      {line}\n", "SCORE0010", what);

    [TestMethod]
    public void UnknownAliasGetsASuggestion() => Check.Finds(
        Check.Container + "    variables: &defaults {A: b}\n  job: «*default»\n",
        "SCORE0011",
        "'&default'",
        "Did you mean 'defaults'?");

    [TestMethod]
    [DataRow("a: &a [«*a»]\n")]
    [DataRow("a: &a\n  b:\n    c: «*a»\n")]
    [DataRow("a: &a\n  <<: «*a»\n")]
    public void AliasInsideItsOwnAnchorIsReported(string text) => Check.Finds(text, "SCORE0012", "'*a'", "inside its own anchor");

    [TestMethod]
    public void BillionLaughsAreCountedNotExpanded()
    {
        StringBuilder text = new("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 9; i++) text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        Diagnostic finding = Check.Findings(text.ToString()).Single();
        Assert.AreEqual("SCORE0014", finding.Descriptor.Code);
        Assert.AreEqual(5, finding.Span.Line);
        StringAssert.Contains(finding.Message, "75000", StringComparison.Ordinal);
    }

    [TestMethod]
    public void LongTextBehindManyAliasesCountsByItsLength()
    {
        StringBuilder text = new("a: &a " + new string('x', 500_000) + "\nb:\n");
        for (int i = 0; i < 5000; i++) text.Append("- *a\n");
        Assert.AreEqual("SCORE0014", Check.Findings(text.ToString()).Single().Descriptor.Code);
    }

    [TestMethod]
    public void NestingIsLimitedInFlowAndBlockStyle()
    {
        const int Levels = 10_000;
        string[] texts =
        [
            new string('[', Levels) + new string(']', Levels),
            new string('[', Levels),
            string.Concat(Enumerable.Repeat("{a: ", Levels)) + new string('}', Levels),
            string.Concat(Enumerable.Repeat("- ", Levels)) + "x\n",
            string.Concat(Enumerable.Range(0, 1200).Select(i => new string(' ', i) + "a:\n")),
            string.Concat(Enumerable.Repeat("? ", Levels)) + "x\n",
        ];
        foreach (string text in texts)
        {
            Diagnostic finding = Check.Findings(text).Single();
            Assert.AreEqual("SCORE0013", finding.Descriptor.Code, text[..10]);
            StringAssert.Contains(finding.Message, "100 levels", StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public void SecondDocumentGetsAWarningAtItsLine() => Check.Finds(
        Check.Container + "«---»\nnot: [read\n",
        "SCORE0016",
        "Only the first YAML document");

    [TestMethod]
    public void EndMarkerAloneIsNoSecondDocument() => Check.FindsNothing(Check.Container + "...\n");

    [TestMethod]
    public void MergeOfSomethingElseIsReported() => Check.Finds(
        Check.Container + "    «<<»: text\n",
        "SCORE0017",
        "this is a string");

    [TestMethod]
    public void UnknownTagIsIgnoredWithAWarning() =>
        Check.Finds(Check.Container + "    args: [«!secret a»]\n", "SCORE0018", "'!secret'");

    [TestMethod]
    public void ValueThatDoesNotFitItsTagIsReported() =>
        Check.Finds("apiVersion: score.dev/v1b1\nmetadata: {name: shop, x: «!!int abc»}\ncontainers: {web: {image: x}}\n", "SCORE0019",
            "'abc' is not what its tag '!!int' says");

    [TestMethod]
    [DataRow("\"\\uD83D\"")]
    [DataRow("\"\\uDE00\\uD83D\"")]
    [DataRow("\"\\uDE00\"")]
    [DataRow("\"\\uD83Dx\"")]
    [DataRow("\"\\U0000D83D\"")]
    public void HalfOfASurrogatePairIsReported(string text) =>
        Assert.AreEqual("SCORE0020",
            Check.Findings($"{Check.Container}    variables:\n      A: {text}\n").Single(f => f.Span.Line == 8 && f.Span.Column >= 10).Descriptor.Code);

    [TestMethod]
    public void CharacterWrittenAsTwoEscapesIsFine() => Check.FindsNothing(Check.Container + "    variables:\n      A: \"\\U0001F600\"\n");

    [TestMethod]
    [DataRow("kind: Deployment\napiVersion: apps/v1\n", "SCORE0100", "Kubernetes manifest of kind 'Deployment'")]
    [DataRow("apiVersion: v1\nkind:\n", "SCORE0100", "Kubernetes manifest,")]
    [DataRow("services:\n  web: {image: x}\n", "SCORE0100", "Compose file")]
    [DataRow("openapi: 3.0.0\ninfo: {}\n", "SCORE0100", "an OpenAPI description")]
    [DataRow("asyncapi: 3.0.0\ninfo: {}\n", "SCORE0100", "an AsyncAPI description")]
    [DataRow("name: ci\non: push\njobs: {}\n", "SCORE0100", "a GitHub workflow")]
    [DataRow("build: {stage: a, script: [make]}\n", "SCORE0100", "a pipeline of a CI system")]
    [DataRow("trigger: [main]\nsteps: []\n", "SCORE0100", "a pipeline of a CI system")]
    [DataRow("replicaCount: 1\nimage: {tag: x}\n", "SCORE0100", "Helm values")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\n", "SCORE0100", "a Helm chart")]
    [DataRow("resources: [a.yaml]\nnamespace: x\n", "SCORE0100", "a kustomization")]
    [DataRow("{\"name\": \"shop\", \"scripts\": {}}", "SCORE0100", "a package.json")]
    [DataRow("{\"Logging\": {}}", "SCORE0100", "ASP.NET")]
    [DataRow("foo: 1\nbar: 2\n", "SCORE0100", "its keys are 'foo', 'bar'")]
    [DataRow("score:\n  apiVersion: score.dev/v1b1\n  containers: {web: {image: x}}\n", "SCORE0100", "they stand under 'score'")]
    [DataRow("- apiVersion: score.dev/v1b1\n  containers: {web: {image: x}}\n", "SCORE0100", "Remove the dash")]
    [DataRow("- uri: template://a\n  type: b\n", "SCORE0100", "ScoreProvisioners")]
    [DataRow("<Project/>\n", "SCORE0100", "looks like XML")]
    [DataRow("{}\n", "SCORE0015", "The file is empty")]
    [DataRow("apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a}]}\n", "SCORE0100", "Kubernetes manifest of kind 'Pod'")]
    [DataRow("apiVersion: v1\nkind: Service\n---\napiVersion: v1\nkind: Pod\n", "SCORE0100", "Kubernetes manifest of kind 'Service'")]
    [DataRow("apiVersion: score.dev/v1b1\nmetadata: {name: shop}\nspec: {containers: {web: {image: x}}, resources: {}}\n", "SCORE0100",
        "move 'containers' and 'resources' to the top level")]
    [DataRow("apiVersion: example.com/v1\nkind: Workload\nspec: {containers: {web: {image: x}}}\n", "SCORE0100", "Write 'apiVersion: score.dev/v1b1'")]
    [DataRow("apiVersion: score.dev/v1b2\nmetadata: {name: shop}\ncontainers: {web: {image: x, ports: []}}\nroutes: {}\n", "SCORE0105", "Use 'score.dev/v1b1'")]
    [DataRow("apiVersion: humanitec.org/v1b1\nprofile: x\n", "SCORE0100", "extension file for Humanitec")]
    public void FileOfAnotherToolGetsOneFinding(string text, string code, string words)
    {
        Diagnostic finding = Check.Findings(text).Single();
        Assert.AreEqual(code, finding.Descriptor.Code);
        StringAssert.Contains(finding.Message, words, StringComparison.Ordinal);
    }
}
