using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Tests.Resources;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class NormalFormTests
{
    private const string Outputs = "  outputs: 'host: h'\n";

    [TestMethod]
    [DataRow("environment: [A=b, C, 'D=e=f', 'E=']", "environment", """{"A":"b","C":null,"D":"e=f","E":""}""")]
    [DataRow("environment: {A: 1, B: true, C: }", "environment", """{"A":1,"B":true,"C":null}""")]
    [DataRow("labels: [a=b, c]", "labels", """{"a":"b","c":""}""")]
    [DataRow("annotations: [a=b]", "annotations", """{"a":"b"}""")]
    [DataRow("sysctls: [net.core.somaxconn=1024]", "sysctls", """{"net.core.somaxconn":"1024"}""")]
    [DataRow("command: redis-server --port 7000", "command", """["redis-server","--port","7000"]""")]
    [DataRow("command: sh -c \"echo 'a b'; x\"", "command", """["sh","-c","echo 'a b'; x"]""")]
    [DataRow("command: 'a\\ b ''c'' \"\"'", "command", """["a b","c",""]""")]
    [DataRow("command: echo $$HOME", "command", """["echo","$$HOME"]""")]
    [DataRow("command: echo ${ARGS}", "command", "echo ${ARGS}")]
    [DataRow("command: a && b", "command", "a && b")]
    [DataRow("command: [redis-server, --port, 7000, true]", "command", """["redis-server","--port","7000","true"]""")]
    [DataRow("entrypoint: /bin/sh -c", "entrypoint", """["/bin/sh","-c"]""")]
    [DataRow("depends_on: [db, cache]", "depends_on", """{"cache":{"condition":"service_started"},"db":{"condition":"service_started"}}""")]
    [DataRow("depends_on: {db: {restart: true}, cache: }", "depends_on",
        """{"cache":{"condition":"service_started"},"db":{"condition":"service_started","restart":true}}""")]
    [DataRow("ports: [80, '8080:80', '127.0.0.1:53:53/udp', '3000-3005', '${P}:80']", "ports",
        """[{"target":80},{"published":"8080","target":80},{"host_ip":"127.0.0.1","protocol":"udp","published":"53","target":53},"3000-3005","${P}:80"]""")]
    [DataRow("volumes: ['data:/d', './x:/x:ro', /anon, 'C:\\x:/y', 'a:/b:z']", "volumes", """[{"source":"data","target":"/d","type":"volume"},{"bind":""" +
        """{"create_host_path":true},"read_only":true,"source":"./x","target":"/x","type":"bind"},{"target":"/anon","type":"volume"},"C:\\x:/y","a:/b:z"]""")]
    [DataRow("volumes: [{source: data, target: /d, read_only: true}, {target: /e}, {target: /f, tmpfs: {size: 1}}]", "volumes",
        """[{"read_only":true,"source":"data","target":"/d","type":"volume"},{"target":"/e","type":"volume"},{"target":"/f","tmpfs":""" +
        """{"size":1},"type":"tmpfs"}]""")]
    [DataRow("volumes: [{source: ./a, target: /d}, {source: 'C:\\a', target: /e}, {source: /f, target: /f, bind: {propagation: shared}}]", "volumes",
        """[{"bind":{"create_host_path":true},"source":"./a","target":"/d","type":"bind"},{"bind":""" +
        """{"create_host_path":true},"source":"C:\\a","target":"/e","type":"bind"},{"bind":""" +
        """{"propagation":"shared"},"source":"/f","target":"/f","type":"bind"}]""")]
    [DataRow("volumes: [{type: '${T}', target: /d}]", "volumes", """[{"target":"/d","type":"${T}"}]""")]
    [DataRow("env_file: a.env", "env_file", """["a.env"]""")]
    [DataRow("dns: 1.1.1.1", "dns", """["1.1.1.1"]""")]
    [DataRow("networks: [a, b]", "networks", """{"a":{},"b":{}}""")]
    [DataRow("networks: {a: }", "networks", """{"a":null}""")]
    [DataRow("healthcheck: {test: curl -f http://localhost, retries: 3}", "healthcheck", """{"retries":3,"test":["CMD-SHELL","curl -f http://localhost"]}""")]
    [DataRow("build: ./x", "build", """{"context":"./x"}""")]
    [DataRow("build: {context: ., args: [A=1]}", "build", """{"args":{"A":"1"},"context":"."}""")]
    [DataRow("secrets: [token]", "secrets", """[{"source":"token"}]""")]
    [DataRow("user: 1000", "user", "1000")]
    [DataRow("Image: redis:8", "image", "redis:8")]
    [DataRow("HealthCheck: {Test: [CMD, x]}", "healthcheck", """{"test":["CMD","x"]}""")]
    [DataRow("labels: null", "labels", "")]
    [DataRow("x-team: {readOnly: 1}", "x-team", """{"readOnly":1}""")]
    [DataRow("logging: {driver: json-file, options: {anything: goes}}", "logging.options", """{"anything":"goes"}""")]
    [DataRow("deploy: {labels: [a=b], resources: {limits: {cpus: 0.5}}}", "deploy", """{"labels":{"a":"b"},"resources":{"limits":{"cpus":0.5}}}""")]
    public void ServiceIsBroughtIntoTheFormThatReadersRelyOn(string key, string path, string expected)
    {
        string runs = path is "image" or "build" ? "" : "      image: x\n";
        Translated result = Provisioned.Run(Outputs + "  services: |\n    srv:\n" + runs + "      " + key + "\n");
        Assert.AreEqual("", result.Findings);
        Assert.AreEqual(expected, result["services.srv." + path]);
    }

    [TestMethod]
    [DataRow("volumes:\n        - {type: bind, source: ./a, target: /a, «readOnly»: true}", "services.srv.volumes.0", "read_only",
        """{"image":"x","volumes":[{"source":"./a","target":"/a","type":"bind"}]}""")]
    [DataRow("«imagePullPolicy»: Always", "services.srv", "", """{"image":"x"}""")]
    [DataRow("healthcheck: {test: [CMD, x], «startPeriod»: 1s}", "services.srv.healthcheck", "start_period",
        """{"healthcheck":{"test":["CMD","x"]},"image":"x"}""")]
    [DataRow("«restartPolicy»: always", "services.srv", "", """{"image":"x"}""")]
    [DataRow("deploy:\n        resources:\n          «limit»: {cpus: 1}", "services.srv.deploy.resources", "limits",
        """{"deploy":{"resources":{}},"image":"x"}""")]
    [DataRow("depends_on: {db: {condition: service_started, «conditions»: x}}", "services.srv.depends_on.db", "condition",
        """{"depends_on":{"db":{"condition":"service_started"}},"image":"x"}""")]
    public void KeyThatComposeDoesNotKnowIsLeftOutWithAWarning(string marked, string path, string hint, string expected)
    {
        string findings = Provisioned.Finds(Outputs + "  services: |\n    srv:\n      image: x\n      " + marked + "\n");
        StringAssert.StartsWith(findings, "SCORE0341", StringComparison.Ordinal);
        StringAssert.Contains(findings, $"in '{path}'", StringComparison.Ordinal);
        if (hint.Length > 0) StringAssert.Contains(findings, $"Did you mean '{hint}'?", StringComparison.Ordinal);
        string written = Check.Strip(marked, out _);
        Assert.AreEqual(expected, Provisioned.Run(Outputs + "  services: |\n    srv:\n      image: x\n      " + written + "\n")["services.srv"]);
    }

    [TestMethod]
    [DataRow("networks", "net: {«drivers»: bridge}", "Did you mean 'driver'?")]
    [DataRow("volumes", "vol: {«readOnly»: true}", "'volumes.vol'")]
    [DataRow("models", "m: {model: ai/x, «contextSize»: 5}", "Did you mean 'context_size'?")]
    public void OtherPartsOfTheProjectAreHeldToTheirKeysToo(string section, string marked, string words)
    {
        string findings = Provisioned.Finds($"{Outputs}  {section}: |\n    {marked}\n");
        StringAssert.StartsWith(findings, "SCORE0341", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    public void WarningIsGivenOnceForAllResourcesOfAProvisioner()
    {
        string score = Provisioned.Score + "  other: {type: cache}\n";
        string findings = Provisioned.Finds(Outputs +
            "  services: |\n    srv-{{ .Id }}: {image: x, «imagePullPolicy»: Always}\n    two-{{ .Id }}: {image: x, imagePullPolicy: Always}\n", score);
        StringAssert.Contains(findings, "the key 'imagePullPolicy' in 'services.srv-shop.other'", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("«environment»: 5", "'services.srv.environment': it must be a mapping or a list of 'NAME=VALUE', and this is a number.")]
    [DataRow("environment: {«A»: [x]}", "'services.srv.environment.A': it must be a string, and this is a list.")]
    [DataRow("«image»: {name: x}", "'services.srv.image': it must be a string, and this is a mapping.")]
    [DataRow("«ports»: 80", "'services.srv.ports': it must be a list, and this is a number.")]
    [DataRow("«expose»: 80", "'services.srv.expose': it must be a list, and this is a number.")]
    [DataRow("«healthcheck»: x", "'services.srv.healthcheck': it must be a mapping, and this is a string.")]
    public void ValueThatComposeCannotReadIsAnError(string marked, string words)
    {
        string findings = Provisioned.Finds(Outputs + "  services: |\n    srv:\n      " + marked + "\n");
        StringAssert.StartsWith(findings, "SCORE0342", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("{type: volume, source: v}", "it has no 'target'. Name the folder of the container.")]
    [DataRow("{type: tmpsf, target: /d}", "its type is 'tmpsf'. Make it bind, volume, tmpfs, image, cluster or npipe.")]
    [DataRow("{type: bind, target: /d}", "it has no 'source', and a mount of type 'bind' needs one.")]
    [DataRow("{source: '${V}', target: /d}", "it has no 'type'. Make it bind, volume, tmpfs, image, cluster or npipe.")]
    public void MountThatComposeWouldRefuseIsAnError(string mount, string words)
    {
        Translated result = Provisioned.Run(Outputs + "  services: |\n    srv:\n      image: x\n      volumes:\n        - " + mount + "\n");
        StringAssert.StartsWith(result.Findings, "SCORE0412", StringComparison.Ordinal);
        StringAssert.EndsWith(result.Findings, "'services.srv.volumes.0': " + words, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("{type: tmpfs, «source»: x, target: /d, tmpfs: {size: 1}}")]
    [DataRow("{«source»: x, target: /d, tmpfs: {size: 1}}")]
    public void SourceOfATmpfsIsLeftOutWithAWarning(string marked)
    {
        const string Before = Outputs + "  services: |\n    srv:\n      image: x\n      volumes:\n        - ";
        StringAssert.StartsWith(Provisioned.Finds(Before + marked + "\n"), "SCORE0413", StringComparison.Ordinal);
        Assert.AreEqual("""{"target":"/d","tmpfs":{"size":1},"type":"tmpfs"}""",
            Provisioned.Run(Before + Check.Strip(marked, out _) + "\n")["services.srv.volumes.0"]);
    }

    [TestMethod]
    [DataRow("{test: [CMD, x]}", "service_healthy")]
    [DataRow("{test: x}", "service_healthy")]
    [DataRow("{Test: [NONE]}", "service_started")]
    [DataRow("{disable: true}", "service_started")]
    [DataRow("{disable: 'true', test: [CMD, x]}", "service_started")]
    public void ServiceIsWaitedForAsItsCheckAllows(string healthcheck, string expected) =>
        Assert.AreEqual(expected,
            Provisioned.Run(Outputs + "  services: |\n    srv: {image: x, healthcheck: " + healthcheck +
                "}\n")["services.wait-for-resources.depends_on.srv.condition"]);

    [TestMethod]
    public void LabelInAListMarksAnInitService()
    {
        Translated result = Provisioned.Run(Outputs + "  services: |\n    srv: {image: x, labels: [dev.score.compose.labels.is-init-container=true]}\n");
        Assert.AreEqual("service_completed_successfully", result["services.wait-for-resources.depends_on.srv.condition"]);
    }

    [TestMethod]
    [DataRow("  outputs: |\n    host: h\n    «port»: .inf\n", "'port'")]
    [DataRow("  outputs: 'host: [1, {«a»: -.Inf}]'\n", "'host.1.a'")]
    [DataRow("  «state»: |\n    {{ \"a\" }}: .nan\n", "'a'")]
    [DataRow("  shared: |\n    «a»: .nan\n", "'a'")]
    [DataRow("  outputs: 'host: h'\n  services: |\n    srv: {image: x, «cpus»: .inf}\n", "'srv.cpus'")]
    public void NumberThatJsonCannotCarryIsRefused(string marked, string words)
    {
        string findings = Provisioned.Finds(marked);
        StringAssert.StartsWith(findings, "SCORE0343", StringComparison.Ordinal);
        StringAssert.Contains(findings, words, StringComparison.Ordinal);
    }
}
