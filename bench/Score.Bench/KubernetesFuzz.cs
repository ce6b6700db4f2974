using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Settings;
using Score.Core.Parity;
using Score.Core.Platforms;
using Score.Core.Specification;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Bench;

/// <summary>
/// Score files, translated for Kubernetes with the built-in provisioners, and written in every layout and format. The
/// file's bytes choose the options of the build. What is compared across the platforms is reported too.
/// </summary>
internal sealed class KubernetesFuzz : IFuzzTarget
{
    private static readonly LoadedWorkload Peer = WorkloadLoader.Load(
        new SourceText("peer.yaml", "apiVersion: score.dev/v1b1\nmetadata: {name: peer, annotations: {k8s.score.dev/network-policy: \"true\"}}\n" +
            "service: {ports: {http: {port: 80, targetPort: 8080}}}\ncontainers: {web: {image: x, variables: {A: '${resources.db.host}'}}}\n" +
            "resources: {db: {type: postgres, id: shared}, front: {type: route, params: {host: h.example, path: /, port: http}}}\n"),
        "peer.yaml",
        new DiagnosticBag())!;

    private const int ChangedTrees = 20_000;
    private static int _kept;

    public string Name => "kubernetes";

    public TimeSpan Longest => TimeSpan.FromSeconds(3);

    public string[] Tokens { get; } =
    [
        .. KnownSettings.All.Select(s => $"\n    k8s.score.dev/{s.Name}: "), .. KnownSettings.All.Select(s => $"k8s.score.dev/{s.Name}"),
        .. KnownSettings.Probes.Select(s => $"\n    k8s.score.dev/web.{s.Name}: "),
        "\"0\"", "\"1\"", "\"2\"", "\"100%\"", "\"25%\"", "\"2147483647\"", "\"true\"", "\"false\"", "\"*/5 * * * *\"", "\"@daily\"", "Deployment",
        "StatefulSet", "DaemonSet", "Job", "CronJob", "NodePort", "Recreate", "Restricted", "None", "OnFailure", "\"*\"", "10.0.0.0/8",
        "\"10.0.0.0/8:80, ::/0\"", "namespace", "/tmp", "/etc/app", "\"/tmp, /var/cache\"", "Europe/Vienna", "peer", "shop",
        "type: postgres", "type: redis", "type: route", "type: dns", "type: service-port", "type: environment", "type: s3", "type: amqp", "type: kafka-topic",
        "type: mongodb", "type: mysql", "type: mssql", "type: elasticsearch", "type: postgres-instance", "type: service", "id: shared",
        "params: {host: h.example, path: /, port: http}", "params: {workload: peer, port: http}", "params: {size: 1}",
        "${resources.db.password}", "${resources.db.uri}", "${resources.env.A}", "${resources.env}", "${resources.data}", "$(A)", "$$(A)", "{{", "}}",
        "{{ x }}", "---", "\n---\n", "protocol: UDP", "targetPort: 80", "port: 80", "port: 65535", "mode: \"0000\"", "path: a/b", "readOnly: true",
        "ready: healthy", "ready: started", "httpHeaders", "scheme: HTTPS", "host: x", "500m", "1.5", "128Mi", "64K", ":", "..data", "/..a", "C:\\a\\b", "/a",
        new string('a', 63), new string('b', 64),
    ];

    // Files in block style bear changes of their lines, so all are given that style.
    public IReadOnlyList<byte[]> Corpus()
    {
        List<byte[]> files = [
            .. FuzzTargets.Cases("*score.yaml"), File.ReadAllBytes(Path.Combine(FuzzTargets.ThisFolder(), "..", "resources.score.yaml")),
            .. Examples.Split("\n===\n").Select(e => Encoding.UTF8.GetBytes(e + "\n"))
        ];
        List<YamlNode> trees = files.Select(
            f => SourceReader.Decode("score.yaml", f, new DiagnosticBag()) is { } source ? YamlReader.Read(source, new DiagnosticBag()) : null)
            .OfType<YamlNode>().ToList();
        TreeChanges changes = new(trees, ChangedTrees);
        IEnumerable<byte[]> changed = Enumerable.Range(0, ChangedTrees)
            .Select(i => Encoding.UTF8.GetBytes(YamlWriter.Write(changes.Change(trees[^(1 + (i % 6))]))));
        return [.. files, .. trees.Select(t => Encoding.UTF8.GetBytes(YamlWriter.Write(t))), .. changed.Where(c => Run(c).Output is not null)];
    }

