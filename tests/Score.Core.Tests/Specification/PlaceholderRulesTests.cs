using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests.Specification;

[TestClass]
public sealed class PlaceholderRulesTests
{
    private const string Resources = "resources:\n  db: {type: postgres}\n  data: {type: volume}\n";

    [TestMethod]
    [DataRow("A: x «${nope}» y")]
    [DataRow("A: «${nope}»")]
    [DataRow("A: 'it''s «${nope}»'")]
    [DataRow("A: \"tab\\t «${nope}»\"")]
    [DataRow("A: é😀 «${nope}»")]
    [DataRow("A: $${nope} $$ «${nope}»")]
    [DataRow("A: &anchor «${nope}»")]
    [DataRow("A: !!str «${nope}»")]
    [DataRow("A: |\n        one\n        two «${nope}»\n        three")]
    [DataRow("A: >-\n        one\n        two «${nope}»\n\n        three")]
    [DataRow("A: one\n        two «${nope}»")]
    [DataRow("A: \"one\n        two «${nope}»\"")]
    public void PlaceholderIsFoundInsideItsText(string variable) =>
        Check.Finds($"{Check.Container}    variables:\n      {variable}\n", "SCORE0201", "'${nope}' is not a valid placeholder");

    [TestMethod]
    public void EachOfSeveralLikePlaceholdersIsFound() => Check.Finds(
        Check.Container + "    variables:\n      A: «${nope}» and «${nope}»\n",
        new Expected("SCORE0201"),
        new Expected("SCORE0201"));

    [TestMethod]
    public void PlaceholderSpeltWithEscapesIsReportedAtItsText() =>
        Check.Finds(Check.Container + "    variables:\n      A: «\"x \\x24{nope}\"»\n", "SCORE0201");

    [TestMethod]
    [DataRow("${}", "'${}'")]
    [DataRow("${a}", "Write '${metadata.KEY}' or '${resources.NAME.OUTPUT}'")]
    [DataRow("${resources.db.}", "not a valid placeholder")]
    [DataRow("${resources db}", "not a valid placeholder")]
    [DataRow("${DB_HOST}", "${resources.env.DB_HOST}")]
    [DataRow("${PORT:-80}", "no default values")]
    public void MalformedPlaceholderSaysWhatToWrite(string placeholder, string words) =>
        Check.Finds($"{Check.Container}    variables:\n      A: \"«{placeholder}»\"\n", "SCORE0201", words, "'$${...}' for the literal text");

    [TestMethod]
    [DataRow("${resource.db.host}", "not 'resource'", "Did you mean 'resources'?")]
    [DataRow("${metdata.name}", "not 'metdata'", "Did you mean '${metadata.name}'?")]
    [DataRow("${context.name}", "begins with 'metadata' or 'resources'", "'$${...}'")]
    public void UnknownFirstElementIsReported(string placeholder, params string[] words) =>
        Check.Finds($"{Check.Container}    variables:\n      A: \"«{placeholder}»\"\n", "SCORE0202", words);

    [TestMethod]
    [DataRow("${externals.db.host}", "SCORE0202")]
    [DataRow("${shared.db.host}", "SCORE0202")]
    [DataRow("${resource.db.host}", "SCORE0202")]
    [DataRow("${RESOURCES.db.host}", "SCORE0202")]
    [DataRow("${db.host}", "SCORE0202")]
    [DataRow("${{ resources.db.host }}", "SCORE0201")]
    [DataRow("${ resources.db.host }", "SCORE0201")]
    [DataRow("${.resources.db.host}", "SCORE0201")]
    [DataRow("${resources['db'].host}", "SCORE0201")]
    [DataRow("${resources:db:host}", "SCORE0201")]
    [DataRow("${resources/db/host}", "SCORE0201")]
    [DataRow("${resources.db.host | upper}", "SCORE0201")]
    [DataRow("${resources.db.host:-x}", "SCORE0201")]
    public void FormsOfOtherLanguagesGetThePlaceholderThatIsMeant(string placeholder, string code) =>
        Check.Finds($"{Check.Container}    variables:\n      A: \"«{placeholder}»\"\n{Resources}", code, "Did you mean '${resources.db.host}'?");

