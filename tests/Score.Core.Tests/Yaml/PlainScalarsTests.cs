using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Yaml;

namespace Score.Core.Tests.Yaml;

[TestClass]
public sealed class PlainScalarsTests
{
    // The types of yaml.org/type, with what readers of YAML 1.1 take beyond them.
    private static readonly Regex[] NotStrings =
    [
        new("^(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$"),
        new("^(~|null|Null|NULL|)$"),
        new("^(<<|=)$"),
        new("^[-+]?(0b[0-1_]+|0o?[0-7_]+|0|[1-9][0-9_,]*|0x[0-9a-fA-F_]+|[0-9][0-9_]*(:[0-5]?[0-9])+)$"),
        new(@"^[-+]?([0-9][0-9_,]*)?\.[0-9._]*([eE][-+]?[0-9]+)?$"),
        new(@"^[-+]?([0-9][0-9_]*)?(\.[0-9_]*)?[eE][-+]?[0-9][0-9_]*$"),
        new(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*$"),
        new(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$"),
        new("^[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?"),
        new("^:."),
    ];

    [TestMethod]
    public void NoReaderOfYamlTakesAShortPlainTextForSomethingElse()
    {
        List<string> wrong = Texts("0179aefoxXEbnyYN-+._:,~=<", 4).Where(t => PlainScalars.IsSafe(t) && NotStrings.Any(r => r.IsMatch(t))).Take(20).ToList();
        Assert.IsEmpty(wrong, string.Join(" | ", wrong));
    }

    [TestMethod]
    [DataRow("-.")]
    [DataRow("+.")]
    [DataRow("._")]
    [DataRow("e1")]
    [DataRow("E-12")]
    [DataRow("1,000")]
    [DataRow(":8080")]
    public void TextThatSomeReaderTakesForANumberOrANameIsQuoted(string text) => Assert.IsFalse(PlainScalars.IsSafe(text));

    [TestMethod]
    [DataRow("e2e")]
    [DataRow("e")]
    [DataRow("e1a")]
    [DataRow("-e")]
    [DataRow("--")]
    [DataRow("_id")]
    [DataRow("edge-1")]
    [DataRow("EU1")]
    [DataRow("./run")]
    [DataRow(".env")]
    public void OrdinaryTextIsPlain(string text) => Assert.IsTrue(PlainScalars.IsSafe(text));

    private static IEnumerable<string> Texts(string alphabet, int length)
    {
        IEnumerable<string> last = [""];
        for (int i = 0; i < length; i++)
        {
            last = last.SelectMany(t => alphabet.Select(c => t + c)).ToList();
            foreach (string text in last) yield return text;
        }
    }
}
