using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;

namespace Score.Core.Tests.Compose;

/// <summary>Docker Compose itself is the judge: what stands here is what <c>docker compose config</c> 2.26.1 made of each text.</summary>
[TestClass]
public sealed class EnvironmentFileReaderTests
{
    [TestMethod]
    [DataRow("A=1", "1")]
    [DataRow("A= 1 ", "1")]
    [DataRow("A=", "")]
    [DataRow("A=''", "")]
    [DataRow("A=\"\"", "")]
    [DataRow("A=a b # comment", "a b")]
    [DataRow("A=a#b", "a#b")]
    [DataRow("A=a\t# c", "a\t# c")]
    [DataRow("A=#c", "#c")]
    [DataRow("A= #c", "#c")]
    [DataRow("A=a #", "a")]
    [DataRow("A='a # b'", "a # b")]
    [DataRow("A='a # b' # c", "a # b")]
    [DataRow("A=\"a # b\" # c", "a # b")]
    [DataRow("A='a\\nb'", "a\\nb")]
    [DataRow("A='it\\'s'", "it's")]
    [DataRow("A='a\\\\b'", "a\\\\b")]
    [DataRow("A=\"a\\nb\"", "a\nb")]
    [DataRow("A=\"a\\tb\"", "a\tb")]
    [DataRow("A=\"a\\rb\"", "a\rb")]
    [DataRow("A=\"a\\\"b\"", "a\"b")]
    [DataRow("A=\"a\\\\b\"", "a\\b")]
    [DataRow("A=\"a\\$b\"", "a$b")]
    [DataRow("A=\"a\\qb\"", "a\\qb")]
    [DataRow("A=\"\\101\"", "\\101")]
    [DataRow("A=\"\\0101\"", "A")]
    [DataRow("A=\"\\x41\"", "\\x41")]
    [DataRow("A=\"a\\'b\"", "a\\'b")]
    [DataRow("A=\"a\\\\nb\"", "a\\nb")]
    [DataRow("A=\"\\\\$X\"", "\\")]
    [DataRow("A=\"one\ntwo\"", "one\ntwo")]
    [DataRow("A='one\r\ntwo'\r\n", "one\r\ntwo")]
    [DataRow("A=\"one  \n two\" # c", "one  \n two")]
    [DataRow("A=1\r\nB=2\r\n", "1")]
    [DataRow("A=\"x\"y\nB=2", "x")]
    [DataRow("export A=1", "1")]
    [DataRow("export  A=1", "1")]
    [DataRow("exportA=1\nA=2", "2")]
    [DataRow("export\tA=1", "1")]
    [DataRow("A: x=y", "x=y")]
    [DataRow("A=x=y", "x=y")]
    [DataRow("A:1", "1")]
    [DataRow("A = 1", "1")]
    [DataRow("A =1", "1")]
    [DataRow("  A=1", "1")]
    [DataRow("\tA=1", "1")]
    [DataRow("\n\n# c\nA=1", "1")]
    [DataRow("A=1\nA=2", "2")]
    [DataRow("\uFEFFA=1", "1")]
    [DataRow("# A=0\nA=1", "1")]
    [DataRow("a=0\nA=1", "1")]
    [DataRow("A.B=1\nA=2", "2")]
    [DataRow("A-B=1\nA=2", "2")]
    [DataRow("A[0]=1\nA=2", "2")]
    [DataRow("1A=x\nA=y", "y")]
    [DataRow("X=x\nA=${X}", "x")]
    [DataRow("X=x\nA=$X", "x")]
    [DataRow("X=x\nA=${X}y", "xy")]
    [DataRow("X=x\nA=$X-y", "x-y")]
    [DataRow("X=x\nA='${X}'", "${X}")]
    [DataRow("X=x\nA=\"${X}\"", "x")]
    [DataRow("A=${X}", "")]
    [DataRow("A=$X", "")]
    [DataRow("A=a${X}b", "ab")]
    [DataRow("A=$$", "$")]
    [DataRow("A=$$X", "$X")]
    [DataRow("X=x\nA=$${X}", "${X}")]
    [DataRow("A=a$$b", "a$b")]
    [DataRow("A=\"$$\"", "$")]
    [DataRow("A='$$'", "$$")]
    [DataRow("A=pa$$word", "pa$word")]
    [DataRow("A=$", "$")]
    [DataRow("A=5$", "5$")]
    [DataRow("A=$5", "$5")]
    [DataRow("A=a$ b", "a$ b")]
    [DataRow("A=$(x)", "$(x)")]
    [DataRow("A=${X:-d}", "d")]
    [DataRow("A=${X-d}", "d")]
    [DataRow("X=\nA=${X:-d}", "d")]
    [DataRow("X=\nA=${X-d}", "")]
    [DataRow("X=x\nA=${X:-d}", "x")]
    [DataRow("A=${X:-}", "")]
    [DataRow("X=\nA=${X?e}", "")]
    [DataRow("X=x\nA=${X:?e}", "x")]
    [DataRow("X=x\nA=${X:+y}", "y")]
    [DataRow("X=x\nA=${X+y}", "y")]
    [DataRow("A=${X:+y}", "")]
    [DataRow("A=${X+y}", "")]
    [DataRow("X=\nA=${X:+y}", "")]
    [DataRow("X=\nA=${X+y}", "y")]
    [DataRow("Y=y\nA=${X:-${Y}}", "y")]
    [DataRow("Y=y\nA=${X:-a${Y}b}c", "aybc")]
    [DataRow("A=${X:-a b}", "a b")]
    [DataRow("A=${X:-a}b}", "ab}")]
    [DataRow("A=${X:-$Y}", "")]
    [DataRow("A=${X:-a$$b}", "a$b")]
    [DataRow("A=${X:-'q'}", "'q'")]
    [DataRow("A=\"${X:-a}\"", "a")]
    [DataRow("A=\"${X:-\\\"q\\\"}\"", "\"q\"")]
    [DataRow("A=${X:-${Y:-z}}", "z")]
    [DataRow("Y=y\nA=${X:-${Y:-z}}", "y")]
    [DataRow("A=${X:-a}${Y:-b}", "ab")]
    [DataRow("A=${X-a:-b}", "a:-b")]
    [DataRow("A=${X:-a-b?c}", "a-b?c")]
    [DataRow("A=${BASE}", "os-base")]
    [DataRow("BASE=file\nA=${BASE}", "os-base")]
    [DataRow("A=${EMPTY:-d}", "d")]
    [DataRow("EMPTY=f\nA=${EMPTY}", "")]
    [DataRow("A=${EMPTY-d}", "")]
    [DataRow("BASE\nA=${BASE}", "os-base")]
    [DataRow("A=${A}", "")]
    [DataRow("A=1\nA=${A}2", "12")]
    [DataRow("A=$B\nB=1", "")]
    [DataRow("B=$A\nA=1", "1")]
    [DataRow("X=a$$b\nA=$X", "a$b")]
    [DataRow("X='$Y'\nY=y\nA=$X", "$Y")]
    [DataRow("A=\"a\" b\nB=2\n", "a")]
    [DataRow("A=caf\u00E9", "caf\u00E9")]
    [DataRow("\u00C4=1\nA=2", "2")]
    [DataRow("A=\u00A0x\u00A0", "x")]
    [DataRow("A=\"  x  \"", "  x  ")]
    [DataRow("A='  x  '", "  x  ")]
    [DataRow("A=`x`", "`x`")]
    [DataRow("A=a'b'c", "a'b'c")]
    [DataRow("A=a\"b\"c", "a\"b\"c")]
    [DataRow("A={\"x\": 1}", "{\"x\": 1}")]
    [DataRow("A={\"x\": \"$X\"}", "{\"x\": \"\"}")]
    [DataRow("A=\\n", "\\n")]
    [DataRow("A=\\$X", "\\")]
    [DataRow("X=x\nA=\\$X", "\\x")]
    [DataRow("A=\\", "\\")]
    [DataRow("A=\\\\", "\\\\")]
    [DataRow("A=a\\ b", "a\\ b")]
    [DataRow("A==", "=")]
    [DataRow("A==1", "=1")]
    [DataRow("A=:", ":")]
    [DataRow("A: ", "")]
    [DataRow("A:", "")]
    [DataRow("A: 'x y'", "x y")]
    [DataRow("A=x\n  # c\n  B=y", "x")]
    [DataRow("export A='x' # y", "x")]
    [DataRow("export\nA=1", "1")]
    [DataRow("A=~/x", "~/x")]
    [DataRow("A=$HOMEX/x", "/x")]
    [DataRow("A=%X%", "%X%")]
    [DataRow("A=\u2028x", "\u2028x")]
    [DataRow("A=x\u000By", "x\u000By")]
    [DataRow("A=x\u0085", "x")]
    public void ValueIsThatOfDockerCompose(string text, string value)
    {
        EnvironmentFileContent content = Read(text);
        Assert.AreEqual("", content.Problem);
        Assert.AreEqual(value, content.Values["A"]);
    }

