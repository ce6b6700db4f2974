using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Placeholders;

namespace Score.Core.Tests.Placeholders;

[TestClass]
public sealed class PlaceholderParserTests
{
    // The reference's own expression.
    private static readonly Regex Reference = new(@"\$((?:\$?{([^}]*)})|\$)", RegexOptions.CultureInvariant);

    [TestMethod]
    [DataRow("", "")]
    [DataRow("plain", "plain")]
    [DataRow("${a.b}", "<a.b>")]
    [DataRow("x${a.b}y${c.d}z", "x<a.b>y<c.d>z")]
    [DataRow("$${a.b}", "${a.b}")]
    [DataRow("$$", "$")]
    [DataRow("$$$", "$$")]
    [DataRow("$$${a}", "$<a>")]
    [DataRow("$$$${a}", "$${a}")]
    [DataRow("5$", "5$")]
    [DataRow("a$b", "a$b")]
    [DataRow("${", "${")]
    [DataRow("$${", "${")]
    [DataRow("${a", "${a")]
    [DataRow("${}", "<>")]
    [DataRow("${${a}}", "<${a>}")]
    public void TextIsSplit(string text, string parts) => Assert.AreEqual(parts, Show(text));

    [TestMethod]
    public void EveryShortTextIsSplitAsTheReferenceDoes()
    {
        foreach (string text in Texts("$a{}", 8)) Assert.AreEqual(Expected(text), Show(text), text);
    }

    [TestMethod]
    public void PartsCoverTheTextWithoutGaps()
    {
        foreach (string text in Texts("$a{}", 7))
        {
            int at = 0;
            foreach (PlaceholderPart part in PlaceholderParser.Parse(text))
            {
                Assert.AreEqual(at, part.Offset, text);
                at += part.Length;
            }

            Assert.AreEqual(text.Length, at, text);
        }
    }

    [TestMethod]
    public void PlaceholdersThatAreNeverClosedAreLiteral()
    {
        string text = string.Concat(Enumerable.Repeat("${", 500_000));
        Assert.AreEqual(text, Show(text));
    }

    [TestMethod]
    [DataRow("a.b", "a b")]
    [DataRow("resources.my-db.host_name.0", "resources my-db host_name 0")]
    [DataRow(@"metadata.annotations.example\.com/team", "metadata annotations example.com/team")]
    [DataRow(@"a.b\.c\.d.e", "a b.c.d e")]
    [DataRow("a.b/c", "a b/c")]
    [DataRow(@"a\.b", null)]
    [DataRow(@"a.b\", null)]
    [DataRow(@"a.b\c", null)]
    [DataRow(@"a.b\\.c", null)]
    [DataRow("a.b\0c", null)]
    [DataRow("a", null)]
    [DataRow("", null)]
    [DataRow("a.", null)]
    [DataRow(".a", null)]
    [DataRow("a..b", null)]
    [DataRow("a.b ", null)]
    [DataRow("a.ü", null)]
    [DataRow("a.b:-c", null)]
    public void ContentIsTwoOrMoreElements(string content, string? elements) =>
        Assert.AreEqual(elements, PlaceholderParser.Elements(content) is { } found ? string.Join(" ", found) : null);

    private static string Show(string text) =>
        string.Concat(PlaceholderParser.Parse(text).Select(p => p.IsPlaceholder ? $"<{p.Text}>" : p.Text));

    private static string Expected(string text) => Reference.Replace(text, m =>
        m.Value == "$$" ? "$" : m.Value[1] == '$' ? m.Value.Substring(1) : $"<{m.Groups[2].Value}>");

    private static IEnumerable<string> Texts(string alphabet, int length)
    {
        IEnumerable<string> texts = [""];
        for (int i = 0; i < length; i++) texts = texts.SelectMany(t => alphabet.Select(c => t + c)).ToList();
        return texts.Concat(alphabet.Select(c => c.ToString()));
    }
}
