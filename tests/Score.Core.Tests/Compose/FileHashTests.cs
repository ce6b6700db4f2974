using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Resources;
using Score.Core.Tests.Resources;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class FileHashTests
{
    private const string Label = "compose.score.dev/files-hash";

    private const string Score = Check.Container + "    files:\n      /a: {content: 'CONTENT'}\n  plain: {image: x}\nresources: {env: {type: environment}}\n";

    [TestMethod]
    public void ContainerIsMadeAnewWhenItsFileHasChanged()
    {
        string one = Of(Score);
        Assert.AreEqual(32, one.Length);
        Assert.AreEqual(one, Of(Score));
        Assert.AreNotEqual(one, Of(Score.Replace("CONTENT", "OTHER", StringComparison.Ordinal)));
        Assert.AreEqual("", Translated.From(Score)["services.shop-plain.labels"]);
    }

    [TestMethod]
    public void HashOfAFileWithoutValuesNeedsNoKey()
    {
        string one = Of(Score, seed: () => [1]);
        Assert.AreEqual(one, Of(Score, seed: () => [2]));
        Assert.AreEqual(one, Of(Score, seed: () => throw new SeedException("none")));
    }

    [TestMethod]
    public void HashOfAFileWithAValueOfTheEnvironmentNeedsTheKey()
    {
        string score = Score.Replace("CONTENT", "password=${resources.env.PW}", StringComparison.Ordinal);
        string one = Of(score, "a");
        Assert.AreEqual(one, Of(score, "a"));
        Assert.AreNotEqual(one, Of(score, "b"), "It changes with the value.");
        Assert.AreNotEqual(one, Of(score, "a", () => [2]), "Nobody else can compute it.");
        Assert.AreEqual(Of(score, "a", None), Of(score, "b", None), "Without a key it tells nothing.");
        static byte[] None() => throw new SeedException("none");
    }

    [TestMethod]
    public void FilesOfAProvisionerThatReadsTheEnvironmentNeedTheKey()
    {
        string HashWith(byte key) =>
            Labels("  files: '{c/f: {{ env \"PW\" }}x }'\n  services: '{cache: {image: x, volumes: [\"{{ .MountsDirectory }}/c/f:/f\"]}}'\n",
            () => [key], _ => "secret");
        Assert.AreNotEqual(HashWith(1), HashWith(2));
    }

    [TestMethod]
    [DataRow("[{type: bind, source: \"{{ .MountsDirectory }}/c\", target: /x}]")]
    [DataRow("[{type: bind, source: \"./{{ .MountsDirectory }}//c/f\", target: /x}]")]
    [DataRow("[\"{{ .MountsDirectory }}/c/f:/f:ro\"]")]
    [DataRow("[\"{{ .MountsDirectory }}:/all\"]")]
    public void ServicesOfProvisionersHaveTheHashOfWhatTheyMount(string volumes)
    {
        string Files(string text) => Labels("  files: '{c/f: " + text + ", d/g: x}'\n  services: '{cache: {image: x, volumes: " + volumes + "}}'\n");
        string one = Files("one");
        StringAssert.Contains(one, Label);
        Assert.AreNotEqual(one, Files("two"));
    }

    [TestMethod]
    [DataRow("[{type: volume, source: c, target: /x}]")]
    [DataRow("[\"{{ .MountsDirectory }}/ca:/f\"]")]
    [DataRow("[/somewhere/c/f:/f, c]")]
    public void ServicesThatMountNothingOfTheBuildHaveNone(string volumes) =>
        Assert.AreEqual("", Labels("  files: '{c/f: x}'\n  services: '{cache: {image: x, volumes: " + volumes + "}}'\n"));

    [TestMethod]
    [DataRow("[a=b]", "{\"a\":\"b\",\"compose.score.dev/files-hash\":\"")]
    [DataRow("{a: b}", "{\"a\":\"b\",\"compose.score.dev/files-hash\":\"")]
    public void LabelsThatAreThereStay(string labels, string expected) =>
        StringAssert.StartsWith(Labels("  files: '{c/f: x}'\n  services: '{cache: {image: x, labels: " + labels +
            ", volumes: [\"{{ .MountsDirectory }}/c/f:/f\"]}}'\n"),
            expected, StringComparison.Ordinal);

    [TestMethod]
    public void ChangedSettingsOfTheNginxInFrontReachIt()
    {
        string Routing(string path) =>
            Translated.From([$"{Check.Container}service: {{ports: {{http: {{port: 80}}}}}}\nresources: {{front: {{type: route, params: {{host: x.localhost, " +
                $"path: {path}, port: http}}}}}}\n"],
                builtIn: true)["services.routing.labels"];
        StringAssert.Contains(Routing("/a"), Label);
        Assert.AreNotEqual(Routing("/a"), Routing("/b"));
    }

    private static string Of(string score, string value = "", Func<byte[]>? seed = null) =>
        Translated.From([score], read: _ => value, seed: seed)["services.shop-web.labels"] is { Length: > 0 } labels ? labels.Split('"')[3] : "";

    private static string Labels(string keys, Func<byte[]>? seed = null, Func<string, string?>? read = null) => Translated.From(
        [Provisioned.Score],
        provisioners: Provisioned.Read("- uri: template://test/cache\n  type: cache\n  outputs: '{host: cache}'\n" + keys),
        seed: seed,
        read: read)["services.cache.labels"];
}