    public Outcome Run(byte[] content)
    {
        DiagnosticBag bag = new();
        byte[]? output = null;
        if (SourceReader.Decode("score.yaml", content, bag) is { } source && WorkloadLoader.Load(source, "score.yaml", bag) is { } loaded && !bag.HasErrors)
            output = Translate(loaded, Hexadecimal.OfHash(source.Text, 8), bag);
        return new Outcome(bag.ToSortedList(), output);
    }

    private static byte[]? Translate(LoadedWorkload loaded, string hash, DiagnosticBag bag)
    {
        bool[] flags = hash.Select(c => "89abcdef".Contains(c)).ToArray();
        List<LoadedWorkload> workloads = flags[0] && loaded.Workload.Name.Text != "peer" ? [loaded, Peer] : [loaded];
        string place = flags[1] ? "on" : "";
        SettingDefaults defaults = new();
        SourceSpan project = new("x.csproj", 1, 1, 1, 1);
        if (flags[2]) defaults.Add("security-profile", "ScoreK8sSecurityProfile", "Restricted", project, bag);
        if (flags[3]) defaults.Add("network-policy", "ScoreK8sNetworkPolicy", "true", project, bag);
        if (flags[4]) defaults.Add("replicas", "ScoreK8sReplicas", "3", project, bag);
        KubernetesOptions own = new()
        {
            Image = flags[5] ? "image:1" : "",
            Namespace = place,
            GenerateNamespace = place.Length > 0 && flags[6],
            Defaults = defaults,
            Route = flags[7] ? new RouteOptions("Ingress", "", "", "nginx") : RouteOptions.Default,
        };
        BuildOptions options = new(new KubernetesPlatform(own), "project", name => "value of " + name, "") { UseBuiltIn = true, Seed = () => [1] };
        PlatformBuild build = PlatformBuild.Run(workloads, options, bag);
        KubernetesProject made = (KubernetesProject)build.Patched;
        if (bag.HasErrors) return null;

        Compare(workloads, build, bag);
        string? broken = ManifestInvariants.BrokenBy(made.Manifests);
        if (broken is not null) throw new InvalidOperationException(broken);
        if (bag.ToSortedList().All(f => f.Descriptor != DiagnosticDescriptors.AutoscalerWithoutRequest)) Keep(made, hash);
        ManifestOutputOptions writing = new(["score.yaml"]) { Namespace = place, ChartName = "project", AppVersion = "1.0" };
        return RoundTrip.AllFiles(made.Manifests, writing);
    }

    // What a build for both platforms adds. A file that is only good for Kubernetes is not compared.
    private static void Compare(List<LoadedWorkload> workloads, PlatformBuild kubernetes, DiagnosticBag bag)
    {
        DiagnosticBag own = new();
        Platform platform = Pipeline.Compose("image:1", HttpProbeMode.Ignore, new PublishedPort("8080:shop:80", new SourceSpan("x.csproj", 1, 1, 1, 1)));
        PlatformBuild compose = PlatformBuild.Run(workloads,
            new BuildOptions(platform, "project", name => "value of " + name, "") { UseBuiltIn = true, Seed = () => [1] }, own);
        if (!own.HasErrors) ParityReport.Write(compose, kubernetes, bag);
    }

