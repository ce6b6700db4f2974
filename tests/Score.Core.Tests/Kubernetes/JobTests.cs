using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Kubernetes;

/// <summary>Workloads of the kinds that are neither Deployments nor StatefulSets.</summary>
[TestClass]
public sealed class JobTests
{
    private const string Ports = "service: {ports: {http: {port: 80}}}\n";

    [TestMethod]
    public void DaemonSetRunsWithoutANumberOfPods()
    {
        Manifested result = Manifested.From(Text("k8s.score.dev/kind: DaemonSet", Ports));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("Service/shop DaemonSet/shop", result.Objects);
        Assert.AreEqual("apps/v1", result["DaemonSet/shop", "apiVersion"]);
        Assert.AreEqual(result["Service/shop", "spec.selector"], result["DaemonSet/shop", "spec.selector.matchLabels"]);
    }

    [TestMethod]
    public void JobEndsAndLeavesItsSelectorToTheCluster()
    {
        Manifested result = Manifested.From(Text("k8s.score.dev/kind: Job\n    k8s.score.dev/backoff-limit: '4'\n" +
            "    k8s.score.dev/active-deadline-seconds: '600'\n    k8s.score.dev/ttl-seconds-after-finished: '0'"));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("Job/shop", result.Objects);
        Assert.AreEqual("batch/v1 4 600 0", $"{result["Job/shop", "apiVersion"]} {result["Job/shop", "spec.backoffLimit"]} " +
            $"{result["Job/shop", "spec.activeDeadlineSeconds"]} {result["Job/shop", "spec.ttlSecondsAfterFinished"]}");
        Assert.AreEqual("OnFailure", result["Job/shop", "spec.template.spec.restartPolicy"]);
        Assert.AreEqual("", result["Job/shop", "spec.selector"]);
    }

    [TestMethod]
    public void JobMayLeaveItsFailedPods() => Assert.AreEqual(
        "Never", Manifested.From(Text("k8s.score.dev/kind: Job\n    k8s.score.dev/restart-policy: Never"))["Job/shop", "spec.template.spec.restartPolicy"]);

    [TestMethod]
    public void JobWithPortsHasAServiceThatFindsItsPods()
    {
        Manifested result = Manifested.From(Text("k8s.score.dev/kind: Job", Ports));
        Assert.AreEqual("Service/shop Job/shop", result.Objects);
        StringAssert.Contains(result["Job/shop", "spec.template.metadata.labels"], result["Service/shop", "spec.selector"].Trim('{', '}'));
    }

    [TestMethod]
    public void CronJobStartsJobsByItsSchedule()
    {
        Manifested result = Manifested.From(Text("""
            k8s.score.dev/kind: CronJob
                k8s.score.dev/schedule: '*/15 8-18 * * mon-fri'
                k8s.score.dev/time-zone: Europe/Vienna
                k8s.score.dev/concurrency-policy: Forbid
                k8s.score.dev/suspend: 'true'
                k8s.score.dev/starting-deadline-seconds: '60'
                k8s.score.dev/successful-jobs-history-limit: '1'
                k8s.score.dev/failed-jobs-history-limit: '0'
                k8s.score.dev/backoff-limit: '2'
                k8s.score.dev/restart-policy: Never
            """));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("batch/v1", result["CronJob/shop", "apiVersion"]);
        Assert.AreEqual("*/15 8-18 * * mon-fri Europe/Vienna Forbid true 60 1 0", string.Join(" ", Array.ConvertAll(
            ["schedule", "timeZone", "concurrencyPolicy", "suspend", "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"],
            k => result["CronJob/shop", "spec." + k])));
        Assert.AreEqual("2 Never",
            $"{result["CronJob/shop", "spec.jobTemplate.spec.backoffLimit"]} {result["CronJob/shop", "spec.jobTemplate.spec.template.spec.restartPolicy"]}");
        Assert.AreEqual("shop", result["CronJob/shop", "spec.jobTemplate.metadata.labels.app!kubernetes!io/name"]);
    }

    [TestMethod]
    public void CronJobWithoutAScheduleIsAnErrorAtItsKind() =>
        StringAssert.StartsWith(Manifested.Finds(Text("k8s.score.dev/kind: «CronJob»")), "SCORE0533");

    [TestMethod]
    public void CronJobWhoseJobsCouldNotBeNamedIsAnError() => StringAssert.StartsWith(
        Manifested.Finds(Text("k8s.score.dev/kind: CronJob\n    k8s.score.dev/schedule: '@daily'")
            .Replace("name: shop", $"name: «{new string('a', 53)}»", StringComparison.Ordinal)), "SCORE0540");

    [TestMethod]
    [DataRow("Job")]
    [DataRow("DaemonSet")]
    public void OnlyAStatefulSetClaimsVolumes(string kind)
    {
        const string Provisioner = "- {uri: template://t/v, type: volume, outputs: 'claimSpec: {accessModes: [ReadWriteOnce], resources: {requests: " +
            "{storage: 1Gi}}}'}\n";
        string text = Check.Head + $"  annotations: {{k8s.score.dev/kind: {kind}}}\ncontainers:\n  web:\n    image: x\n" +
            "    volumes: {/data: {source: «'${resources.data}'»}}\nresources: {data: {type: volume}}\n";
        StringAssert.StartsWith(Manifested.Finds(text, Provisioner), "SCORE0509");
    }

    private static string Text(string annotations, string service = "") =>
        Check.Head + "  annotations:\n    " + annotations + "\n" + service + "containers:\n  web: {image: nginx}\n";
}
