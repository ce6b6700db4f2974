using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Kubernetes.Pods;

[TestClass]
public sealed class FileTests
{
    private const string Vault = "- uri: template://test/vault\n  type: vault\n  outputs: |\n    pass: {{ encodeSecretRef \"creds\" \"pass\" }}\n";

    [TestMethod]
    [DataRow("hello\\n", "data", "hello\n")]
    [DataRow("", "data", "")]
    [DataRow(" a\\tZürich 😀 ---\\n", "data", " a\tZürich 😀 ---\n")]
    [DataRow("a\\r\\nb", "binaryData", "YQ0KYg==")]
    [DataRow("a\\x85b", "binaryData", "YcKFYg==")]
    [DataRow("a\\0", "binaryData", "YQA=")]
    [DataRow("\\uFEFFa", "binaryData", "77u/YQ==")]
    public void TextIsTextInAConfigMap(string content, string key, string expected)
    {
        Manifested result = Manifested.From(Check.Container + $"    files: {{/a: {{content: \"{content}\"}}}}\n");
        Assert.AreEqual("", result.Findings);
        string map = "ConfigMap/" + result.Pod("volumes.0.configMap.name");
        Assert.AreEqual(expected, result[map, key + ".file"]);
        Assert.AreEqual("", result[map, key == "data" ? "binaryData" : "data"]);
    }

    [TestMethod]
    public void ConfigMapHasTheLabelsOfItsWorkload()
    {
        Manifested result = Manifested.From(Check.Container + "    files: {/a: {content: x}}\n");
        string map = "ConfigMap/" + result.Pod("volumes.0.configMap.name");
        Assert.AreEqual(result["Deployment/shop", "metadata.labels"], result[map, "metadata.labels"]);
        Assert.AreNotEqual("", result[map, "metadata.labels"]);
        Assert.AreEqual("shop", result[map, "metadata.annotations.k8s!score!dev/workload-name"]);
    }

    [TestMethod]
    public void FileIsAConfigMapWithItsBytes()
    {
        Manifested result = Manifested.From(Check.Container + "    files: {/etc/app/a.txt: {content: hello, mode: '0400'}}\n");
        string map = result.Pod("volumes.0.configMap.name");
        Assert.AreEqual("hello", result["ConfigMap/" + map, "data.file"]);
        Assert.AreEqual("""[{"key":"file","mode":256,"path":"a.txt"}]""", result.Pod("volumes.0.configMap.items"));
        Assert.AreEqual("/etc/app", result.Container("volumeMounts.0.mountPath"));
    }

    [TestMethod]
    public void FilesOfOneFolderShareAProjectedVolume()
    {
        Manifested result = Manifested.From(Check.Container + "    files: {/etc/app/a: {content: a}, /etc/app//b: {content: b}, /etc/c: {content: c}}\n");
        Assert.AreEqual("/etc/app /etc", $"{result.Container("volumeMounts.0.mountPath")} {result.Container("volumeMounts.1.mountPath")}");
        Assert.AreEqual("b", result.Pod("volumes.0.projected.sources.0.configMap.items.0.path"));
        Assert.AreEqual("a", result.Pod("volumes.0.projected.sources.1.configMap.items.0.path"));
    }

    [TestMethod]
    public void FilesCanBeMountedEachByItselfSoThatTheyHideNothing()
    {
        const string settings = "metadata:\n  annotations: {k8s.score.dev/file-mounts: Folder, k8s.score.dev/web.file-mounts: File}\n";
        Manifested result = Manifested.From(Check.Container.Replace("metadata:\n", settings, StringComparison.Ordinal) +
            "    files: {/app/a: {content: a}, /app/b: {content: b}}\n  zoo: {image: x, files: {/app/a: {content: a}}}\n");
        Assert.AreEqual("/app/a a /app/b b", $"{result.Container("volumeMounts.0.mountPath")} {result.Container("volumeMounts.0.subPath")} " +
            $"{result.Container("volumeMounts.1.mountPath")} {result.Container("volumeMounts.1.subPath")}");
        StringAssert.Contains(result["Deployment/shop", "spec.template.spec.containers"], "\"mountPath\":\"/app\"");
    }

    [TestMethod]
    public void FileThatIsNothingButASecretComesFromTheSecret()
    {
        Manifested result = Manifested.From(Check.Container +
            "    files: {/etc/pass: {content: '${resources.db.pass}', mode: '0400'}}\nresources: {db: {type: vault}}\n", Vault);
        Assert.AreEqual("""{"items":[{"key":"pass","mode":256,"path":"pass"}],"secretName":"creds"}""", result.Pod("volumes.0.secret"));
        Assert.AreEqual("Deployment/shop", result.Objects);
    }

    [TestMethod]
    public void SecretInTheTextOfAFileIsAnErrorAtThePlaceholder() => StringAssert.StartsWith(
        Manifested.Finds(Check.Container + "    files: {/etc/pass: {content: 'x «${resources.db.pass}»'}}\nresources: {db: {type: vault}}\n", Vault),
        "SCORE0510");

    [TestMethod]
    public void ChangedContentChangesThePods()
    {
        Assert.AreEqual(Hash("a"), Hash("a"));
        Assert.AreNotEqual(Hash("a"), Hash("b"));

        static string Hash(string content)
        {
            string hash = Manifested.From(Check.Container +
                $"    files: {{/etc/a: {{content: {content}}}}}\n")["Deployment/shop", "spec.template.metadata.annotations.k8s!score!dev/files-hash"];
            Assert.AreEqual(16, hash.Length);
            return hash;
        }
    }

    [TestMethod]
    public void FileBesideAVolumeOrAtTheRootIsMountedByItself()
    {
        Manifested result = Manifested.From(Check.Container +
            "    files: {/data/a: {content: a}, /b: {content: b}}\n    volumes: {/data/: {source: '${resources.vol}'}}\nresources: {vol: {type: volume}}\n");
        Assert.AreEqual("/b /data/a /data",
            $"{result.Container("volumeMounts.0.mountPath")} {result.Container("volumeMounts.1.mountPath")} {result.Container("volumeMounts.2.mountPath")}");
        Assert.AreEqual("b a", $"{result.Container("volumeMounts.0.subPath")} {result.Container("volumeMounts.1.subPath")}");
    }

    [TestMethod]
    public void TwoContainersWithOnePathHaveVolumesOfTheirOwn()
    {
        Manifested result = Manifested.From(Check.Head +
            "containers:\n  aa:\n    image: x\n    files: {/etc/a: {content: one}}\n  bb:\n    image: x\n    files: {/etc/a: {content: two}}\n");
        Assert.AreNotEqual(result.Pod("volumes.0.name"), result.Pod("volumes.1.name"));
        Assert.AreEqual(result.Pod("volumes.1.name"), result.Pod("containers.1.volumeMounts.0.name"));
    }

    [TestMethod]
    public void FileThatIsTooLargeForAConfigMapIsAnErrorAtItsTarget()
    {
        string content = Convert.ToBase64String(new byte[(1024 * 1024) + 1]);
        StringAssert.StartsWith(Manifested.Finds(Check.Container + $"    files:\n      «/etc/a»: {{binaryContent: {content}}}\n"), "SCORE0514");
    }

    [TestMethod]
    public void WindowsPathLosesItsDrive() => Assert.AreEqual(
        "/app/config",
        Manifested.From(Check.Container + "    files: {'C:\\app\\config\\a.json': {content: a}}\n").Container("volumeMounts.0.mountPath"));
}
