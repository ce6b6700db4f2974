using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Kubernetes.Pods;

/// <summary>What a cluster would refuse of a container.</summary>
[TestClass]
public sealed class ContainerRulesTests
{
    private const string Volume = "resources: {vol: {type: volume}}\n";

    [TestMethod]
    [DataRow("nginx")]
    [DataRow("nginx:1.29-alpine_x")]
    [DataRow("library/a.b__c--d/e_f")]
    [DataRow("Registry.example.com:5000/shop")]
    [DataRow("localhost/shop:Latest")]
    [DataRow("[fd00::1]:5000/shop")]
    [DataRow("shop@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [DataRow("shop:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void NameOfAnImageIsTaken(string image) =>
        Assert.AreEqual(image, Manifested.From(Check.Head + $"containers: {{web: {{image: '{image}'}}}}\n").Container("image"));

    [TestMethod]
    public void NameOfAVariableIsPrintableAscii()
    {
        Reports(Manifested.Finds(Check.Container + "    variables:\n      A.b-1 c: x\n      «GRÖSSE»: y\n"), "SCORE0519",
            "'GRÖSSE' cannot be the name of a variable in Kubernetes.");
        StringAssert.Contains(Manifested.From(Check.Container + $"    variables:\n      ? {new string('A', 1025)}\n      : y\n").Findings, "SCORE0519");
    }

    [TestMethod]
    [DataRow("cpu", "1", "999m")]
    [DataRow("cpu", "1.5", "1")]
    [DataRow("memory", "128Mi", "128M")]
    [DataRow("memory", "2K", "1999")]
    [DataRow("memory", "1E", "1000T")]
    public void RequestAboveTheLimitIsReported(string what, string request, string limit) => Reports(
        Manifested.Finds(Check.Container + $"    resources: {{requests: {{{what}: «'{request}'»}}, limits: {{{what}: '{limit}'}}}}\n"),
        "SCORE0520",
        $"The container 'web' requests more {what} than it may use: {request}, and its limit is {limit}.");

    [TestMethod]
    [DataRow("cpu", "1000m", "1")]
    [DataRow("cpu", "0", "0.1")]
    [DataRow("memory", "1Gi", "1024Mi")]
    [DataRow("memory", "1K", "1000")]
    public void RequestUpToTheLimitIsTaken(string what, string request, string limit) =>
        Assert.AreEqual("",
            Manifested.From(Check.Container + $"    resources: {{requests: {{{what}: '{request}'}}, limits: {{{what}: '{limit}'}}}}\n").Findings);

    [TestMethod]
    [DataRow("    files: {«'/a:b/c'»: {content: x}}\n")]
    [DataRow("    files: {«'/a:b/c'»: {content: x}, '/a:b/d': {content: x}}\n")]
    [DataRow("    files: {«'/a:b'»: {content: x}}\n")]
    [DataRow("    volumes: {«'/a:b'»: {source: '${resources.vol}'}}\n" + Volume)]
    public void PathOfAMountHasNoColon(string rest) => StringAssert.Contains(Manifested.Finds(Check.Container + rest), "SCORE0521");

    [TestMethod]
    public void NameOfAFileInAFolderMayHaveAColon() =>
        Assert.AreEqual("x:y", Manifested.From(Check.Container + "    files: {'/etc/app/x:y': {content: x}}\n").Pod("volumes.0.configMap.items.0.path"));

    [TestMethod]
    public void NameOfAFileDoesNotBeginWithTwoDots() =>
        Reports(Manifested.Finds(Check.Container + "    files: {«/etc/..data»: {content: x}, /etc/.data: {content: x}}\n"), "SCORE0521",
            "Nothing can be mounted at '/etc/..data' in Kubernetes: the name of a file must not begin with '..'.");

    [TestMethod]
    public void PathsThatDifferInTheirDriveAreOne() => StringAssert.Contains(
        Manifested.Finds(Check.Container + "    files: {/data: {content: x}}\n    volumes: {«'C:\\data'»: {source: '${resources.vol}'}}\n" + Volume),
        "without its drive it is the same path as '/data'.");

    [TestMethod]
    [DataRow("/etc/app", "/etc/app")]
    [DataRow("/etc/app/cache", "/etc/app")]
    public void WritableFolderIsNotWhereAFileIs(string folder, string file) => Reports(
        Manifested.Finds($"apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n  annotations:\n    k8s.score.dev/writable-paths: «{folder}»\n" +
            $"containers: {{web: {{image: x, files: {{{file}: {{content: x}}}}}}}}\n"),
        "SCORE0521",
        $"Nothing can be mounted at '{folder}' in Kubernetes: the file '{file}' of the container 'web' is there. Remove the folder from " +
        "'k8s.score.dev/writable-paths'.");

    [TestMethod]
    public void WritableFolderThatNobodyAskedForGivesWayToAFile()
    {
        Manifested result = Manifested.From("apiVersion: score.dev/v1b1\nmetadata:\n  name: shop\n  annotations:\n" +
            "    k8s.score.dev/security-profile: Restricted\ncontainers: {web: {image: x, files: {/tmp: {content: x}}}}\n");
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("/tmp", result.Container("volumeMounts.0.mountPath"));
        Assert.AreEqual("", result.Container("volumeMounts.1"));
    }

    private static void Reports(string findings, string code, string message)
    {
        StringAssert.StartsWith(findings, code);
        StringAssert.Contains(findings, message);
    }
}
