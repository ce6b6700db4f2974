using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class SprigStringTests
{
    public static IEnumerable<object[]> Cases =>
    [
        // Cutting. Lengths are bytes, so that a character can be cut in two and put together again.
        [@"{{ hello }}", "Hello!"],
        [@"{{ abbrev 3 ""hello world"" }}|{{ abbrev 5 ""hello"" }}|{{ abbrev 8 ""hello world"" }}", "hello world|hello|hello..."],
        [@"{{ abbrevboth 5 7 ""1234 5678 9123"" }}|{{ abbrevboth 0 5 ""hello world"" }}|{{ abbrevboth 3 6 ""hello world"" }}", "...5...|he...|hello world"],
        [@"{{ abbrevboth 20 10 ""1234 5678 9123"" }}", "...78 9123"],
        [@"{{ trunc 3 ""abcdef"" }}|{{ trunc -2 ""abcdef"" }}|{{ trunc 10 ""ab"" }}|{{ trunc -10 ""ab"" }}|{{ trunc 0 ""ab"" }}", "abc|ef|ab|ab|"],
        [@"{{ trunc 2 ""éa"" }}|{{ trunc 1 ""é"" }}{{ trunc -1 ""é"" }}|{{ len (trunc 1 ""é"") }}", "é|é|1"],
        [@"{{ trunc 1 ""é"" }}", "\uFFFD"],
        [@"{{ substr 1 3 ""abcdef"" }}|{{ substr 3 -1 ""abcdef"" }}|{{ substr 2 99 ""abcdef"" }}|{{ substr 0 0 ""abc"" }}", "bc|def|cdef|"],
        [@"{{ trim ""\t a \n"" }}|{{ trimAll ""xy"" ""xyaxyb"" }}|{{ trimall ""-"" ""--a--"" }}|{{ trimAll ""é"" ""éaé"" }}", "a|axyb|a|a"],
        [@"{{ trimPrefix ""ab"" ""abab"" }}|{{ trimSuffix ""ab"" ""abab"" }}|{{ trimPrefix ""x"" ""a"" }}", "ab|ab|a"],
        [@"{{ nospace "" a\tb\nc "" }}", "abc"],

        // Making and testing.
        [@"{{ repeat 0 ""a"" }}|{{ repeat 2 ""ab"" }}|{{ repeat 3 """" }}", "|abab|"],
        [@"{{ replace ""a"" ""b"" ""banana"" }}|{{ replace """" ""-"" ""ab"" }}|{{ replace ""x"" ""y"" ""abc"" }}|{{ replace """" ""-"" """" }}",
            "bbnbnb|-a-b-|abc|-"],
        [@"{{ contains ""b"" ""abc"" }} {{ contains """" ""abc"" }} {{ contains ""B"" ""abc"" }}", "true true false"],
        [@"{{ hasPrefix ""ab"" ""abc"" }} {{ hasPrefix ""b"" ""abc"" }} {{ hasSuffix ""bc"" ""abc"" }} {{ hasSuffix ""b"" ""abc"" }}", "true false true false"],
        [@"{{ cat 1 ""b"" nil true 2.5 }}|{{ cat }}|{{ cat "" a "" }}", "1 b true 2.5|| a "],
        [@"{{ indent 2 ""a\n\nb"" }}|{{ nindent 1 ""x"" }}|{{ indent 0 ""a"" }}", "  a\n  \n  b|\n x|a"],
        [@"{{ plural ""one"" ""many"" 0 }} {{ plural ""one"" ""many"" 1 }} {{ plural ""one"" ""many"" -1 }}", "many one many"],
        [@"{{ quote ""a"" 1 nil true 1.5 (list 1 ""x"") }}|{{ quote ""\t\u00e9\x01"" }}", "\"a\" \"1\" \"true\" \"1.5\" \"[1 x]\"|\"\\té\\x01\""],
        [@"{{ squote ""it's"" 1 nil }}|{{ squote }}", "'it's' '1'|"],

        // Letters and words.
        [@"{{ upper ""straße é"" }} {{ lower ""ABCÉ"" }}", "STRAßE É abcé"],
        [@"{{ title ""hello wOrld don't foo_bar a-b"" }}", "Hello WOrld Don'T Foo_bar A-B"],
        [@"{{ untitle ""Hello World ÀB"" }}", "hello world àB"],
        [@"{{ initials ""Fizz buzz  Three"" }}|{{ initials """" }}", "FbT|"],
        [@"{{ swapcase ""aBc1"" }}", "AbC1"],
        [@"{{ snakecase ""HTTPServer"" }} {{ snakecase ""NoHTTPS"" }} {{ snakecase ""GO_PATH"" }} {{ snakecase ""GO PATH"" }} {{ snakecase ""GO-PATH"" }}",
            "http_server no_https go_path go_path go_path"],
        [@"{{ snakecase ""http2xx"" }} {{ snakecase ""HTTP20xOK"" }} {{ snakecase ""Duration2m3s"" }} {{ snakecase ""Bld4Floor3rd"" }} {{ " +
            @"snakecase ""HTTP2XX"" }}",
            "http_2xx http_20x_ok duration_2m3s bld4_floor_3rd http2_xx"],
        [@"{{ snakecase ""_camelCase"" }} {{ snakecase ""a1b2c3d"" }} {{ snakecase ""A//B%%2c"" }} {{ snakecase ""FROM CamelCase to snake/kebab-case"" }}",
            "_camel_case a_1b2c3d a//b%%2c from_camel_case_to_snake/kebab_case"],
        [@"{{ snakecase ""Wi_thF"" }} {{ snakecase ""_AnotherTES_TCaseP"" }} {{ snakecase ""HELLO____WORLD"" }} {{ snakecase ""  sentence case  "" }}",
            "wi_th_f _another_tes_t_case_p hello____world __sentence_case__"],
        [@"{{ kebabcase ""FirstName"" }} {{ kebabcase ""HTTPServer"" }} {{ kebabcase ""IPv4Address"" }}", "first-name http-server i-pv4-address"],
        [@"{{ camelcase ""http_server"" }} {{ camelcase ""no_https"" }} {{ camelcase ""_complex__case_"" }} {{ camelcase ""GOLANG_IS_GREAT"" }} {{ " +
            @"camelcase ""some words"" }} {{ camelcase ""alreadyCamel"" }}",
            "HttpServer NoHttps _Complex_Case_ GolangIsGreat SomeWords AlreadyCamel"],
        [@"{{ wrap 5 ""Hello World"" }}|{{ wrap 80 ""short"" }}|{{ wrap 4 ""aaaaaaaa bb cc"" }}|{{ wrap 0 ""a b"" }}",
            "Hello\nWorld|short|aaaaaaaa\nbb\ncc|a\nb"],
        [@"{{ wrapWith 5 ""\t"" ""Hello World"" }}|{{ wrapWith 4 ""-"" ""aaaaaaaa bb"" }}", "Hello\tWorld|aaaa-aaaa-bb"],

        // Lists of strings.
        [@"{{ join ""-"" (list 1 nil ""a"" true) }}|{{ join ""-"" ""x"" }}|{{ join ""-"" (list) }}|{{ join "","" (until 3) }}", "1-a-true|x||0,1,2"],
        [@"{{ sortAlpha (list ""b"" ""a"" ""C"" 1) }}|{{ sortAlpha ""x"" }}|{{ $l := splitList "","" ""b,a"" }}{{ $s := sortAlpha $l }}{{ $l }}",
            "[1 C a b]|[x]|[a b]"],
        [@"{{ splitList "","" ""a,b,,"" | len }}|{{ splitList """" ""aé"" }}|{{ splitList "","" """" | len }}|{{ splitList """" """" | len }}", "4|[a é]|1|0"],
        [@"{{ $p := split ""/"" ""a/b/c"" }}{{ $p._1 }} {{ len $p }} {{ typeOf $p }} {{ $p }}", "b 3 map[string]string map[_0:a _1:b _2:c]"],
        [@"{{ splitn ""/"" 2 ""a/b/c"" }}|{{ splitn ""/"" 0 ""a/b"" | len }}|{{ splitn ""/"" -1 ""a/b"" }}", "map[_0:a _1:b/c]|0|map[_0:a _1:b]"],
        [@"{{ toStrings (list 1 nil 2.5) | typeOf }} {{ toStrings (list 1 nil 2.5) }} {{ toStrings 5 }} {{ toStrings nil | len }}", "[]string [1 2.5] [5] 0"],

        // Conversion.
        [@"{{ toString 1.5 }} {{ toString nil }} {{ toString (list 1 2) }} {{ kindOf (toString 1) }}", "1.5 <nil> [1 2] string"],
        [@"{{ atoi ""12"" }} {{ atoi "" 12"" }} {{ atoi ""1.5"" }} {{ atoi ""-3"" }} {{ kindOf (atoi ""1"") }}", "12 0 0 -3 int"],
        [@"{{ int ""7"" }} {{ int 3.9 }} {{ int -3.9 }} {{ int true }} {{ int nil }} {{ int ""1.00"" }} {{ int ""1.5"" }} {{ int ""0x10"" }} {{ int ""010"" " +
            @"}} {{ int (list) }}",
            "7 3 -3 1 0 1 1 16 8 0"],
        [@"{{ int64 ""8"" }} {{ kindOf (int64 1) }} {{ kindOf (int 1) }}", "8 int64 int"],
        [@"{{ float64 ""1.5"" }} {{ float64 2 }} {{ float64 ""x"" }} {{ float64 true }} {{ kindOf (float64 1) }}", "1.5 2 0 1 float64"],
        [@"{{ toDecimal ""777"" }} {{ toDecimal 777 }} {{ toDecimal ""9"" }} {{ kindOf (toDecimal 1) }}", "511 511 0 int64"],

        // Encoding.
        [@"{{ b64enc ""hello é"" }} {{ b64dec ""aGVsbG8="" }} {{ b64dec ""aGV\nsbG8="" }} {{ b64dec ""a"" }} {{ b64dec ""aG!s"" }}",
            "aGVsbG8gw6k= hello hello illegal base64 data at input byte 0 illegal base64 data at input byte 2"],
        [@"{{ b64dec (b64enc (b64dec ""//79"")) | b64enc }}", "//79"],
        [@"{{ b32enc ""hello"" }} {{ b32dec ""NBSWY3DP"" }} {{ b32enc ""a"" }} {{ b32dec ""ME======"" }}", "NBSWY3DP hello ME====== a"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void StringFunctionsGiveWhatSprigGives(string template, string output) => Assert.AreEqual(output, TemplateRun.Render(template));

    [TestMethod]
    [DataRow(@"{{ substr 3 1 ""abcdef"" }}")]
    [DataRow(@"{{ substr 9 10 ""abc"" }}")]
    [DataRow(@"{{ repeat -1 ""a"" }}")]
    [DataRow(@"{{ indent -1 ""a"" }}")]
    [DataRow(@"{{ repeat (add 1 1) ""a"" }}")]
    [DataRow(@"{{ upper 1 }}")]
    [DataRow(@"{{ join "","" }}")]
    public void ArgumentsThatDoNotFitAreErrors(string template) =>
        Assert.AreEqual(Score.Core.Templates.TemplateErrorKind.Evaluation, TemplateRun.ExecuteError(template).Kind);
}
