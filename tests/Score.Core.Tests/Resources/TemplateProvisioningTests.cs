using System;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Resources;
using Score.Core.Tests.Compose;

namespace Score.Core.Tests.Resources;

[TestClass]
public sealed class TemplateProvisioningTests
{
    private const string Host = "  outputs: |\n    host: x\n";

    [TestMethod]
    [DataRow("  outputs: |\n    host: x\n    port: {{ .Id | «n»osuch }}\n", "SCORE0314")]
    [DataRow("  outputs: |2\n\n     host: {{ .Id }}\n    port: {{«.»Idd}}\n", "SCORE0315")]
    [DataRow("  outputs: '{host: {{«.»Idd}}}'\n", "SCORE0315")]
    [DataRow("  «outputs»: >\n    {host:\n    {{.Idd}}}\n", "SCORE0315")]
    [DataRow("  outputs: |\n    {{ «f»ail \"no region\" }}\n", "SCORE0316")]
    [DataRow("  outputs: |\n    {{ define \"a\" }}{{template «\"»a\"}}{{ end }}{{template \"a\"}}\n", "SCORE0317")]
    [DataRow("  «outputs»: |\n    host: {{ \"a: b: c\" }}\n", "SCORE0318")]
    [DataRow("  «outputs»: |\n    [host]\n", "SCORE0319")]
    [DataRow(Host + "  «services»: |\n    a: b\n", "SCORE0319")]
    [DataRow(Host + "  «files»: |\n    a: 5\n", "SCORE0319")]
    [DataRow(Host + "  «directories»: |\n    a: b\n", "SCORE0319")]
    [DataRow(Host + "  «info_logs»: |\n    a: b\n", "SCORE0319")]
    [DataRow(Host + "  «info_logs»: |\n    [connect to {{ .Id }}]\n", "SCORE0329")]
    [DataRow(Host + "  «files»: |\n    ../a: b\n", "SCORE0327")]
    [DataRow(Host + "  «files»: |\n    /a: b\n", "SCORE0327")]
    [DataRow(Host + "  «files»: |\n    a/../..: b\n", "SCORE0327")]
    [DataRow(Host + "  «directories»: |\n    'C:x': true\n", "SCORE0327")]
    [DataRow(Host + "  «services»: |\n    shop-web: {image: x}\n", "SCORE0326")]
    [DataRow(Host + "  «services»: |\n    wait-for-resources: {image: x}\n", "SCORE0326")]
    [DataRow("  expected_outputs: [host, «port»]\n" + Host, "SCORE0323")]
    public void FindingIsAtItsPlaceInTheProvisionerFile(string marked, string code) =>
        StringAssert.StartsWith(Provisioned.Finds(marked), code, StringComparison.Ordinal);

