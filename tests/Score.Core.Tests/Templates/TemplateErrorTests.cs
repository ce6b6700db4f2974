using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Templates;

namespace Score.Core.Tests.Templates;

/// <summary>Each error is found at its stage, at its line and column, and says what is wrong.</summary>
[TestClass]
public sealed class TemplateErrorTests
{
    [TestMethod]
    [DataRow("{{", 1, 3, "began in line 1 is not closed")]
    [DataRow("a\n{{ .x\n\n", 4, 1, "began in line 2 is not closed")]
    [DataRow("\n {{ /* x */ }}", 2, 5, "'/' cannot stand in an action")]
    [DataRow("\n{{/* x }}", 2, 1, "comment is not closed")]
    [DataRow("{{/* x */ .y }}", 1, 1, "must be the whole action")]
    [DataRow("{{ }}", 1, 4, "action is empty")]
    [DataRow("{{ . | | . }}", 1, 8, "'|' cannot stand")]
    [DataRow("{{ () }}", 1, 5, "parentheses are empty")]
    [DataRow("{{ (1 }}", 1, 7, "'(' is not closed")]
    [DataRow("{{ 1) }}", 1, 5, "')' has no '('")]
    [DataRow("{{ 1 | 2 }}", 1, 8, "follow a '|'")]
    [DataRow("{{ 1 | . }}", 1, 8, "follow a '|'")]
    [DataRow("{{ 1 | nil }}", 1, 8, "follow a '|'")]
    [DataRow("{{ 1 | true }}", 1, 8, "follow a '|'")]
    [DataRow("\r\n{{ nope }}", 2, 4, "no function 'nope'")]
    [DataRow("{{ uppr }}", 1, 4, "Did you mean 'upper'?")]
    [DataRow("{{ $x }}", 1, 4, "'$x' is not declared")]
    [DataRow("{{ $name := 1 }}{{ $nam }}", 1, 20, "Did you mean '$name'?")]
    [DataRow("{{ if 1 }}{{ $x := 1 }}{{ end }}{{ $x }}", 1, 36, "'$x' is not declared")]
    [DataRow("{{ $a := 1 }}{{ define \"t\" }}{{ $a }}{{ end }}", 1, 33, "'$a' is not declared")]
    [DataRow("{{ $x=1 }}", 1, 6, "'=' cannot stand here")]
    [DataRow("{{ $x : 1 }}", 1, 7, "followed by '='")]
    [DataRow("{{ $a, $b := 1 }}", 1, 4, "Too many variables")]
    [DataRow("{{ range $a, $b, $c := . }}{{ end }}", 1, 14, "Too many variables")]
    [DataRow("{{ range $a, 1 := . }}{{ end }}", 1, 12, "second variable")]
    [DataRow("{{ if }}{{ end }}", 1, 7, "{{if}} needs a value")]
    [DataRow("{{ with }}{{ end }}", 1, 9, "{{with}} needs a value")]
    [DataRow("{{ if 1 }}a", 1, 12, "before the {{end}} of {{if}}")]
    [DataRow("{{ range . }}\n{{ if 1 }}\n", 3, 1, "before the {{end}} of {{if}}")]
    [DataRow("a\n {{ end }}", 2, 5, "{{end}} has no block")]
    [DataRow("{{ else }}", 1, 4, "{{else}} has no block")]
    [DataRow("{{ if 1 }}{{ else }}{{ else }}{{ end }}", 1, 24, "has an {{else}} already")]
    [DataRow("{{ if 1 }}{{ else if 1 }}{{ end }}{{ end }}", 1, 38, "{{end}} has no block")]
    [DataRow("{{ range . }}{{ else if 1 }}{{ end }}", 1, 17, "cannot belong to {{range}}")]
    [DataRow("{{ with . }}{{ else if 1 }}{{ end }}", 1, 16, "cannot belong to {{with}}")]
    [DataRow("{{ end 1 }}", 1, 8, "'1' cannot stand in {{end}}")]
    [DataRow("{{ if 1 }}{{ else 1 }}{{ end }}", 1, 19, "'1' cannot stand in {{else}}")]
    [DataRow("{{ break }}", 1, 4, "{{break}} stands outside")]
    [DataRow("{{ continue }}", 1, 4, "{{continue}} stands outside")]
    [DataRow("{{ range . }}{{ define \"x\" }}{{ break }}{{ end }}{{ end }}", 1, 14, "{{define}} cannot stand inside")]
    [DataRow("{{ range . }}{{ block \"x\" . }}{{ break }}{{ end }}{{ end }}", 1, 34, "{{break}} stands outside")]
    [DataRow("{{ range . }}{{ break 1 }}{{ end }}", 1, 23, "'1' cannot stand in {{break}}")]
    [DataRow("{{ define x }}{{ end }}", 1, 11, "{{define}} needs a name in quotes")]
    [DataRow("{{ template x }}", 1, 13, "{{template}} needs a name in quotes")]
    [DataRow("{{ block . }}{{ end }}", 1, 10, "{{block}} needs a name in quotes")]
    [DataRow("{{ block \"x\" }}{{ end }}", 1, 14, "{{block}} needs a value")]
    [DataRow("{{ define \"x\" }}a{{ end }}{{ define \"x\" }}b{{ end }}", 1, 30, "'x' is defined twice")]
    [DataRow("{{ define \"x\" }}{{ else }}{{ end }}", 1, 20, "{{else}} has no block")]
    [DataRow("{{ define \"x\" }}", 1, 17, "before the {{end}} of {{define}}")]
    [DataRow("{{ \"a\n\" }}", 1, 4, "quoted string is not closed")]
    [DataRow("{{ `a }}", 1, 4, "raw quoted string is not closed")]
    [DataRow("{{ 'a }}", 1, 4, "character constant is not closed")]
    [DataRow("{{ 'ab' }}", 1, 4, "holds one character")]
    [DataRow("{{ '' }}", 1, 4, "holds one character")]
    [DataRow("{{ \"a\\q\" }}", 1, 6, "escape sequence")]
    [DataRow("{{ \"\\'\" }}", 1, 5, "escape sequence")]
    [DataRow("{{ \"\\xg\" }}", 1, 5, "escape sequence")]
    [DataRow("{{ \"\\ud800\" }}", 1, 5, "escape sequence")]
    [DataRow("{{ \"\\400\" }}", 1, 5, "escape sequence")]
    [DataRow("{{ 1x }}", 1, 4, "'1x' is not a number")]
    [DataRow("{{ 1__0 }}", 1, 4, "'1__0' is not a")]
    [DataRow("{{ 08 }}", 1, 4, "'08' is not a whole number")]
    [DataRow("{{ 0x }}", 1, 4, "'0x' is not a number")]
    [DataRow("{{ 1e }}", 1, 4, "'1e' is not a number")]
    [DataRow("{{ 1e999 }}", 1, 4, "is not a number")]
    [DataRow("{{ + }}", 1, 4, "'+' is not a number")]
    [DataRow("{{ 1-2 }}", 1, 4, "'1-2' is not a number")]
    [DataRow("{{ 99999999999999999999 }}", 1, 4, "does not fit 64 bits")]
    [DataRow("{{ \"a\".b }}", 1, 7, "'.' cannot follow")]
    [DataRow("{{ 1 .b }}{{ true.b }}", 1, 18, "'.' cannot follow")]
    [DataRow("{{ .a,b }}", 1, 6, "',' cannot stand")]
    [DataRow("{{ .a! }}", 1, 6, "'!' cannot stand")]
    [DataRow("{{ a\u00a0}}", 1, 5, "cannot stand")]
    [DataRow("{{ \u2028 }}", 1, 4, "U+2028")]
    [DataRow("{{ @ }}", 1, 4, "'@' cannot stand")]
    public void AParseErrorIsAtItsPlace(string template, int line, int column, string words)
    {
        TemplateException error = TemplateRun.ParseError(template);
        StringAssert.Contains(error.Message, words);
        Assert.AreEqual((line, column), (error.Line, error.Column), error.Message);
    }

