using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Templates;

namespace Score.Core.Tests.Templates;

/// <summary>The functions that exist are those that the reference has, and each is called by a test.</summary>
[TestClass]
public sealed class FunctionCoverageTests
{
    // Go's and, of Sprig 3.3, every name in the documentation and its aliases.
    private const string Expected = """
        and call eq ge gt html index js le len lt ne not or print printf println slice urlquery
        hello ago date date_in_zone date_modify dateInZone dateModify duration durationRound htmlDate htmlDateInZone must_date_modify
        mustDateModify mustToDate now toDate unixEpoch abbrev abbrevboth trunc trim upper lower title untitle substr repeat trimall trimAll
        trimSuffix trimPrefix nospace initials randAlphaNum randAlpha randAscii randNumeric swapcase shuffle snakecase camelcase kebabcase
        wrap wrapWith contains hasPrefix hasSuffix quote squote cat indent nindent replace plural sha1sum sha256sum sha512sum adler32sum
        toString atoi int64 int float64 seq toDecimal split splitList splitn toStrings until untilStep add1 add sub div mod mul randInt
        add1f addf subf divf mulf biggest max min maxf minf ceil floor round join sortAlpha default empty coalesce all any compact
        mustCompact fromJson toJson toPrettyJson toRawJson mustFromJson mustToJson mustToPrettyJson mustToRawJson ternary deepCopy
        mustDeepCopy typeOf typeIs typeIsLike kindOf kindIs deepEqual env expandenv getHostByName base dir clean ext isAbs osBase osClean
        osDir osExt osIsAbs b64enc b64dec b32enc b32dec tuple list dict get set unset hasKey pluck keys pick omit merge mergeOverwrite
        mustMerge mustMergeOverwrite values append push mustAppend mustPush prepend mustPrepend first mustFirst rest mustRest last
        mustLast initial mustInitial reverse mustReverse uniq mustUniq without mustWithout has mustHas mustSlice concat dig chunk
        mustChunk bcrypt htpasswd genPrivateKey derivePassword buildCustomCert genCA genCAWithKey genSelfSignedCert
        genSelfSignedCertWithKey genSignedCert genSignedCertWithKey encryptAES decryptAES randBytes uuidv4 semver semverCompare fail
        regexMatch mustRegexMatch regexFindAll mustRegexFindAll regexFind mustRegexFind regexReplaceAll mustRegexReplaceAll
        regexReplaceAllLiteral mustRegexReplaceAllLiteral regexSplit mustRegexSplit regexQuoteMeta urlParse urlJoin
        """;

    private static readonly IEnumerable<object[]>[] AllCases =
    [
        SprigStringTests.Cases, SprigNumberTests.Cases, SprigCollectionTests.Cases, SprigJsonTests.Cases, SprigDateTests.Cases, SprigRegexTests.Cases,
        SprigUrlPathTests.Cases, SprigCryptoTests.Cases, LanguageTests.Cases, PrintfTests.Cases,
    ];

    // These have tests of their own, as their results are not the same each time or are errors.
    private static readonly string[] TestedElsewhere =
    [
        "call", "fail", "getHostByName", "genPrivateKey", "buildCustomCert", "genCA", "genCAWithKey", "genSelfSignedCert", "genSelfSignedCertWithKey",
        "genSignedCert", "genSignedCertWithKey",
    ];

    [TestMethod]
    public void TheFunctionsAreThoseOfGoAndSprig()
    {
        string[] expected = Regex.Split(Expected.Trim(), @"\s+").Order().ToArray();
        CollectionAssert.AreEqual(expected, TemplateFunctions.Standard.Names.Order().ToArray());
    }

    [TestMethod]
    public void EveryNameHasAFunctionOfThatName()
    {
        foreach (string name in TemplateFunctions.Standard.Names) Assert.AreEqual(name, TemplateFunctions.Standard.Find(name)!.Name);
    }

    [TestMethod]
    public void EveryFunctionIsCalledByACase()
    {
        HashSet<string> called = [.. TestedElsewhere];
        foreach (object[] testCase in AllCases.SelectMany(cases => cases))
        {
            foreach (Match word in Regex.Matches((string)testCase[0], @"(?<![.$\w""])[A-Za-z_][A-Za-z0-9_]*")) called.Add(word.Value);
        }

        string[] missing = TemplateFunctions.Standard.Names.Where(name => !called.Contains(name)).ToArray();
        Assert.IsEmpty(missing, string.Join(" ", missing));
    }

    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("de-DE")]
    [DataRow("ar-SA")]
    public void TheCultureOfTheMachineDoesNotShow(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            foreach (object[] testCase in AllCases.SelectMany(cases => cases).Where(c => !((string)c[0]).Contains("derivePassword", StringComparison.Ordinal)))
                Assert.AreEqual((string)testCase[1], TemplateRun.Render((string)testCase[0]), (string)testCase[0]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void AddedFunctionsAreFoundAndTakePrecedence()
    {
        TemplateFunctions functions = TemplateFunctions.Standard.With(
            TemplateFunction.Create("encode", c => Score.Core.Templates.Values.GoValue.Of("<" + c.Text(0) + ">"), Score.Core.Templates.Values.GoType.String),
            TemplateFunction.Create("upper", c => Score.Core.Templates.Values.GoValue.Of("mine"), Score.Core.Templates.Values.GoType.String));
        string output = Template.Parse("{{ encode \"a\" }} {{ upper \"a\" }} {{ lower \"A\" }}", functions).Execute(default, new TemplateContext());
        Assert.AreEqual("<a> mine a", output);
        Assert.AreEqual(1, functions.Names.Count(name => name == "upper"));
        Assert.IsTrue(functions.Names.Contains("encode"));
    }

    [TestMethod]
    public void AMisspeltFunctionIsGuessed()
    {
        TemplateException error = TemplateRun.ParseError("{{ .Id | uper }}");
        Assert.AreEqual(TemplateErrorKind.UnknownFunction, error.Kind);
        Assert.AreEqual("There is no function 'uper'. Did you mean 'upper'?", error.Message);
        Assert.AreEqual((1, 10), (error.Line, error.Column));
    }
}
