using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Yaml;
using YamlDotNet.Serialization;

namespace Score.Core.Tests.Yaml;

/// <summary>What is written reads back as the same data, in this reader and in another one.</summary>
[TestClass]
public sealed class YamlWriterTests
{
    [TestMethod]
    [DataRow("a\nb\n\n", "\"a\\nb\\n\\n\"\n")]
    [DataRow("a\nb  ", "\"a\\nb  \"\n")]
    [DataRow("a\nb\t\n", "\"a\\nb\\t\\n\"\n")]
    [DataRow("a\nb\n", "|\na\nb\n")]
    [DataRow("a  \nb", "|-\na  \nb\n")]
    public void TextWhoseEndCouldBeTrimmedIsQuotedWhenAsked(string text, string expected) =>
        Assert.AreEqual(expected, YamlWriter.Write(YamlScalar.String(text), isTrimmed: true));

    [TestMethod]
    public void StringReadsBackEverywhereInATree()
    {
        foreach (string text in Nasty().Distinct()) ReadsBack(text, n => YamlWriter.Write(n));
    }

    [TestMethod]
    [DataRow("plain")]
    [DataRow("with space")]
    [DataRow("a:b")]
    [DataRow("a#b")]
    [DataRow("http://x:80/y?z=1")]
    [DataRow("-x")]
    [DataRow("--flag")]
    [DataRow("/etc/a.conf")]
    [DataRow("it's")]
    [DataRow("a\"b")]
    [DataRow("${X?required}")]
    [DataRow("nginx:1.2")]
    [DataRow("v1.2.3")]
    [DataRow("é😀")]
    [DataRow("yesterday")]
    [DataRow("nullable")]
    public void OrdinaryTextIsPlain(string text) => Assert.AreEqual(text + "\n", YamlWriter.Write(YamlScalar.String(text)));

    [TestMethod]
    [DataRow("y")]
    [DataRow("N")]
    [DataRow("yes")]
    [DataRow("NO")]
    [DataRow("on")]
    [DataRow("Off")]
    [DataRow("true")]
    [DataRow("False")]
    [DataRow("null")]
    [DataRow("~")]
    [DataRow("=")]
    [DataRow(".")]
    [DataRow("..")]
    [DataRow("<<")]
    [DataRow("0")]
    [DataRow("12")]
    [DataRow("+1")]
    [DataRow("-1.5")]
    [DataRow("1e3")]
    [DataRow("0x1f")]
    [DataRow("0o17")]
    [DataRow("0b1")]
    [DataRow("017")]
    [DataRow("1_000")]
    [DataRow(".5")]
    [DataRow(".inf")]
    [DataRow("-.INF")]
    [DataRow(".NaN")]
    [DataRow("12:30")]
    [DataRow("12:30:45")]
    [DataRow("190:20:30.15")]
    [DataRow("2024-01-02")]
    [DataRow("2024-01-02 10:11:12")]
    [DataRow("2001-12-14t21:59:43.10-05:00")]
    [DataRow("")]
    [DataRow(" x")]
    [DataRow("x ")]
    [DataRow("- x")]
    [DataRow("-")]
    [DataRow("? x")]
    [DataRow("a: b")]
    [DataRow("a:")]
    [DataRow("a #b")]
    [DataRow("#a")]
    [DataRow("---")]
    [DataRow("...")]
    [DataRow("&a")]
    [DataRow("*a")]
    [DataRow("!a")]
    [DataRow("%a")]
    [DataRow("@a")]
    [DataRow("`a")]
    [DataRow("[a")]
    [DataRow("{a")]
    [DataRow("]")]
    [DataRow("|")]
    [DataRow(">")]
    [DataRow("'a'")]
    [DataRow("a\tb")]
    public void TextThatAnotherYamlVersionReadsOtherwiseIsQuoted(string text) =>
        Assert.IsTrue(YamlWriter.Write(YamlScalar.String(text))[0] is '"' or '\'');

    [TestMethod]
    [DataRow(1.5, "1.5")]
    [DataRow(2.0, "2.0")]
    [DataRow(1e20, "1.0E+20")]
    [DataRow(1.5e-9, "1.5E-09")]
    [DataRow(double.PositiveInfinity, ".inf")]
    [DataRow(double.NegativeInfinity, "-.inf")]
    [DataRow(double.NaN, ".nan")]
    public void FloatsStayFloats(double number, string text)
    {
        Assert.AreEqual(text + "\n", YamlWriter.Write(new YamlScalar { Kind = YamlScalarKind.Float, Value = number, Text = "" }));
        Assert.AreEqual(number, ((YamlScalar)Read("a: " + text, "a")).Value);
    }

    [TestMethod]
    public void TreeIsIndentedByTwoAndEmptyCollectionsStandInTheirLine()
    {
        YamlMapping root = (YamlMapping)Read("a: {b: [1, {c: d, e: []}, [x, z]], f: {}}\ng: ~\nh: true\n");
        Assert.AreEqual("a:\n  b:\n    - 1\n    - c: d\n      e: []\n    - - x\n      - z\n  f: {}\ng: null\nh: true\n", YamlWriter.Write(root));
    }

