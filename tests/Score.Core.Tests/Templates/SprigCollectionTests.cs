using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class SprigCollectionTests
{
    public static IEnumerable<object[]> Cases =>
    [
        // Lists.
        [@"{{ list 1 ""a"" nil }} {{ tuple 1 2 }} {{ list | len }} {{ typeOf (list) }}", "[1 a <nil>] [1 2] 0 []interface {}"],
        [@"{{ first (list 1 2) }} {{ last (list 1 2) }} {{ first (list) }} {{ mustFirst (list 3) }} {{ mustLast (until 3) }}", "1 2 <no value> 3 2"],
        [@"{{ rest (list 1 2 3) }} {{ initial (list 1 2 3) }} {{ mustRest (list 1) }} {{ mustInitial (list 1) }} {{ toJson (rest (list)) }}",
            "[2 3] [1 2] [] [] null"],
        [@"{{ append (list 1) 2 }} {{ push (list 1) (list 2) }} {{ mustAppend (until 1) ""x"" }} {{ mustPush (list) 1 }} {{ typeOf (append (until 1) 1) }}",
            "[1 2] [1 [2]] [0 x] [1] []interface {}"],
        [@"{{ $l := list 1 2 }}{{ $a := append $l 3 }}{{ $l }} {{ prepend $l 0 }} {{ mustPrepend $l 0 }}", "[1 2] [0 1 2] [0 1 2]"],
        [@"{{ concat (list 1) (until 2) (splitList "","" ""a,b"") }} {{ concat }}", "[1 0 1 a b] []"],
        [@"{{ reverse (list 1 2 3) }} {{ mustReverse (list) }}", "[3 2 1] []"],
        [@"{{ uniq (list 1 2 1 ""1"" 1.0 (list 1) (list 1)) }} {{ mustUniq (list) }}", "[1 2 1 1 [1]] []"],
        [@"{{ without (list 1 2 3 2) 2 }} {{ without (list 1) }} {{ mustWithout (list ""a"" 1) 1.0 ""a"" }}", "[1 3] [1] [1]"],
        [@"{{ has 1 (list 1 2) }} {{ has ""1"" (list 1) }} {{ has 1 nil }} {{ mustHas (list 1) (list (list 1)) }} {{ has ""a"" (splitList "","" ""a,b"") }}",
            "true false false true true"],
        [@"{{ compact (list 1 0 """" nil false (list) ""a"") }} {{ mustCompact (list 0) }}", "[1 a] []"],
        [@"{{ slice (list 1 2 3) }} {{ slice (list 1 2 3) 1 }} {{ slice (list 1 2 3) 1 2 }} {{ mustSlice (until 5) ""1"" 3 }} {{ slice (list) 1 }} {{ typeOf " +
            @"(slice (until 3) 1) }}",
            "[1 2 3] [2 3] [2] [1 2] <no value> []int"],
        [@"{{ chunk 2 (list 1 2 3) }} {{ chunk 3 (list) }} {{ mustChunk 1 (until 2) }} {{ typeOf (chunk 1 (list 1)) }}",
            "[[1 2] [3]] [] [[0] [1]] [][]interface {}"],

        // Dictionaries.
        [@"{{ dict ""b"" 1 ""a"" nil }} {{ dict }} {{ dict 1.5 true }}", "map[a:<nil> b:1] map[] map[1.5:true]"],
        [@"{{ $d := dict ""a"" 1 }}{{ get $d ""a"" }}|{{ get $d ""b"" }}|{{ hasKey $d ""a"" }} {{ hasKey $d ""b"" }}", "1||true false"],
        [@"{{ $d := dict }}{{ $e := set $d ""a"" 1 }}{{ $d }} {{ $f := unset $d ""a"" }}{{ $e }} {{ $f }}", "map[a:1] map[] map[]"],
        [@"{{ keys (dict ""b"" 1 ""a"" 2) (dict ""c"" 3) }} {{ values (dict ""b"" 1 ""a"" 2) }} {{ typeOf (keys (dict)) }}", "[a b c] [2 1] []string"],
        [@"{{ pluck ""a"" (dict ""a"" 1) (dict ""b"" 2) (dict ""a"" nil) }}", "[1 <nil>]"],
        [@"{{ pick (dict ""a"" 1 ""b"" 2) ""a"" ""z"" }} {{ omit (dict ""a"" 1 ""b"" 2) ""a"" ""z"" }}", "map[a:1] map[b:2]"],
        [@"{{ dig ""a"" ""b"" 0 (dict ""a"" (dict ""b"" 7)) }} {{ dig ""a"" ""x"" 0 (dict ""a"" (dict)) }} {{ dig ""a"" 0 (dict ""a"" nil) }}",
            "7 0 <no value>"],
        [@"{{ $d := dict ""a"" 1 ""e"" """" }}{{ $m := merge $d (dict ""a"" 2 ""b"" 3 ""e"" ""x"") (dict ""b"" 4) }}{{ $m }} {{ $d }}",
            "map[a:1 b:3 e:x] map[a:1 b:3 e:x]"],
        [@"{{ mergeOverwrite (dict ""a"" 1 ""n"" (dict ""x"" 1 ""y"" 1)) (dict ""a"" false ""n"" (dict ""x"" 2)) }} {{ mustMergeOverwrite (dict ""a"" 1) " +
            @"(dict ""a"" 2) }}",
            "map[a:false n:map[x:2 y:1]] map[a:2]"],
        [@"{{ mustMerge (dict ""n"" (dict ""x"" 1)) (dict ""n"" (dict ""x"" 2 ""y"" 3)) }} {{ merge (dict ""a"" (list 1)) (dict ""a"" (list 2)) }}",
            "map[n:map[x:1 y:3]] map[a:[1]]"],
        [@"{{ $d := dict ""n"" (dict ""x"" 1) }}{{ $c := deepCopy $d }}{{ $_ := set $d.n ""x"" 2 }}{{ $c }} {{ $d }} {{ mustDeepCopy (list 1) }}",
            "map[n:map[x:1]] map[n:map[x:2]] [1]"],

        // Defaults.
        [@"{{ default ""d"" """" }} {{ default ""d"" ""x"" }} {{ default ""d"" 0 }} {{ default ""d"" .nope }} {{ default 1 }} {{ .F | default 2 }}",
            "d x d d 1 1.5"],
        [@"{{ empty 0.0 }} {{ empty ""0"" }} {{ empty (dict) }} {{ empty .nope }} {{ empty (index .WorkloadServices ""x"") }} {{ empty now }}",
            "true false true true false false"],
        [@"{{ coalesce 0 """" 5 6 }} {{ coalesce }}", "5 <no value>"],
        [@"{{ all }} {{ all 1 2 }} {{ all 1 """" }} {{ any }} {{ any 0 1 }} {{ any 0 nil }}", "true true false false true false"],
        [@"{{ ternary ""a"" ""b"" true }} {{ false | ternary ""a"" ""b"" }}", "a b"],

        // Reflection.
        [@"{{ kindOf 1 }} {{ kindOf (add 1) }} {{ kindOf 1.0 }} {{ kindOf nil }} {{ kindOf now }} {{ kindOf (semver ""1.2.3"") }} {{ kindOf (index ""a"" 0) " +
            @"}} {{ kindOf true }} {{ kindOf ""a"" }}",
            "int int64 float64 invalid struct ptr uint8 bool string"],
        [@"{{ typeOf nil }} {{ typeOf (dict) }} {{ typeOf now }} {{ typeOf (semver ""1.2.3"") }} {{ typeOf (split "","" ""a"") }} {{ typeOf " +
            @".WorkloadServices.api }}",
            "<nil> map[string]interface {} time.Time *semver.Version map[string]string framework.NetworkService"],
        [@"{{ kindIs ""int"" 1 }} {{ kindIs ""int"" 1.0 }} {{ typeIs ""int"" 1 }} {{ typeIs ""[]int"" (until 1) }} {{ typeIsLike ""semver.Version"" " +
            @"(semver ""1.2.3"") }} {{ typeIs ""semver.Version"" (semver ""1.2.3"") }}",
            "true false true true true false"],
        [@"{{ deepEqual (list 1 2) (list 1 2) }} {{ deepEqual 1 1.0 }} {{ deepEqual (list) (until 0) }} {{ deepEqual (dict ""a"" (list 1)) (dict ""a"" (list " +
            @"1)) }} {{ deepEqual nil nil }} {{ deepEqual 1 (int64 1) }}",
            "true false false true true false"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void CollectionFunctionsGiveWhatSprigGives(string template, string output) => Assert.AreEqual(output, TemplateRun.Render(template));

    [TestMethod]
    [DataRow("{{ first 1 }}", "list is expected")]
    [DataRow("{{ append nil 1 }}", "list is expected")]
    [DataRow("{{ concat (list) \"a\" }}", "list is expected")]
    [DataRow("{{ has 1 \"a\" }}", "list is expected")]
    [DataRow("{{ slice (list 1) 2 }}", "range is not within")]
    [DataRow("{{ slice \"abc\" 1 }}", "list is expected")]
    [DataRow("{{ chunk 0 (list 1) }}", "at least 1")]
    [DataRow("{{ get (split \",\" \"a\") \"_0\" }}", "map is expected")]
    [DataRow("{{ get .Nil \"a\" }}", "map is expected")]
    [DataRow("{{ keys 1 }}", "map is expected")]
    [DataRow("{{ set .nope \"a\" 1 }}", "nil")]
    [DataRow("{{ pick (dict) 1 }}", "string is expected")]
    [DataRow("{{ dig 1 \"d\" (dict) }}", "must be strings")]
    [DataRow("{{ ternary 1 2 3 }}", "bool is expected")]
    public void ArgumentsThatDoNotFitAreErrors(string template, string words) => StringAssert.Contains(TemplateRun.ExecuteError(template).Message, words);
}
