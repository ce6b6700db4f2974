using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>The property <c>ScoreEnvironments</c> with the layout Kustomize.</summary>
[TestClass]
public sealed class OverlayTests
{
    private static readonly string[] Kustomize = [
        "ScoreGenerateK8s=true", "ScoreGenerateCompose=false", "ScoreK8sLayout=Kustomize", "ScoreEnvironments=staging%3Bproduction"
    ];

    private const string Score = """
        apiVersion: score.dev/v1b1
        metadata:
          name: shop
          annotations: {k8s.score.dev/replicas: "2"}
        service:
          ports:
            web: {port: 80}
        containers:
          web:
            image: nginx:1.27
            args: [a, b, c]
            variables: {A: one, B: two, C: "${resources.cache.host}", P: "${resources.db.password}"}
            files:
              /etc/shop.conf: {content: "text"}
        resources:
          cache: {type: cache}
          db: {type: postgres}

        """;

    private const string Cache = "- uri: template://test/cache\n  type: cache\n  outputs: |\n    host: general\n";

    [TestMethod]
    public void OverlaysHoldWhatDiffersAndTheNextBuildDoesNothing()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, Kustomize);
        Assert.IsTrue(folder.Has("k8s/base/deployment-shop.yaml"));
        Assert.IsFalse(folder.Has("k8s/kustomization.yaml"));
        StringAssert.Contains(folder.Read("k8s/overlays/staging/kustomization.yaml"), "\nresources:\n  - ../../base\n");
        StringAssert.Contains(folder.Read("k8s/overlays/staging/patch-deployment-shop.yaml"), "value: nginx:staging\n");
        Assert.DoesNotContain("kind: Service",
            string.Concat(Directory.GetFiles(folder.PathOf("k8s/overlays/staging"), "patch-service-shop.yaml").Select(File.ReadAllText)));
        Assert.IsTrue(InProcessBuild.Run(folder, Kustomize, question: true).Succeeded);
    }

    [TestMethod]
    [DataRow("Yaml")]
    [DataRow("Kyaml")]
    public void EveryKindOfChangeGoesIntoAnOverlay(string format)
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, [.. Kustomize, "ScoreK8sFormat=" + format]);
        string list = folder.Read("k8s/overlays/production/kustomization.yaml");
        foreach (string expected in new[] { "$patch: delete", "patch-deployment-shop.yaml", "configmap-extra.yaml" }) StringAssert.Contains(list, expected);

        // .ci/run compares what kubectl makes of the overlays with the environments' own builds.
        string[] file = ["ScoreGenerateK8s=true", "ScoreGenerateCompose=false"];
        foreach (string environment in new[] { "staging", "production" }) Build(folder, [.. file, "ScoreEnvironment=" + environment]);
        if (Environment.GetEnvironmentVariable("SCORE_OVERLAY_ARTIFACTS") is not { Length: > 0 } keep) return;
        foreach (string path in Directory.GetFiles(folder.PathOf("k8s"), "*", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(folder.PathOf("."), "manifests.*.yaml")))
        {
            string target = Path.Combine(keep, format, Path.GetRelativePath(folder.PathOf("."), path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target, overwrite: true);
        }
    }

    [TestMethod]
    public void ChangedFileOfAnEnvironmentRegenerates()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, Kustomize);
        folder.Write("score.staging.yaml", "containers: {web: {image: nginx:other}}");
        folder.Touch("score.staging.yaml");
        Assert.IsFalse(InProcessBuild.Run(folder, Kustomize, question: true).Succeeded);
        Build(folder, Kustomize);
        StringAssert.Contains(folder.Read("k8s/overlays/staging/patch-deployment-shop.yaml"), "value: nginx:other\n");

        folder.Write("all.staging.tpl", "- {op: set, path: 0.metadata.annotations.x, value: later}\n");
        Build(folder, Kustomize);
        StringAssert.Contains(string.Concat(Directory.GetFiles(folder.PathOf("k8s/overlays/staging")).Select(File.ReadAllText)), "later");
    }

    [TestMethod]
    public void FilesOfAnEarlierLayoutAndOfAnEnvironmentThatGoesAreDeleted()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, Kustomize[..^1]);
        Assert.IsTrue(folder.Has("k8s/deployment-shop.yaml"));
        Build(folder, Kustomize);
        Assert.IsFalse(folder.Has("k8s/deployment-shop.yaml"));
        Build(folder, [.. Kustomize[..^1], "ScoreEnvironments=production"]);
        Assert.IsFalse(folder.Has("k8s/overlays/staging/kustomization.yaml"));
        Assert.IsFalse(Directory.GetFiles(folder.PathOf("k8s/overlays/staging"), "*.yaml").Length > 0, "Passwords stay.");
        Build(folder, Kustomize[..^1]);
        Assert.IsEmpty(Directory.GetFiles(folder.PathOf("k8s/base"), "*.yaml"), "Passwords stay.");
        Assert.IsTrue(folder.Has("k8s/kustomization.yaml"));
    }

    [TestMethod]
    public void BrokenOverridesOfOneEnvironmentStopTheBuildOnce()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.production.yaml", "containers:\n  web:\n    imaeg: x\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, Kustomize);
        Assert.AreEqual("score.production.yaml(3,5): error SCORE0101: 'imaeg' is not a key of containers.web. Did you mean 'image'?", outcome.ToString());
        Assert.IsFalse(Directory.Exists(folder.PathOf("k8s")));
    }

    [TestMethod]
    public void FindingOfAllEnvironmentsIsSaidOnce()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml", Score.Replace("type: postgres", "type: unknown-type", StringComparison.Ordinal));
        BuildOutcome outcome = Build(folder, Kustomize);
        Assert.AreEqual(1, outcome.Findings.Count(f => f.Code == "SCORE0301"), outcome.ToString());
    }

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        folder.Write("score.staging.yaml", "containers: {web: {image: nginx:staging, variables: {A: '1', B: null, D: four}}}");
        folder.Write("score.production.yaml", """
            metadata: {annotations: {k8s.score.dev/replicas: null, team.example/owner: "7"}}
            service: null
            containers:
              web:
                args: [a, c]
                files: {/etc/shop.conf: {content: "other"}, /etc/more.conf: {content: "more"}}
                livenessProbe: {exec: {command: ["true"]}}
              side: {image: "side:1", variables: {A: "true"}}

            """);
        folder.Write(".score/cache.provisioners.yaml", Cache);
        folder.Write(".score/production/cache.provisioners.yaml",
            Cache.Replace("test", "own", StringComparison.Ordinal).Replace("general", "own", StringComparison.Ordinal)
            + "  manifests: |\n    - {apiVersion: v1, kind: ConfigMap, metadata: {name: extra, annotations: {a.b/c: \"1\"}}, data: {a.b: \"true\"}}\n");
        folder.Write("all.tpl", "- {op: set, path: 0.metadata.annotations.x, value: all}\n");
        folder.Write("all.production.tpl", "- {op: set, path: 0.metadata.annotations.y, value: '1'}\n");
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScorePatch Include="all.tpl" Platform="Kubernetes" /></ItemGroup>"""));
        return folder;
    }

    private static BuildOutcome Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        return outcome;
    }
}
