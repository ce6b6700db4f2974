using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class SprigRegexTests
{
    public static IEnumerable<object[]> Cases =>
    [
        // Functions.
        [@"{{ regexMatch `^a+$` ""aaa"" }} {{ regexMatch `b` ""aaa"" }} {{ regexMatch `(` ""a"" }} {{ mustRegexMatch `A` ""a"" }}", "true false false false"],
        [@"{{ regexFind `[a-z]+` ""12ab3c"" }}|{{ regexFind `x` ""a"" }}|{{ mustRegexFind `\d` ""a1"" }}", "ab||1"],
        [@"{{ regexFindAll `a` ""banana"" -1 }} {{ regexFindAll `a` ""banana"" 2 }} {{ regexFindAll `a` ""banana"" 0 }} {{ mustRegexFindAll `x*` ""axxb"" -1 " +
            @"| len }}",
            "[a a a] [a a] [] 3"],
        [@"{{ regexFindAll `a*` ""baaac"" -1 | join ""|"" }}", "|aaa|"],
        [@"{{ regexReplaceAll `a(x*)b` ""-ab-axxb-"" `${1}W` }} {{ regexReplaceAll `a(x*)b` ""-ab-axxb-"" `$1W` }} {{ mustRegexReplaceAll " +
            @"`a` ""banana"" ""$$"" }}",
            "-W-xxW- --- b$n$n$"],
        [@"{{ regexReplaceAll `(?P<first>\w+) (?P<second>\w+)` ""ab cd"" ""$second ${first} $3 $x"" }} {{ regexReplaceAll `a` ""bab"" ""$"" }} {{ " +
            @"regexReplaceAll `a` ""a"" ""${"" }}",
            "cd ab   b$b ${"],
        [@"{{ regexReplaceAll `x*` ""abc"" ""-"" }} {{ regexReplaceAll `b*` ""abc"" ""-"" }}", "-a-b-c- -a-c-"],
        [@"{{ regexReplaceAllLiteral `a` ""ba"" ""$0"" }} {{ mustRegexReplaceAllLiteral `a` ""ba"" ""${1}"" }}", "b$0 b${1}"],
        [@"{{ regexSplit `,` ""a,b,c"" 2 }} {{ regexSplit `a` ""banana"" -1 | join ""|"" }} {{ regexSplit `z` """" -1 | len }} {{ regexSplit `,` ""a"" 0 }} " +
            @"{{ mustRegexSplit `` ""abc"" -1 }}",
            "[a b,c] b|n|n| 1 [] [a b c]"],
        [@"{{ regexQuoteMeta `a.b+c{1}[x]^$|()?*\-` }}", @"a\.b\+c\{1\}\[x\]\^\$\|\(\)\?\*\\-"],

        // Syntax that .NET reads in another way.
        [@"{{ regexMatch `^a$` ""a\n"" }} {{ regexMatch `(?m)^a$` ""b\na\nc"" }} {{ regexMatch `a\z` ""a\n"" }} {{ regexMatch `\Aa` ""ba"" }}",
            "false true false false"],
        [@"{{ regexFind `\d+` ""٣4"" }} {{ regexFind `\w+` ""éa"" }} {{ regexMatch `\s` ""\u00a0"" }} {{ regexMatch `\bé` ""aé"" }} {{ regexFind " +
            @"`\D+` ""1é2"" }}",
            "4 a false true é"],
        [@"{{ regexFind `a.c` ""a\nc"" }}|{{ regexFind `(?s)a.c` ""a\nc"" }}|{{ regexFind `(?i)ABC` ""xabC"" }}|{{ regexFind `(?i:a)b` ""AB Ab"" }}|{{ " +
            @"regexFind `(?-i)a` ""a"" }}",
            "|a\nc|abC|Ab|a"],
        [@"{{ regexFind `a+?` ""aaa"" }} {{ regexFind `(?U)a+` ""aaa"" }} {{ regexFind `(?U)a+?` ""aaa"" }} {{ regexFind `a{2}` ""aaa"" }} {{ regexFind " +
            @"`a{2,}` ""aaa"" }} {{ regexFind `a{1,2}?` ""aaa"" }} {{ regexFind `a{,2}` ""a{,2}"" }} {{ regexFind `x{` ""x{"" }}", "a a aaa aa aaa a a{,2} x{"],
        [@"{{ regexFind `[[:alpha:]]+` ""1ab"" }} {{ regexFind `[[:^digit:][:space:]]+` ""1a b2"" }} {{ regexFind `[[:word:]-]+` ""(a-_1)"" }} {{ regexFind " +
            @"`[]a]+` ""]a"" }} {{ regexFind `[^]a]+` ""]ab"" }} {{ regexFind `[a\-z]+` ""a-z"" }}", "ab a b a-_1 ]a b a-z"],
        [@"{{ regexFind `\pL+` ""1éß"" }} {{ regexFind `\p{Lu}` ""aÉ"" }} {{ regexFind `\PL+` ""a12"" }} {{ regexFind `[\p{Nd}x]+` ""ax1"" }} {{ regexFind " +
            @"`\p{^L}+` ""a1"" }} {{ regexFind `[^\PL]+` ""1ab"" }}",
            "éß É 12 x1 1 ab"],
        [@"{{ regexFind `\Qa.b\E+` ""a.bb"" }} {{ regexFind `\x41\x{42}\103` ""ABC"" }} {{ regexMatch `^\t\n\f\r\v\a$` ""\t\n\f\r\v\a"" }} {{ regexFind " +
            @"`\.\-\_\/` "".-_/"" }} {{ regexFind `[a-c-e]+` ""a-e"" }}",
            "a.bb ABC true .-_/ a-e"],
        [@"{{ regexReplaceAll `(?P<n>a)(b)(?:c)(d)` ""abcd"" ""$3$2$1"" }} {{ regexReplaceAll `(?<n>a)` ""a"" ""[$n]"" }}", "dba [a]"],
        [@"{{ regexFind `a|ab` ""ab"" }} {{ regexFind `(a|b)*c|d` ""abcd"" }} {{ regexFind `(?:)` ""a"" }}|{{ regexFind `^*a` ""a"" }}", "a abc |a"],
        [@"{{ regexFind `^.$` ""😀"" }} {{ regexFind `[😀-😂]` ""a😁"" }} {{ regexFind `[^a]` ""a😁"" }} {{ regexFindAll `` ""😀"" -1 | len }} {{ regexFind " +
            @"`😀+` ""😀😀"" }} {{ regexMatch `[^😀-😂]` ""😁"" }}",
            "😀 😁 😁 2 😀😀 false"],
        [@"{{ regexMatch `(a+)+$` ""aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"" }}", "false"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void RegularExpressionsAreThoseOfRe2(string template, string output)
    {
        // The last pattern runs away where engines go back, and must be answered by one that does not.
        Score.Core.Templates.TemplateContext context = TemplateRun.Context with { Limits = new() { PatternTime = System.TimeSpan.FromMilliseconds(500) } };
        Assert.AreEqual(output, TemplateRun.Render(template, context));
    }

    [TestMethod]
    [DataRow(@"(", "not closed")]
    [DataRow(@")", "no '('")]
    [DataRow(@"[a", "not closed")]
    [DataRow(@"[b-a]", "wrong order")]
    [DataRow(@"*", "nothing before")]
    [DataRow(@"a**", "cannot be repeated")]
    [DataRow(@"a{2}{3}", "cannot be repeated")]
    [DataRow(@"a{3,2}", "wrong order")]
    [DataRow(@"a{1001}", "1000")]
    [DataRow(@"(a{100}){100}", "1000")]
    [DataRow(@"(?=a)", "no look-ahead")]
    [DataRow(@"(?<=a)", "look-behind")]
    [DataRow(@"(?>a)", "not supported")]
    [DataRow(@"(a)\1", "reference")]
    [DataRow(@"\Z", "no escape")]
    [DataRow(@"\p{Greek}", "not supported")]
    [DataRow(@"[[:foo:]]", "no class")]
    [DataRow(@"\x4", "hexadecimal")]
    [DataRow(@"a\", "backslash")]
    [DataRow(@"(?P<a>x)(?P<a>y)", "Two groups")]
    [DataRow(@"(?P<1-a>x)", "name")]
    public void WhatRe2RefusesIsAnErrorAndNoMatch(string pattern, string words)
    {
        StringAssert.Contains(TemplateRun.ExecuteError("{{ mustRegexMatch `" + pattern + "` \"a\" }}").Message, words);
        StringAssert.Contains(TemplateRun.ExecuteError("{{ regexFind `" + pattern + "` \"a\" }}").Message, words);
        Assert.AreEqual("false", TemplateRun.Render("{{ regexMatch `" + pattern + "` \"a\" }}"));
    }

    [TestMethod]
    public void PatternsNestedTooDeeplyAreErrors()
    {
        string pattern = new string('(', 1000) + new string(')', 1000);
        StringAssert.Contains(TemplateRun.ExecuteError("{{ mustRegexMatch `" + pattern + "` \"a\" }}").Message, "too deeply");
    }
}
