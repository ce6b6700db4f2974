using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Tests.Yaml;

/// <summary>Values other than strings look as Go's <c>encoding/json</c> writes them.</summary>
[TestClass]
public sealed class CanonicalJsonTests
{
    [TestMethod]
    [DataRow("1.5", "1.5")]
    [DataRow("1.0", "1")]
    [DataRow("0.0", "0")]
    [DataRow("-0.0", "-0")]
    [DataRow("100000.0", "100000")]
    [DataRow("1e15", "1000000000000000")]
    [DataRow("1e16", "10000000000000000")]
    [DataRow("123456789012345680000.0", "123456789012345680000")]
    [DataRow("1e20", "100000000000000000000")]
    [DataRow("1e21", "1e+21")]
    [DataRow("-1e21", "-1e+21")]
    [DataRow("1.5e300", "1.5e+300")]
    [DataRow("0.001", "0.001")]
    [DataRow("0.000001", "0.000001")]
    [DataRow("1.234e-6", "0.000001234")]
    [DataRow("1e-7", "1e-7")]
    [DataRow("1.5e-10", "1.5e-10")]
    [DataRow("5e-324", "5e-324")]
    [DataRow("0.1", "0.1")]
    [DataRow("3.4028234663852886e38", "3.4028234663852886e+38")]
    [DataRow("12345678901", "12345678901")]
    [DataRow("18446744073709551615", "18446744073709551615")]
    [DataRow("-9223372036854775808", "-9223372036854775808")]
    [DataRow("0x1f", "31")]
    [DataRow("true", "true")]
    [DataRow("~", "null")]
    [DataRow("2024-01-02", "\"2024-01-02T00:00:00Z\"")]
    public void ScalarsAreGos(string yaml, string json) => Assert.AreEqual(json, Write("a: " + yaml)[5..^1]);

    [TestMethod]
    [DataRow("<a & b>", @"\u003ca \u0026 b\u003e")]
    [DataRow("\\\"q\\\" \\\\", "\\\"q\\\" \\\\")]
    [DataRow("\\t\\n\\r\\b\\f", @"\t\n\r\b\f")]
    [DataRow("\\x01\\x1f\\x7f", "\\u0001\\u001f\u007f")]
    [DataRow("\\u2028\\u2029", @"\u2028\u2029")]
    [DataRow("é😀/", "é😀/")]
    public void StringsAreEscapedAsGoDoes(string text, string json) => Assert.AreEqual($"\"{json}\"", Write($"a: \"{text}\"")[5..^1]);

    [TestMethod]
    public void KeysAreSortedAndNothingIsPadded() => Assert.AreEqual(
        """{"B":1,"a":{"x":null,"y":[1,"2",[],{}]},"b":2}""",
        Write("b: 2\na: {y: [1, '2', [], {}], x: ~}\nB: 1\n"));

    [TestMethod]
    public void NumbersDoNotDependOnTheCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.AreEqual("""{"a":1.5,"b":-7,"c":1e-7}""", Write("a: 1.5\nb: -7\nc: 1e-7\n"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Write(string yaml) => CanonicalJson.Write(YamlReader.Read(new SourceText("x", yaml), new DiagnosticBag())!);
}
