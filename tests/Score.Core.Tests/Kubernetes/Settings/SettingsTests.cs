using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Settings;
using Score.Core.Yaml;

namespace Score.Core.Tests.Kubernetes.Settings;

[TestClass]
public sealed class SettingsTests
{
    private const string Ports = "service: {ports: {http: {port: 80}}}\n";

    [TestMethod]
    [DataRow("replica", "Did you mean 'replicas'?")]
    [DataRow("web.readiness-period", "Did you mean 'web.readiness-period-seconds'?")]
    [DataRow("web.replicas", "so it changes nothing")]
    [DataRow("something-else-altogether", "so it changes nothing")]
    public void UnknownSettingIsAWarningAtItsName(string name, string words)
    {
        string finding = Manifested.Finds(Text($"«k8s.score.dev/{name}»: '1'"));
        StringAssert.StartsWith(finding, "SCORE0530");
        StringAssert.Contains(finding, words);
    }

    [TestMethod]
    public void SettingOfAnUnknownContainerIsAWarningAtItsName()
    {
        string finding = Manifested.Finds(Text("«k8s.score.dev/wbe.image-pull-policy»: Always"));
        StringAssert.StartsWith(finding, "SCORE0539");
        StringAssert.Contains(finding, "Did you mean 'web'?");
        StringAssert.Contains(Manifested.Finds(Text("«k8s.score.dev/proxy.image-pull-policy»: Always")), "Its containers are: web.");
    }

    [TestMethod]
    [DataRow("replicas", "-1", "Write a whole number from 0 on.")]
    [DataRow("replicas", "2.5", "Write a whole number from 0 on.")]
    [DataRow("replicas", "2147483648", "Write a whole number from 0 on.")]
    [DataRow("max-replicas", "0", "Write a whole number from 1 on.")]
    [DataRow("min-available", "101%", "such as '1' or '25%'")]
    [DataRow("min-available", "one", "such as '1' or '25%'")]
    [DataRow("rollout-max-surge", "25 %", "such as '1' or '25%'")]
    [DataRow("automount-service-account-token", "no", "'true' or 'false'")]
    [DataRow("image-pull-policy", "always", "'Always', 'IfNotPresent' or 'Never'. Did you mean 'Always'?")]
    [DataRow("service-type", "ExternalName", "'ClusterIP', 'NodePort' or 'LoadBalancer'")]
    [DataRow("service-account", "Shop", "lower-case letters")]
    [DataRow("image-pull-secrets", "one, Two", "with commas between them")]
    [DataRow("image-pull-secrets", "one;two", "with commas between them")]
    [DataRow("priority-class", "", "lower-case letters")]
    [DataRow("liveness-success-threshold", "2", "Write '1', the only number")]
    [DataRow("web.readiness-timeout-seconds", "1s", "'k8s.score.dev/web.readiness-timeout-seconds'. Write a whole number from 1 on.")]
    public void ValueThatIsNotAllowedIsAnErrorThatSaysWhatIs(string name, string value, string words)
    {
        string finding = Manifested.Finds(Text($"k8s.score.dev/{name}: «'{value}'»"));
        StringAssert.StartsWith(finding, "SCORE0531");
        StringAssert.Contains(finding, words);
    }

    [TestMethod]
    [DataRow("Deployment", "schedule", "'@daily'", "for a CronJob, and this workload is a Deployment")]
    [DataRow("Job", "replicas", "'2'", "for a Deployment or StatefulSet, and this workload is a Job")]
    [DataRow("DaemonSet", "max-replicas", "'2'", "and this workload is a DaemonSet")]
    [DataRow("StatefulSet", "rollout-strategy", "Recreate", "for a Deployment, and")]
    [DataRow("Job", "min-available", "'1'", "and this workload is a Job")]
    [DataRow("StatefulSet", "backoff-limit", "'1'", "for a Job or CronJob, and")]
    public void SettingOfAnotherKindIsAnErrorAtItsName(string kind, string name, string value, string words)
    {
        string finding = Manifested.Finds(Text($"k8s.score.dev/kind: {kind}\n    «k8s.score.dev/{name}»: {value}"));
        StringAssert.StartsWith(finding, "SCORE0532");
        StringAssert.Contains(finding, words);
    }

    [TestMethod]
    public void UnsupportedKindDoesNotMakeItsSettingsWrongToo() =>
        StringAssert.StartsWith(Manifested.Finds(Text("k8s.score.dev/kind: «Cronjob»\n    k8s.score.dev/schedule: '@daily'")), "SCORE0501");

    [TestMethod]
    [DataRow("service-name", "front")]
    [DataRow("service-type", "LoadBalancer")]
    public void SettingOfAServiceThatIsNotThereIsAWarning(string name, string value) =>
        StringAssert.StartsWith(Manifested.Finds(Text($"«k8s.score.dev/{name}»: {value}")), "SCORE0537");

    [TestMethod]
    public void ServiceHasItsType()
    {
        Manifested result = Manifested.From(Text("k8s.score.dev/service-type: LoadBalancer\n    k8s.score.dev/kind: StatefulSet", Ports));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("LoadBalancer", result["Service/shop", "spec.type"]);
        Assert.AreEqual("", result["Service/shop-headless-svc", "spec.type"]);
    }