    [TestMethod]
    [DataRow("A")]
    [DataRow("A=one\\\ntwo")]
    [DataRow("A=\"x\"y")]
    [DataRow("A='x' 'y'")]
    [DataRow("export A")]
    [DataRow("A B=1")]
    [DataRow("A!=1")]
    [DataRow("A=${X")]
    [DataRow("A=${}")]
    [DataRow("A=${X-Y")]
    [DataRow("A=${1}")]
    [DataRow("A=${X:?e}")]
    [DataRow("A=${X?e}")]
    [DataRow("X=\nA=${X:?e}")]
    [DataRow("A=${X:-a # b}")]
    [DataRow("A=${X?a-b}")]
    [DataRow("X=x\nA=${X:-${Z:?e}}")]
    [DataRow("A=${ X }")]
    [DataRow("A=${X }")]
    [DataRow("A=${x.y}")]
    [DataRow("A=${X!}")]
    [DataRow("BASE")]
    [DataRow("A=\"never\nB=1")]
    [DataRow("A='never")]
    [DataRow("A=\"a\\\"")]
    [DataRow("A='a\\'")]
    [DataRow("A=\"\\")]
    [DataRow("=1\nA=2")]
    [DataRow(":\nA=2")]
    [DataRow("A=1\n\u0000")]
    [DataRow("export =1\nA=1")]
    public void TextThatDockerComposeRefusesIsAProblemWithoutValues(string text)
    {
        EnvironmentFileContent content = Read(text);
        Assert.IsGreaterThan(0, content.ProblemLine);
        Assert.AreNotEqual("", content.Problem);
    }