    [TestMethod]
    [DataRow("${db}", "Did you mean '${resources.db.OUTPUT}'?", "SCORE0201")]
    [DataRow("${name}", "Did you mean '${metadata.name}'?", "SCORE0201")]
    [DataRow("${workload.name}", "Did you mean '${metadata.name}'?", "SCORE0202")]
    [DataRow("${env.DB_HOST}", "add a resource 'env' of type 'environment' and write '${resources.env.DB_HOST}'.", "SCORE0202")]
    public void NameOfSomethingElseGetsItsPlaceholder(string placeholder, string words, string code) =>
        Check.Finds($"{Check.Container}    variables:\n      A: \"«{placeholder}»\"\n{Resources}", code, words);

    [TestMethod]
    [DataRow("http://«${»resources.db.host:80")]
    [DataRow("«${»unclosed")]
    [DataRow("$$«${»")]
    [DataRow("«${»resources.db.host-${metadata.name}")]
    [DataRow("${metadata.name}«${»metadata.name")]
    public void PlaceholderThatDoesNotEndIsShownWhereItBegins(string text) =>
        Check.Finds($"{Check.Container}    variables:\n      A: '{text}'\n{Resources}", "SCORE0218", "write '$${' for the literal text");

    [TestMethod]
    [DataRow("$${")]
    [DataRow("a$b $")]
    [DataRow("$$$${resources.db.host")]
    public void DollarThatBeginsNoPlaceholderIsText(string text) => Check.FindsNothing($"{Check.Container}    variables:\n      A: '{text}'\n{Resources}");

    [TestMethod]
    [DataRow("${TAG}")]
    [DataRow("shop:«${TAG}»", "Value=\"shop:$(Version)\"")]
    [DataRow("shop:«$TAG»", "Value=\"shop:$(Version)\"")]
    [DataRow("shop:«$(Version)»-arm", "Value=\"shop:$(Version)-arm\"")]
    [DataRow("shop:«{{ .Values.tag }}»", "'{{ .Values.tag }}'")]
    [DataRow("shop:«#{tag}#»", "'#{tag}#'")]
    [DataRow("«<registry>»/shop:1", "Value=\"registry.example.com/shop:$(Version)\"")]
    [DataRow("shop:«${TAG»", "'${TAG'")]
    public void TextToReplaceInAnImageIsAnError(string image, params string[] words) =>
        Check.Finds($"{Check.Head}containers:\n  web:\n    image: \"{(image.Contains('«', StringComparison.Ordinal) ? image : $"«{image}»")}\"\n", "SCORE0217",
            ["'image: .'", "<ScoreOverride Include=\"containers.web.image\" ", .. words]);

    [TestMethod]
    [DataRow("variables: {A: 'x «$resources.db.host»/y'}", "a placeholder is written '${resources.db.host}'.")]
    [DataRow("variables: {A: '«$(resources.db.host)»'}", "a placeholder is written '${resources.db.host}'.")]
    [DataRow("variables: {A: '«{{ .metadata.name }}»'}", "a placeholder is written '${metadata.name}'.")]
    [DataRow("args: ['--host=«${resources.db.host}»']", "in variables, files, volumes and params only")]
    [DataRow("command: [a, '«${metadata.name}»']", "in variables, files, volumes and params only")]
    [DataRow("livenessProbe: {exec: {command: ['«${metadata.name}»']}}", "in variables, files, volumes and params only")]
    public void WhatNothingReplacesIsAWarning(string line, string words) =>
        Check.Finds($"{Check.Container}    {line}\n{Resources}", "SCORE0219", "stays as it is", words);

    [TestMethod]
    [DataRow("variables: {A: '$${resources.db.host}'}")]
    [DataRow("variables: {A: '$$resources.db.host'}")]
    [DataRow("variables: {A: '$resources.other.host'}")]
    [DataRow("variables: {A: 'see resources.db.host'}")]
    [DataRow("args: ['${HOME}', '$${resources.db.host}']")]
    public void WhatNamesNothingOfTheWorkloadIsText(string line) => Check.FindsNothing($"{Check.Container}    {line}\n{Resources}");

    [TestMethod]
    public void UnknownResourceGetsASuggestion() => Check.Finds(
        Check.Container + "    variables:\n      A: «${resources.dbb.host}»\n" + Resources,
        "SCORE0203",
        "no resource 'dbb'",
        "Did you mean 'db'?");