    [TestMethod]
    public void PodsHaveTheirAccountSecretsAndPriority()
    {
        Manifested result = Manifested.From(Text("""
            k8s.score.dev/service-account: shop.runner
                k8s.score.dev/automount-service-account-token: 'false'
                k8s.score.dev/image-pull-secrets: one, two , one
                k8s.score.dev/priority-class: high
                k8s.score.dev/termination-grace-period-seconds: '45'
            """));
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual(
            "serviceAccountName automountServiceAccountToken imagePullSecrets priorityClassName containers terminationGracePeriodSeconds",
            string.Join(" ", KeysOfPod(result)));
        Assert.AreEqual("shop.runner false high 45",
            $"{result.Pod("serviceAccountName")} {result.Pod("automountServiceAccountToken")} {result.Pod("priorityClassName")} " +
            $"{result.Pod("terminationGracePeriodSeconds")}");
        Assert.AreEqual("""[{"name":"one"},{"name":"two"}]""", result.Pod("imagePullSecrets"));
        Assert.AreEqual("Secret/one: Secret/two: ServiceAccount/shop.runner:", result.External);
        Assert.AreEqual("""{"k8s.score.dev/workload-name":"shop"}""", result["Deployment/shop", "spec.template.metadata.annotations"]);
    }

    [TestMethod]
    public void PullPolicyIsThatOfTheContainerOrElseOfTheWorkload()
    {
        Manifested result = Manifested.From(Text("k8s.score.dev/image-pull-policy: IfNotPresent\n    k8s.score.dev/web.image-pull-policy: Always") +
            "  other: {image: x}\n  setup: {image: x, before: {web: {ready: complete}}}\n");
        Assert.AreEqual("IfNotPresent Always IfNotPresent",
            $"{result.Pod("containers.0.imagePullPolicy")} {result.Pod("containers.1.imagePullPolicy")} {result.Pod("initContainers.0.imagePullPolicy")}");
    }

    [TestMethod]
    public void DeploymentReplacesItsPodsAsItSays()
    {
        Assert.AreEqual("""{"type":"Recreate"}""", Manifested.From(Text("k8s.score.dev/rollout-strategy: Recreate"))["Deployment/shop", "spec.strategy"]);
        Manifested result = Manifested.From(
            Text("k8s.score.dev/rollout-max-surge: 150%\n    k8s.score.dev/rollout-max-unavailable: '0'\n    k8s.score.dev/revision-history-limit: '3'"));
        Assert.AreEqual("""{"rollingUpdate":{"maxSurge":"150%","maxUnavailable":0},"type":"RollingUpdate"}""", result["Deployment/shop", "spec.strategy"]);
        Assert.AreEqual("3", result["Deployment/shop", "spec.revisionHistoryLimit"]);
    }

    [TestMethod]
    [DataRow("k8s.score.dev/rollout-strategy: Recreate\n    «k8s.score.dev/rollout-max-surge»: '1'", "'Recreate' ends all pods")]
    [DataRow("k8s.score.dev/rollout-max-surge: '0'\n    k8s.score.dev/rollout-max-unavailable: «0%»", "no pod can be replaced")]
    public void RolloutThatCannotBeIsAnError(string annotations, string words)
    {
        string finding = Manifested.Finds(Text(annotations));
        StringAssert.StartsWith(finding, "SCORE0534");
        StringAssert.Contains(finding, words);
    }

    [TestMethod]
    public void DefaultsOfTheBuildHoldWhereAWorkloadSaysNothing()
    {
        DiagnosticBag bag = new();
        SettingDefaults defaults = new();
        foreach ((string name, string text) in ((string, string)[])[("replicas", "3"), ("service-account", "runner"), ("image-pull-policy", " Always "),
            ("priority-class", "")])
        {
            defaults.Add(name, "ScoreK8sX", text, SourceSpan.None, bag);
        }
        Assert.IsEmpty(bag.ToSortedList());

        Manifested result = Manifested.From(Text("k8s.score.dev/service-account: own"), defaults: defaults);
        Assert.AreEqual("3 own Always",
            $"{result["Deployment/shop", "spec.replicas"]} {result.Pod("serviceAccountName")} {result.Container("imagePullPolicy")}");
        Assert.AreEqual("", result.Findings + result.Pod("priorityClassName"));

        Manifested job = Manifested.From(Text("k8s.score.dev/kind: Job"), defaults: defaults);
        Assert.AreEqual("", job.Findings + job["Job/shop", "spec.replicas"]);
        Assert.AreEqual("runner", job["Job/shop", "spec.template.spec.serviceAccountName"]);
    }

    [TestMethod]
    public void DefaultThatIsNotAllowedIsAnErrorThatNamesTheProperty()
    {
        DiagnosticBag bag = new();
        new SettingDefaults().Add("image-pull-policy", "ScoreK8sImagePullPolicy", "Newer", SourceSpan.WholeFile("a.csproj"), bag);
        Assert.AreEqual("'Newer' is not a value of the property ScoreK8sImagePullPolicy. Use 'Always', 'IfNotPresent' or 'Never'. Did you mean 'Never'?",
            bag.ToSortedList().Single().Message);
    }

    private static string Text(string annotations, string service = "") =>
        Check.Head + "  annotations:\n    " + annotations + "\n" + service + "containers:\n  web: {image: nginx}\n";

    private static IEnumerable<string> KeysOfPod(Manifested result) =>
        ((YamlMapping)((YamlMapping)((YamlMapping)result.Project.Manifests[^1]["spec"]!)["template"]!)["spec"]!).Select(e => e.Name);
}
