using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Overrides;

[TestClass]
public sealed class TreeMergeTests
{
    [TestMethod]
    [DataRow("{a: {b: 1, c: 2}}", "{a: {c: 3, d: 4}}", "{a:{b:1,c:3,d:4}}", DisplayName = "mappings merge")]
    [DataRow("{a: [1, 2, 3]}", "{a: [9]}", "{a:[9]}", DisplayName = "a list replaces a list")]
    [DataRow("{a: [1]}", "{a: []}", "{a:[]}", DisplayName = "an empty list replaces too")]
    [DataRow("{a: {b: 1}}", "{a: text}", "{a:text}", DisplayName = "a text replaces a mapping")]
    [DataRow("{a: text}", "{a: {b: 1}}", "{a:{b:1}}", DisplayName = "a mapping replaces a text")]
    [DataRow("{a: text}", "{a: ''}", "{a:}", DisplayName = "an empty text replaces too")]
    [DataRow("{a: {}}", "{a: {b: 1}}", "{a:{b:1}}", DisplayName = "into an empty mapping")]
    [DataRow("{a: {b: 1, c: 2}, d: 3}", "{a: {b: null}, d: , e: ~}", "{a:{c:2}}", DisplayName = "null takes away")]
    [DataRow("{a: 1}", "{}", "{a:1}", DisplayName = "nothing changes nothing")]
    [DataRow("{a: 1}", "", "{a:1}", DisplayName = "an empty file changes nothing")]
    [DataRow("{a: 1}", "# all is commented out", "{a:1}", DisplayName = "a file of comments changes nothing")]
    [DataRow("{x: &s {k: 1}, y: *s}", "{x: {k: 2}}", "{x:{k:2},y:{k:1}}", DisplayName = "the alias keeps its value")]
    [DataRow("{x: &s {k: 1}, y: {<<: *s, z: 1}}", "{y: {k: 2}}", "{x:{k:1},y:{k:2,z:1}}", DisplayName = "a merged key is changed where it was merged")]
    [DataRow("{x: {k: 1}, y: {k: 1}}", "{x: &s {k: 2}, y: *s}", "{x:{k:2},y:{k:2}}", DisplayName = "aliases in the overrides file")]
    public void FileIsLaidOverTheTree(string yaml, string changes, string expected) => Assert.AreEqual(expected, Overriding.WithFile(yaml, changes));

    [TestMethod]
    public void LaterFileWins() => Assert.AreEqual("{a:{b:3,c:2}}", Overriding.WithFile("{a: {b: 1}}", "{a: {b: 2, c: 2}}", "{a: {b: 3}}"));

    [TestMethod]
    [DataRow("- a", "SCORE0605 An overrides file is a mapping with the keys of a score file that it changes, and this is a list.")]
    [DataRow("text", "SCORE0605 An overrides file is a mapping with the keys of a score file that it changes, and this is a string.")]
    [DataRow("{a: 1, a: 2}", "SCORE0008 The key 'a' is already on line 1. Remove or rename one of the two.")]
    [DataRow("a: 1\n---\nb: 1\n",
        "SCORE0016 Only the first YAML document of the file is read; this second one is ignored. Remove it, or move it to a file of its own.")]
    public void FileThatIsNoMappingOrNoYamlIsAFinding(string changes, string expected) => Assert.AreEqual(expected, Overriding.WithFile("{a: 1}", changes));
}
