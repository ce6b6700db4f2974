using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class PrintfTests
{
    public static IEnumerable<object[]> Cases =>
    [
        // Integers.
        [@"{{ printf ""%d|%5d|%-5d|%05d|%+d|% d|%+05d"" 42 42 42 42 42 42 42 }}", "42|   42|42   |00042|+42| 42|+0042"],
        [@"{{ printf ""%b %o %O %x %X %#x %#o %#b"" 10 10 10 255 255 255 8 5 }}", "1010 12 0o12 ff FF 0xff 010 0b101"],
        [@"{{ printf ""%x %d %b %#X"" -255 -1 -5 255 }}", "-ff -1 -101 0XFF"],
        [@"{{ printf ""%.3d|%8.3d|%-8.3d|%08.3d|%.0d|%5.0d"" 7 7 7 7 0 0 }}", "007|     007|007     |     007||     "],
        [@"{{ printf ""%c%c %q %q %U %#U %+q"" 65 233 65 10 233 128512 233 }}", "Aé 'A' '\\n' U+00E9 U+1F600 '😀' '\\u00e9'"],
        [@"{{ printf ""%d"" (add 1 2) }} {{ printf ""%v"" (index ""a"" 0) }} {{ printf ""%#v"" (index ""a"" 0) }} {{ printf ""%08b"" 5 }} {{ printf ""%d"" " +
            @"-9223372036854775808 }}",
            "3 97 0x61 00000101 -9223372036854775808"],

        // Floating point numbers.
        [@"{{ printf ""%f %.2f %8.3f|%-8.1f|%08.2f %+.1f % .1f %.0f"" 1.5 2.345 3.14159 2.5 -1.5 1.0 1.0 2.5 }}",
            "1.500000 2.35    3.142|2.5     |-0001.50 +1.0  1.0 2"],
        [@"{{ printf ""%e %.2e %E %g %G %g %g"" 123456.789 0.00012 1.0 1e21 1e-7 100000.0 1000000.0 }}",
            "1.234568e+05 1.20e-04 1.000000E+00 1e+21 1E-07 100000 1e+06"],
        [@"{{ printf ""%v %v %v %v %v %v %v"" 1.0 1e6 1e-5 0.0001 123456789.0 1e20 0.1 }}", "1 1e+06 1e-05 0.0001 1.23456789e+08 1e+20 0.1"],
        [@"{{ printf ""%.3g %.10g %#g %#.3g %.3v"" 1234.5678 0.1 1.0 100.0 1234.5 }}", "1.23e+03 0.1 1.00000 100. 1.23e+03"],
        [@"{{ printf ""%6.2f|%-10.3e|%+g|%x|%X|%b|%.3x"" 3.14159 1234.5 2.5 1.5 0.5 1.0 1.0 }}",
            "  3.14|1.234e+03 |+2.5|0x1.8p+00|0X1P-01|4503599627370496p-52|0x1.000p+00"],
        [@"{{ printf ""%.20f %.1f %.1f %.2e %F"" 0.1 0.25 0.35 1.005 1.5 }}", "0.10000000000000000555 0.2 0.3 1.00e+00 1.500000"],
        [@"{{ $inf := mulf 1e300 1e300 }}{{ printf ""%v %5.1f %+v %f %d"" $inf $inf $inf $inf 1.5 }}", "+Inf  +Inf +Inf +Inf %!d(float64=1.5)"],
        [@"{{ 1.7976931348623157e308 }} {{ 5e-324 }} {{ 0.30000000000000004 }} {{ 9007199254740993.0 }} {{ -0.0 }} {{ 2.5 }} {{ 123456.7 }}",
            "1.7976931348623157e+308 5e-324 0.30000000000000004 9.007199254740992e+15 -0 2.5 123456.7"],

        // Strings.
        [@"{{ printf ""%s|%5s|%-5s|%.2s|%5.1s|%05s"" ""abc"" ""ab"" ""ab"" ""abc"" ""abc"" ""ab"" }}", "abc|   ab|ab   |ab|    a|000ab"],
        [@"{{ printf ""%q %#q %+q %x %X % x %#x %# x %.2x"" ""a\""é"" ""a"" ""é"" ""hi"" ""hi"" ""hi"" ""hi"" ""hi"" ""abc"" }}",
            "\"a\\\"é\" `a` \"\\u00e9\" 6869 6869 68 69 0x6869 0x68 0x69 6162"],
        [@"{{ printf ""%q %#q"" ""\x00\t\u200b\\"" ""a`b"" }} {{ printf ""%.1s|%3s"" ""éa"" ""é"" }}", "\"\\x00\\t\\u200b\\\\\" \"a`b\" é|  é"],
        [@"{{ printf ""%v %T %s"" true true true }} {{ printf ""%t|%6t|%-6t|%q"" true false true false }}",
            "true bool %!s(bool=true) true| false|true  |%!q(bool=false)"],

        // Lists, maps and structs.
        [@"{{ printf ""%v %d %s %q %x"" (list 1 2) (list 1 2) (list ""a"" ""b"") (list ""a"") (list 10 ""z"") }}", "[1 2] [1 2] [a b] [\"a\"] [a 7a]"],
        [@"{{ printf ""%s %d"" (list 1 ""a"" nil) (list ""a"") }}", "[%!s(int=1) a <nil>] [%!d(string=a)]"],
        [@"{{ printf ""%v %d"" (dict ""b"" 1 ""a"" (list)) (dict ""a"" 1) }} {{ printf ""%03d"" (list 1 2) }}", "map[a:[] b:1] map[%!d(string=a):1] [001 002]"],
        [@"{{ printf ""%v %+v"" .WorkloadServices.api.Ports.web .WorkloadServices.api.Ports.web }}",
            "{web 80 8080 TCP} {Name:web Port:80 TargetPort:8080 Protocol:TCP}"],
        [@"{{ printf ""%#v"" .WorkloadServices.api.Ports.web }} {{ printf ""%#v %#v"" (list 1 ""a"" nil 1.5 true) (dict ""a"" (list)) }}",
            "framework.NetworkServicePort{Name:\"web\", Port:80, TargetPort:8080, Protocol:\"TCP\"} []interface {}{1, \"a\", interface {}(nil), 1.5, true} " +
                "map[string]interface {}{\"a\":[]interface {}{}}"],
        [@"{{ printf ""%#v %#v %#v"" 1 ""a"" 1e6 }} {{ printf ""%#v"" (rest (list)) }} {{ printf ""%+v %+d"" 1 1 }}", "1 \"a\" 1e+06 []interface {}(nil) 1 +1"],
        [@"{{ printf ""%T %T %T %T %T %T"" 1 1.5 ""a"" (list) (dict) (until 1) }} {{ printf ""%T"" nil }}",
            "int float64 string []interface {} map[string]interface {} []int <nil>"],
        [@"{{ printf ""%s %v %q %d"" now (semver ""1.2.3"") (semver ""1.2.3"") (now.Sub now) }}", "2024-03-05 10:20:30 +0000 UTC 1.2.3 \"1.2.3\" 0"],

        // Mistakes.
        [@"{{ printf ""%d"" ""x"" }} {{ printf ""%s"" 5 }} {{ printf ""%z"" 5 }} {{ printf ""%d"" nil }} {{ printf ""%v"" nil }} {{ printf ""%s"" nil }}",
            "%!d(string=x) %!s(int=5) %!z(int=5) %!d(<nil>) <nil> %!s(<nil>)"],
        [@"{{ printf ""%d %d"" 1 }} {{ printf ""%d"" 1 2 }} {{ printf ""a"" 1 ""x"" nil }} {{ printf ""%!"" }} {{ printf ""%"" }} {{ printf ""%5"" 1 }}",
            "1 %!d(MISSING) 1%!(EXTRA int=2) a%!(EXTRA int=1, string=x, <nil>) %!!(MISSING) %!(NOVERB) %!(NOVERB)%!(EXTRA int=1)"],
        [@"{{ printf ""%%"" }} {{ printf ""%5%"" }} {{ printf ""100%% %s"" ""a"" }} {{ printf ""%é"" 1 }}", "% % 100% a %!é(int=1)"],
        [@"{{ printf ""%*d|%-*d|%*d"" 5 42 5 42 -5 42 }} {{ printf ""%.*f"" 2 3.14159 }} {{ printf ""%*d"" ""x"" 1 }} {{ printf ""%.*d"" ""x"" 1 }}",
            "   42|42   |42    3.14 %!(BADWIDTH)1 %!(BADPREC)1"],
        [@"{{ printf ""%[2]d %[1]d"" 1 2 }} {{ printf ""%[3]d"" 1 }} {{ printf ""%[x]d"" 1 }} {{ printf ""%[1]d %d"" 1 2 }} {{ printf ""%[2]*[1]d"" 7 3 }} " +
            @"{{ printf ""%[1]"" 1 }}",
            "2 1 %!d(BADINDEX) %!d(BADINDEX) 1 2   7 %!(NOVERB)"],
        [@"{{ printf ""%99999999d"" 1 }}", "%!(NOVERB)%!(EXTRA int=1)"],

        // print and println.
        [@"{{ print }}|{{ print 1 2 }}|{{ print ""a"" ""b"" }}|{{ print 1 ""a"" 2 }}|{{ print nil 1 }}|{{ print (list 1) (list 2) }}",
            "|1 2|ab|1a2|<nil> 1|[1] [2]"],
        [@"{{ println }}|{{ println 1 ""a"" nil }}", "\n|1 a <nil>\n"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ValuesPrintAsGoPrintsThem(string template, string output) => Assert.AreEqual(output, TemplateRun.Render(template));
}
