using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Platforms;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class EnvironmentFileTests
{
    [TestMethod]
    public void MissingFileIsMadeWithALinePerVariable() => Assert.AreEqual("A=\nB=\n", Text(EnvironmentFile.AddMissing(null, ["A", "B"])));

    [TestMethod]
    [DataRow("A=1\n")]
    [DataRow("A=\n")]
    [DataRow("A\n")]
    [DataRow("  A = 1\n")]
    [DataRow("export A=1\n")]
    [DataRow("A: 1\n")]
    [DataRow("\uFEFFA=1\n")]
    [DataRow("# comment\n\nA='x'\n")]
    [DataRow("B=\"one\ntwo\"\nA=1")]
    [DataRow("B=\"never closed\nA=1\n")]
    public void VariableThatIsThereIsNotAdded(string text) => Assert.AreEqual(text, Text(EnvironmentFile.AddMissing(Encoding.UTF8.GetBytes(text), ["A"])));

    [TestMethod]
    [DataRow("", "A=\n")]
    [DataRow("B=1", "B=1\nA=\n")]
    [DataRow("B=1\r\n", "B=1\r\nA=\r\n")]
    [DataRow("B=1\r\nC=2", "B=1\r\nC=2\r\nA=\r\n")]
    [DataRow("#A=1\n", "#A=1\nA=\n")]
    [DataRow("B=\"x\nA=1\n\"\n", "B=\"x\nA=1\n\"\nA=\n")]
    [DataRow("AB=1\n", "AB=1\nA=\n")]
    [DataRow("a=1\n", "a=1\nA=\n")]
    public void VariableThatIsMissingIsAddedAtTheEnd(string before, string after) =>
        Assert.AreEqual(after, Text(EnvironmentFile.AddMissing(Encoding.UTF8.GetBytes(before), ["A"])));

    [TestMethod]
    public void NoByteIsEverLostAndASecondBuildAddsNothing()
    {
        Random random = new(5);
        const string Alphabet = "AB=\"'\\ \n\r#:é\t";
        for (int round = 0; round < 5000; round++)
        {
            byte[] existing = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => Alphabet[random.Next(Alphabet.Length)])));
            if (round % 3 == 0) existing = [.. existing, 0xFF, 0x80];
            byte[] once = EnvironmentFile.AddMissing(existing, ["A", "AB"]);
            Assert.IsTrue(once.AsSpan().StartsWith(existing));
            CollectionAssert.AreEqual(once, EnvironmentFile.AddMissing(once, ["A", "AB"]), Text(existing));
        }
    }

    [TestMethod]
    [DataRow("A=1", "1")]
    [DataRow("A= 1 ", "1")]
    [DataRow("A=a b # comment", "a b")]
    [DataRow("A=a#b", "a#b")]
    [DataRow("A='a # b'", "a # b")]
    [DataRow("A='a\\nb'", "a\\nb")]
    [DataRow("A=\"a\\nb \\\" \\\\\"", "a\nb \" \\")]
    [DataRow("A=\"one  \n two\" # c", "one  \n two")]
    [DataRow("A='one\r\ntwo'\r\n", "one\r\ntwo")]
    [DataRow("export A=1", "1")]
    [DataRow("A: x=y", "x=y")]
    [DataRow("A=x=y", "x=y")]
    [DataRow("A=1\nA=2", "2")]
    [DataRow("\uFEFFA=1", "1")]
    public void ValueIsRead(string text, string value) => Assert.AreEqual(value, EnvironmentFile.Read(Encoding.UTF8.GetBytes(text), _ => null).Values["A"]);

    [TestMethod]
    [DataRow("A=")]
    [DataRow("A=''")]
    [DataRow("A")]
    [DataRow("# A=1")]
    [DataRow("A B=1")]
    public void EmptyValueCountsAsNotSet(string text) => Assert.HasCount(0, EnvironmentFile.Read(Encoding.UTF8.GetBytes(text), _ => null).Values);

    [TestMethod]
    [DataRow("A B")]
    [DataRow("A\nB=x")]
    [DataRow("A=x")]
    [DataRow("1A")]
    [DataRow("")]
    [DataRow("A-B")]
    [DataRow("É")]
    public void NameThatAnEnvFileCannotHoldIsNeverWritten(string name) => Assert.AreEqual("OK=\n", Text(EnvironmentFile.AddMissing(null, [name, "OK"])));

    [TestMethod]
    [DataRow("", "# Where it is.\n# Two lines.\nA=http://x\n")]
    [DataRow("A=\n", "A=\n")]
    [DataRow("A=other\n", "A=other\n")]
    [DataRow("B=1", "B=1\n# Where it is.\n# Two lines.\nA=http://x\n")]
    public void DefaultIsWrittenWithItsDescriptionForAMissingNameOnly(string before, string after)
    {
        OutputVariable variable = new("A", "http://x") { Comment = "Where it is.\nTwo lines.\n", IsDefault = true };
        StringAssert.EndsWith(Text(EnvironmentFile.Update(Encoding.UTF8.GetBytes(before), [variable])), after, System.StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("A=old\nB=1\n", "A=new\nB=1\n")]
    [DataRow("A='old'\r\nB=1\r\n", "A=new\r\nB=1\r\n")]
    [DataRow("export A=\"o\nld\"", "A=new")]
    [DataRow("\uFEFFA=x\n# c\nA=old", "\uFEFFA=x\n# c\nA=new")]
    [DataRow("# ä\nA=old # why\nB=ä\n", "# ä\nA=new\nB=ä\n")]
    public void ComputedValueIsKeptUpToDate(string before, string after)
    {
        OutputVariable variable = new("A", "new") { IsComputed = true };
        Assert.AreEqual(after, Text(EnvironmentFile.Update(Encoding.UTF8.GetBytes(before), [variable])));
        Assert.AreEqual(before, Text(EnvironmentFile.Update(Encoding.UTF8.GetBytes(before), [variable with { IsComputed = false }])));
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