    [TestMethod]
    [DataRow("a\nb", "|-")]
    [DataRow("a\nb\n", "|")]
    [DataRow("a\n\n", "|+")]
    [DataRow("a\n\n\n", "|+")]
    public void SeveralLinesAreALiteralBlock(string text, string header)
    {
        YamlMapping root = new();
        root.Set("k", text);
        StringAssert.StartsWith(YamlWriter.Write(root), $"k: {header}\n  a\n", StringComparison.Ordinal);
    }

    [TestMethod]
    public void KeyTooLongForOneLineIsReadBack()
    {
        foreach (int length in (int[])[999, 1000, 1001, 1022, 1023, 1024, 1025, 5000])
        {
            YamlMapping inner = new();
            inner.Set(new string('k', length), "a\nb\n");
            inner.Set(new string('"', length), inner.Count == 0 ? "" : "x");
            YamlMapping root = new();
            root.Set("list", new YamlSequence([inner, inner]));
            Assert.AreEqual(CanonicalJson.Write(root), CanonicalJson.Write(Read(YamlWriter.Write(root))), $"{length}");
        }
    }

    /// <summary>A text reads back from all places of a tree.</summary>
    internal static void ReadsBack(string text, Func<YamlNode, string> write)
    {
        YamlMapping inner = new();
        inner.Set("before", "x");
        inner.Set("value", text);
        if (text is not ("before" or "after" or "value" or "list")) inner.Set(text, "as a key");
        inner.Set("list", YamlSequence.Strings([text, "between", text]));
        YamlMapping nested = new();
        nested.Set("deep", new YamlSequence([new YamlSequence([YamlScalar.String(text), inner]), YamlScalar.String(text)]));
        nested.Set("after", text);
        YamlMapping root = new();
        root.Set("root", nested);
        root.Set("last", text);

        string yaml = write(root);
        Assert.AreEqual(CanonicalJson.Write(root), CanonicalJson.Write(Read(yaml)), yaml);
        object? other = new DeserializerBuilder().Build().Deserialize<object?>(new StringReader(yaml));
        Assert.AreEqual(Show(root), Show(other), yaml);
    }

    /// <summary>Texts that a reader may take for something else.</summary>
    internal static IEnumerable<string> Nasty()
    {
        string testCase = Path.Combine(ConformanceValidationTests.Folder(), "cases", "22-output-quoting", "score.yaml");
        foreach (string text in StringsIn(Read(File.ReadAllText(testCase)))) yield return text;
        for (int c = 0; c <= 0xA0; c++)
        {
            yield return ((char)c).ToString();
            yield return $"a{(char)c}b";
            yield return $"a\n{(char)c}b\n";
        }

        foreach (char c in "\u2028\u2029\uFEFF\u200B\uFFFD\uFFFE\uFFFF\uD7FF\uE000")
        {
            yield return $"{c}";
            yield return $"a{c}b";
            yield return $"a\n{c}b";
        }

        foreach (string text in (string[])["😀", "a😀\nb", "\r\n", "a\r\nb\r\n", "\n", "\n\n", "\na", " \n", "a \nb ", "a\n b", " a\nb", "a\n\n b\n\n", "a\n  ",
            "a\n  \n", "a\n\t", "\ta\nb", "a\n---\nb", "a\n# b", "a\n...", "- a\n- b\n", "k: v\nl: w", "a:\nb", "'\n'", "\"\n\"", "\\\n\\", "'\"\\", "''",
            "\"\"", "|\n", ">\na", "%\na", "#\na", "x: ", "x :", ": x", ":x", "?", "? ", ",", "a, b", "[]", "{}", "[a]", "{a: b}", "!!str a", "&a b", "*a",
            "<<", new string('a', 500), new string('a', 200) + "\n" + new string('b', 200)])
        {
            yield return text;
        }

        // All texts of up to four of the characters that YAML looks at.
        const string Alphabet = "a \n-:#'\"";
        foreach (char a in Alphabet)
        {
            foreach (char b in Alphabet)
            {
                foreach (char c in Alphabet) yield return $"{a}{b}{c}";
            }
        }
    }

    private static IEnumerable<string> StringsIn(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar.Text],
        YamlSequence list => list.Items.SelectMany(StringsIn),
        YamlMapping mapping => mapping.SelectMany(e => StringsIn(e.Value).Prepend(e.Name)),
        _ => [],
    };

    private static string Show(object? data) => data switch
    {
        YamlMapping mapping => string.Concat(mapping.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => $"<{Show(e.Key)}={Show(e.Value)}>")),
        YamlSequence list => string.Concat(list.Items.Select(i => $"[{Show(i)}]")),
        YamlScalar scalar => Escape(scalar.Text),
        IDictionary<object, object?> map =>
            string.Concat(map.OrderBy(p => (string)p.Key, StringComparer.Ordinal).Select(p => $"<{Show(p.Key)}={Show(p.Value)}>")),
        IList<object?> list => string.Concat(list.Select(i => $"[{Show(i)}]")),
        string text => Escape(text),
        _ => "?",
    };

    private static string Escape(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\{(int)c:x}"));

    private static YamlNode Read(string yaml, string? key = null)
    {
        DiagnosticBag bag = new();
        YamlNode? node = YamlReader.Read(new SourceText("x", yaml), bag);
        Assert.IsFalse(bag.HasErrors, Check.Show(bag.ToSortedList()) + "\n" + yaml);
        return key is null ? node! : ((YamlMapping)node!)[key]!;
    }
}
