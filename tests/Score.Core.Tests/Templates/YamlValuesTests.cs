using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class YamlValuesTests
{
    [TestMethod]
    [DataRow("1", "int 1")]
    [DataRow("0x1f", "int 31")]
    [DataRow("-5", "int -5")]
    [DataRow("18446744073709551615", "uint64 18446744073709551615")]
    [DataRow("1.5", "float64 1.5")]
    [DataRow("1e6", "float64 1e+06")]
    [DataRow("true", "bool true")]
    [DataRow("yes", "string yes")]
    [DataRow("'1'", "string 1")]
    [DataRow("2024-01-02", "string 2024-01-02T00:00:00Z")]
    [DataRow("null", "<nil> <no value>")]
    [DataRow("[1, [a], null]", "[]interface {} [1 [a] <nil>]")]
    [DataRow("{b: 1, a: {c: ~}}", "map[string]interface {} map[a:map[c:<nil>] b:1]")]
    public void ScalarsKeepTheKindsThatTheReferenceGivesThem(string yaml, string expected) =>
        Assert.AreEqual(expected, TemplateRun.Render("{{ typeOf .x }} {{ .x }}", Read("x: " + yaml)));

    [TestMethod]
    public void AnAliasBecomesAValueOfItsOwn() =>
        Assert.AreEqual("map[x:1] map[]", TemplateRun.Render("{{ $_ := set .a \"x\" 1 }}{{ .a }} {{ .b }}", Read("a: &n {}\nb: *n")));

    private static GoValue Read(string yaml) => YamlValues.Of(YamlReader.Read(new SourceText("x.yaml", yaml), new DiagnosticBag())!);
}
