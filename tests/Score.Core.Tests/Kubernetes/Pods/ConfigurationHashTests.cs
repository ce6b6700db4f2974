using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Kubernetes.Pods;
using Score.Core.Tests.Kubernetes.Layouts;
using Score.Core.Tests.Resources;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes.Pods;

/// <summary>Pods are replaced when a Secret or ConfigMap changes that they read.</summary>
[TestClass]
public sealed class ConfigurationHashTests
{
    private const string Sources =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: s}
        stringData: {password: one}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c}
        data: {file: one}

        """;

    private const string Annotation = "k8s!score!dev/config-hash";

    [TestMethod]
    [DataRow("containers: [{name: a, env: [{name: P, valueFrom: {secretKeyRef: {name: s, key: password}}}]}]", "Secret")]
    [DataRow("containers: [{name: a, env: [{name: P, valueFrom: {configMapKeyRef: {name: c, key: file}}}]}]", "ConfigMap")]
    [DataRow("containers: [{name: a, envFrom: [{secretRef: {name: s}}]}]", "Secret")]
    [DataRow("containers: [{name: a, envFrom: [{prefix: X, configMapRef: {name: c}}]}]", "ConfigMap")]
    [DataRow("initContainers: [{name: i, envFrom: [{secretRef: {name: s}}]}], containers: [{name: a}]", "Secret")]
    [DataRow("containers: [{name: a}], volumes: [{name: v, secret: {secretName: s}}]", "Secret")]
    [DataRow("containers: [{name: a}], volumes: [{name: v, configMap: {name: c}}]", "ConfigMap")]
    [DataRow("containers: [{name: a}], volumes: [{name: v, projected: {sources: [{secret: {name: s}}, {serviceAccountToken: {path: t}}]}}]", "Secret")]
    [DataRow("containers: [{name: a}], volumes: [{name: v, projected: {sources: [{configMap: {name: c}}]}}]", "ConfigMap")]
    public void PodThatReadsAnObjectChangesWithIt(string pod, string kind)
    {
        foreach (string controller in (string[])["Deployment", "StatefulSet", "DaemonSet", "CronJob", "Rollout"])
        {
            string text = Sources + Controller(controller, pod);
            string hash = Hash(text, controller);
            Assert.AreEqual(16, hash.Length, controller);
            Assert.AreEqual(hash, Hash(text, controller), controller);
            Assert.AreNotEqual(hash, Hash(Change(text, kind), controller), controller);
            Assert.AreEqual(hash, Hash(Change(text, kind == "Secret" ? "ConfigMap" : "Secret"), controller), controller);
        }
    }

    [TestMethod]
    [DataRow("Deployment", "containers: [{name: a, env: [{name: P, value: s}]}]")]
    [DataRow("Deployment", "containers: [{name: a, envFrom: [{secretRef: {name: elsewhere}}]}]")]
    [DataRow("Deployment", "imagePullSecrets: [{name: s}], containers: [{name: a}]")]
    [DataRow("Job", "containers: [{name: a, envFrom: [{secretRef: {name: s}}]}]")]
    public void PodThatReadsNothingHereOrMayNotChangeHasNoHash(string kind, string pod)
    {
        IReadOnlyList<YamlMapping> manifests = Documents.Read(Sources + Controller(kind, pod));
        Assert.AreEqual(CanonicalJson.Write(manifests[2]), CanonicalJson.Write(ConfigurationHash.AddTo(manifests)[2]));
    }

    [TestMethod]
    public void ObjectOfAnotherNamespaceIsAnother()
    {
        string controller = Controller("Deployment", "containers: [{name: a, envFrom: [{secretRef: {name: s}}]}]").Replace("name: x",
            "name: x, namespace: prod", StringComparison.Ordinal);
        Assert.AreEqual("", Hash(Sources + controller, "Deployment"));
        Assert.AreNotEqual("", Hash(Sources.Replace("{name: s}", "{name: s, namespace: prod}", StringComparison.Ordinal) + controller, "Deployment"));
    }

    [TestMethod]
    public void OrderOfKeysAndOfObjectsDoesNotMatter()
    {
        const string Pod = "containers: [{name: a, envFrom: [{secretRef: {name: s}}, {configMapRef: {name: c}}]}]";
        string hash = Hash(Sources.Replace("{password: one}", "{a: b, password: one}", StringComparison.Ordinal) + Controller("Deployment", Pod), "Deployment");
        string other = "---\n" + Sources.Replace("{password: one}", "{password: one, a: b}", StringComparison.Ordinal);
        Assert.AreEqual(hash, Hash(Controller("Deployment", Pod)[4..] + other, "Deployment", 0));
    }

    [TestMethod]
    public void OtherAnnotationsStayAndNothingIsChangedInPlace()
    {
        IReadOnlyList<YamlMapping> manifests = Documents.Read(Sources + Controller("Deployment", "containers: [{name: a, envFrom: [{secretRef: {name: s}}]}]")
            .Replace("labels: {a: b}", "labels: {a: b}, annotations: {z: y}", StringComparison.Ordinal));
        string before = CanonicalJson.Write(manifests[2]);
        YamlMapping after = ConfigurationHash.AddTo(manifests)[2];
        Assert.AreEqual(before, CanonicalJson.Write(manifests[2]));
        Assert.AreEqual("y", BuiltInManifests.Text(after, "spec.template.metadata.annotations.z"));
        Assert.AreEqual("b", BuiltInManifests.Text(after, "spec.template.metadata.labels.a"));
    }

    [TestMethod]
    [DataRow("redis")]
    [DataRow("postgres")]
    [DataRow("s3")]
    [DataRow("amqp")]
    [DataRow("mssql")]
    [DataRow("elasticsearch")]
    public void NewPasswordReplacesThePodsOfTheServerAndOfTheWorkload(string type)
    {
        string output = type == "s3" ? "res.secret_key" : "res.password";
        string[] one = Hashes(1), other = Hashes(2);
        Assert.IsTrue(one.Length >= 2 && one.All(h => h.Length > 0), string.Join(" ", one));
        for (int i = 0; i < one.Length; i++) Assert.AreNotEqual(one[i], other[i]);

        string[] Hashes(byte seed)
        {
            BuiltInManifests project = BuiltInManifests.Translate($"hash-{type}", [BuiltInSample.Score("shop", $"res: {{type: {type}}}", output)], seed: seed);
            return ConfigurationHash.AddTo(project.Project.Manifests)
                .Where(m => BuiltInManifests.Text(m, "kind") is "Deployment" or "StatefulSet")
                .Select(m => BuiltInManifests.Text(m, "spec.template.metadata.annotations." + Annotation)).ToArray();
        }
    }

    private static string Controller(string kind, string pod)
    {
        string template = $"{{metadata: {{labels: {{a: b}}}}, spec: {{{pod}}}}}";
        return $"---\napiVersion: any/v1\nkind: {kind}\nmetadata: {{name: x}}\nspec: " +
            (kind == "CronJob" ? $"{{jobTemplate: {{spec: {{template: {template}}}}}}}" : $"{{template: {template}}}") + "\n";
    }

    private static string Change(string text, string kind) => kind == "Secret"
        ? text.Replace("{password: one}", "{password: two}", StringComparison.Ordinal)
        : text.Replace("{file: one}", "{file: two}", StringComparison.Ordinal);

    private static string Hash(string text, string kind, int index = 2) => BuiltInManifests.Text(
        ConfigurationHash.AddTo(Documents.Read(text))[index],
        (kind == "CronJob" ? "spec.jobTemplate." : "") + "spec.template.metadata.annotations." + Annotation);
}
