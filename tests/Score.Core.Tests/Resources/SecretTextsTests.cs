using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Resources.Secrets;
using Score.Core.Templates.Values;

namespace Score.Core.Tests.Resources;

/// <summary>Programs get secret values themselves, and what they give back of them is known again.</summary>
[TestClass]
public sealed class SecretTextsTests
{
    [TestMethod]
    public void ProgramSeesTheGivenValueAndItsAnswerIsKnownAgain()
    {
        SecretValues secrets = new(_ => null);
        secrets.Add(new SecretValue("drawn123drawn", SecretOrigin.Given, "X", SourceSpan.None) { Name = "X_PASSWORD", Value = "given \"value\"" });
        GoMap map = new();
        map["url"] = GoValue.Of("http://u:drawn123drawn@h");
        map["list"] = GoValue.Of(GoList.Of(GoValue.Of("drawn123drawn"), GoValue.Int(3)));
        GoMap seen = SecretTexts.Reveal(GoValue.Of(map), secrets).AsMap;
        Assert.AreEqual("http://u:given \"value\"@h", seen["url"].AsString);
        Assert.AreEqual("given \"value\"", seen["list"].AsList[0].AsString);
        Assert.AreEqual("http://u:drawn123drawn@h", map["url"].AsString, "What templates see stays.");
        Assert.AreEqual("http://u:drawn123drawn@h", SecretTexts.Conceal(GoValue.Of(seen), secrets).AsMap["url"].AsString);
    }

    [TestMethod]
    public void ShortValueIsNotTakenForASecretEverywhere()
    {
        SecretValues secrets = new(_ => null);
        secrets.Add(new SecretValue("drawn123drawn", SecretOrigin.Given, "X", SourceSpan.None) { Name = "X_PASSWORD", Value = "redis" });
        Assert.AreEqual("redis:8", SecretTexts.Conceal(GoValue.Of("redis:8"), secrets).AsString);
    }
}
