using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>Whatever is wrong with what provisions resources is an error with a code at its place, and what was written before stays.</summary>
[TestClass]
public sealed class BadInputTests
{
    private const string Provisioners = ".score/10-cache.provisioners.yaml";
    private const string Score = "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers:\n" +
        "  web: {image: x, variables: {A: '${resources.cache.host}'}}\nresources:\n  cache: {type: cache, params: {size: ten}}\n";
    private const string Cache = "- uri: template://test/cache\n  type: cache\n  outputs: |\n    host: cache-one\n  files: |\n    cache/redis.conf: text\n";
    private const string Head = "- uri: template://test/cache\n  type: cache\n";
    private const string Command = "- uri: cmd://./cache.sh\n  type: cache\n";

    [TestMethod]
    [DataRow("  outputs: |\n    host: {{ if }}\n", "(4,17): error SCORE0314")]
    [DataRow("  outputs: |\n    host: {{ nosuch 1 }}\n", "(4,14): error SCORE0314")]
    [DataRow("  outputs: |\n    host: {{ .Nosuch }}\n", "(4,14): error SCORE0315")]
    [DataRow("  outputs: |\n    host: {{ repeat .Params.size \"x\" }}\n", "(4,28): error SCORE0315", DisplayName = "a param of the wrong type")]
    [DataRow("  outputs: |\n    host: {{ fail \"not here\" }}\n", "(4,14): error SCORE0316")]
    [DataRow("  outputs: |\n    host: {{ define \"a\" }}{{ template \"a\" }}{{ end }}{{ template \"a\" }}\n", "error SCORE0317",
        DisplayName = "a recursion without end")]
    [DataRow("  outputs: |\n    {{ range 1000000000 }}host{{ end }}\n", "error SCORE0317", DisplayName = "a gigabyte")]
    [DataRow("  outputs: |\n    host: {{ repeat 1000000000 \"x\" }}\n", "error SCORE0317", DisplayName = "a gigabyte at once")]
    [DataRow("  outputs: |\n    {{ $x := \"x\" }}{{ range 40 }}{{ $x = print $x $x }}{{ end }}host: {{ $x }}\n", "error SCORE0317",
        DisplayName = "a gigabyte by doubling")]
    [DataRow("  outputs: |\n    host: {{ \"a: b: c\" }}\n", "(3,3): error SCORE0318")]
    [DataRow("  outputs: |\n    - host\n", "(3,3): error SCORE0319")]
    [DataRow("  outputs: '{host: x}'\n  services: |\n    cache: redis\n", "(4,3): error SCORE0319")]
    [DataRow("  outputs: '{host: x}'\n  files: |\n    ../../secret: x\n", "(4,3): error SCORE0327", DisplayName = "a file outside its folder")]
    [DataRow("  outputs: '{port: 1}'\n", "error SCORE0303", DisplayName = "a missing output")]
    [DataRow("  outputs: 5\n", "(3,12): error SCORE0103")]
    [DataRow("  output: x\n", "(3,3): error SCORE0101")]
    [DataRow("  outputs: '{host: x}'\n  services: |\n    shop-web: {image: x}\n", "(4,3): error SCORE0326", DisplayName = "the name of a workload's service")]
    [DataRow("  outputs: '{host: x}'\n- uri: template://test/cache\n  type: other\n", "(4,8): error SCORE0312")]
    public void MistakeInAProvisionerFile(string keys, string expected) => Fails(f => f.Write(Provisioners, Head + keys), expected);

    [TestMethod]
    public void UriOfTwoFiles() => Fails(f => f.Write(".score/20-more.provisioners.yaml", Cache),
        "20-more.provisioners.yaml(1,8): error SCORE0312: The URI 'template://test/cache' is already used in '10-cache.provisioners.yaml' (line 1).");

    [TestMethod]
    public void ServiceOfTwoProvisioners() => Fails(
        f =>
        {
            f.Write("score.yaml", Score + "  queue: {type: queue}\n");
            f.Write(Provisioners, Cache + "  services: '{same: {image: a}}'\n- uri: template://test/queue\n  type: queue\n  services: '{same: {image: b}}'\n");
        },
        "(10,3): error SCORE0326");

    [TestMethod]
    public void ParamsThatAreNoMapping() =>
        Fails(f => f.Write("score.yaml", Score.Replace("{size: ten}", "ten", StringComparison.Ordinal)), "score.yaml(6,32): error SCORE0103");

