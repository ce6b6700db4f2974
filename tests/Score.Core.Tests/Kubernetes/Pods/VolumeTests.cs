using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Kubernetes.Pods;

[TestClass]
public sealed class VolumeTests
{
    private const string StatefulSet = "apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n  annotations: {k8s.score.dev/kind: StatefulSet}\n" +
        "containers:\n  web:\n    image: nginx\n";
    private const string Volume = "    volumes: {/data: {source: '${resources.vol}'}}\nresources: {vol: {type: volume}}\n";
    private const string Claim = "- uri: template://test/claim\n  type: volume\n  outputs: |\n    claimSpec: {accessModes: [ReadWriteOnce], resources: " +
        "{requests: {storage: 1Gi}}}\n";

    [TestMethod]
    public void VolumeThatNobodyProvisionsLivesAsLongAsThePod() =>
        Assert.AreEqual("""[{"emptyDir":{},"name":"vol-bd47413b5c"}]""", Manifested.From(Check.Container + Volume).Pod("volumes"));

    [TestMethod]
    public void SourceOfAProvisionerIsTheVolume()
    {
        Manifested result = Manifested.From(
            Check.Container + "    volumes: {/data: {source: '${resources.vol}', path: sub/a, readOnly: true}}\nresources: {vol: {type: volume}}\n",
            "- uri: template://test/map\n  type: volume\n  outputs: |\n    source: {hostPath: {path: /srv}}\n");
        Assert.AreEqual("""[{"hostPath":{"path":"/srv"},"name":"vol-bd47413b5c"}]""", result.Pod("volumes"));
        Assert.AreEqual("""{"mountPath":"/data","name":"vol-bd47413b5c","readOnly":true,"subPath":"sub/a"}""", result.Container("volumeMounts.0"));
    }

    [TestMethod]
    public void TwoContainersShareTheVolumeOfOneResource()
    {
        Manifested result = Manifested.From(Check.Head + "containers:\n  aa: {image: x, volumes: {/one: {source: '${resources.vol}'}}}\n" +
            "  bb: {image: x, volumes: {/two: {source: '${resources.vol}'}}}\nresources: {vol: {type: volume}}\n");
        Assert.AreEqual("", result.Pod("volumes.1"));
        Assert.AreEqual(result.Pod("containers.0.volumeMounts.0.name"), result.Pod("containers.1.volumeMounts.0.name"));
    }

    [TestMethod]
    public void TwoResourcesAtOnePathOfTwoContainersAreTwoVolumes()
    {
        Manifested result = Manifested.From(Check.Head + "containers:\n  aa: {image: x, volumes: {/one: {source: '${resources.vol}'}}}\n" +
            "  bb: {image: x, volumes: {/one: {source: '${resources.other}'}}}\nresources: {vol: {type: volume}, other: {type: volume}}\n");
        Assert.AreNotEqual(result.Pod("volumes.0.name"), result.Pod("volumes.1.name"));
    }

    [TestMethod]
    public void ClaimIsATemplateOfAStatefulSet()
    {
        Manifested result = Manifested.From(StatefulSet + Volume, Claim);
        Assert.AreEqual("vol-bd47413b5c", result["StatefulSet/shop", "spec.volumeClaimTemplates.0.metadata.name"]);
        Assert.AreEqual("1Gi", result["StatefulSet/shop", "spec.volumeClaimTemplates.0.spec.resources.requests.storage"]);
        Assert.AreEqual("", result["StatefulSet/shop", "spec.template.spec.volumes"]);
    }

    [TestMethod]
    public void ClaimOfADeploymentIsAnErrorAtTheSource()
    {
        string finding = Manifested.Finds(Check.Container + "    volumes: {/data: {source: «'${resources.vol}'»}}\nresources: {vol: {type: volume}}\n", Claim);
        StringAssert.StartsWith(finding, "SCORE0509");
        StringAssert.Contains(finding, "'k8s.score.dev/kind'");
    }

    [TestMethod]
    [DataRow("source: /srv", "must be a mapping, and this is a string")]
    [DataRow("claimSpec: [a]", "must be a mapping, and this is a list")]
    [DataRow("source: {emptyDir: {}}\n    claimSpec: {}", "Make only one of them")]
    public void OutputsThatDescribeNoVolumeAreAnErrorAtTheSource(string outputs, string words)
    {
        string finding = Manifested.Finds(
            Check.Container + "    volumes: {/data: {source: «'${resources.vol}'»}}\nresources: {vol: {type: volume}}\n",
            $"- uri: template://test/x\n  type: volume\n  outputs: |\n    {outputs}\n");
        StringAssert.StartsWith(finding, "SCORE0328");
        StringAssert.Contains(finding, words);
    }

    [TestMethod]
    public void ResourceThatIsNoVolumeIsAnErrorAtTheSource() => StringAssert.StartsWith(
        Manifested.Finds(Check.Container + "    volumes: {/data: {source: «'${resources.env}'»}}\nresources: {env: {type: environment}}\n"), "SCORE0406");

    [TestMethod]
    public void SourceThatIsNoResourceIsAnErrorAtTheSource() => StringAssert.StartsWith(
        Manifested.Finds(Check.Container + "    volumes: {/data: {source: «my-data»}}\n"), "SCORE0507");

    [TestMethod]
    [DataRow("/abs")]
    [DataRow("a/../../b")]
    public void PathThatLeavesTheVolumeIsAnErrorAtThePath(string path) => StringAssert.StartsWith(
        Manifested.Finds(Check.Container + $"    volumes: {{/data: {{source: '${{resources.vol}}', path: «{path}»}}}}\nresources: {{vol: {{type: volume}}}}\n"),
        "SCORE0508");

    [TestMethod]
    [DataRow("/", "")]
    [DataRow(".", "")]
    [DataRow("./a//b/", "a/b")]
    public void PathIsAFolderOfTheVolume(string path, string subPath)
    {
        Manifested result = Manifested.From(Check.Container +
            $"    volumes: {{/data: {{source: '${{resources.vol}}', path: {path}}}}}\nresources: {{vol: {{type: volume}}}}\n");
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual(subPath, result.Container("volumeMounts.0.subPath"));
    }

    [TestMethod]
    public void SecretInTheDescriptionOfAVolumeIsAnError() => StringAssert.StartsWith(
        Manifested.Finds(
            Check.Container + "    volumes: {/data: {source: «'${resources.vol}'»}}\nresources: {vol: {type: volume}}\n",
            "- uri: template://test/x\n  type: volume\n  outputs: |\n    source: {hostPath: {path: {{ encodeSecretRef \"a\" \"b\" }}}}\n"),
        "SCORE0511");
}
