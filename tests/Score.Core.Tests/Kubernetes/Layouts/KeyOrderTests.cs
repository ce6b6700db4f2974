using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Tests.Resources;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes.Layouts;

/// <summary>All objects have their keys in one order, whoever made them.</summary>
[TestClass]
public sealed class KeyOrderTests
{
    [TestMethod]
    public void ObjectsOfAProvisionerHaveTheOrderOfThoseOfAWorkload()
    {
        YamlMapping manifest = Documents.Read(
            """
            spec:
              template:
                spec:
                  volumes: [{name: v, emptyDir: {}}]
                  containers:
                    - volumeMounts: [{mountPath: /v, name: v}]
                      livenessProbe: {exec: {command: [x]}}
                      env: [{name: A, value: b}]
                      ports: [{containerPort: 80}]
                      image: i
                      tty: true
                      name: c
                metadata: {labels: {b: c, app.kubernetes.io/name: nn}}
              minReadySeconds: 3
              replicas: 2
              selector: {matchLabels: {app.kubernetes.io/name: nn}}
            kind: Deployment
            status: {}
            metadata:
              annotations: {z: z, a: a}
              labels: {app.kubernetes.io/managed-by: m, own: o, app.kubernetes.io/instance: i, app.kubernetes.io/name: nn}
              finalizers: [f]
              namespace: x
              name: nn
            apiVersion: apps/v1
            """)[0];
        Assert.AreEqual(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: nn
              namespace: x
              labels:
                app.kubernetes.io/name: nn
                app.kubernetes.io/instance: i
                app.kubernetes.io/managed-by: m
                own: o
              annotations:
                z: z
                a: a
              finalizers:
                - f
            spec:
              replicas: 2
              minReadySeconds: 3
              selector:
                matchLabels:
                  app.kubernetes.io/name: nn
              template:
                metadata:
                  labels:
                    app.kubernetes.io/name: nn
                    b: c
                spec:
                  containers:
                    - name: c
                      image: i
                      ports:
                        - containerPort: 80
                      env:
                        - name: A
                          value: b
                      volumeMounts:
                        - mountPath: /v
                          name: v
                      tty: true
                      livenessProbe:
                        exec:
                          command:
                            - x
                  volumes:
                    - name: v
                      emptyDir: {}
            status: {}

            """.Replace("\r\n", "\n"),
            YamlWriter.Write(KeyOrder.Of(manifest)));
    }

    [TestMethod]
    public void NothingIsLostAndTheResultIsInOrderAlready()
    {
        BuiltInManifests project = BuiltInManifests.Run("order", "aa: {type: postgres}\nbb: {type: redis}\ncc: {type: s3}\ndd: {type: kafka-topic}", "aa.host");
        foreach (YamlMapping manifest in project.Project.Manifests)
        {
            YamlMapping ordered = KeyOrder.Of(manifest);
            Assert.AreEqual(CanonicalJson.Write(manifest), CanonicalJson.Write(ordered));
            Assert.AreEqual(YamlWriter.Write(ordered), YamlWriter.Write(KeyOrder.Of(ordered)));
        }
    }

    [TestMethod]
    public void WorkloadsAreWrittenInThatOrderAnyway()
    {
        // So that the order is one and not two: what the translation makes is not changed by it.
        Manifested result = Manifested.From(Check.Container +
            "    command: [a]\n    args: [b]\n    variables: {A: b}\n    files: {/x/y: {content: z}}\n    resources: {limits: {cpu: '1'}}\n" +
            "service: {ports: {http: {port: 80}}}\n");
        foreach (YamlMapping manifest in result.Project.Manifests) Assert.AreEqual(YamlWriter.Write(manifest), YamlWriter.Write(KeyOrder.Of(manifest)));
    }

    [TestMethod]
    public void EveryObjectOfABuildHasLabelsThatSayWhoMadeIt()
    {
        BuiltInManifests project = BuiltInManifests.Run(
            "labels",
            string.Join("\n",
                ((string[])["amqp", "elasticsearch", "kafka-topic", "mongodb", "mssql", "mysql", "postgres", "postgres-instance", "redis", "s3"]).Select(
                    t => $"{t}: {{type: {t}}}")),
            "redis.host");
        List<string> without = project.Project.Manifests.Where(m => BuiltInManifests.Text(m, "metadata.labels.app!kubernetes!io/managed-by") != "Score.MSBuild")
            .Select(BuiltInManifests.Id).ToList();
        Assert.IsEmpty(without, string.Join(" ", without));
    }
}
