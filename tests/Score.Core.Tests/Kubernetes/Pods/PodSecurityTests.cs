using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Settings;

namespace Score.Core.Tests.Kubernetes.Pods;

[TestClass]
public sealed class PodSecurityTests
{
    private const string Restricted = "k8s.score.dev/security-profile: Restricted";
    private const string Context = """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":true}""";

    [TestMethod]
    public void NothingIsSaidWithoutAProfile()
    {
        Manifested result = Manifested.From(Text(""));
        Assert.AreEqual("", result.Pod("securityContext") + result.Container("securityContext") + result.Pod("volumes"));
    }

    [TestMethod]
    public void RestrictedPodFollowsTheStandard()
    {
        Manifested result = Manifested.From(Text(Restricted) +
            "  setup: {image: x, before: {web: {ready: complete}}}\n  proxy: {image: x, before: {web: {ready: started}}}\n", isRestricted: true);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""{"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}""", result.Pod("securityContext"));
        Assert.AreEqual(string.Concat(Enumerable.Repeat(Context, 3)),
            result.Container("securityContext") + result.Pod("initContainers.0.securityContext") + result.Pod("initContainers.1.securityContext"));
    }

    [TestMethod]
    public void PropertyIsForWorkloadsWithoutTheAnnotation()
    {
        SettingDefaults defaults = new();
        defaults.Add("security-profile", "ScoreK8sSecurityProfile", "restricted", SourceSpan.None, new DiagnosticBag());
        Assert.AreEqual("true", Manifested.From(Text(""), defaults: defaults, isRestricted: true).Pod("securityContext.runAsNonRoot"));
        Assert.AreEqual("", Manifested.From(Text("k8s.score.dev/security-profile: None"), defaults: defaults).Pod("securityContext"));
    }

    [TestMethod]
    [DataRow(Restricted + ", k8s.score.dev/run-as-user: '1654', k8s.score.dev/run-as-group: '7'",
        """{"runAsGroup":7,"runAsNonRoot":true,"runAsUser":1654,"seccompProfile":{"type":"RuntimeDefault"}}""")]
    [DataRow("k8s.score.dev/run-as-user: '0', k8s.score.dev/fs-group: '5'", """{"fsGroup":5,"runAsUser":0}""")]
    public void UserAndGroupsAreThoseOfTheAnnotations(string annotations, string expected) =>
        Assert.AreEqual(expected, Manifested.From(Text(annotations)).Pod("securityContext"));

    [TestMethod]
    [DataRow("k8s.score.dev/run-as-user: '1654'", "1654")]
    [DataRow("k8s.score.dev/run-as-user: '1654', k8s.score.dev/fs-group: '0'", "0")]
    [DataRow("k8s.score.dev/run-as-group: '7'", "")]
    public void VolumesBelongToTheGroupOfTheUser(string annotations, string expected) =>
        Assert.AreEqual(expected, Manifested.From(Text($"{Restricted}, {annotations}") +
            "    volumes: {/data: {source: '${resources.data}'}}\nresources: {data: {type: volume}}\n", isRestricted: true).Pod("securityContext.fsGroup"));

    [TestMethod]
    public void TemporaryFolderIsWritableForEachContainerByItself()
    {
        Manifested result = Manifested.From(Text(Restricted) + "  side: {image: x}\n", isRestricted: true);
        Assert.AreEqual("/tmp /tmp", $"{result.Container("volumeMounts.0.mountPath")} {result.Pod("containers.1.volumeMounts.0.mountPath")}");
        Assert.AreNotEqual(result.Container("volumeMounts.0.name"), result.Pod("containers.1.volumeMounts.0.name"));
        Assert.AreEqual("{}", result.Pod("volumes.1.emptyDir"));
    }

    [TestMethod]
    public void ListedFoldersTakeThePlaceOfTheDefault()
    {
        Manifested result = Manifested.From(Text(Restricted +
            ", k8s.score.dev/writable-paths: '/run/, /var/cache, /run', k8s.score.dev/side.writable-paths: /only") + "  side: {image: x}\n",
            isRestricted: true);
        Assert.AreEqual("/only", result.Container("volumeMounts.0.mountPath"));
        Assert.AreEqual("/run /var/cache ",
            $"{result.Pod("containers.1.volumeMounts.0.mountPath")} {result.Pod("containers.1.volumeMounts.1.mountPath")} " +
            $"{result.Pod("containers.1.volumeMounts.2")}");
    }

    [TestMethod]
    public void VolumeAtAWritableFolderStays()
    {
        Manifested result = Manifested.From(Text(Restricted) + "    volumes: {/tmp: {source: '${resources.data}'}}\nresources: {data: {type: volume}}\n",
            isRestricted: true);
        StringAssert.StartsWith(result.Container("volumeMounts.0.name"), "vol-");
        Assert.AreEqual("", result.Container("volumeMounts.1"));
    }

    [TestMethod]
    public void FileInAWritableFolderIsMountedIntoIt()
    {
        Manifested result = Manifested.From(Text(Restricted) + "    files: {/tmp/shop.conf: {content: x}}\n", isRestricted: true);
        Assert.AreEqual("/tmp/shop.conf shop.conf /tmp",
            $"{result.Container("volumeMounts.0.mountPath")} {result.Container("volumeMounts.0.subPath")} {result.Container("volumeMounts.1.mountPath")}");
    }

    [TestMethod]
    [DataRow("tmp")]
    [DataRow("/tmp,")]
    [DataRow("/")]
    [DataRow("/a/../b")]
    [DataRow("/a//b")]
    [DataRow("/a:b")]
    public void FolderThatCannotBeOneIsAnError(string paths) =>
        StringAssert.StartsWith(Manifested.Finds(Text($"k8s.score.dev/writable-paths: «'{paths}'»")), "SCORE0531 ");

    [TestMethod]
    public void ProfileThatDoesNotExistIsAnErrorWithAHint() =>
        StringAssert.Contains(Manifested.Finds(Text("k8s.score.dev/security-profile: «Restrict»")), "Did you mean 'Restricted'?");

    [TestMethod]
    public void RootIsAnErrorInARestrictedPod() =>
        StringAssert.StartsWith(Manifested.Finds(Text(Restricted + ", k8s.score.dev/run-as-user: «'0'»")), "SCORE0550 ");

    [TestMethod]
    public void LowPortIsAWarningInARestrictedPod()
    {
        const string Ports = "service: {ports: {aa: {port: 80, targetPort: 8080}, bb: {port: 8081, targetPort: «443»}, cc: {port: «1023»}, dd: {port: " +
            "1024}}}\n";
        string findings = Manifested.Finds(Text(Restricted) + Ports);
        Assert.AreEqual("SCORE0551 SCORE0551", string.Join(" ", findings.Split('\n').Select(f => f.Split(' ')[0])));
        Assert.AreEqual("", Manifested.From(Text("") + Check.Strip(Ports, out _)).Findings);
    }

    [TestMethod]
    public void VolumeThatTheStandardDoesNotAllowIsAWarning()
    {
        string findings = Manifested.Finds(Text(Restricted) + "    volumes: {/data: {source: «'${resources.data}'»}}\nresources: {data: {type: volume}}\n",
            "- {uri: template://t/v, type: volume, outputs: 'source: {hostPath: {path: /data}}'}\n");
        StringAssert.StartsWith(findings, "SCORE0552 ");
        StringAssert.Contains(findings, "'hostPath'");
    }

    private static string Text(string annotations) =>
        $"apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n  annotations: {{{annotations}}}\ncontainers:\n  web:\n    image: nginx:1.29\n";
}
