using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Kubernetes.Layouts;

namespace Score.Core.Tests.Kubernetes.Layouts;

/// <summary>Names of files tell the object, are unique, and are good on every system.</summary>
[TestClass]
public sealed class ManifestFileNamesTests
{
    [TestMethod]
    [DataRow("{kind: Deployment, metadata: {name: my-api}}", "deployment-my-api.yaml")]
    [DataRow("{kind: Deployment, metadata: {name: my-api, namespace: shop}}", "deployment-my-api.yaml")]
    [DataRow("{kind: Deployment, metadata: {name: my-api, namespace: other}}", "deployment-other-my-api.yaml")]
    [DataRow("{kind: ClusterRole, metadata: {name: 'system:Read/er'}}", "clusterrole-system-read-er.yaml")]
    [DataRow("{kind: CustomResourceDefinition, metadata: {name: shops.example.com}}", "customresourcedefinition-shops.example.com.yaml")]
    [DataRow("{kind: Con}", "object-con.yaml")]
    [DataRow("{metadata: {name: nul.x}}", "object-nul.x.yaml")]
    [DataRow("{metadata: {name: LPT1}}", "object-lpt1.yaml")]
    [DataRow("{kind: Console}", "console.yaml")]
    [DataRow("{kind: '..', metadata: {name: ../../x}}", "x.yaml")]
    [DataRow("{kind: 1, metadata: 2}", "1.yaml")]
    [DataRow("{kind: é}", "object-.yaml")]
    [DataRow("{}", "object-.yaml")]
    public void NameTellsTheObject(string manifest, string expected) =>
        Assert.AreEqual(expected, ManifestFileNames.Of(Documents.Read(manifest), "shop").Single());

    [TestMethod]
    public void NamesAreUniqueInWhateverOrder()
    {
        const string Objects = "{kind: A, metadata: {name: x}}\n---\n{kind: a, metadata: {name: X}}\n---\n{kind: A, metadata: {name: x-2}}\n---\n" +
            "{kind: Kustomization}\n---\n{kind: A, metadata: {name: x}}";
        CollectionAssert.AreEqual(
            (string[])["a-x.yaml", "a-x-2.yaml", "a-x-2-2.yaml", "kustomization-2.yaml", "a-x-3.yaml"],
            ManifestFileNames.Of(Documents.Read(Objects), "", "kustomization").ToList());
    }

    [TestMethod]
    public void LongNameIsCutAndStaysUnlikeOthers()
    {
        string start = new('n', 250);
        string[] names =
            [.. ManifestFileNames.Of(Documents.Read($"{{kind: A, metadata: {{name: {start}1}}}}\n---\n{{kind: A, metadata: {{name: {start}2}}}}"), "")];
        Assert.AreNotEqual(names[0], names[1]);
        foreach (string name in names)
        {
            StringAssert.StartsWith(name, "a-nnn", StringComparison.Ordinal);
            Assert.AreEqual(125, name.Length);
        }
    }
}
