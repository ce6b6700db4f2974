using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Parity;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests.Parity;

[TestClass]
public sealed class ParityReportTests
{
    private const string Volume = "resources:\n  data:\n    type: «volume»\n";
    private const string Mount = "    volumes:\n      /data:\n        source: ${resources.data}\n";
    private const string Exec = "{exec: {command: [check]}}";
    private const string Http = "{httpGet: {path: /, port: 80}}";

    [TestMethod]
    public void WorkloadThatMeansTheSameOnBothHasNoMessage() =>
        Assert.AreEqual("\n", ParityFindings.In(Check.Container + "    variables: {A: b}\n    readinessProbe: " + Exec +
            "\n    resources: {limits: {cpu: '1', memory: 1Gi}, requests: {memory: 1Gi}}\n  side: {image: x}\n" +
            "  setup: {image: x, before: {web: {ready: complete}, side: {ready: complete}}}\n"));

    [TestMethod]
    public void VolumeThatIsLostWithThePodIsReportedOnce()
    {
        string found = ParityFindings.In(Check.Container + Mount + "  side:\n    image: x\n" + Mount + Volume);
        StringAssert.StartsWith(found, "SCORE0570\nThe volume 'data' keeps its data in Docker Compose");
    }

    [TestMethod]
    [DataRow("- {uri: template://t/v, type: volume, outputs: 'source: {persistentVolumeClaim: {claimName: data}}'}\n", "")]
    [DataRow("", "- {uri: template://t/v, type: volume, outputs: '{type: tmpfs, source: x}'}\n")]
    public void VolumeThatLivesAsLongOnBothIsNotReported(string kubernetes, string compose) =>
        Assert.AreEqual("\n", ParityFindings.In((Check.Container + Mount + Volume).Replace("«", "", StringComparison.Ordinal)
            .Replace("»", "", StringComparison.Ordinal), kubernetes: kubernetes, compose: compose));

    [TestMethod]
    public void VolumeThatNobodyMountsIsNotReported() =>
        Assert.AreEqual("\n", ParityFindings.In(Check.Container + "resources: {data: {type: volume}}\n"));

    [TestMethod]
    public void VolumeOfTwoWorkloadsIsNotSharedInKubernetes()
    {
        const string Marked = "resources:\n  data:\n    type: ««volume»»\n    id: shared\n";
        string other = Check.Container.Replace("shop", "other", StringComparison.Ordinal) + Mount + "resources: {data: {type: volume, id: shared}}\n";
        string found = ParityFindings.In([Check.Container + Mount + Marked, other]);
        StringAssert.StartsWith(found, "SCORE0570 SCORE0571\n");
        StringAssert.Contains(found, "The workloads 'shop', 'other' share the volume 'data'");
    }

    [TestMethod]
    public void VolumeThatEachPodClaimsForItselfIsNotShared()
    {
        string stateful = Check.Container.Replace("name: shop\n", "name: shop\n  annotations: {k8s.score.dev/kind: StatefulSet}\n",
            StringComparison.Ordinal) + Mount;
        string other = stateful.Replace("shop", "other", StringComparison.Ordinal) + "resources: {data: {type: volume, id: shared}}\n";
        string found = ParityFindings.In([stateful + "resources: {data: {type: «volume», id: shared}}\n", other],
            kubernetes: "- {uri: template://t/v, type: volume, outputs: 'claimSpec: {accessModes: [ReadWriteOnce]}'}\n");
        StringAssert.StartsWith(found, "SCORE0571\n");
    }

    [TestMethod]
    public void HttpProbeThatComposeIgnoresIsReportedOnceForAContainer()
    {
        string found = ParityFindings.In(Check.Container + "    livenessProbe: " + Http + "\n    readinessProbe: {«httpGet»: {path: /, port: 80}}\n",
            HttpProbeMode.Ignore);
        StringAssert.StartsWith(found, "SCORE0572\nKubernetes sends the HTTP request");
    }

    [TestMethod]
    public void HttpProbeOfWhichComposeHasSpokenIsNotReportedAgain() =>
        Assert.AreEqual("\n", ParityFindings.In(Check.Container + "    readinessProbe: " + Http + "\n", HttpProbeMode.Warn));

