using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Tests.Compose;

namespace Score.Core.Tests.Resources;

/// <summary>Built-in servers take size, storage class and image of the params of their resources.</summary>
[TestClass]
public sealed class ServerParamsTests
{
    [TestMethod]
    [DataRow("amqp", true)]
    [DataRow("elasticsearch", false)]
    [DataRow("kafka-topic", true)]
    [DataRow("mongodb", false)]
    [DataRow("mssql", true)]
    [DataRow("mysql", true)]
    [DataRow("postgres", true)]
    [DataRow("postgres-instance", false)]
    [DataRow("redis", false)]
    [DataRow("s3", true)]
    public void EachServerTakesThem(string type, bool isShared)
    {
        string other = isShared ? $"\nother: {{type: {type}}}" : "";
        BuiltInManifests project = BuiltInManifests.Translate("params", [BuiltInSample.Score("shop",
            $"res: {{type: {type}, params: {{size: 20Gi, storageClass: fast, image: 'my.example/x:1'}}}}{other}")]);
        string server = project.Only("StatefulSet");
        Assert.AreEqual("20Gi", project[server, "spec.volumeClaimTemplates.0.spec.resources.requests.storage"]);
        Assert.AreEqual("fast", project[server, "spec.volumeClaimTemplates.0.spec.storageClassName"]);
        Assert.AreEqual("my.example/x:1", project[server, "spec.template.spec.containers.0.image"]);
    }

    [TestMethod]
    public void SetupAndComposeRunTheSameImage()
    {
        string score = Check.Container + "resources:\n  db: {type: postgres, params: {image: 'postgres:16', size: 3Gi}}\n  log: {type: postgres}\n";
        Translated compose = Translated.From([score], builtIn: true);
        Assert.AreEqual("", compose.Findings);
        Assert.IsFalse(compose.Yaml.Contains("postgres:17", StringComparison.Ordinal), compose.Yaml);
        StringAssert.Contains(compose.Yaml, "image: postgres:16\n");
    }

    [TestMethod]
    [DataRow("size: 10", "SCORE0363 (9,39)-(9,41): The param 'size' of a built-in server cannot be '10'.")]
    [DataRow("size: 0Gi", "SCORE0363 (9,39)-(9,42): The param 'size'")]
    [DataRow("size: [1]", "SCORE0363 (9,39)-(9,42): The param 'size' of a built-in server cannot be 'a list'.")]
    [DataRow("storageClass: Fast", "SCORE0363 (9,47)-(9,51): The param 'storageClass'")]
    [DataRow("image: 'a b'", "SCORE0363 (9,40)-(9,45): The param 'image'")]
    [DataRow("sise: 10Gi", "SCORE0322 (9,33)-(9,37): The provisioner 'template://stock/postgres' does not know the param 'sise'. Did you mean 'size'?")]
    public void WrongValueIsAnErrorAtItsPlace(string param, string finding) => StringAssert.StartsWith(
        Translated.From([Check.Container + $"resources:\n  # here\n  db: {{type: postgres, params: {{{param}}}}}\n"], builtIn: true).Findings,
        finding,
        StringComparison.Ordinal);

    [TestMethod]
    public void ResourcesThatShareAServerMayNotDiffer()
    {
        string score = Check.Container + "resources:\n  db: {type: redis, params: {size: 1Gi}}\n  log: {type: redis, params: {size: 2Gi}}\n";
        Assert.AreEqual("", Translated.From([score], builtIn: true).Findings);
        StringAssert.StartsWith(Translated.From([score.Replace("redis", "postgres", StringComparison.Ordinal)], builtIn: true).Findings,
            "SCORE0364 ", StringComparison.Ordinal);
    }
}
