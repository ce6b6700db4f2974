using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class LanguageTests
{
    public static IEnumerable<object[]> Cases =>
    [
        // Literals.
        ["{{ `raw \\n \"x\"` }}{{ `a\r\nb` }}", "raw \\n \"x\"a\nb"],
        [@"{{ ""\a\b\f\v\\\'"" | quote }}".Replace("\\'", ""), "\"\\a\\b\\f\\v\\\\\""],
        [@"{{ ""\101\x41\u0041\U0001F600\xc3\xa9"" }}", "AAA😀é"],
        [@"{{ 'a' }} {{ '\n' }} {{ 'é' }} {{ '\x41' }} {{ '\'' }} {{ kindOf 'a' }}", "97 10 233 65 39 int"],
        ["{{ 0x1f }} {{ 0X1F }} {{ 0o17 }} {{ 017 }} {{ 0b101 }} {{ 0x_1f }} {{ 1_000_000 }} {{ +5 }} {{ 0 }}", "31 31 15 15 5 31 1000000 5 0"],
        ["{{ 1.5e3 }} {{ .5 }} {{ 1. }} {{ 0x1p4 }} {{ 1e2 | kindOf }} {{ 0x1p4 | kindOf }} {{ 1_0.5 }}", "1500 0.5 1 16 float64 float64 10.5"],
        ["{{ repeat 1e0 `a` }}{{ repeat 2.0 `b` }} {{ round 5 0 }}", "abb 5"],
        ["{{ 9223372036854775807 }} {{ -9223372036854775808 }}", "9223372036854775807 -9223372036854775808"],

        // White space.
        ["a {{- 1 -}} b", "a1b"],
        ["a\n\t {{- `x` -}} \r\n b", "axb"],
        ["a {{/* c */}} b|a {{- /* c */ -}} b|a {{- /* c */}} b|a {{/* c */ -}} b", "a  b|ab|a b|a b"],
        ["{{ 3 -}} x {{- 4 }}", "3x4"],
        ["{{-3}} {{- -3 }}", "-3-3"],
        ["{{ `a` -}}   {{- `b` }}", "ab"],
        ["a\r\n{{ if true }}\r\nb\r\n{{ end }}\r\nc", "a\r\n\r\nb\r\n\r\nc"],
        ["{{\n  .Id\n}} {{ print\n1\n2 }}", "wl.db 1 2"],
        ["{ { }} }", "{ { }} }"],

        // Pipelines and variables.
        [@"{{ ""a"" | printf ""%s-%s"" ""b"" }} {{ 1 | add 2 | add 3 }} {{ (1 | add 2) | kindOf }}", "b-a 6 int64"],
        [@"{{ $x := 1 }}{{ $x = add $x 1 }}{{ $x }} {{ $y := add $x 1 }}{{ $y := add $y 1 }}{{ $y }}", "2 4"],
        [@"{{ $x := 1 }}{{ with 2 }}{{ $x := . }}{{ $x }}{{ end }}{{ $x }} {{ range until 2 }}{{ $x = add $x . }}{{ end }}{{ $x }}", "21 2"],
        [@"{{ with $x := 5 }}{{ $x }}{{ end }} {{ if $y := 0 }}{{ else }}{{ $y }}{{ end }} {{ if $z := 7 }}{{ $z }}{{ end }}", "5 0 7"],
        [@"{{ $ := 1 }}{{ $ }}", "1"],
        [@"{{ $d := dict ""a"" (dict ""b"" 3) }}{{ $d.a.b }} {{ $d.x.y }} {{ ($d.a).b }} {{ (index $d ""a"").b }}", "3 <no value> 3 3"],
        [@"{{ $x := .Nil }}{{ $x.a.b }} {{ (.Nil).x }}", "<no value> <no value>"],
        [@"{{ .Params.nested.deep.er }} {{ (.Params).name }} {{ $.Params.name }} {{ .nope }} {{ .Nil }}", "1 db db <no value> <no value>"],

        // if, with, range.
        [@"{{ if 0 }}a{{ else if 1 }}b{{ else }}c{{ end }} {{ if 0 }}a{{ else if 0 }}b{{ else if 0 }}c{{ else }}d{{ end }}", "b d"],
        [@"{{ with 0 }}a{{ else with 2 }}{{ . }}{{ else }}c{{ end }} {{ with """" }}a{{ else with 0 }}b{{ else }}c{{ end }}", "2 c"],
        [@"{{ range list }}a{{ else }}none{{ end }} {{ range .nope }}a{{ else }}none{{ end }} {{ range .Nil }}a{{ else }}none{{ end }} {{ range dict }}a{{ " +
            @"else }}none{{ end }} {{ range 0 }}a{{ else }}none{{ end }} {{ range -1 }}a{{ else }}none{{ end }}", "none none none none none none"],
        [@"{{ range $k, $v := dict ""b"" 1 ""a"" 2 ""É"" 3 }}{{ $k }}{{ $v }}{{ end }} {{ range dict ""b"" 1 ""a"" 2 }}{{ . }}{{ end }}", "a2b1É3 21"],
        [@"{{ range $i, $v := list ""x"" ""y"" }}{{ $i }}{{ $v }}{{ end }} {{ range $v := list 1 2 }}{{ $v }}{{ end }} {{ range $i := 3 }}{{ $i }}{{ end }} " +
            @"{{ range add 1 1 }}{{ kindOf . }}{{ end }}",
            "0x1y 12 012 int64int64"],
        [@"{{ $i := 9 }}{{ $v := 9 }}{{ range $i, $v = list 5 6 }}{{ end }}{{ $i }}{{ $v }} {{ range $v = list 7 }}{{ end }}{{ $v }}", "16 7"],
        [@"{{ range $i, $x := list 1 2 3 4 }}{{ if eq $x 2 }}{{ continue }}{{ end }}{{ if eq $x 4 }}{{ break }}{{ end }}{{ $x }}{{ end }} {{ range until 3 " +
            @"}}{{ range until 3 }}{{ if . }}{{ break }}{{ end }}{{ . }}{{ end }}{{ with 1 }}{{ continue }}{{ end }}x{{ end }}", "13 000"],
        [@"{{ $d := dict ""a"" 1 ""b"" 2 }}{{ range $k, $v := $d }}{{ $_ := unset $d ""b"" }}{{ $_ := set $d ""c"" 3 }}{{ $k }}{{ $v }}{{ end }} {{ $d }}",
            "a1b2 map[a:1 c:3]"],
        [@"{{ range .Mixed }}[{{ . }}]{{ end }}", "[1][2.5][x][true][<no value>][[y]][map[k:v]]"],
        [@"{{ range $i, $i := list 5 }}{{ $i }}{{ end }}", "5"],

        // define, template, block.
        [@"{{ define ""t"" }}[{{ . }}{{ $ }}]{{ end }}{{ template ""t"" 1 }}{{ template ""t"" }}{{ template `t` .Id }}",
            "[11][<no value><no value>][wl.dbwl.db]"],
        [@"{{ $x := 1 }}{{ block ""b"" 2 }}{{ . }}{{ $ }}{{ end }}{{ template ""b"" 3 }}{{ $x }}", "22331"],
        [@"{{ define ""a"" }}{{ end }}{{ define ""a"" }}x{{ end }}{{ define ""a"" }} {{ end }}{{ template ""a"" }}", "x"],
        [@"{{ define ""r"" }}{{ . }}{{ if lt . 3 }}{{ template ""r"" (int (add . 1)) }}{{ end }}{{ end }}{{ template ""r"" 0 }}", "0123"],

        // Truth and logic.
        [@"{{ and 1 2 }} {{ and 1 0 2 }} {{ and """" (fail ""x"") }} {{ or 0 3 }} {{ or 0 """" }}|{{ or 1 (fail ""x"") }} {{ not 0 }} {{ not (list 1) }} {{ " +
            @"0 | or """" }} {{ 5 | and 1 }} {{ and .nope 1 }}",
            "2 0  3 |1 true false 0 5 <no value>"],
        [@"{{ range list true 1 -1 0.1 ""a"" (list 0) (dict ""a"" 0) now (semver ""1"") }}{{ if . }}T{{ else }}F{{ end }}{{ end }}", "TTTTTTTTT"],
        [@"{{ range list false 0 0.0 """" (list) (dict) nil }}{{ if . }}T{{ else }}F{{ end }}{{ end }}{{ if .nope }}T{{ else }}F{{ end }}{{ if index " +
            @".WorkloadServices ""x"" }}T{{ else }}F{{ end }}",
            "FFFFFFFFT"],

        // Comparison.
        [@"{{ eq 1 1 }} {{ eq 1 2 1 }} {{ eq ""a"" ""b"" ""a"" }} {{ eq true true }} {{ eq 1.5 1.5 }} {{ eq 1 (int64 1) }} {{ eq (index ""a"" 0) 97 }} {{ eq " +
            @"'a' 97 }}",
            "true true true true true true true true"],
        [@"{{ eq nil nil }} {{ eq .nope nil }} {{ eq .Nil nil }} {{ eq 1 nil }} {{ eq .nope """" }} {{ ne .nope 1 }} {{ eq (list) nil }}",
            "true true true false false true false"],
        [@"{{ eq .WorkloadServices.api.Ports.web (index .WorkloadServices.api.Ports ""80"") }} {{ ne .WorkloadServices.api.Ports.web " +
            @".WorkloadServices.api.Ports.web }}",
            "true false"],
        [@"{{ ne 1 2 }} {{ ne ""a"" ""a"" }} {{ lt 1 2 }} {{ lt 2 1 }} {{ le 1 1 }} {{ gt 2 1 }} {{ ge 1 2 }} {{ lt ""a"" ""b"" }} {{ lt 1.5 2.5 }} {{ lt 1 " +
            @"(int64 2) }} {{ lt -1 (index ""a"" 0) }} {{ gt (index ""a"" 0) -1 }} {{ le ""b"" ""a"" " +
            @"}}", "true false true false true true false true true true true true false"],

        // Other functions of the language.
        [@"{{ len ""é"" }} {{ len (list 1) }} {{ len (dict) }} {{ len (until 3) }}", "2 1 0 3"],
        [@"{{ index (list 1 (list 2 3)) 1 0 }} {{ index ""abc"" 1 }} {{ index (dict ""a"" (list 5)) ""a"" 0 }} {{ index (list 1) (int64 0) }} {{ index (list " +
            @"1 2) }} {{ index .WorkloadServices.api.Ports ""x"" }}",
            "2 98 5 1 [1 2] { 0 0 }"],
        [@"{{ html ""a<b>&'\""\x00"" }} {{ html 1 2 }} {{ html nil }}", "a&lt;b&gt;&amp;&#39;&#34;\uFFFD 1 2 &lt;no value&gt;"],
        [@"{{ js ""a'b\""c\\d\n<>&=\u200bé"" }} {{ js 1 }}", "a\\'b\\\"c\\\\d\\u000A\\u003C\\u003E\\u0026\\u003D\\u200Bé 1"],
        [@"{{ urlquery ""a b/é?&=+~-_."" }} {{ urlquery 1 2 }}", "a+b%2F%C3%A9%3F%26%3D%2B~-_. 1+2"],
        [@"{{ slice (list 1 2 3) 1 }}", "[2 3]"],
        [@"{{ print true | len }} {{ printf ""%d"" 1 | printf ""%s%s"" ""a"" }} {{ println 1 | trim }}", "4 a1 1"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void TemplatesRunAsInGo(string template, string output) => Assert.AreEqual(output, TemplateRun.Render(template));
}
