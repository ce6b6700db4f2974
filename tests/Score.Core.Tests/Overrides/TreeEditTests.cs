using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Overrides;

[TestClass]
public sealed class TreeEditTests
{
    [TestMethod]
    [DataRow("{a: {b: 1, c: 2}}", "a.b=x", "{a:{b:x,c:2}}", DisplayName = "sets")]
    [DataRow("{}", "a.b.c=x", "{a:{b:{c:x}}}", DisplayName = "makes the mappings on the way")]
    [DataRow("{a: 1}", @"b.example\.com/x=1", "{a:1,b:{example.com/x:1}}", DisplayName = "escaped dot")]
    [DataRow("{a: 1}", @"b\\.c=1", @"{a:1,b\\:{c:1}}", DisplayName = "escaped backslash")]
    [DataRow("{a: {b: 1}}", "a=[1, {b: 2}]", "{a:[1,{b:2}]}", DisplayName = "the value is YAML")]
    [DataRow("{a: 1}", "a='1'", "{a:1}", DisplayName = "a quoted value")]
    [DataRow("{a: 1}", "a=x=y", "{a:x=y}", DisplayName = "a value with an equals sign")]
    [DataRow("{a: {b: 1, c: 2}}", "a.b=", "{a:{c:2}}", DisplayName = "an empty value takes away")]
    [DataRow("{a: {b: 1, c: 2}}", "a.b= ", "{a:{c:2}}", DisplayName = "so does a blank one")]
    [DataRow("{a: {b: 1, c: 2}}", "a.b=null", "{a:{c:2}}", DisplayName = "and null")]
    [DataRow("{a: {b: 1}}", "a.x=", "{a:{b:1}}", DisplayName = "takes away what is not there")]
    [DataRow("{a: {b: 1}}", "x.y.z=", "{a:{b:1}}", DisplayName = "takes away below what is not there")]
    [DataRow("{a: [x, y, z]}", "a.1=n", "{a:[x,n,z]}", DisplayName = "an index replaces")]
    [DataRow("{a: [x, y, z]}", "a.1=", "{a:[x,z]}", DisplayName = "an index is taken away")]
    [DataRow("{a: [x]}", "a.-1=n", "{a:[x,n]}", DisplayName = "-1 appends")]
    [DataRow("{a: []}", "a.-1={b: 1}", "{a:[{b:1}]}", DisplayName = "-1 appends to an empty list")]
    [DataRow("{a: [{b: 1}, [x]]}", "a.0.b=2", "{a:[{b:2},[x]]}", DisplayName = "into a mapping in a list")]
    [DataRow("{a: [{b: 1}, [x]]}", "a.1.0=2", "{a:[{b:1},[2]]}", DisplayName = "into a list in a list")]
    [DataRow("{a: {}}", "a.0=x", "{a:{0:x}}", DisplayName = "a number is a key of a mapping")]
    [DataRow("{x: &s {k: {n: 1}}, y: *s}", "x.k.n=2", "{x:{k:{n:2}},y:{k:{n:1}}}", DisplayName = "the alias keeps its value")]
    [DataRow("{x: &s [1, 2], y: *s}", "y.-1=3", "{x:[1,2],y:[1,2,3]}", DisplayName = "the anchor keeps its value")]
    [DataRow("{x: &s {k: 1}, y: {<<: *s}}", "y.k=", "{x:{k:1},y:{}}", DisplayName = "a merged key is taken away where it was merged")]
    public void PathIsSet(string yaml, string property, string expected) => Assert.AreEqual(expected, Overriding.WithProperties(yaml, property));

    [TestMethod]
    public void OrderCounts() => Assert.AreEqual("{a:[y,z]}", Overriding.WithProperties("{}", "a=[x]", "a.-1=y", "a.0=", "a.-1=z"));

    [TestMethod]
    [DataRow("{a: text}", "a.b=1",
        "SCORE0609 The override 'a.b' cannot be applied. 'a' is a string, and only mappings and lists have parts. End the path there to replace it.")]
    [DataRow("{a: text}", "a.b=",
        "SCORE0609 The override 'a.b' cannot be applied. 'a' is a string, and only mappings and lists have parts. End the path there to replace it.")]
    [DataRow("{a: {b.c: null}}", @"a.b\.c.d=1",
        @"SCORE0609 The override 'a.b\.c.d' cannot be applied. 'a.b\.c' is null, and only mappings and lists have parts. End the path there to replace it.")]
    [DataRow("{a: [x, y]}", "a.2=1", "SCORE0609 The override 'a.2' cannot be applied. 'a' is a list with 2 items, whose positions are 0 to 1, and '2' is " +
        "none of its positions. The position '-1' at the end of a path appends a value.")]
    [DataRow("{a: [x]}", "a.-1=", "SCORE0609 The override 'a.-1' cannot be applied. 'a' is a list with one item, whose position is 0, and '-1' is none of " +
        "its positions. The position '-1' at the end of a path appends a value.")]
    [DataRow("{a: [{}]}", "a.-1.b=1", "SCORE0609 The override 'a.-1.b' cannot be applied. 'a' is a list with one item, whose position is 0, and '-1' is none " +
        "of its positions. The position '-1' at the end of a path appends a value.")]
    [DataRow("{a: []}", "a.99999999999=1", "SCORE0609 The override 'a.99999999999' cannot be applied. 'a' is a list without items, and '99999999999' is none " +
        "of its positions. The position '-1' at the end of a path appends a value.")]
    [DataRow("{a: [x]}", "a.name=1", "SCORE0609 The override 'a.name' cannot be applied. 'a' is a list with one item, whose position is 0, and 'name' is " +
        "none of its positions. The position '-1' at the end of a path appends a value.")]
    [DataRow("{a: 1}", "a..b=1", "SCORE0607 'a..b' is not an override. A part of its path is empty. Write PATH=VALUE, such as " +
        "'containers.web.image=nginx:1.29', and '\\.' for a dot in a key.")]
    [DataRow("{a: 1}", "=1", "SCORE0607 '' is not an override. A part of its path is empty. Write PATH=VALUE, such as 'containers.web.image=nginx:1.29', and " +
        "'\\.' for a dot in a key.")]
    [DataRow("{a: 1}", "a=[1",
        "SCORE0608 The value of the override 'a' is not valid YAML. This bracket or brace is not closed, or a comma is missing inside it.")]
    [DataRow("{a: 1}", "a={b: 1, b: 2}",
        "SCORE0608 The value of the override 'a' is not valid YAML. The key 'b' is already on line 1. Remove or rename one of the two.")]
    [DataRow("{a: 1}", "a=#fff", "SCORE0608 The value of the override 'a' is not valid YAML. It is only a comment. Put a text that begins with '#' in quotes.")]
    public void PathThatLeadsNowhereIsAFinding(string yaml, string property, string expected) =>
        Assert.AreEqual(expected, Overriding.WithProperties(yaml, property));

    [TestMethod]
    public void VeryLongPathIsAFindingAndNotACrash()
    {
        string path = string.Join(".", Enumerable.Repeat("a", 100_000));
        StringAssert.StartsWith(Overriding.WithProperties("{a: {}}", path + "=1"), "SCORE0607", System.StringComparison.Ordinal);
    }
}
