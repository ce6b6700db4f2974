using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.CommandProvisioner;
using Score.Core.Specification;
using Score.Core.Tests.Compose;
using Score.Core.Yaml;

namespace Score.Core.Tests.Resources;

[TestClass]
public sealed class CommandProvisioningTests
{
    private const string Entry = "- uri: cmd://./run.sh\n  type: cache\n";

    [TestMethod]
    public void AnswerGivesOutputsServicesVolumesNetworksFilesAndFolders()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", """
            #!/bin/sh
            cat >/dev/null
            cat <<'END'
            {
              "resource_state": {"n": 1}, "resource_outputs": {"host": "h-1", "port": 6379},
              "relative_directories": {"data": true, "old": false}, "relative_file_contents": {"a/b.conf": "text\n", "gone": null},
              "compose_services": {"srv": {"image": "redis", "ports": [{"target": 6379}], "cpus": 0.5}}, "compose_volumes": {"vol": null},
              "compose_networks": {"net": {"driver": "bridge"}}, "compose_models": {"m": {"model": "ai/x"}}
            }
            END
            """);
        Translated result = Run(folder, Entry);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("h-1", result["services.shop-web.environment.A"]);
        Assert.AreEqual("""{"cpus":0.5,"image":"redis","ports":[{"target":6379}]}""", result["services.srv"]);
        Assert.AreEqual("{}", result["volumes.vol"]);
        Assert.AreEqual("bridge", result["networks.net.driver"]);
        Assert.AreEqual("ai/x", result["models.m.model"]);
        Assert.AreEqual("a/b.conf", result.Project.Files.Single().Path);
        Assert.AreEqual("data", result.Project.Directories.Single());
        Assert.AreEqual(folder.File("run.sh"), result.Resources.Programs.Single());
    }

    [TestMethod]
    public void RequestHoldsWhatTheProtocolSays()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\ncat >request.json\nprintf '%s\\n' \"$@\" >args\npwd >pwd\necho '{\"resource_outputs\":{\"host\":\"h\"}}'\n");
        string score = Check.Head + "service:\n  ports:\n    http: {port: 80, targetPort: 8080}\ncontainers:\n" +
            "  web: {image: x, variables: {A: '${resources.res.host}'}}\nresources:\n" +
            "  res: {type: cache, class: big, params: {size: 2, name: '${metadata.name}'}, metadata: {annotations: {shop.io/some: key}}}\n";
        Assert.AreEqual("", Run(folder, Entry + "  args: [--flag, 'a b', '', '$X\"', '<mode>']\n", score).Findings);
        JObject request = JObject.Parse(File.ReadAllText(folder.File("request.json")));
        JObject expected = JObject.Parse("""
            {
              "resource_uid": "cache.big#shop.res", "resource_type": "cache", "resource_class": "big", "resource_id": "shop.res",
              "resource_params": {"size": 2, "name": "shop"}, "resource_metadata": {"annotations": {"shop.io/some": "key"}},
              "resource_state": {}, "shared_state": {}, "source_workload": "shop",
              "workload_services": {"shop": {"service_name": "shop", "ServiceName": "shop", "ports": {"http": {"name": "http", "port": 80, "target_port": 8080, "protocol": "TCP"}, "80": {"name": "http", "port": 80, "target_port": 8080, "protocol": "TCP"}}}},
              "compose_project_name": "project", "mount_directory_path": ".score-compose/mounts"
            }
            """);
        Assert.IsTrue(JToken.DeepEquals(Sorted(expected), Sorted(request)), request.ToString());
        Assert.AreEqual("--flag\na b\n\n$X\"\n<mode>\n", File.ReadAllText(folder.File("args")));
        Assert.AreEqual(folder.Path, File.ReadAllText(folder.File("pwd")).Trim());
    }

    [TestMethod]
    public void ForKubernetesTheRequestHasItsOwnFieldsAndManifestsComeBack()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\ncat >request.json\necho \"{\\\"resource_outputs\\\":{\\\"host\\\":\\\"$1\\\"},\\\"manifests\\\":" +
            "[{\\\"apiVersion\\\":\\\"v1\\\",\\\"kind\\\":\\\"Secret\\\",\\\"metadata\\\":{\\\"name\\\":\\\"s\\\"}}]}\"\n");
        ProvisionedResources resources = Provision(folder, TestPlatforms.Kubernetes, "  args: ['<mode>']\n", out string findings);
        Assert.AreEqual("", findings);
        Assert.AreEqual("s", ((YamlScalar)((YamlMapping)resources.Additions.Single().Items<YamlMapping>("manifests").Single()["metadata"]!)["name"]!).Text);
        Assert.AreEqual("provision", ((YamlScalar)resources.Outputs.Find("cache#shop.res")!.Find(["host"])!.Value!).Text);
        JObject request = JObject.Parse(File.ReadAllText(folder.File("request.json")));
        CollectionAssert.IsSubsetOf((string[])["resource_guid", "workload_metadata", "namespace"], request.Properties().Select(p => p.Name).ToList());
        Assert.IsNull(request["mount_directory_path"]);
        Assert.IsTrue(Guid.TryParse((string?)request["resource_guid"], out _));
        Assert.AreEqual("shop", (string?)request["workload_metadata"]!["name"]);
    }

    [TestMethod]
    [DataRow("""[{"kind": "Secret", "metadata": {"name": "s"}}]""", "SCORE0513", "number 1")]
    [DataRow("""[{"apiVersion": "v1", "kind": "Secret", "metadata": {}}]""", "SCORE0513", "has no 'metadata.name'")]
    [DataRow("""[{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"}}, 5]""", "SCORE0334",
        "in the field 'manifests', an item of the list must be a mapping, and this is a number.")]
    public void ManifestThatIsNoObjectIsReported(string manifests, string code, string words)
    {
        using TemporaryFolder folder = new();
        Answer(folder, "{\"manifests\": " + manifests + "}");
        Provision(folder, TestPlatforms.Kubernetes, "", out string findings);
        StringAssert.StartsWith(findings, code + " (1,8)-(1,22): ", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    public void ManifestsThatAreNoListAreReported()
    {
        using TemporaryFolder folder = new();
        Answer(folder, "{\"manifests\": {}}");
        Provision(folder, TestPlatforms.Kubernetes, "", out string findings);
        StringAssert.EndsWith(findings, "the field 'manifests' must be a list of objects, and this is a mapping.", StringComparison.Ordinal);
    }

    [TestMethod]
    public void StateIsSharedBetweenTemplatesAndPrograms()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh",
            "#!/bin/sh\ncat >request.json\necho '{\"resource_outputs\":{\"host\":\"h\"},\"shared_state\":{\"a\":{\"two\":2},\"gone\":null}}'\n");
        string provisioners = "- uri: template://t/first\n  type: alpha\n  shared: '{a: {one: 1}, gone: x}'\n" + Entry +
            "- uri: template://t/last\n  type: omega\n  outputs: '{all: {{ toJson .Shared | quote }}}'\n";
        string score = Check.Container +
            "    variables: {A: '${resources.last.all}'}\nresources:\n  first: {type: alpha}\n  res: {type: cache}\n  last: {type: omega}\n";
        Translated result = Run(folder, provisioners, score);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""{"a":{"one":1},"gone":"x"}""",
            JObject.Parse(File.ReadAllText(folder.File("request.json")))["shared_state"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.AreEqual("""{"a":{"one":1,"two":2}}""", result["services.shop-web.environment.A"]);
    }

    [TestMethod]
    [DataRow("{\"resource_outputs\": {\"host\": \"s3cret\"}", "it stops being JSON at line 1, column 40.")]
    [DataRow("hello s3cret", "it stops being JSON at line 1, column 1.")]
    [DataRow("{\"resource_outputs\": {\"host\": 's3cret'}}", "it stops being JSON at line 1, column 31.")]
    [DataRow("{} s3cret", "it stops being JSON at line 1, column 4.")]
    [DataRow("", "it is empty.")]
    [DataRow("[\"s3cret\"]", "it must be a JSON object.")]
    [DataRow("\"s3cret\"", "it must be a JSON object.")]
    [DataRow("{\"resource_output\": {}}", "the field 'resource_output' is not known. Did you mean 'resource_outputs'?")]
    [DataRow("{\"a s3cret with spaces\": {}}", "a field is not known.")]
    [DataRow("{\"manifests\": []}", "the field 'manifests' is for Kubernetes")]
    [DataRow("{\"resource_outputs\": \"s3cret\"}", "the field 'resource_outputs' must be an object, and this is a string.")]
    [DataRow("{\"resource_state\": [1]}", "the field 'resource_state' must be an object, and this is a list.")]
    [DataRow("{\"shared_state\": 5}", "the field 'shared_state' must be an object, and this is a number.")]
    [DataRow("{\"compose_services\": {\"a\": \"s3cret\"}}", "in the field 'compose_services', the entry 1 must be a mapping, and this is a string.")]
    [DataRow("{\"relative_directories\": {\"a\": \"s3cret\"}}",
        "in the field 'relative_directories', the entry 1 must be true or false, and this is a string.")]
    [DataRow("{\"relative_file_contents\": {\"a\": 55555}}",
        "in the field 'relative_file_contents', the content of the entry 1 must be a string, and this is a number.")]
    [DataRow("{\"resource_outputs\": {\"host\": 1e999}}", "it stops being JSON")]
    public void WrongAnswerIsReportedWithoutItsValues(string answer, string words)
    {
        using TemporaryFolder folder = new();
        Answer(folder, answer);
        string findings = Run(folder, Entry).Findings;
        StringAssert.StartsWith(
            findings,
            "SCORE0334 (1,8)-(1,22): The answer of the program of the provisioner 'cmd://./run.sh' for the resource 'cache.default#shop.res' cannot be used: ",
            StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", findings);
        Assert.DoesNotContain("55555", findings);
    }

    [TestMethod]
    public void AnswerNestedTooDeeplyIsReported()
    {
        using TemporaryFolder folder = new();
        Answer(folder, "{\"resource_outputs\": " + string.Concat(Enumerable.Repeat("[", 100_000)));
        StringAssert.StartsWith(Run(folder, Entry).Findings, "SCORE0334", StringComparison.Ordinal);
    }

    [TestMethod]
    public void NumbersAndTextsArriveAsTheyAre()
    {
        using TemporaryFolder folder = new();
        Answer(folder, """{"compose_services": {"s": {"image": "x", "x-all": {"a": 9007199254740993, "b": -0.25, "c": 1e3, "d": "5", "e": true, "f": """ +
            """null, "g": "\u00e9\ud83d\ude00\n", "h": 1.0}}}, "resource_outputs": {"host": "x"}}""");
        Translated result = Run(folder, Entry);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""{"image":"x","x-all":{"a":9007199254740993,"b":-0.25,"c":1000,"d":"5","e":true,"f":null,"g":"é😀\n","h":1}}""",
            result["services.s"]);
        YamlNode read = YamlReader.Read(new SourceText("x", result.Yaml), new DiagnosticBag())!;
        Assert.AreEqual(result["services.s"], CanonicalJson.Write(((YamlMapping)((YamlMapping)read)["services"]!)["s"]!));
    }

    [TestMethod]
    public void FailureShowsExitCodeAndTheEndOfStandardErrorAndNothingElse()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\necho s3cret\nfor i in 1 2 3 4 5 6 7; do echo \"line $i\" >&2; done\nprintf '\\033[31mred' >&2\nexit 3\n");
        Assert.AreEqual(
            "SCORE0332 (1,8)-(1,22): The program of the provisioner 'cmd://./run.sh' failed for the resource 'cache.default#shop.res' with exit code 3. The " +
            "end of its standard error: line 4 | line 5 | line 6 | line 7 | \\u001b[31mred",
            Run(folder, Entry).Findings);
    }

    [TestMethod]
    public void LongStandardErrorOfAFailureIsCut()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\nhead -c 50000000 /dev/zero | tr '\\0' x >&2\nexit 1\n");
        string findings = Run(folder, Entry).Findings;
        StringAssert.StartsWith(findings, "SCORE0332", StringComparison.Ordinal);
        Assert.IsLessThan(1000, findings.Length);
    }

    [TestMethod]
    public void StandardErrorOfSuccessIsForDetailsOnly()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\necho warned >&2\necho '{\"resource_outputs\":{\"host\":\"s3cret\"}}'\n");
        List<string> traces = [];
        Assert.AreEqual("", Run(folder, Entry, trace: traces.Add).Findings);
        Assert.AreEqual("cmd://./run.sh for cache.default#shop.res: warned", traces.Single());
    }

    [TestMethod]
    [DataRow("cmd://./none.sh", "there is no file '")]
    [DataRow("cmd://./plain.txt", "is not executable. Run 'chmod +x' on it.")]
    [DataRow("cmd://./folder", "is a folder.")]
    [DataRow("cmd:///nowhere/at/all", "there is no file '/nowhere/at/all'.")]
    [DataRow("cmd://score-no-such-program", "no folder of the variable PATH has a program 'score-no-such-program'.")]
    [DataRow("cmd://tools/run.sh", "write 'cmd://./tools/run.sh' for a file of the project's folder")]
    [DataRow("cmd://", "the URI names no program.")]
    [DataRow("cmd://.", "the URI names no program.")]
    [DataRow("cmd://./no-interpreter", "the interpreter that its first line names")]
    [DataRow("cmd://#name", "the URI names no program.")]
    [DataRow("cmd://./none.sh#name", "there is no file '")]
    [DataRow("cmd://sh?a=b", "its URI has a query")]
    [DataRow("cmd://me@sh", "a user or a port")]
    [DataRow("cmd://sh:80#x", "a user or a port")]
    public void ProgramThatCannotBeRunIsReported(string uri, string words)
    {
        using TemporaryFolder folder = new();
        folder.Write("plain.txt", "text");
        folder.Write("folder/x", "text");
        folder.WriteProgram("no-interpreter", "#!/nowhere/sh\n");
        string findings = Run(folder, $"- uri: {uri}\n  type: cache\n").Findings;
        StringAssert.StartsWith(
            findings,
            $"SCORE0331 (1,8)-(1,{8 + uri.Length}): The program of the provisioner '{uri}' cannot be run for the resource 'cache.default#shop.res': ",
            StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    public void ProgramIsFoundByItsUri()
    {
        using TemporaryFolder folder = new();
        string path = folder.WriteProgram("deep/er/run.sh", "#!/bin/sh\n");
        Assert.AreEqual(path, CommandProgram.Find("cmd://./er/run.sh", folder.File("deep")).Path);
        Assert.AreEqual(path, CommandProgram.Find("cmd://../er/run.sh", folder.File("deep/er")).Path);
        Assert.AreEqual(path, CommandProgram.Find("cmd://" + path, folder.Path).Path);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        StringAssert.Contains(CommandProgram.Find("cmd://~/no/such", folder.Path).Problem, home, StringComparison.Ordinal);
        Assert.IsTrue(CommandProgram.Find("cmd://sh", folder.Path) is { IsPath: false, Path: not null });
    }

    [TestMethod]
    public void FragmentOfAUriIsANameForPeople()
    {
        using TemporaryFolder folder = new();
        string path = folder.WriteProgram("deep/er/run.sh", "#!/bin/sh\n");
        string escaped = folder.WriteProgram("deep/a%20b", "#!/bin/sh\n");
        Assert.AreEqual(path, CommandProgram.Find("cmd://./er/run.sh#a/b?c#d", folder.File("deep")).Path);
        Assert.AreEqual(path, CommandProgram.Find("cmd://../er/run.sh#x", folder.File("deep/er")).Path);
        Assert.AreEqual(path, CommandProgram.Find($"cmd://{path}#x", folder.Path).Path);
        Assert.AreEqual(path, CommandProgram.Find($"cmd://{path}?#x", folder.Path).Path);
        Assert.AreEqual(escaped, CommandProgram.Find("cmd://./deep/a%20b", folder.Path).Path);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        StringAssert.Contains(CommandProgram.Find("cmd://~/no/such#x", folder.Path).Problem, $"'{Path.Combine(home, "no/such")}'", StringComparison.Ordinal);
        Assert.IsTrue(CommandProgram.Find("cmd://sh#x", folder.Path) is { IsPath: false, Path: not null });

        Translated result = Run(folder,
            "- uri: cmd://sh#name\n  type: cache\n  args:\n    - -c\n    - |\n      echo '{\"resource_outputs\":{\"host\":\"h1\"}}'\n");
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("h1", result["services.shop-web.environment.A"]);
    }

    [TestMethod]
    public void ProgramThatHangsIsEndedWithItsChildren()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\necho waiting >&2\nsleep 1000 &\necho $! >child\nwait\n");
        string findings = Run(folder, Entry, timeout: TimeSpan.FromSeconds(1)).Findings;
        StringAssert.StartsWith(
            findings,
            "SCORE0333 (1,8)-(1,22): The program of the provisioner 'cmd://./run.sh' was stopped for the resource 'cache.default#shop.res': it had not ended " +
            "after 1 seconds.",
            StringComparison.Ordinal);
        StringAssert.EndsWith(findings, "waiting", StringComparison.Ordinal);
        AssertEnds(File.ReadAllText(folder.File("child")).Trim());
    }

    // A double fork leaves the tree; a session of its own leaves the group.
    [TestMethod]
    [DataRow("(sleep 1000 & echo $! >child.tmp; mv child.tmp child) &\nwait\nexec sleep 1000", DisplayName = "double fork")]
    [DataRow("(setsid sh -c 'echo $$ >child.tmp; mv child.tmp child; exec sleep 1000' </dev/null >/dev/null 2>&1 &)\nexec sleep 1000",
        DisplayName = "session of its own")]
    [DataRow("(trap '' TERM HUP; setsid sh -c '(trap \"\" TERM HUP; sh -c \"echo \\$\\$ >child.tmp; mv child.tmp child; exec sleep 1000\" &)' </dev/null " +
        ">/dev/null 2>&1 &)\nexec sleep 1000",
        DisplayName = "daemon")]
    public void StoppedProgramLeavesNothingBehind(string script)
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\n" + script + "\n");
        StringAssert.StartsWith(Run(folder, Entry, timeout: TimeSpan.FromSeconds(2)).Findings, "SCORE0333", StringComparison.Ordinal);
        AssertEnds(File.ReadAllText(folder.File("child")).Trim());
    }

    [TestMethod]
    public void ArgumentsAreTemplatesForKubernetesOnly()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\nprintf '%s|' \"$@\" >args\necho '{\"resource_outputs\":{\"host\":\"h\"}}'\n");
        Provision(folder, TestPlatforms.Kubernetes, "  args: ['<mode>', ' {{ .Type }}-{{ .Id | upper }} ', plain]\n", out string findings);
        Assert.AreEqual("", findings);
        Assert.AreEqual("provision| cache-SHOP.RES |plain|", File.ReadAllText(folder.File("args")));
        Provision(folder, TestPlatforms.Compose, "  args: ['<mode>', '{{ .Type }}']\n", out findings);
        Assert.AreEqual("<mode>|{{ .Type }}|", File.ReadAllText(folder.File("args")));
        Provision(folder, TestPlatforms.Kubernetes, "  args: ['{{ .Nothing }}']\n", out findings);
        StringAssert.StartsWith(findings, "SCORE0315", StringComparison.Ordinal);
    }

    [TestMethod]
    public void CancelledBuildEndsTheProgramAndItsChildren()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\nsleep 1000 &\necho $! >child.tmp\nmv child.tmp child\nwait\n");
        using CancellationTokenSource cancellation = new();
        using Timer timer = new(_ => { if (File.Exists(folder.File("child"))) cancellation.Cancel(); }, null, 20, 20);
        Assert.ThrowsExactly<OperationCanceledException>(() => Run(folder, Entry, cancellation: cancellation.Token));
        AssertEnds(File.ReadAllText(folder.File("child")).Trim());
    }

    [TestMethod]
    [DataRow("exec 0<&-; echo \"$ANSWER\"", DisplayName = "closes its input")]
    [DataRow("sleep 0.2; echo \"$ANSWER\"", DisplayName = "does not read its input")]
    [DataRow("echo \"$ANSWER\"; exec 1>&-; sleep 0.2; cat >/dev/null", DisplayName = "closes its output early")]
    [DataRow("head -c 3000000 /dev/zero >&2; echo \"$ANSWER\"; cat >/dev/null", DisplayName = "writes much before it reads")]
    [DataRow("sleep 30 & echo \"$ANSWER\"", DisplayName = "leaves a child with its pipes")]
    public void ProgramThatTreatsItsPipesBadlyIsNoProblem(string script)
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\nANSWER='{\"resource_outputs\":{\"host\":\"h\"}}'\n" + script + "\n");

        // More than a pipe holds.
        string score = Provisioned.Score + "    params:\n      large: " + new string('x', 300_000) + "\n";
        Translated result = Run(folder, Entry, score);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("h", result["services.shop-web.environment.A"]);
    }

    [TestMethod]
    public void ProgramThatWritesWithoutEndIsStopped()
    {
        using TemporaryFolder folder = new();
        folder.WriteProgram("run.sh", "#!/bin/sh\nexec cat /dev/zero\n");
        StringAssert.EndsWith(Run(folder, Entry).Findings, "it wrote more than 8 MiB to its standard output.", StringComparison.Ordinal);
    }

    [TestMethod]
    public void PathOutsideTheMountsFolderIsAnError()
    {
        using TemporaryFolder folder = new();
        Answer(folder, """{"resource_outputs": {"host": "x"}, "relative_file_contents": {"../a": "b"}}""");
        StringAssert.StartsWith(Run(folder, Entry).Findings, "SCORE0327 (1,8)-(1,22): ", StringComparison.Ordinal);
    }

    [TestMethod]
    public void PromisesAndParamsAreHeldToTheLists()
    {
        using TemporaryFolder folder = new();
        Answer(folder, """{"resource_outputs": {"host": "x"}}""");
        string findings = Run(folder, Entry + "  supported_params: [size]\n  expected_outputs: [port]\n",
            Provisioned.Score + "    params: {sise: 1}\n").Findings;
        CollectionAssert.AreEquivalent((string[])["SCORE0322", "SCORE0323", "SCORE0324"], findings.Split('\n').Select(f => f[..9]).ToList(), findings);
    }

    [TestMethod]
    public void MissingOutputIsReportedWithThoseThatAreThere()
    {
        using TemporaryFolder folder = new();
        Answer(folder, """{"resource_outputs": {"hots": "s3cret"}}""");
        string findings = Run(folder, Entry).Findings;
        StringAssert.StartsWith(findings, "SCORE0303", StringComparison.Ordinal);
        StringAssert.EndsWith(findings, "Did you mean 'hots'?", StringComparison.Ordinal);
    }

    private static void Answer(TemporaryFolder folder, string answer)
    {
        folder.Write("answer", answer);
        folder.WriteProgram("run.sh", "#!/bin/sh\ncat >/dev/null\ncat answer\n");
    }

    private static Translated Run(TemporaryFolder folder, string provisioners, string score = Provisioned.Score, TimeSpan? timeout = null,
        CancellationToken cancellation = default, Action<string>? trace = null) =>
        Translated.From([score], provisioners: Provisioned.Read(provisioners), with: o => With(o, folder, timeout, cancellation, trace));

    private static BuildOptions With(BuildOptions options, TemporaryFolder folder, TimeSpan? timeout, CancellationToken cancellation, Action<string>? trace) =>
        options with
        {
            Commands = new CommandOptions(folder.Path, timeout ?? CommandOptions.DefaultTimeout) { Trace = trace ?? (_ => { }) },
            Cancellation = cancellation,
            KnownPlatforms = () => [TestPlatforms.Compose, TestPlatforms.Kubernetes],
        };

    private static ProvisionedResources Provision(TemporaryFolder folder, Platform platform, string keys, out string findings)
    {
        DiagnosticBag bag = new();
        Workload workload = WorkloadLoader.Load(new SourceText("score.yaml", Provisioned.Score), "score.yaml", bag)!.Workload;
        BuildOptions options = With(new(platform, "project", _ => null, ""), folder, null, default, null) with
        {
            Provisioners = Provisioned.Read(Entry + keys),
        };
        ProvisionedResources resources = ResourceProvisioning.Run([workload], options, bag);
        findings = Check.Show(bag.ToSortedList());
        return resources;
    }

    // The child of a process that was ended ends a moment later.
    private static void AssertEnds(string process)
    {
        for (int i = 0; i < 100; i++)
        {
            string status = $"/proc/{process}/stat";
            if (!File.Exists(status) || File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal)) return;
            Thread.Sleep(50);
        }

        Assert.Fail($"{process} is still running");
    }

    private static JToken Sorted(JToken token) => token is JObject o
        ? new JObject(o.Properties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new JProperty(p.Name, Sorted(p.Value))))
        : token;
}
