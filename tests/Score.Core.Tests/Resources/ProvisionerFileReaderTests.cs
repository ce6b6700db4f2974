using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Resources;
using Score.Core.Resources.Provisioners;

namespace Score.Core.Tests.Resources;

[TestClass]
public sealed class ProvisionerFileReaderTests
{
    [TestMethod]
    [DataRow("«p»rovisioners: []\n", "SCORE0310", "a mapping")]
    [DataRow("- uri: template://a\n  type: b\n  «outptus»: x\n", "SCORE0101", "Did you mean 'outputs'?")]
    [DataRow("- «type»: b\n", "SCORE0102", "'uri'")]
    [DataRow("- «uri»: template://a\n", "SCORE0102", "'type'")]
    [DataRow("- uri: template://a\n  type: «5»\n", "SCORE0103", "'type' must be a string, and this is a number")]
    [DataRow("- uri: template://a\n  type: b\n  outputs: «a»: 1\n", "SCORE0006", "")]
    [DataRow("- uri: template://a\n  type: b\n  outputs:\n    «a»: 1\n", "SCORE0103", "'outputs' must be a string, and this is a mapping")]
    [DataRow("- uri: template://a\n  type: b\n  supported_params: «x»\n", "SCORE0103", "'supported_params' must be a list of strings")]
    [DataRow("- uri: template://a\n  type: b\n  expected_outputs: [x, «1»]\n", "SCORE0103", "An item of 'expected_outputs' must be a string")]
    [DataRow("- uri: «templates://a»\n  type: b\n", "SCORE0311", "Did you mean 'template'?")]
    [DataRow("- uri: template://a\n  type: b\n- uri: «template://a»\n  type: c\n", "SCORE0312", "(line 1)")]
    [DataRow("- «x»\n", "SCORE0103", "An item of a provisioner file must be a mapping")]
    public void FindingIsAtItsPlace(string marked, string code, string words)
    {
        string text = Check.Strip(marked, out List<string> places);
        Provisioned.Read([text], out string findings);
        StringAssert.StartsWith(findings, code, StringComparison.Ordinal);
        if (code != "SCORE0006") StringAssert.StartsWith(findings, $"{code} {places[0]}: ", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', findings);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("# nothing but a comment\n")]
    [DataRow("[]\n")]
    [DataRow("---\n~\n")]
    public void FileWithoutEntriesIsNoMistake(string text)
    {
        Provisioned.Read([text], out string findings);
        Assert.AreEqual("", findings);
    }

    [TestMethod]
    public void AllKeysOfTheReferenceAreKnown()
    {
        string keys = string.Concat(((string[])["init", "state", "shared", "outputs", "directories", "files", "networks", "services", "volumes", "models",
            "info_logs", "manifests", "class", "id", "description"]).Select(k => $"  {k}: ''\n"));
        Provisioned.Read("- uri: template://a\n  type: b\n  supported_params: [x]\n  expected_outputs: []\n  args: [x]\n" + keys);
    }

    [TestMethod]
    [DataRow("template://a", "class,id,description,supported_params,expected_outputs,init,state,shared,outputs,directories,files,networks,services,volumes," +
        "models,info_logs,manifests")]
    [DataRow("cmd://a#b", "class,id,description,supported_params,expected_outputs,args,params,outputs")]
    public void NullOfAnOptionalKeyIsNoValue(string uri, string keys)
    {
        Provisioner provisioner = Provisioned.Read($"- uri: {uri}\n  type: b\n" +
            string.Concat(keys.Split(',').Select((k, i) => $"  {k}:{(i % 3 == 0 ? " null" : i % 3 == 1 ? " ~" : "")}\n"))).Single();
        Assert.AreNotEqual(ProvisionerKind.Broken, provisioner.Kind);
        Assert.IsTrue(provisioner.Serves(new ResourceId("b", "large", "main")));
        Assert.IsNull(provisioner.SupportedParams);
        Assert.IsNull(provisioner.ExpectedOutputs);
    }

    [TestMethod]
    [DataRow("uri: null\n  type: b", "'uri'")]
    [DataRow("uri: template://a\n  type: ~", "'type'")]
    public void NullOfARequiredKeyIsReported(string keys, string words)
    {
        Provisioned.Read([$"- {keys}\n"], out string findings);
        StringAssert.StartsWith(findings, "SCORE0102", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    public void EntryOfAProgramHasListsOfParamsAndOutputs()
    {
        Provisioner provisioner = Provisioned.Read("- uri: cmd://a\n  type: b\n  params: [x, y]\n  outputs: [z]\n  args: [-p, 5432, true]\n").Single();
        CollectionAssert.AreEqual(new[] { "x", "y" }, provisioner.SupportedParams!.Select(p => p.Text).ToArray());
        CollectionAssert.AreEqual(new[] { "z" }, provisioner.ExpectedOutputs!.Select(p => p.Text).ToArray());
    }

    [TestMethod]
    public void OneProgramMayServeSeveralTypes() =>
        Assert.HasCount(2, Provisioned.Read("- uri: cmd://python3\n  type: a\n  args: [a.py]\n", "- uri: cmd://python3\n  type: b\n  args: [b.py]\n"));

    [TestMethod]
    [DataRow("- uri: template://a\n  type: b\n  «params»: [x]\n", "SCORE0101", "Did you mean 'supported_params'?")]
    [DataRow("- uri: cmd://a\n  type: b\n  outputs: «x»\n", "SCORE0103", "a list of strings")]
    public void ListsOfProgramsAreForProgramsOnly(string marked, string code, string words) => FindingIsAtItsPlace(marked, code, words);

    [TestMethod]
    [DataRow("cache", "default", "shop.res", "any")]
    [DataRow("cache", "large", "shop.res", "large")]
    [DataRow("cache", "default", "main", "main")]
    [DataRow("cache", "large", "main", "large")]
    [DataRow("cach", "default", "main", null)]
    public void FirstEntryThatServesCounts(string type, string @class, string id, string? expected)
    {
        IReadOnlyList<Provisioner> provisioners = Provisioned.Read(
            "- {uri: 'template://large', type: cache, class: large}\n- {uri: 'template://main', type: cache, id: main}\n",
            "- {uri: 'template://any', type: cache}\n- {uri: 'template://never', type: cache}\n");
        Provisioner? found = provisioners.FirstOrDefault(p => p.Serves(new ResourceId(type, @class, id)));
        Assert.AreEqual(expected is null ? null : "template://" + expected, found?.Uri.Text);
    }
}
