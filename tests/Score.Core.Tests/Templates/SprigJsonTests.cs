using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class SprigJsonTests
{
    public static IEnumerable<object[]> Cases =>
    [
        [@"{{ toJson (dict ""b"" 1 ""a"" (list 1.5 nil true ""x"")) }}", "{\"a\":[1.5,null,true,\"x\"],\"b\":1}"],
        [@"{{ toJson ""\u2028 \x01\b\f\n\r\t \"" \\ / <>& é"" }}", "\"\\u2028 \\u0001\\b\\f\\n\\r\\t \\\" \\\\ / \\u003c\\u003e\\u0026 é\""],
        [@"{{ toRawJson ""<>&\u2029"" }} {{ mustToRawJson (dict ""a"" ""<"") }}", "\"<>&\\u2029\" {\"a\":\"<\"}"],
        [@"{{ toJson 1e20 }} {{ toJson 1e21 }} {{ toJson 0.000001 }} {{ toJson 1e-7 }} {{ toJson 1.5e-10 }} {{ toJson 123456789.125 }} {{ toJson -0.5 }} {{ " +
            @"toJson 100.0 }}",
            "100000000000000000000 1e+21 0.000001 1e-7 1.5e-10 123456789.125 -0.5 100"],
        [@"{{ toJson .WorkloadServices.web }} {{ toJson (index ""a"" 0) }} {{ toJson (until 2) }} {{ toJson (regexFindAll ""x"" ""a"" -1) }}",
            "{\"ServiceName\":\"web\",\"Ports\":{}} 97 [0,1] null"],
        [@"{{ toJson (toDate ""2006-01-02"" ""2024-03-05"") }} {{ toJson (semver ""v1.2"") }}", "\"2024-03-05T00:00:00Z\" \"1.2.0\""],
        [@"{{ toJson (b64dec ""/w=="") }}", "\"\\ufffd\""],
        [@"{{ toPrettyJson (dict ""a"" (list 1 (dict)) ""b"" (list)) }}", "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}"],
        [@"{{ mustToPrettyJson (list 1) }} {{ mustToJson nil }}", "[\n  1\n] null"],
        [@"{{ fromJson ""{\""a\"":[1,2.5,null,true,\""x\""],\""b\"":{}}"" }}", "map[a:[1 2.5 <nil> true x] b:map[]]"],
        [@"{{ kindOf (fromJson ""1"") }} {{ (fromJson ""{\""a\"":{\""b\"":1}}"").a.b }} {{ mustFromJson "" [ 1 , -2e3 ] "" }}", "float64 1 [1 -2000]"],
        [@"{{ fromJson ""\""\\u00e9\\ud83d\\ude00\\n\\/\\\""\"""" }} {{ fromJson ""\""\\ud800x\"""" }}", "é😀\n/\" \uFFFDx"],
        [@"{{ fromJson ""{\""a\"":1,\""a\"":2}"" }} {{ fromJson ""[1,]"" }} {{ fromJson """" }}", "map[a:2] <no value> <no value>"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void JsonIsWrittenAndReadAsGoDoes(string template, string output) => Assert.AreEqual(output, TemplateRun.Render(template));

    [TestMethod]
    [DataRow("{{ mustFromJson `` }}")]
    [DataRow("{{ mustFromJson `{'a':1}` }}")]
    [DataRow("{{ mustFromJson `{\"a\" 1}` }}")]
    [DataRow("{{ mustFromJson `{\"a\":1,}` }}")]
    [DataRow("{{ mustFromJson `[1 2]` }}")]
    [DataRow("{{ mustFromJson `01` }}")]
    [DataRow("{{ mustFromJson `+1` }}")]
    [DataRow("{{ mustFromJson `1.` }}")]
    [DataRow("{{ mustFromJson `1e` }}")]
    [DataRow("{{ mustFromJson `1e999` }}")]
    [DataRow("{{ mustFromJson `nul` }}")]
    [DataRow("{{ mustFromJson `\"a` }}")]
    [DataRow("{{ mustFromJson `\"\\x\"` }}")]
    [DataRow("{{ mustFromJson `\"\\u12\"` }}")]
    [DataRow("{{ mustFromJson \"\\\"\\n\\\"\" }}")]
    [DataRow("{{ mustFromJson `1 2` }}")]
    [DataRow("{{ mustFromJson `// c` }}")]
    [DataRow("{{ mustToJson (mulf 1e300 1e300) }}")]
    public void WhatIsNotJsonIsAnError(string template) => StringAssert.StartsWith(TemplateRun.ExecuteError(template).Message, "'must");
}