    [TestMethod]
    [DataRow(null, "(1,8): error SCORE0331", DisplayName = "missing")]
    [DataRow("exec sleep 1000", "(1,8): error SCORE0333", DisplayName = "hangs")]
    [DataRow("echo 'no s3cret JSON'", "(1,8): error SCORE0334", DisplayName = "prints rubbish")]
    [DataRow("echo '{\"resource_outputs\": \"s3cret\"}'", "(1,8): error SCORE0334", DisplayName = "prints a wrong type")]
    [DataRow("echo s3cret; exit 7",
        "(1,8): error SCORE0332: The program of the provisioner 'cmd://./cache.sh' failed for the resource 'cache.default#shop.cache' with exit code 7. It " +
        "wrote nothing to its standard error.",
        DisplayName = "fails")]
    [DataRow("exec cat /dev/zero", "(1,8): error SCORE0333", DisplayName = "does not stop writing")]
    [DataRow("echo '{\"resource_outputs\": {\"host\": \"x\"}, \"relative_file_contents\": {\"/etc/x\": \"s3cret\"}}'", "(1,8): error SCORE0327",
        DisplayName = "writes outside its folder")]
    [DataRow("echo '{\"resource_outputs\": {\"other\": \"s3cret\"}}'", "error SCORE0303", DisplayName = "lacks an output")]
    public void ProgramThat(string? script, string expected)
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("Windows has no /bin/sh.");
        BuildOutcome outcome = Fails(
            f =>
            {
                f.Write(Provisioners, Command);
                if (script is not null) f.WriteProgram("cache.sh", "#!/bin/sh\n" + script + "\n");
            },
            expected);
        Assert.IsFalse(outcome.Messages.Any(m => m.Contains("s3cret", StringComparison.Ordinal)));
        Assert.DoesNotContain("s3cret", outcome.ToString());
    }

    [TestMethod]
    [DataRow("resources: [s3cret\n")]
    [DataRow("image: s3cret\n")]
    [DataRow("")]
    [DataRow("\u0000s3cret")]
    public void StateFileThatIsNone(string text)
    {
        BuildOutcome outcome = Fails(f => f.Write(".score-compose/state.yaml", text), "state.yaml(");
        Assert.AreEqual("SCORE0340", outcome.Findings.Single().Code);
        Assert.DoesNotContain("s3cret", outcome.ToString());
    }

    [TestMethod]
    public void StateFileThatIsTooLarge() =>
        Fails(f => f.Write(".score-compose/state.yaml", "shared_state: {}\n" + new string('#', 3 * 1024 * 1024)), "state.yaml(0,0): error SCORE0340");

    [TestMethod]
    [DataRow("short", DisplayName = "corrupt seed")]
    [DataRow("", DisplayName = "empty seed")]
    public void SeedThatCannotBeUsed(string seed)
    {
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("XDG_DATA_HOME is Linux's.");
        using TemporaryFolder home = new();
        home.Write("Score.MSBuild/seed", seed);
        Dictionary<string, string> environment = new() { ["XDG_DATA_HOME"] = home.Root };
        Fails(f => f.Write(Provisioners, Head + "  outputs: '{host: {{ randAlphaNum 8 }}}'\n"), "(3,3): error SCORE0325", environment);
    }

    private static BuildOutcome Fails(Action<TemporaryFolder> spoil, string expected, Dictionary<string, string>? environment = null)
    {
        string[] properties = ["ScoreAllowCommandProvisioners=true", "ScoreCommandProvisionerTimeout=2"];
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        folder.Write(Provisioners, Cache);
        Assert.IsTrue(InProcessBuild.Run(folder, properties).Succeeded);
        string compose = folder.Read("compose.yaml");

        spoil(folder);
        foreach (string file in Directory.GetFiles(folder.PathOf(".score"))) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddSeconds(2));
        folder.Touch("score.yaml");
        BuildOutcome outcome = InProcessBuild.Run(folder, properties, environment: environment);
        Assert.IsFalse(outcome.Succeeded);
        StringAssert.Contains(outcome.ToString(), expected);
        Assert.AreEqual(compose, folder.Read("compose.yaml"));
        Assert.AreEqual("text", folder.Read(".score-compose/mounts/cache/redis.conf"));
        Assert.IsFalse(InProcessBuild.Run(folder, properties, environment: environment).Succeeded, "the error stays");
        return outcome;
    }
}