    [TestMethod]
    [DataRow("{{ 1i }}")]
    [DataRow("{{ 1+2i }}")]
    public void ComplexNumbersAreRefused(string template)
    {
        TemplateException error = TemplateRun.ParseError(template);
        Assert.AreEqual(TemplateErrorKind.Unsupported, error.Kind);
        StringAssert.Contains(error.Message, "Complex");
    }

    [TestMethod]
    [DataRow("a\n  {{ .Id.x }}", 2, 9, "string has no field 'x'")]
    [DataRow("{{ .WorkloadServices.api.Nope }}", 1, 21, "no field 'Nope'")]
    [DataRow("{{ .WorkloadServices.api.Nope.x }}", 1, 21, "no field 'Nope'")]
    [DataRow("{{ $x := .Id }}{{ $x.y }}", 1, 21, "no field 'y'")]
    [DataRow("{{ (list).x }}", 1, 10, "list has no field 'x'")]
    [DataRow("{{ range list nil }}{{ .x }}{{ end }}", 1, 24, "asked of nil")]
    [DataRow("{{ range list 1 }}{{ .x }}{{ end }}", 1, 22, "int has no field")]
    [DataRow("{{ 1 2 }}", 1, 4, "cannot have arguments")]
    [DataRow("{{ (upper \"a\") 2 }}", 1, 4, "cannot have arguments")]
    [DataRow("{{ $x := 1 }}{{ $x 2 }}", 1, 17, "cannot have arguments")]
    [DataRow("{{ 1 | $.Id }}", 1, 9, "'.Id' is not a method")]
    [DataRow("{{ .WorkloadServices.api.ServiceName 1 }}", 1, 21, "not a method")]
    [DataRow("{{ upper 1 }}", 1, 10, "string is expected here, but this is int")]
    [DataRow("{{ upper .nope }}", 1, 10, "no value where string")]
    [DataRow("{{ upper .Nil }}", 1, 10, "string is expected here, but this is nil")]
    [DataRow("{{ upper nil }}", 1, 10, "nil is given where string")]
    [DataRow("{{ 1 | upper }}", 1, 8, "string is expected")]
    [DataRow("{{ repeat true \"a\" }}", 1, 11, "int is expected")]
    [DataRow("{{ repeat 1.5 \"a\" }}", 1, 11, "int is expected")]
    [DataRow("{{ \"a\" | repeat \"b\" }}", 1, 17, "int is expected")]
    [DataRow("{{ lower }}", 1, 4, "'lower' needs 1 argument, but has 0")]
    [DataRow("{{ lower 1 2 3 }}", 1, 4, "'lower' needs 1 argument, but has 3")]
    [DataRow("{{ trunc 1 }}", 1, 4, "needs 2 arguments, but has 1")]
    [DataRow("{{ default }}", 1, 4, "needs at least 1 argument, but has 0")]
    [DataRow("{{ range true }}{{ end }}", 1, 10, "not a truth value")]
    [DataRow("{{ range 1.5 }}{{ end }}", 1, 10, "not a floating point number")]
    [DataRow("{{ range $i, $x := 3 }}{{ end }}", 1, 20, "one variable only")]
    [DataRow("{{ range .WorkloadServices.api }}{{ end }}", 1, 27, "framework.NetworkService")]
    [DataRow("{{ $x = 1 }}", 1, 9, "'$x' has no value")]
    [DataRow("{{ $x := $x }}", 1, 10, "'$x' has no value")]
    [DataRow("{{ if 0 }}{{ $x := 1 }}{{ else }}{{ $x }}{{ end }}", 1, 37, "'$x' has no value")]
    [DataRow("{{ template \"x\" . }}", 1, 13, "no template 'x'")]
    [DataRow("{{ define \"abc\" }}{{ end }}{{ template \"abd\" }}", 1, 40, "Did you mean 'abc'?")]
    [DataRow("{{ define \"t\" }}\n {{ fail \"x\" }}{{ end }}\n{{ template \"t\" }}", 2, 5, "x")]
    [DataRow("{{ 18446744073709551615 }}", 1, 4, "does not fit a signed integer")]
    [DataRow("{{ call .Id }}", 1, 4, "nothing to call")]
    [DataRow("{{ and (fail \"a\") 1 }}", 1, 9, "a")]
    [DataRow("{{ print (index .List 5) }}", 1, 11, "The index is out of range: there are")]
    [DataRow("{{ index .List -1 }}", 1, 4, "out of range")]
    [DataRow("{{ index .List 3 }}", 1, 4, "out of range")]
    [DataRow("{{ index .List \"a\" }}", 1, 4, "whole number")]
    [DataRow("{{ index .List nil }}", 1, 4, "whole number")]
    [DataRow("{{ index .Params 1 }}", 1, 4, "keys of a map are strings")]
    [DataRow("{{ index .nope 1 }}", 1, 4, "nil has no elements")]
    [DataRow("{{ index .Params \"nope\" \"x\" }}", 1, 4, "nil has no elements")]
    [DataRow("{{ index \"a\" 5 }}", 1, 4, "out of range")]
    [DataRow("{{ len nil }}", 1, 4, "nil has no length")]
    [DataRow("{{ len true }}", 1, 4, "no length")]
    [DataRow("{{ eq 1 \"1\" }}", 1, 4, "int and string cannot be compared")]
    [DataRow("{{ eq 1 }}", 1, 4, "nothing to compare")]
    [DataRow("{{ eq (list) (list) }}", 1, 4, "cannot be compared")]
    [DataRow("{{ eq (list) (dict) }}", 1, 4, "cannot be compared")]
    [DataRow("{{ eq .WorkloadServices.api .WorkloadServices.web }}", 1, 4, "cannot be compared")]
    [DataRow("{{ lt 1 \"a\" }}", 1, 4, "int and string cannot be compared")]
    [DataRow("{{ lt 1 1.5 }}", 1, 4, "int and float64 cannot be compared")]
    [DataRow("{{ lt true false }}", 1, 4, "no order")]
    [DataRow("{{ lt nil 1 }}", 1, 4, "no order")]
    [DataRow("{{ gt (list) 1 }}", 1, 4, "no order")]
    public void AnExecuteErrorIsAtItsPlace(string template, int line, int column, string words)
    {
        TemplateException error = TemplateRun.ExecuteError(template);
        StringAssert.Contains(error.Message, words);
        Assert.AreEqual((line, column), (error.Line, error.Column), error.Message);
    }