    [TestMethod]
    [DataRow("a: {{ \"*s3cret\" }}")]
    [DataRow("{{ \"s3cret: a\" }}\n    s3cret: b")]
    [DataRow("a: !!int {{ \"s3cret\" }}")]
    [DataRow("[s3cret]: a")]
    [DataRow("&s3cret a: *s3cret\n    b: {{ \"x: y: s3cret\" }}")]
    [DataRow("a: \"s3cret\\d800\"\n    b: [s3cret")]
    [DataRow("a: b\n    @s3cret")]
    public void TextThatIsNotYamlIsNotQuoted(string rendered)
    {
        string findings = Provisioned.Run("  outputs: |\n    " + rendered + "\n").Findings;
        StringAssert.StartsWith(findings, "SCORE0318", StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", findings);
    }

    // The template makes "hunter2", which may be a secret.
    [TestMethod]
    [DataRow("services: |\n    {{ print \"hunter\" 2 }}: x\n", "the entry 1 must be a mapping")]
    [DataRow("networks: |\n    a: {}\n    b{{ print \"hunter\" 2 }}: x\n", "the entry 2 must be a mapping")]
    [DataRow("files: |\n    {{ print \"hunter\" 2 }}: 5\n", "the content of the entry 1 must be a string")]
    [DataRow("directories: |\n    {{ print \"hunter\" 2 }}: x\n", "the entry 1 must be true or false")]
    [DataRow("outputs: |\n    a: {{ print \"hunter\" 2 }}: x\n", "not YAML")]
    [DataRow("outputs: |\n    {{ print \"hunter\" 2 }}\n", "must be a mapping")]
    [DataRow("state: |\n    {{ list (print \"hunter\" 2) }}\n", "must be a mapping")]
    [DataRow("outputs: |\n    a: {{ print \"hunter\" 2 | semver }}\n", "A string of 7 characters is not a semantic version.")]
    public void WhatATemplateMadeIsNotQuoted(string section, string words)
    {
        string keys = section.StartsWith("outputs", StringComparison.Ordinal) ? "  " + section : "  " + section + Host;
        string findings = Provisioned.Run(keys).Findings;
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", findings);
    }

    [TestMethod]
    public void ExpandedParamIsNotQuoted()
    {
        string findings = Translated.From(
            [Check.Container + "resources:\n  res: {type: cache}\n  port: {type: service-port, params: {workload: shop, port: '${resources.res.host}'}}\n" +
                "  other: {type: service-port, params: {workload: '${resources.res.host}', port: 80}}\n"],
            provisioners: Provisioned.Read("- uri: template://test/cache\n  type: cache\n  outputs: |\n    host: hunter{{ 2 }}\n")).Findings;
        StringAssert.Contains(findings, "has no port that its param 'port' expands to", StringComparison.Ordinal);
        StringAssert.Contains(findings, "no workload of the name that its param 'workload' expands to", StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", findings);
    }

    [TestMethod]
    [DataRow("  outputs: |\n    host: x\n  files: |\n    a: {{ repeat 2000000 \"x\" }}\n", 40, "characters")]
    [DataRow("  outputs: |\n    host: x\n  services: |\n    {{ .Id | replace \".\" \"-\" }}: {image: x, command: [{{ repeat 70000 \"x,\" }}]}\n", 40, "values")]
    [DataRow("  outputs: |\n    host: {{ range 1200000 }}{{ end }}x\n", 100, "steps")]
    public void ManyResourcesThatEachStayBelowTheLimitsAreStoppedTogether(string keys, int count, string amount)
    {
        string resources = string.Concat(Enumerable.Range(0, count).Select(i => $"  r{i}: {{type: cache}}\n"));
        string findings = Provisioned.Run(keys, Check.Container + "resources:\n" + resources).Findings;
        StringAssert.StartsWith(findings, "SCORE0317", StringComparison.Ordinal);
        StringAssert.Contains(findings, amount, StringComparison.Ordinal);
        Assert.HasCount(1, findings.Split('\n'), findings);
    }

    [TestMethod]
    public void ResourcesAreNotProvisionedWhenTheBuildIsCancelled()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.ThrowsExactly<OperationCanceledException>(() => Translated.From(
            [Provisioned.Score],
            with: options => options with { Cancellation = cancelled.Token }));
    }

    [TestMethod]
    public void CommandThatServesAResourceIsAnErrorAtItsUri()
    {
        string text = "- uri: cmd://./cache.sh\n  type: cache\n- uri: cmd://other\n  type: other\n";
        Assert.AreEqual(
            "SCORE0313 (1,8)-(1,24): The provisioner 'cmd://./cache.sh' of the resource 'cache.default#shop.res' runs a program, and this project does not " +
            "allow that. Look at the program, and set the property ScoreAllowCommandProvisioners to true if builds may run it.",
            Translated.From([Provisioned.Score], provisioners: Provisioned.Read(text)).Findings);
    }

    [TestMethod]
    public void BrokenProvisionerDoesNotHideOthers()
    {
        string text = "- uri: template://a\n  type: cache\n  outputs: '{{ .X }}'\n- uri: template://b\n  type: queue\n  outputs: '{{ .Y }}'\n";
        Translated result = Translated.From([Provisioned.Score + "  other: {type: queue}\n"], provisioners: Provisioned.Read(text));
        Assert.AreEqual(2, result.Findings.Split('\n').Count(f => f.StartsWith("SCORE0315", StringComparison.Ordinal)), result.Findings);
    }

    [TestMethod]
    public void ParamsAndOutputsAreHeldToTheLists()
    {
        Translated result = Provisioned.Run("  supported_params: [size]\n  expected_outputs: [port]\n  outputs: '{host: a, port: 1}'\n",
            Provisioned.Score + "    params: {sise: 1}\n");
        StringAssert.Contains(
            result.Findings,
            "SCORE0322 (12,14)-(12,18): The provisioner 'template://test/cache' does not know the param 'sise'. Did you mean 'size'?",
            StringComparison.Ordinal);
        StringAssert.Contains(result.Findings, "SCORE0324 (8,10)-(8,31): The provisioner of the type", StringComparison.Ordinal);
        Assert.HasCount(2, result.Findings.Split('\n'), result.Findings);
    }

    [TestMethod]
    public void ResourceNameThatTwoProvisionersUseIsReported()
    {
        string text = "- uri: template://a\n  type: cache\n  outputs: '{host: x}'\n  services: '{db: {image: a}}'\n- uri: template://b\n  type: queue\n" +
            "  services: '{db: {image: b}}'\n";
        Translated result = Translated.From([Provisioned.Score + "  other: {type: queue}\n"], provisioners: Provisioned.Read(text));
        Assert.AreEqual("SCORE0326 (7,3)-(7,11): The service 'db' of the resource 'queue.default#shop.other' is there already, from the resource " +
            "'cache.default#shop.res'. Give one of them another name.",
            result.Findings);
    }

    [TestMethod]
    public void ResourcesOfOneProvisionerShareAServerAndState()
    {
        Translated result = Provisioned.Run(
            "  shared: |\n    names:\n      {{ .Id }}: 1\n  outputs: '{host: db}'\n  services: |\n" +
            "    db: {image: x, command: {{ keys .Shared.names | sortAlpha | toJson }}}\n",
            Provisioned.Score + "  two: {type: cache}\n");
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("""["shop.res","shop.two"]""", result["services.db.command"]);
    }

    [TestMethod]
    public void NullInSharedStateDeletes()
    {
        Translated result = Provisioned.Run(
            "  shared: |\n    {{ if .Shared.seen }}seen: null{{ else }}seen: 1{{ end }}\n  outputs: |\n    host: {{ .Shared | toJson | quote }}\n",
            Provisioned.Score.Replace("${resources.res.host}", "${resources.res.host}${resources.two.host}", StringComparison.Ordinal) +
            "  two: {type: cache}\n");
        Assert.AreEqual("""{"seen":1}{}""", result["services.shop-web.environment.A"]);
    }

    [TestMethod]
    public void DollarsOfServicesStayAndThoseOfOutputsAreLiteral()
    {
        Translated result = Provisioned.Run("  outputs: '{host: a$b}'\n  services: '{db: {image: \"x:${TAG}\"}}'\n");
        Assert.AreEqual("a$$b", result["services.shop-web.environment.A"]);
        Assert.AreEqual("x:${TAG}", result["services.db.image"]);
    }

    [TestMethod]
    public void FilesAndFoldersGoBelowTheMountsFolder()
    {
        Translated result = Provisioned.Run(Host + "  directories: '{./data/: true, none: false}'\n  files: '{\"a/./b/../c.txt\": text, gone: null}'\n");
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual("data", string.Join(" ", result.Project.Directories));
        Assert.AreEqual("a/c.txt text", string.Join(" ", result.Project.Files.Select(f => $"{f.Path} {Encoding.UTF8.GetString(f.Bytes)}")));
    }

    [TestMethod]
    public void EnvironmentVariableInParamsIsReadAtOnce()
    {
        string score = Provisioned.Score + "    params: {key: 'x-${resources.env.KEY}'}\n  env: {type: environment}\n";
        var provisioners = Provisioned.Read("- uri: template://a\n  type: cache\n  outputs: '{host: \"{{ .Params.key }}\"}'\n");
        Translated set = Translated.From([score], provisioners: provisioners, read: n => n == "KEY" ? "value" : null);
        Assert.AreEqual("x-value", set["services.shop-web.environment.A"]);
        Assert.AreEqual("KEY", string.Join(" ", set.Project.VariablesRead));

        Translated unset = Translated.From([score], provisioners: provisioners);
        Assert.AreEqual("SCORE0304 (12,22)-(12,42): The environment variable 'KEY' is not set, and the build needs its value here. Set it in the env file.",
            unset.Findings);
    }

    [TestMethod]
    public void ResourceWhoseParamsAreNotKnownIsNotProvisioned()
    {
        string score = Provisioned.Score + "    params: {key: '${resources.other.none}'}\n  other: {type: volume}\n";
        string findings = Provisioned.Run("  outputs: '{{ fail \"a consequence\" }}'\n", score).Findings;
        StringAssert.StartsWith(findings, "SCORE0303 (12,20)", StringComparison.Ordinal);
        Assert.DoesNotContain('\n', findings);
    }

    [TestMethod]
    [DataRow("", """{"external":true,"name":"data"}""")]
    [DataRow("  volumes: '{data: }'\n", "{}")]
    [DataRow("  volumes: '{data: {driver: local}}'\n", """{"driver":"local"}""")]
    public void MountedVolumeIsExternalUnlessAProvisionerDefinesIt(string keys, string expected)
    {
        string score = Check.Container + "    volumes: {/data: {source: '${resources.res}'}}\nresources:\n  res: {type: cache}\n";
        Translated result = Provisioned.Run("  outputs: '{type: volume, source: data}'\n" + keys, score);
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual(expected, result["volumes.data"]);
    }

    [TestMethod]
    public void WaitingKeepsWhatAContainerWaitsForAlready()
    {
        string score = Check.Head +
            "containers:\n  init: {image: x, before: {web: {ready: complete}}}\n  web: {image: x, variables: {A: '${resources.res.host}'}}\nresources:\n" +
            "  res: {type: cache}\n";
        Translated result = Provisioned.Run(Host +
            "  services: |\n    a: {image: x, healthcheck: {disable: true}}\n    b: {image: x, healthcheck: {test: [CMD, x]}}\n" +
            "    c: {image: x, labels: [dev.score.compose.labels.is-init-container=true]}\n",
                score);
        Assert.AreEqual("service_completed_successfully service_completed_successfully",
            $"{result["services.shop-web.depends_on.shop-init.condition"]} {result["services.shop-web.depends_on.wait-for-resources.condition"]}");
        Assert.AreEqual("service_completed_successfully", result["services.shop-init.depends_on.wait-for-resources.condition"]);
        Assert.AreEqual("service_started service_healthy service_completed_successfully",
            string.Join(" ", ((string[])["a", "b", "c"]).Select(s => result[$"services.wait-for-resources.depends_on.{s}.condition"])));
    }

    [TestMethod]
    public void LocalEnvironmentGivesVariables()
    {
        Translated result = Translated.From([Provisioned.Score], provisioners: Provisioned.Read("- uri: local-env://x\n  type: cache\n"));
        Assert.AreEqual("${host}", result["services.shop-web.environment.A"]);
    }

    [TestMethod]
    public void ModelsAreGivenToTheSourceWorkload()
    {
        Translated result = Provisioned.Run(Host + "  models: '{llm: {model: ai/smollm2}}'\n");
        Assert.AreEqual("""["llm"]""", result["services.shop-web.models"]);
        Assert.AreEqual("ai/smollm2", result["models.llm.model"]);
    }

    [TestMethod]
    [DataRow("params: {workload: shpo, port: http}", "(11,24)-(11,28)", "no workload 'shpo'. If it is that of another project, let an application")]
    [DataRow("params: {workload: shop, port: htpt}", "(11,36)-(11,40)", "no port 'htpt'. Did you mean 'http'?")]
    [DataRow("params: {workload: shop}", "(9,3)-(9,6)", "needs the param 'port'")]
    public void ServicePortThatIsNotThereIsReported(string keys, string place, string words)
    {
        string findings = Translated.From(
            $"{Check.Container}service: {{ports: {{http: {{port: 80}}}}}}\nresources:\n  api:\n    type: service-port\n    {keys}\n").Findings;
        StringAssert.StartsWith(findings, $"SCORE0330 {place}: ", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("{type: disk, source: x}", "", "the output 'type' is 'disk'")]
    [DataRow("{type: bind, source: 5}", "", "the output 'source' must be a string")]
    [DataRow("{type: tmpfs}", ", path: a", "has no 'path'")]
    [DataRow("{type: volume, source: x, volume: a}", "", "must be a mapping")]
    public void OutputsThatAreNoVolumeAreReported(string outputs, string more, string words)
    {
        string score = Check.Container + $"    volumes: {{/data: {{source: '${{resources.res}}'{more}}}}}\nresources:\n  res: {{type: cache}}\n";
        string findings = Provisioned.Run($"  outputs: '{outputs}'\n", score).Findings;
        StringAssert.StartsWith(findings, "SCORE0328 (7,", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    public void MissingSeedIsReportedWhereAValueIsDrawn()
    {
        static byte[] None() => throw new SeedException("The file is gone.");
        Assert.AreEqual("", Provisioned.Run(Host, seed: None).Findings);
        Assert.AreEqual(
            "SCORE0325 (3,3)-(3,10): There is no seed for the random values of this template: The file is gone. Or set the property ScoreSeed.",
            Provisioned.Run("  outputs: '{host: {{ randAlphaNum 8 }}}'\n", seed: None).Findings);
    }
}
