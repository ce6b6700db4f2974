using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Templates;

[TestClass]
public sealed class SprigUrlPathTests
{
    public static IEnumerable<object[]> Cases =>
    [
        // Paths.
        [@"{{ base ""a/b.c"" }} {{ base ""/"" }} {{ base """" }} {{ base ""a/b/"" }} {{ osBase ""/x/y"" }}", "b.c / . b y"],
        [@"{{ dir ""a/b/c"" }} {{ dir ""a"" }} {{ dir ""/a"" }} {{ dir """" }} {{ osDir ""/x/y"" }}", "a/b . / . /x"],
        [@"{{ clean ""a//b/../c/./d"" }} {{ clean """" }} {{ clean ""/../a"" }} {{ clean ""../../a"" }} {{ clean ""a/.."" }} {{ osClean ""/a/../"" }}",
            "a/c/d . /a ../../a . /"],
        [@"{{ ext ""a.tar.gz"" }} {{ ext ""a.b/c"" }}|{{ ext ""x"" }}|{{ osExt ""/a.b"" }}", ".gz ||.b"],
        [@"{{ isAbs ""/a"" }} {{ isAbs ""a"" }} {{ osIsAbs ""/a"" }} {{ osIsAbs ""C:/a"" }}", "true false true false"],

        // URLs.
        [@"{{ urlParse ""http://admin:secret@server.com:8080/a%20b?list=false#an%23chor"" }}",
            "map[fragment:an#chor host:server.com:8080 hostname:server.com opaque: path:/a b query:list=false scheme:http userinfo:admin:secret]"],
        [@"{{ (urlParse ""mailto:me@x.org"").opaque }} {{ (urlParse ""//h/p"").host }} {{ (urlParse ""a/b"").path }} {{ " +
            @"(urlParse ""http://[::1]:80/"").hostname }} {{ (urlParse ""HTTP://h"").scheme }} {{ (urlParse ""http://u@h"").userinfo " +
            @"}}", "me@x.org h a/b ::1 http u"],
        [@"{{ (urlParse ""http://u:p%40x@h"").userinfo }} {{ (urlParse ""?q"").query }} {{ (urlParse """").path }}|{{ (urlParse ""*"").path }}",
            "u:p%40x q |*"],
        [@"{{ urlJoin (dict ""fragment"" ""fr ag"" ""host"" ""host:80"" ""path"" ""/p ath"" ""query"" ""q=1"" ""scheme"" ""http"") }}",
            "http://host:80/p%20ath?q=1#fr%20ag"],
        [@"{{ urlJoin (urlParse ""http://admin:secret@server.com:8080/api?list=false#anchor"") }} {{ urlJoin (dict ""path"" ""/a"") }} {{ urlJoin " +
            @"(dict ""scheme"" ""mailto"" ""opaque"" ""a@b"") }} {{ urlJoin (dict ""host"" ""h"" ""path"" ""p"") }}|{{ urlJoin (dict) " +
            @"}}", "http://admin:secret@server.com:8080/api?list=false#anchor /a mailto:a@b //h/p|"],
        [@"{{ urlJoin (dict ""path"" ""a:b"") }} {{ urlJoin (dict ""scheme"" ""file"" ""path"" ""/x"") }}", "./a:b file:///x"],

        // Versions.
        [@"{{ semver ""v1.2"" }} {{ semver ""1"" }} {{ semver ""1.2.3-beta.1+b.5"" }} {{ (semver ""v1.2"").Original }}", "1.2.0 1.0.0 1.2.3-beta.1+b.5 v1.2"],
        [@"{{ $v := semver ""1.2.3-beta.1+b5"" }}{{ $v.Major }} {{ $v.Minor }} {{ $v.Patch }} {{ $v.Prerelease }} {{ $v.Metadata }} {{ kindOf $v.Major }} {{ " +
            @"$v.String }}",
            "1 2 3 beta.1 b5 uint64 1.2.3-beta.1+b5"],
        [@"{{ $v := semver ""1.2.3-beta"" }}{{ $v.IncMajor }} {{ $v.IncMinor }} {{ $v.IncPatch }} {{ (semver ""1.2.3"").IncPatch }} {{ " +
            @"(semver ""1.2.3+m"").IncPatch }}",
            "2.0.0 1.3.0 1.2.3 1.2.4 1.2.3"],
        [@"{{ $a := semver ""1.2.3"" }}{{ $b := semver ""1.2.3-rc.1"" }}{{ $a.Compare $b }} {{ $b.LessThan $a }} {{ $a.GreaterThan $b }} {{ $a.Equal " +
            @"(semver ""v1.2.3+x"") }} {{ $a.GreaterThanEqual $a }} {{ $a.LessThanEqual $b }}", "1 true true true true false"],
        [@"{{ (semver ""1.0.0-alpha.9"").Compare (semver ""1.0.0-alpha.10"") }} {{ (semver ""1.0.0-1"").Compare (semver ""1.0.0-a"") }} {{ " +
            @"(semver ""1.0.0-a"").Compare (semver ""1.0.0-a.1"") }} {{ (semver ""1.10.0"").Compare (semver ""1.9.0"") }}", "-1 -1 -1 1"],
        [@"{{ semverCompare ""1.2.3"" ""1.2.3"" }} {{ semverCompare ""!=1.2.3"" ""1.2.4"" }} {{ semverCompare "">1.2, <2"" ""1.3.0"" }} {{ " +
            @"semverCompare "">=1.2 <1.3"" ""1.2.9"" }} {{ semverCompare ""<=1.2"" ""1.2.0"" }} {{ semverCompare ""=>2"" ""2.0"" " +
            @"}}", "true true true true true true"],
        [@"{{ semverCompare ""^1.2.3"" ""1.9.0"" }} {{ semverCompare ""^1.2.3"" ""2.0.0"" }} {{ semverCompare ""^0.2.3"" ""0.2.9"" }} {{ " +
            @"semverCompare ""^0.2.3"" ""0.3.0"" }} {{ semverCompare ""^0.0.3"" ""0.0.4"" }} {{ semverCompare ""^0.0"" ""0.0.9"" }} {{ " +
            @"semverCompare ""^0"" ""0.9.0"" }}", "true false true false false true true"],
        [@"{{ semverCompare ""~1.2.3"" ""1.2.9"" }} {{ semverCompare ""~1.2.3"" ""1.3.0"" }} {{ semverCompare ""~1"" ""1.9.9"" }} {{ " +
            @"semverCompare ""~2.3"" ""2.3.4"" }} {{ semverCompare ""~>1.x"" ""1.7.0"" }}",
            "true false true true true"],
        [@"{{ semverCompare ""1.2.x"" ""1.2.7"" }} {{ semverCompare ""1.2.*"" ""1.3.0"" }} {{ semverCompare "">=1.2.x"" ""1.2.0"" }} {{ " +
            @"semverCompare ""<=2.x"" ""2.9.0"" }} {{ semverCompare "">2.x"" ""2.9.0"" }} {{ semverCompare ""*"" ""3.1.4"" }} {{ " +
            @"semverCompare ""!=1.x"" ""1.5.0"" }}", "true false true true false true false"],
        [@"{{ semverCompare ""1.2 - 1.4.5"" ""1.4.5"" }} {{ semverCompare ""1.2 - 1.4"" ""1.1.0"" }} {{ semverCompare ""<1 || >=2"" ""2.1.0"" }} {{ " +
            @"semverCompare "">=1.0"" ""1.1.0-beta"" }} {{ semverCompare "">=1.0-0"" ""1.1.0-beta"" }}", "true false true false true"],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void PathsUrlsAndVersionsAreAsInSprig(string template, string output) => Assert.AreEqual(output, TemplateRun.Render(template));

    [TestMethod]
    [DataRow("{{ urlParse \"http://h/%zz\" }}", "'%'")]
    [DataRow("{{ urlParse \":x\" }}", "scheme is missing")]
    [DataRow("{{ urlParse \"a:b/c\" | get }}", "needs 2 arguments")]
    [DataRow("{{ urlParse \"1a:b\" }}", "colon")]
    [DataRow("{{ urlParse \"http://h:x/\" }}", "port")]
    [DataRow("{{ urlParse \"http://[::1/\" }}", "']'")]
    [DataRow("{{ urlParse \"a\\nb\" }}", "control character")]
    [DataRow("{{ urlJoin (dict \"host\" 1) }}", "must be a string")]
    [DataRow("{{ semver \"a\" }}", "not a semantic version")]
    [DataRow("{{ semver \"1.2.3-01\" }}", "not a semantic version")]
    [DataRow("{{ semver \"1.2.3.4\" }}", "not a semantic version")]
    [DataRow("{{ semverCompare \"1.0\" \"x\" }}", "not a semantic version")]
    [DataRow("{{ semverCompare \"\" \"1.0\" }}", "not a condition")]
    [DataRow("{{ semverCompare \">1,\" \"1.0\" }}", "not a condition")]
    [DataRow("{{ semverCompare \">>1\" \"1.0\" }}", "not a condition")]
    public void WhatIsNoUrlOrVersionIsAnError(string template, string words) => StringAssert.Contains(TemplateRun.ExecuteError(template).Message, words);
}