    [TestMethod]
    [DataRow("A\nB=1")]
    [DataRow("A\n")]
    [DataRow("#")]
    [DataRow("")]
    public void NameWithoutAValueIsNotSet(string text)
    {
        EnvironmentFileContent content = Read(text);
        Assert.AreEqual("", content.Problem);
        Assert.DoesNotContain("A", content.Values.Keys);
    }

    [TestMethod]
    public void ProblemNamesItsLineAndNoValue()
    {
        EnvironmentFileContent content = Read("# c\nP=\"two\nlines\"\nSECRET=hunter2${\nB=1\n");
        Assert.AreEqual(4, content.ProblemLine);
        Assert.AreEqual("A '${' has no '}'. Write '$$' for a dollar that is meant literally.", content.Problem);
        Assert.AreEqual("1", content.Values["B"]);
    }

    [TestMethod]
    public void ValuesThatNameEachOtherTwiceEnd()
    {
        string text = "A0=xxxxxxxx\n";
        for (int i = 1; i < 200; i++) text += $"A{i}=${{A{i - 1}}}${{A{i - 1}}}\n";
        StringAssert.StartsWith(Read(text).Problem, "A value becomes longer than ", StringComparison.Ordinal);
    }

    [TestMethod]
    public void DefaultsInDefaultsEnd()
    {
        string text = "A=" + string.Concat(Enumerable.Repeat("${X:-", 100_000)) + new string('}', 100_000);
        StringAssert.StartsWith(Read(text).Problem, "Its default values are nested more than ", StringComparison.Ordinal);
    }

    private static EnvironmentFileContent Read(string text) =>
        EnvironmentFileReader.Read(text.TrimStart('\uFEFF'), name => name == "BASE" ? "os-base" : name == "EMPTY" ? "" : null);
}
