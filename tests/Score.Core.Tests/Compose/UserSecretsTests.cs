using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose.Local;

namespace Score.Core.Tests.Compose;

/// <summary>The user secrets get the variables of a workload, and nothing else in them changes.</summary>
[TestClass]
public sealed class UserSecretsTests
{
    [TestMethod]
    [DataRow("", "{\n  \"A:B\": \"1\"\n}\n")]
    [DataRow("{}", "{\n  \"A:B\": \"1\"\n}")]
    [DataRow("{\n  \"x\": 1\n}", "{\n  \"x\": 1,\n  \"A:B\": \"1\"\n}")]
    [DataRow("{\n  \"x\": 1, // mine\n}", "{\n  \"x\": 1, // mine\n  \"A:B\": \"1\"\n}")]
    [DataRow("{\r\n  \"x\": 1 // mine\r\n}", "{\r\n  \"x\": 1, // mine\r\n  \"A:B\": \"1\"\r\n}")]
    [DataRow("{ // mine\n}", "{ // mine\n  \"A:B\": \"1\"\n}")]
    [DataRow("{ \"A:B\": \"0\", \"y\": [1, {\"z\": null}] }", "{ \"A:B\": \"1\", \"y\": [1, {\"z\": null}] }")]
    [DataRow("{ /* a */ \"a\": { \"b\": \"0\" } }", "{ /* a */ \"a\": { \"b\": \"1\" } }")]
    [DataRow("{ \"A\": { \"B\": true } }", "{ \"A\": { \"B\": \"1\" } }")]
    [DataRow("{\r\n  \"x\": \"\\u0041\\\"\"\r\n}", "{\r\n  \"x\": \"\\u0041\\\"\",\r\n  \"A:B\": \"1\"\r\n}")]
    public void ValueIsSetAndTheRestStays(string before, string after) => Assert.AreEqual(after, UserSecrets.Update(before, [new("A__B", "1")], []));

    [TestMethod]
    [DataRow("{\n  \"OLD\": \"1\",\n  \"x\": 1\n}", "{\n  \"x\": 1\n}")]
    [DataRow("{\n  \"x\": 1,\n  \"OLD\": \"1\"\n}", "{\n  \"x\": 1\n}")]
    [DataRow("{\n  \"OLD\": \"1\"\n}", "{\n}")]
    [DataRow("{ \"o\": { \"LD\": \"1\" } }", "{ \"o\": { \"LD\": \"1\" } }")]
    public void KeyThatNoVariableHasAnyMoreIsTakenAway(string before, string after) => Assert.AreEqual(after, UserSecrets.Update(before, [], ["OLD"]));

    [TestMethod]
    [DataRow("[]")]
    [DataRow("{")]
    [DataRow("{ \"a\" 1 }")]
    [DataRow("{ \"a\": 1 } x")]
    [DataRow("{ \"a\": \"\n\" }")]
    [DataRow("{ \"a\": \"\\q\" }")]
    [DataRow("{ \"a\": \"\\u00")]
    [DataRow("/* {}")]
    public void WhatIsNoObjectStays(string text) => Assert.IsNull(UserSecrets.Update(text, [new("A", "1")], []));

    [TestMethod]
    public void DeepTextIsRefused() => Assert.IsNull(UserSecrets.Update(new string('[', 100_000), [new("A", "1")], []));

    [TestMethod]
    public void AnyValueIsQuoted() =>
        Assert.AreEqual("{\n  \"A\": \"\\\"\\\\\\n\\u0007ü\"\n}\n", UserSecrets.Update("", [new("A", "\"\\\n\aü")], []));
}