    [TestMethod]
    [DataRow("${metadata.nam}", "no 'nam'", "Did you mean 'name'?")]
    [DataRow("${metadata.name.first}", "no 'name.first'", "metadata")]
    public void UnknownMetadataGetsASuggestion(string placeholder, params string[] words) =>
        Check.Finds($"{Check.Container}    variables:\n      A: «{placeholder}»\n", "SCORE0204", words);

    [TestMethod]
    [DataRow("${metadata.annotations.example.com/team}", @"Write a dot that is part of a key as '\.': '${metadata.annotations.example\.com/team}'.")]
    [DataRow(@"${metadata.annotations.example\.com/taem}", @"Did you mean 'example\.com/team'?")]
    [DataRow(@"${metadata.annotations.other}", @"Its keys there are: example\.com/team.")]
    public void KeyWithADotIsShownAsAPlaceholderNamesIt(string placeholder, string words) => Check.Finds(
        "apiVersion: score.dev/v1b1\nmetadata: {name: shop, annotations: {example.com/team: core}}\ncontainers:\n  web:\n    image: nginx\n" +
        $"    variables:\n      A: «{placeholder}»\n",
        "SCORE0204",
        words);

    [TestMethod]
    public void KeyWithADotIsFoundInAllTextsThatAreExpanded() => Check.FindsNothing(
        """
        apiVersion: score.dev/v1b1
        metadata: {name: shop, annotations: {example.com/team: core}}
        containers:
          web:
            image: nginx
            variables: {A: '${metadata.annotations.example\.com/team}'}
            files: {/a: {content: 'x ${metadata.annotations.example\.com/team}'}}
        resources:
          db:
            type: postgres
            params: {x: ['${metadata.annotations.example\.com/team}']}

        """);

    [TestMethod]
    public void PlaceholdersAreCheckedWhereverTheyAreExpanded() => Check.Finds(
        Check.Container + "    variables: {A: '«${a}»'}\n    files: {/a: {content: 'x«${b}»'}}\n    volumes: {/v: {source: '«${c}»'}}\n"
        + "resources:\n  db:\n    type: postgres\n    params: {x: [1, {y: '«${d}»'}]}\n",
        new Expected("SCORE0201"),
        new Expected("SCORE0201"),
        new Expected("SCORE0201"),
        new Expected("SCORE0201"));

    [TestMethod]
    public void PlaceholdersAreNotCheckedWhereTheyAreNotExpanded() => Check.FindsNothing(
        Check.Head + "  annotations: {note: '${a}'}\ncontainers:\n  web:\n    image: nginx\n    command: ['${a}']\n    args: ['${b}']\n"
        + "    files: {/a: {content: '${c}', noExpand: true}, /b: {binaryContent: JHthfQ==}}\n"
        + "resources: {db: {type: ab, metadata: {x: '${d}'}}}\n");

    [TestMethod]
    public void LinesOfDeprecatedContentAreCheckedAtTheirPlaces() => Check.Finds(
        Check.Container +
        "    «files»:\n      - target: /a\n        «content»:\n          - one «${nope}»\n          - two\n          - three «${resources.x.y}»\n",
        new Expected("SCORE0115"),
        new Expected("SCORE0115"),
        new Expected("SCORE0201"),
        new Expected("SCORE0203"));

    [TestMethod]
    public void PlaceholderInASourceFileIsReportedInThatFile()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("conf/app.ini", "[a]\r\nx = é ${resources.nope.y}\r\n");
        string score = folder.Write("score.yaml", Check.Container + "    files: {/a: {source: conf/app.ini}}\n" + Resources);
        DiagnosticBag bag = new();
        WorkloadLoader.Load(SourceReader.Decode(score, System.IO.File.ReadAllBytes(score), bag)!, score, bag);
        Diagnostic finding = bag.ToSortedList().Single();
        Assert.AreEqual($"{path} (2,7)-(2,26) SCORE0203", $"{finding.Span.File} {Check.Place(finding.Span)} {finding.Descriptor.Code}");
    }

    [TestMethod]
    public void ManyMistakesInOneTextAreCountedToTheLimit()
    {
        string text = string.Concat(Enumerable.Repeat("${x}", 200_000));
        Assert.HasCount(100, Check.Findings($"{Check.Container}    variables:\n      A: \"{text}\"\n"));
    }
}