    [TestMethod]
    public void HttpProbeThatComposeRunsIsNotReported() =>
        Assert.AreEqual("\n", ParityFindings.In(Check.Container + "    readinessProbe: " + Http + "\n", HttpProbeMode.Curl));

    [TestMethod]
    [DataRow("", false, "only says that it is unhealthy")]
    [DataRow("    readinessProbe: " + Exec + "\n", false, "does not run it")]
    [DataRow("    readinessProbe: " + Http + "\n", true, "only says that it is unhealthy")]
    public void LivenessProbeRestartsInKubernetesOnly(string readiness, bool isRequestSent, string words)
    {
        string found = ParityFindings.In(Check.Container + "    «livenessProbe»: " + Exec + "\n" + readiness,
            isRequestSent ? HttpProbeMode.Wget : HttpProbeMode.Ignore);
        StringAssert.StartsWith(found, "SCORE0573\n");
        StringAssert.Contains(found, words);
    }

    [TestMethod]
    public void ProbeWithTwoWaysIsReported() =>
        StringAssert.StartsWith(ParityFindings.In(Check.Container + "    «readinessProbe»: {exec: {command: [a]}, httpGet: {path: /, port: 80}}\n"),
            "SCORE0574\n");

    [TestMethod]
    public void FilesOfAContainerAreOneMessageForItsFolders()
    {
        string found = ParityFindings.In(Check.Container +
            "    files:\n      «/a/x»: {content: x}\n      /a/y: {content: y}\n      /b/x: {content: z}\n      /root: {content: z}\n" +
            "      /data/x: {content: x}\n" +
            Mount +
            Volume.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal),
                kubernetes: "- {uri: template://t/v, type: volume, outputs: 'source: {hostPath: {path: /x}}'}\n");
        StringAssert.StartsWith(found, "SCORE0580\n");
        StringAssert.Contains(found, "hide what the image has in '/a', '/b', and Docker");
    }

    [TestMethod]
    public void FilesThatAreMountedByThemselvesHideNothing() =>
        Assert.AreEqual("\n", ParityFindings.In(Check.Container.Replace("metadata:\n", "metadata:\n  annotations: {k8s.score.dev/file-mounts: File}\n") +
            "    files:\n      /app/x: {content: x}\n      /app/y: {content: x}\n"));

    [TestMethod]
    public void FileThatItsOwnerMayChangeIsReportedOnce() =>
        StringAssert.StartsWith(ParityFindings.In(Check.Container +
            "    files:\n      /x: {content: x, mode: '0444'}\n      /y: {content: x, mode: «'0644'»}\n      /z: {content: x, mode: '0600'}\n"), "SCORE0581\n");

    [TestMethod]
    public void ContainerThatStartsBeforeAllIsReported()
    {
        string found = ParityFindings.In(Check.Container + "  other: {image: x}\n  setup: {image: x, before: {«web»: {ready: complete}}}\n");
        StringAssert.StartsWith(found, "SCORE0582\n");
        StringAssert.Contains(found, "only before 'web'");
    }

    [TestMethod]
    public void ContainerThatOthersReachThroughAnotherIsBeforeAllOnBoth() =>
        Assert.AreEqual("\n",
            ParityFindings.In(Check.Container +
                "  first: {image: x, before: {second: {ready: complete}}}\n  second: {image: x, before: {web: {ready: complete}}}\n"));

    [TestMethod]
    public void ContainerOfADiamondIsBeforeAllThatItReaches()
    {
        string found = ParityFindings.In(Check.Container + "  aa: {image: x, before: {«bb»: {ready: complete}, cc: {ready: complete}}}\n" +
            "  bb: {image: x, before: {«dd»: {ready: complete}}}\n  cc: {image: x, before: {«dd»: {ready: complete}}}\n  dd: {image: x}\n");
        StringAssert.StartsWith(found, "SCORE0582 SCORE0582 SCORE0582\n");
        StringAssert.Contains(found, "only before 'bb', 'cc', 'dd'");
    }

    [TestMethod]
    public void ThousandsOfChainedContainersAreReportedEachWithWhatItReaches()
    {
        const int Length = 3000;
        string chain = string.Concat(Enumerable.Range(0, Length)
            .Select(i => $"  c{i:0000}: {{image: x{(i + 1 < Length ? $", before: {{c{i + 1:0000}: {{ready: complete}}}}" : "")}}}\n"));
        DiagnosticBag bag = new();
        LoadedWorkload loaded = WorkloadLoader.Load(new SourceText("score.yaml", Check.Container + chain), "score.yaml", bag)!;
        DiagnosticBag report = new();
        StartParity.Report(loaded.Workload, report);
        StringAssert.Contains(report.ToSortedList()[0].Message, "'c0001', 'c0002'");
        StringAssert.Contains(report.ToSortedList()[0].Message, "more");
    }

    [TestMethod]
    public void ContainerOfWhichOneWaitsForTheStartIsReported() =>
        StringAssert.StartsWith(ParityFindings.In(Check.Container +
            "  other: {image: x}\n  setup: {image: x, before: {web: {ready: complete}, «other»: {ready: started}}}\n"),
            "SCORE0583\nDocker Compose starts 'other' when 'setup' is started");

    [TestMethod]
    public void SidecarIsStartedAgainInKubernetesOnly() =>
        StringAssert.StartsWith(ParityFindings.In(Check.Container + "  «proxy»: {image: x, before: {web: {ready: started}}}\n"), "SCORE0584\n");

    [TestMethod]
    [DataRow("DaemonSet", "", "on each node")]
    [DataRow("CronJob", ", k8s.score.dev/schedule: '@daily'", "by its schedule")]
    public void KindThatRunsMoreThanOnceIsReported(string kind, string more, string words)
    {
        string found = ParityFindings.In(Check.Container.Replace("name: shop\n", $"name: shop\n  annotations: {{k8s.score.dev/kind: «{kind}»{more}}}\n",
            StringComparison.Ordinal));
        StringAssert.StartsWith(found, "SCORE0587\n");
        StringAssert.Contains(found, words);
    }

    [TestMethod]
    public void RequestedProcessorTimeIsOneMessageForAWorkload()
    {
        string found = ParityFindings.In(Check.Container +
            "    resources: {requests: {cpu: '1'}}\n  main: {image: x, resources: {requests: {cpu: «500m», memory: 1Gi}}}\n");
        StringAssert.StartsWith(found, "SCORE0586\n");
        StringAssert.Contains(found, "the containers 'main', 'web'");
    }

    [TestMethod]
    public void EnvironmentIsOneMessageWithTheKeysOfTheConfigMap()
    {
        string found = ParityFindings.In(Check.Container +
            "    variables: {A: '${resources.env.ONE}', B: '${resources.more.TWO}'}\nresources:\n  env: {type: «environment»}\n  more: {type: environment}\n");
        StringAssert.StartsWith(found, "SCORE0578\n");
        StringAssert.Contains(found, "the ConfigMap 'shop-environment' that you make: ONE, TWO.");
    }

    [TestMethod]
    [DataRow(true, "for Kubernetes, and none does for Docker Compose, where its outputs are environment variables that you set: CACHE_HOST")]
    [DataRow(false, "for Docker Compose, and none does for Kubernetes, where its outputs are keys of the Secret 'shop-cache' that you make: host")]
    public void ResourceThatOnePlatformMakesIsReported(bool inKubernetes, string words)
    {
        const string Provisioner = "- {uri: template://t/c, type: cache, outputs: 'host: h'}\n";
        string found = ParityFindings.In(Check.Container + "    variables: {A: '${resources.cache.host}'}\nresources: {cache: {type: «cache»}}\n",
            compose: inKubernetes ? "" : Provisioner, kubernetes: inKubernetes ? Provisioner : "");
        StringAssert.StartsWith(found, "SCORE0579\n");
        StringAssert.Contains(found, words);
    }

    [TestMethod]
    public void ResourceThatNoPlatformMakesIsAFindingOfEachAndNotOfTheReport() =>
        Assert.AreEqual("\n", ParityFindings.In(Check.Container + "    variables: {A: '${resources.cache.host}'}\nresources: {cache: {type: cache}}\n"));
}
