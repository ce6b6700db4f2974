using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Tests.Yaml;

/// <summary>KYAML has the form that Kubernetes prints, and reads back as the same data, in this reader and in another one.</summary>
[TestClass]
public sealed class KyamlWriterTests
{
    [TestMethod]
    public void StringReadsBackEverywhereInATree()
    {
        foreach (string text in YamlWriterTests.Nasty().Distinct()) YamlWriterTests.ReadsBack(text, KyamlWriter.Write);
    }

    [TestMethod]
    public void TreeIsInBracesWithACommaAfterEachEntry() => Assert.AreEqual(
        """
        ---
        {
          apiVersion: "apps/v1",
          count: 3,
          share: 0.5,
          whole: 2.0,
          big: 18446744073709551615,
          on-off: true,
          none: null,
          date: "2024-01-02",
          empty: {},
          nothing: [],
          args: [
            "--port",
            "80",
          ],
          containers: [{
            name: "web",
            ports: [{
              containerPort: 80,
            }],
          }, {}],
        }

        """,
        Written("{apiVersion: apps/v1, count: 3, share: 0.5, whole: 2.0, big: 18446744073709551615, on-off: true, none: ~, date: 2024-01-02, empty: {}, " +
            "nothing: [], args: [--port, '80'], containers: [{name: web, ports: [{containerPort: 80}]}, {}]}"));

    [TestMethod]
    public void TextOfSeveralLinesKeepsItsShape() => Assert.AreEqual(
        """
        ---
        {
          data: {
            a.conf: "\
               listen: 80\n\
              \  deep: \"x\"\n\
               \n\
               \ttab\n\
               end\
              ",
            b: "\
               x\n\
              ",
          },
        }

        """,
        Written("""{data: {a.conf: "listen: 80\n  deep: \"x\"\n\n\ttab\nend", b: "x\n"}}"""));

    [TestMethod]
    [DataRow("on")]
    [DataRow("No")]
    [DataRow("y")]
    [DataRow("t")]
    [DataRow("null")]
    [DataRow("1")]
    [DataRow("1e3")]
    [DataRow("0x1f")]
    [DataRow("1_000")]
    [DataRow(".inf")]
    [DataRow("12:30")]
    [DataRow("2024-01-02")]
    [DataRow("<<")]
    [DataRow("")]
    [DataRow("a b")]
    [DataRow("-a")]
    [DataRow("a.")]
    [DataRow("a,b")]
    [DataRow("a:b")]
    [DataRow("é")]
    public void KeyThatSomeReaderTakesForSomethingElseIsQuoted(string key) => StringAssert.Contains(WrittenKey(key), $"\n  \"{key}\": ");

    [TestMethod]
    [DataRow("apiVersion")]
    [DataRow("app.kubernetes.io/name")]
    [DataRow("a-b")]
    [DataRow("_x_")]
    [DataRow("v1")]
    public void OrdinaryKeyIsPlain(string key) => StringAssert.Contains(WrittenKey(key), $"\n  {key}: ");

    [TestMethod]
    public void KeyOfSeveralLinesStandsInOne() => StringAssert.Contains(WrittenKey("a\nb"), "\n  \"a\\nb\": ");

    [TestMethod]
    public void KeyTooLongForOneLineIsReadBack()
    {
        foreach (int length in (int[])[999, 1000, 1001, 1022, 1023, 1024, 1025, 5000])
        {
            YamlMapping inner = new();
            inner.Set(new string('k', length), "a\nb\n");
            inner.Set(new string('"', length), "x");
            YamlSequence root = new([inner, inner]);
            Assert.AreEqual(CanonicalJson.Write(root), CanonicalJson.Write(Read(KyamlWriter.Write(root))), $"{length}");
        }
    }

    [TestMethod]
    [DataRow("\uD83D")]
    [DataRow("a\uDE00b")]
    [DataRow("\uD83D\n")]
    public void HalfACharacterIsReplaced(string text)
    {
        YamlMapping root = new();
        root.Set("k", text);
        Assert.AreEqual(text.Replace('\uD83D', '\uFFFD').Replace('\uDE00', '\uFFFD'), ((YamlScalar)((YamlMapping)Read(KyamlWriter.Write(root)))["k"]!).Text);
    }

    private static string Written(string yaml) => KyamlWriter.Write(Read(yaml));

    private static string WrittenKey(string key)
    {
        YamlMapping root = new();
        root.Set(key, "x");
        return KyamlWriter.Write(root);
    }

    private static YamlNode Read(string yaml)
    {
        DiagnosticBag bag = new();
        YamlNode? node = YamlReader.Read(new SourceText("x.yaml", yaml), bag);
        Assert.IsEmpty(bag.ToSortedList(), yaml);
        return node!;
    }
}
