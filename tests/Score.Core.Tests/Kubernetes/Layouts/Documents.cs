using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes.Layouts;

/// <summary>Kubernetes objects as trees, as text and as data to compare.</summary>
internal static class Documents
{
    /// <summary>Objects of every sort that the layouts treat in a way of its own.</summary>
    public static IReadOnlyList<YamlMapping> Sample { get; } = Read(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: my-api-files}
        data:
          template.txt: "Hello {{ .Name }}, {{- if }}\n{{{ deep }}}\nhelmvalue0.\n"
          plain: plain {{
          "on": "no"
          "1": ""
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: my-api}
        spec:
          selector: {app.kubernetes.io/instance: my-api}
          ports: [{name: http, port: 80, targetPort: 8080}]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: my-api, annotations: {note: "Zürich 😀: {{ x }}"}}
        spec:
          replicas: 2
          selector: {matchLabels: {app.kubernetes.io/instance: my-api}}
          template:
            metadata: {labels: {app.kubernetes.io/instance: my-api}}
            spec:
              initContainers:
                - {name: migrate, image: "migrate:1", args: ["{{ tables }}", "{{"]}
              containers:
                - name: web
                  image: registry.example.com/my-api:1.2
                  ports: [{containerPort: 8080}]
                  resources: {limits: {cpu: "2", memory: 128Mi}, requests: {cpu: "1"}}
                  volumeMounts: [{name: scratch, mountPath: /scratch}, {name: files, mountPath: /etc/my-api}]
                - {name: side-car, image: "side:2"}
              volumes: [{name: scratch, emptyDir: {}}, {name: files, configMap: {name: my-api-files}}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: scaled}
        spec:
          clusterIP: None
          selector: {app: scaled}
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: scaled}
        spec:
          serviceName: scaled
          selector: {matchLabels: {app: scaled}}
          template:
            metadata: {labels: {app: scaled}}
            spec: {containers: [{name: db, image: "db:3", resources: {}}]}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: scaled}
        spec: {scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: scaled}, maxReplicas: 3, metrics: [{type: Pods, pods: {metric: {name: requests}, target: {type: AverageValue, averageValue: "10"}}}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: plain}
        spec:
          selector: {matchLabels: {app: plain}}
          template:
            metadata: {labels: {app: plain}}
            spec: {containers: [{resources: {requests: {memory: 1Gi}}, image: "p:1", name: p}]}
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: plain}
        spec:
          schedule: "0 3 * * *"
          jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: p, image: "cron:1"}]}}}}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: "system:reader"}
        rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
        """);

    /// <summary>The documents of a text; those of nothing but comments are none.</summary>
    public static IReadOnlyList<YamlMapping> Read(string text)
    {
        List<YamlMapping> documents = [];
        StringBuilder document = new();
        foreach (string line in text.Split('\n').Append("---"))
        {
            if (line != "---")
            {
                document.Append(line).Append('\n');
                continue;
            }

            string yaml = document.ToString();
            document.Clear();
            if (yaml.Split('\n').All(l => l.Trim().Length == 0 || l.StartsWith('#'))) continue;
            DiagnosticBag bag = new();
            YamlNode? node = YamlReader.Read(new SourceText("x.yaml", yaml), bag);
            Assert.IsEmpty(bag.ToSortedList(), yaml);
            documents.Add((YamlMapping)node!);
        }

        return documents;
    }

    /// <summary>The documents as data, one a line.</summary>
    public static string Data(IEnumerable<YamlMapping> documents) => string.Join("\n", documents.Select(CanonicalJson.Write));

    /// <summary>The text of a file.</summary>
    public static string Text(ManifestFile file) => Encoding.UTF8.GetString(file.Bytes);

    /// <summary>Writes files below a folder.</summary>
    public static void Write(IEnumerable<ManifestFile> files, string folder)
    {
        foreach (ManifestFile file in files)
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes);
        }
    }
}
