using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Score.Core.Tests.Yaml;

/// <summary>
/// Our grammar over YamlDotNet's tokens reads what YamlDotNet's own parser reads, on all conformance files and on thousands of
/// files made from them by small random changes.
/// </summary>
[TestClass]
public sealed class YamlParserAgreementTests
{
    private const int ChangesPerFile = 120;

    // What only says that keys are repeated or no strings; such a mapping has fewer entries here than events there.
    private static readonly string[] DroppedEntries = ["SCORE0008", "SCORE0009", "SCORE0010"];

    private static readonly string[] Snippets =
    [
        "- ", "? ", ": ", ":", "\n", "  ", "{", "}", "[", "]", ",", "#", "'", "\"", "|\n", ">-\n", "a: b\n", "- a\n", "{a: b, c}", "[a, b: c]", "~",
        "---\n", "...\n",
    ];

    public static IEnumerable<object[]> Files() => Directory
        .GetFiles(ConformanceValidationTests.Folder(), "*.yaml", SearchOption.AllDirectories)
        .Select(f => new object[] { Path.GetRelativePath(ConformanceValidationTests.Folder(), f) })
        .OrderBy(f => (string)f[0], StringComparer.Ordinal);

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void TreeIsTheParsers(string file)
    {
        string text = File.ReadAllText(Path.Combine(ConformanceValidationTests.Folder(), file)).Replace("\r\n", "\n", StringComparison.Ordinal);
        Compare(text);
        Random random = new(file.Length);
        for (int i = 0; i < ChangesPerFile; i++) Compare(Change(text, random));
    }

    [TestMethod]
    [DataRow("? a\n: b\n? c\n")]
    [DataRow("? - a\n  - b\n")]
    [DataRow("a:\n- b\n-\n- - c\n  - d\n")]
    [DataRow("[a: b, c: , : d, ? e : f, ? g]")]
    [DataRow("{a, b: , ? c : d, ? e, \"f\":1}")]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("[a, ]")]
    [DataRow("{a: b, }")]
    [DataRow("[a, , b]")]
    [DataRow("{a: b c: d}")]
    [DataRow("--- a\n...\n--- b\n")]
    [DataRow("---\n- a\n---\n- b\n")]
    [DataRow("a: b\n...\nrest of it\n")]
    [DataRow("%YAML 1.1\n---\na: b\n")]
    [DataRow("a:\n  b: c\n d: e\n")]
    [DataRow("a: b\n c\nd: e\n")]
    [DataRow("'a' b\n")]
    [DataRow("- a\nb: c\n")]
    [DataRow("a\n\nb\n")]
    public void SmallDocumentIsReadAsTheParserReadsIt(string text) => Compare(text);

    private static string Change(string text, Random random)
    {
        StringBuilder changed = new(text);
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(changed.Length);
            switch (random.Next(3))
            {
                case 0: changed.Remove(at, Math.Min(random.Next(1, 6), changed.Length - at)); break;
                case 1: changed.Insert(at, Snippets[random.Next(Snippets.Length)]); break;
                default: changed[at] = Snippets[random.Next(Snippets.Length)][0]; break;
            }

            if (changed.Length == 0) return " ";
        }

        return changed.ToString();
    }

    private static void Compare(string text)
    {
        // Aliases, merge keys and tags are resolved here and left alone there.
        if (text.IndexOfAny(['&', '*', '!', '\t']) >= 0 || text.Contains("<<", StringComparison.Ordinal)) return;
        DiagnosticBag bag = new();
        YamlNode? tree = YamlReader.Read(new SourceText("score.yaml", text), bag);
        if (bag.ToSortedList().Any(d => DroppedEntries.Contains(d.Descriptor.Code))) return;

        string? expected = Parse(text);
        StringBuilder actual = new();
        if (tree is not null) Append(actual, tree);
        Assert.AreEqual(expected ?? "", actual.ToString(), text);
        Assert.AreEqual(tree is null, bag.HasErrors, text);
    }

    // The first document by YamlDotNet's parser; null when it has none or is malformed.
    private static string? Parse(string text)
    {
        StringBuilder result = new();
        try
        {
            Parser parser = new(new StringReader(text));
            while (parser.MoveNext() && parser.Current is not DocumentEnd)
            {
                switch (parser.Current)
                {
                    case SequenceStart: result.Append('['); break;
                    case SequenceEnd: result.Append(']'); break;
                    case MappingStart: result.Append('{'); break;
                    case MappingEnd: result.Append('}'); break;
                    case Scalar scalar: result.Append('<').Append(scalar.Value).Append('>'); break;
                }
            }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            return null;
        }

        return result.ToString() is "" or "<>" ? null : result.ToString();
    }

    private static void Append(StringBuilder result, YamlNode node)
    {
        switch (node)
        {
            case YamlSequence sequence:
                result.Append('[');
                foreach (YamlNode item in sequence.Items) Append(result, item);
                result.Append(']');
                break;
            case YamlMapping mapping:
                result.Append('{');
                foreach (YamlEntry entry in mapping)
                {
                    Append(result, entry.Key);
                    Append(result, entry.Value);
                }

                result.Append('}');
                break;
            case YamlScalar scalar:
                result.Append('<').Append(scalar.Text).Append('>');
                break;
        }
    }
}
