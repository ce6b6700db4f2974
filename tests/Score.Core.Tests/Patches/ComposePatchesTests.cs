using System;
using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Tests.Compose;
using Score.Core.Yaml;

namespace Score.Core.Tests.Patches;

[TestClass]
public sealed class ComposePatchesTests
{
    [TestMethod]
    [DataRow("- {op: set, path: services.shop-web.«imagePullPolicy», value: Always}\n", "the key 'imagePullPolicy' in 'services.shop-web'", "imagePullPolicy")]
    [DataRow("- op: set\n  path: services.shop-web.healthcheck\n  value: {test: [CMD, x], «startPeriod»: 5s}\n", "Did you mean 'start_period'?", "startPeriod")]
    [DataRow("- {op: set, path: «service», value: {}}\n", "in 'compose.yaml'", "\"service\"")]
    [DataRow("- op: set\n  path: services.extra\n  value:\n    image: x\n    «restartPolicy»: always\n", "'services.extra'", "restartPolicy")]
    public void KeyThatComposeDoesNotKnowIsLeftOutWithAWarning(string marked, string words, string gone)
    {
        string text = Check.Strip(marked, out List<string> places);
        string json = Apply(text, out string findings);
        StringAssert.StartsWith(findings, gone == "\"service\"" ? "SCORE0341" : $"SCORE0341 {places[0]}: ", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
        Assert.IsFalse(json.Contains(gone, StringComparison.Ordinal), json);
    }

    [TestMethod]
    [DataRow("- {op: set, path: services.shop-web.environment, value: [A=b]}\n- {op: set, path: services.shop-web.command, value: a b}\n",
        "\"command\":[\"a\",\"b\"],\"environment\":{\"A\":\"b\"}")]
    [DataRow("- {op: set, path: services.shop-web.x-team, value: {anyKey: 1}}\n", "\"x-team\":{\"anyKey\":1}")]
    [DataRow("- {op: set, path: x-team, value: {anyKey: 1}}\n", "\"x-team\":{\"anyKey\":1}")]
    [DataRow("- {op: set, path: services.shop-web.READ_ONLY, value: true}\n", "\"read_only\":true")]
    public void WhatPatchesMakeIsWrittenInOneForm(string text, string expected)
    {
        string json = Apply(text, out string findings);
        Assert.AreEqual("", findings);
        StringAssert.Contains(json, expected, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("- {op: set, path: services.shop-web.«ports», value: 80}\n", "'services.shop-web.ports': it must be a list, and this is a number.")]
    [DataRow("- {op: set, path: services.shop-web.«cpus», value: .inf}\n",
        "'services.shop-web.cpus': it must be a finite number, and this is infinite or none.")]
    [DataRow("- {op: set, path: «services», value: x}\n", "'services': it must be a mapping, and this is a string.")]
    public void ValueThatComposeCannotReadIsAnError(string marked, string words)
    {
        Apply(Check.Strip(marked, out _), out string findings);
        StringAssert.StartsWith(findings, "SCORE0342", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    public void NextFileSeesTheOneForm()
    {
        DiagnosticBag bag = new();
        ComposeProject project = Translated.From(Check.Container).Project;
        PatchFile first = new("1.tpl", new SourceText("/1.tpl", "- {op: set, path: services.shop-web.environment, value: [A=b]}\n"));
        PatchFile second = new("2.tpl", new SourceText("/2.tpl", "- {op: set, path: services.shop-web.environment.C, value: d}\n"));
        YamlNode tree = TestPlatforms.Patched(project, [first, second], bag).Tree;
        Assert.AreEqual("", Check.Show(bag.ToSortedList()));
        StringAssert.Contains(CanonicalJson.Write(tree), "\"environment\":{\"A\":\"b\",\"C\":\"d\"}", StringComparison.Ordinal);
    }

    private static string Apply(string text, out string findings)
    {
        DiagnosticBag bag = new();
        ComposeProject project = Translated.From(Check.Container).Project;
        PlatformProject patched = TestPlatforms.Patched(project, [new PatchFile("p.tpl", new SourceText("/p.tpl", text))], bag);
        findings = Check.Show(bag.ToSortedList());
        return CanonicalJson.Write(patched.Tree);
    }
}