    [TestMethod]
    public void AFailedTemplateSaysItsOwnWordsOnly()
    {
        TemplateException error = TemplateRun.ExecuteError("{{ fail \"my own words\" }}");
        Assert.AreEqual(TemplateErrorKind.Fail, error.Kind);
        Assert.AreEqual("my own words", error.Message);
    }

    // "hunter2" is made by each of these templates, so it may be a secret.
    [TestMethod]
    [DataRow("semver $s")]
    [DataRow("semverCompare \"1.0\" $s")]
    [DataRow("semverCompare $s \"1.0.0\"")]
    [DataRow("mustToDate \"2006\" $s")]
    [DataRow("mustDateModify $s now")]
    [DataRow("mustRegexMatch (print $s \"[\") \"x\"")]
    [DataRow("regexFind (print \"[[:\" $s \":]]\") \"x\"")]
    [DataRow("regexFind (print \"(?P<\" $s \">a)(?P<\" $s \">b)\") \"x\"")]
    [DataRow("mustFromJson $s")]
    [DataRow("mustFromJson (print \"[1,\" $s)")]
    [DataRow("dig $s \"x\" 0 (dict $s 1)")]
    [DataRow("repeat $s \"a\"")]
    [DataRow("index (list 1) $s")]
    [DataRow("index .List 1234567")]
    [DataRow("slice (list 1) 1234567")]
    [DataRow("slice \"abc\" 1 1234567")]
    [DataRow("until (add 1234567)")]
    [DataRow("first $s")]
    [DataRow("len 1234567")]
    [DataRow("urlJoin (dict \"host\" 1234567)")]
    [DataRow("genCAWithKey \"x\" 1 $s")]
    [DataRow("buildCustomCert $s $s")]
    [DataRow("genSignedCert \"x\" (list 1234567) nil 1 (genCA \"x\" 1)")]
    [DataRow("fromJson 1234567")]
    [DataRow("hasKey $s $s")]
    public void AnErrorDoesNotQuoteWhatTheTemplateMade(string call)
    {
        TemplateException error = TemplateRun.ExecuteError("{{ $s := print \"hunter\" 2 }}{{ " + call + " }}");
        Assert.IsFalse(error.Message.Contains("hunter") || error.Message.Contains("1234567"), error.Message);
    }

    [TestMethod]
    [DataRow("{{ semver \"bad\" }}", "'bad' is not a semantic version.")]
    [DataRow("{{ mustToDate \"2006\" \"next year\" }}", "'next year' is not a date")]
    [DataRow("{{ regexFind \"a**\" \"x\" }}", "'a**' is not a regular expression: A repetition cannot be repeated: '**'.")]
    public void AnErrorQuotesAConstantOfTheCall(string template, string words) =>
        StringAssert.Contains(TemplateRun.ExecuteError(template).Message, words);

    [TestMethod]
    public void AnErrorThatIsNotReachedIsNone() =>
        Assert.AreEqual("ok", TemplateRun.Render("{{ if 0 }}{{ fail \"x\" }}{{ template \"nope\" }}{{ .Id.x }}{{ $y = 1 }}{{ $y }}{{ end }}ok"));

    [TestMethod]
    public void AColumnCountsCharactersNotBytes() => Assert.AreEqual(6, TemplateRun.ParseError("éé{{ nope }}").Column);
}
