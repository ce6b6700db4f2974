using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Tests.Yaml;

[TestClass]
public sealed class YamlReaderTests
{
    [TestMethod]
    public void OwnKeysWinOverMergedOnesWhereverTheMergeStands()
    {
        const string Text = "base: &b {x: 1, y: 1}\nfirst:\n  <<: *b\n  x: 2\nlast:\n  x: 2\n  <<: *b\n";
        Assert.AreEqual("""{"base":{"x":1,"y":1},"first":{"x":2,"y":1},"last":{"x":2,"y":1}}""", Json(Text));
    }

    [TestMethod]
    public void EarlierMergedMappingsWinOverLaterOnes() => Assert.AreEqual(
        """{"a":{"x":1},"b":{"x":2,"y":2},"c":{"x":1,"y":2,"z":3}}""",
        Json("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b]\n  z: 3\n"));

    [TestMethod]
    public void MergedMappingsMayMergeThemselves() => Assert.AreEqual(
        """{"a":{"x":1},"b":{"x":1,"y":2},"c":{"x":1,"y":2,"z":3}}""",
        Json("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b, z: 3}\n"));

    [TestMethod]
    public void QuotedMergeKeyIsAnOrdinaryKey() => Assert.AreEqual("""{"\u003c\u003c":{"x":1}}""", Json("\"<<\": {x: 1}\n"));

    [TestMethod]
    public void AnchorsOfScalarsAndListsCanBeReused() =>
        Assert.AreEqual("""{"a":"x","b":"x","c":[1],"d":[1]}""", Json("a: &s x\nb: *s\nc: &l [1]\nd: *l\n"));

    [TestMethod]
    public void LaterAnchorOfTheSameNameWins() => Assert.AreEqual("""{"a":1,"b":1,"c":2,"d":2}""", Json("a: &n 1\nb: *n\nc: &n 2\nd: *n\n"));

    [TestMethod]
    public void AliasOfAKeyIsTheKeysText() => Assert.AreEqual("""{"a":{"k":1,"v":"k"}}""", Json("a:\n  &k k: 1\n  v: *k\n"));

    [TestMethod]
    public void TagsDecideTheType() =>
        Assert.AreEqual("""{"a":"12","b":3,"c":"true","d":"5"}""", Json("a: !!str 12\nb: !!int \"3\"\nc: !!str true\nd: ! 5\n"));

    [TestMethod]
    public void QuotedAndBlockScalarsAreStrings() =>
        Assert.AreEqual("""{"a":"1","b":"true","c":"2\n","d":"3"}""", Json("a: '1'\nb: \"true\"\nc: |\n  2\nd: >-\n  3\n"));

    [TestMethod]
    public void KeysKeepTheirOrder()
    {
        YamlMapping mapping = (YamlMapping)Read("b: 1\na: 2\nc: 3\n");
        Assert.AreEqual("b a c", $"{mapping[0].Name} {mapping[1].Name} {mapping[2].Name}");
    }

    [TestMethod]
    [DataRow("a: «x»\n")]
    [DataRow("a: «'it''s'»\n")]
    [DataRow("a: «\"\\u00e9\\n\"» # c\n")]
    [DataRow("a:\n  - b\n  - «c d»\n")]
    [DataRow("a: [b, «c»]\n")]
    [DataRow("é😀: «c»\n")]
    [DataRow("a: «one\n  two»\nb: c\n")]
    [DataRow("a: «[b, c]»\n")]
    [DataRow("a: «{b: c}»\n")]
    public void NodesKnowTheirPlace(string marked)
    {
        string text = Check.Strip(marked, out System.Collections.Generic.List<string> places);
        YamlNode node = ((YamlMapping)Read(text))[0].Value;
        if (node is YamlSequence list && !marked.Contains("«[", System.StringComparison.Ordinal)) node = list.Items[1];
        Assert.AreEqual(places[0], Check.Place(node.Span));
    }

    [TestMethod]
    public void OnlyTheFirstDocumentIsRead() => Assert.AreEqual("""{"a":1}""", Json("a: 1\n---\nb: 2\n"));

    [TestMethod]
    public void DirectiveAndDocumentMarkersAreAllowed() => Assert.AreEqual("""{"a":1}""", Json("%YAML 1.2\n---\na: 1\n...\n"));

    private static string Json(string text) => CanonicalJson.Write(Read(text));

    private static YamlNode Read(string text)
    {
        DiagnosticBag bag = new();
        YamlNode? node = YamlReader.Read(new SourceText("x", text), bag);
        Assert.IsFalse(bag.HasErrors, Check.Show(bag.ToSortedList()));
        return node!;
    }
}