    // For the strict reader, which is another program.
    private static void Keep(KubernetesProject made, string hash)
    {
        if (Environment.GetEnvironmentVariable("SCORE_MANIFEST_ARTIFACTS") is not { Length: > 0 } keep || _kept++ % 20 != 0) return;
        string folder = Path.Combine(keep, hash);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "manifests.yaml"),
            ManifestFiles.Of(ManifestLayout.File, ManifestFormat.Yaml, made.Manifests, new ManifestOutputOptions(["score.yaml"]))[0].Bytes);
        File.WriteAllLines(Path.Combine(folder, "external.txt"), made.External.Select(o => $"{o.Kind}/{o.Name}").Append("Gateway/default"));
    }

    private const string Examples = """
        apiVersion: score.dev/v1b1
        metadata:
          name: shop
          annotations:
            example.com/owner: team
            k8s.score.dev/replicas: "2"
            k8s.score.dev/max-replicas: "5"
            k8s.score.dev/min-available: "1"
            k8s.score.dev/service-type: NodePort
            k8s.score.dev/security-profile: Restricted
            k8s.score.dev/run-as-user: "1000"
            k8s.score.dev/writable-paths: /tmp, /var/cache
            k8s.score.dev/network-policy: "true"
            k8s.score.dev/allow-egress: "10.0.0.0/8:443"
            k8s.score.dev/web.readiness-period-seconds: "5"
            k8s.score.dev/startup-failure-threshold: "9"
        service:
          ports:
            http: {port: 80, targetPort: 8080}
            dns: {port: 80, targetPort: 8080, protocol: UDP}
        containers:
          web:
            image: .
            command: [/bin/sh, -c, "echo $(A) ${x}"]
            variables:
              A: ${resources.db.host}:${resources.db.port}/${resources.db.password}
              B: ${resources.env.B} and ${resources.env.C}
              C: ${resources.db.password}
            files:
              /etc/app/a.conf: {content: "name ${metadata.name}", mode: "0400"}
              /etc/app/b.conf: {content: "${resources.db.password}"}
              /etc/one/c.bin: {binaryContent: AAEC}
              /top: {content: ""}
            volumes:
              /data: {source: "${resources.data}", path: sub, readOnly: true}
            resources: {limits: {cpu: 500m, memory: 128Mi}, requests: {cpu: 250m, memory: 64K}}
            livenessProbe: {httpGet: {path: /live, port: 8080, httpHeaders: [{name: X-A, value: b}]}}
            readinessProbe: {exec: {command: [cat, /tmp/x]}}
          migrate:
            image: x
            before: {web: {ready: complete}}
            volumes:
              /data: {source: "${resources.data}"}
          side:
            image: y
            before: {web: {ready: healthy}}
            readinessProbe: {exec: {command: ["true"]}}
        resources:
          data: {type: volume}
          env: {type: environment}
          db: {type: postgres, id: shared}
          cache: {type: redis}
          name: {type: dns}
          front: {type: route, params: {host: "${resources.name.host}", path: /, port: 80}}
        ===
        apiVersion: score.dev/v1b1
        metadata:
          name: nightly
          annotations: {k8s.score.dev/kind: CronJob, k8s.score.dev/schedule: "*/5 * * * *", k8s.score.dev/restart-policy: Never, k8s.score.dev/backoff-limit: "3", k8s.score.dev/time-zone: Etc/UTC}
        containers:
          main: {image: x, variables: {S: "${resources.bucket.access_key_id}", P: "${resources.peer.port}"}}
          side: {image: y, before: {main: {ready: started}}}
        resources:
          bucket: {type: s3}
          queue: {type: amqp}
          topic: {type: kafka-topic}
        ===
        apiVersion: score.dev/v1b1
        metadata:
          name: store
          annotations: {k8s.score.dev/kind: StatefulSet, k8s.score.dev/replicas: "3", k8s.score.dev/service-name: store-db, k8s.score.dev/fs-group: "999"}
        service: {ports: {db: {port: 5432}}}
        containers:
          db: {image: postgres, volumes: {/var/lib: {source: "${resources.v}"}}, files: {/var/lib/x: {content: y}}}
        resources: {v: {type: volume}, m: {type: mongodb}, n: {type: mysql}, e: {type: elasticsearch}}
        """;
}
