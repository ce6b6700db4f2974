using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Specification;

/// <summary>Unknown keys get the hint that helps with the mistakes that public score files make.</summary>
[TestClass]
public sealed class UnknownKeyTests
{
    private const string Resource = Check.Container + "resources:\n  db:\n    type: postgres\n";

    [TestMethod]
    [DataRow("«imge»: x", "image")]
    [DataRow("«comand»: [x]", "command")]
    [DataRow("«argss»: [x]", "args")]
    [DataRow("«Variables»: {}", "variables")]
    [DataRow("«livenessprobe»: {}", "livenessProbe")]
    [DataRow("«readiness_probe»: {}", "readinessProbe")]
    [DataRow("«resource»: {}", "resources")]
    [DataRow("«volume»: {}", "volumes")]
    [DataRow("«befor»: {}", "before")]
    public void MisspeltKeyOfAContainerNamesTheRightOne(string line, string meant) =>
        Check.Finds($"{Check.Container}    {line}\n", "SCORE0101", "containers.web", $"Did you mean '{meant}'?");

    [TestMethod]
    [DataRow("«env»: {A: b}", "Use 'variables'")]
    [DataRow("«environment»: {A: b}", "Use 'variables'")]
    [DataRow("«envFrom»: []", "Use 'variables'")]
    [DataRow("«ports»: [80]", "service.ports")]
    [DataRow("«port»: 80", "service.ports")]
    [DataRow("«expose»: [80]", "service.ports")]
    [DataRow("«entrypoint»: [a]", "Use 'command'")]
    [DataRow("«cmd»: [a]", "Use 'args'")]
    [DataRow("«healthcheck»: {}", "livenessProbe")]
    [DataRow("«startupProbe»: {}", "readinessProbe")]
    [DataRow("«depends_on»: [db]", "Use 'before'")]
    [DataRow("«volumeMounts»: []", "Use 'volumes'")]
    [DataRow("«build»: .", "image: .")]
    [DataRow("«name»: web", "under 'containers'")]
    [DataRow("«limits»: {}", "under 'resources'")]
    public void KeyOfAnotherToolInAContainerNamesScoresOwn(string line, string hint) =>
        Check.Finds($"{Check.Container}    {line}\n", "SCORE0101", hint);

    [TestMethod]
    [DataRow("initialDelaySeconds")]
    [DataRow("periodSeconds")]
    [DataRow("timeoutSeconds")]
    [DataRow("successThreshold")]
    [DataRow("failureThreshold")]
    public void TimingOfAKubernetesProbeIsToBeRemoved(string key) => Check.Finds(
        $"{Check.Container}    livenessProbe:\n      «{key}»: 3\n      httpGet: {{path: /, port: 80}}\n",
        "SCORE0101",
        key,
        "containers.web.livenessProbe",
        "no probe timings",
        "Remove the key");

    [TestMethod]
    public void PathBesideHttpGetBelongsUnderIt() => Check.Finds(
        Check.Container + "    livenessProbe:\n      «path»: /\n      «port»: 80\n",
        new Expected("SCORE0101", "Put it under 'httpGet'"),
        new Expected("SCORE0101", "Put it under 'httpGet'"));

    [TestMethod]
    [DataRow("«properties»: {host: {}}", "older form")]
    [DataRow("«parameters»: {}", "Use 'params'")]
    [DataRow("«annotations»: {}", "under 'metadata'")]
    [DataRow("«outputs»: {}", "provisioner decides")]
    [DataRow("«param»: {}", "Did you mean 'params'?")]
    [DataRow("«zzzzzz»: 1", "Known keys: class, id, metadata, params, type.")]
    public void KeyOfAResourceGetsItsHint(string line, string hint) => Check.Finds($"{Resource}    {line}\n", "SCORE0101", "resources.db", hint);

    [TestMethod]
    [DataRow("«name»: shop", "under 'metadata'")]
    [DataRow("«ports»: {}", "under 'service'")]
    [DataRow("«image»: nginx", "containers.NAME")]
    [DataRow("«container»: {}", "Did you mean 'containers'?")]
    [DataRow("«Resources»: {}", "Did you mean 'resources'?")]
    [DataRow("«version»: 3", "remove it")]
    public void KeyAtTheTopGetsItsHint(string line, string hint) => Check.Finds(Check.Container + line + "\n", "SCORE0101", "the workload", hint);

    [TestMethod]
    public void KindInAScoreFileIsToBeRemoved() => Check.Finds("«kind»: Workload\n" + Check.Container, "SCORE0101", "no 'kind'; remove it");

    [TestMethod]
    [DataRow("«target»: /a", "remove 'target'")]
    [DataRow("«contents»: x", "Did you mean 'content'?")]
    [DataRow("«path»: /a", "named by 'source'")]
    public void KeyOfAFileGetsItsHint(string line, string hint) =>
        Check.Finds($"{Check.Container}    files:\n      /etc/a.conf:\n        content: x\n        {line}\n", "SCORE0101",
            "containers.web.files['/etc/a.conf']", hint);

    [TestMethod]
    [DataRow("«target»: /a", "remove 'target'")]
    [DataRow("«mountPath»: /a", "key of this mapping")]
    [DataRow("«read_only»: true", "Use 'readOnly'")]
    [DataRow("«subPath»: a", "Use 'path'")]
    public void KeyOfAVolumeGetsItsHint(string line, string hint) =>
        Check.Finds($"{Check.Container}    volumes:\n      /data:\n        source: data\n        {line}\n", "SCORE0101", hint);

    [TestMethod]
    [DataRow("«containerPort»: 80", "Use 'targetPort'")]
    [DataRow("«nodePort»: 80", "does not publish")]
    [DataRow("«name»: web", "under 'ports'")]
    [DataRow("«target_port»: 1", "Did you mean 'targetPort'?")]
    public void KeyOfAPortGetsItsHint(string line, string hint) =>
        Check.Finds($"{Check.Container}service:\n  ports:\n    www:\n      port: 80\n      {line}\n", "SCORE0101", "service.ports.www", hint);

    [TestMethod]
    [DataRow("«headers»: []", "Use 'httpHeaders'")]
    [DataRow("«url»: x", "Use 'path' and 'port'")]
    public void KeyOfAnHttpProbeGetsItsHint(string line, string hint) =>
        Check.Finds($"{Check.Container}    readinessProbe:\n      httpGet:\n        path: /\n        port: 80\n        {line}\n", "SCORE0101", hint);

    [TestMethod]
    public void MetadataAndParamsTakeAnyKey() => Check.FindsNothing(
        "apiVersion: score.dev/v1b1\nmetadata: {name: shop, anything: {goes: [here]}}\ncontainers: {web: {image: x}}\n"
        + "resources: {db: {type: a-b, params: {any: 1}, metadata: {other: 2}}}\n");

    [TestMethod]
    public void EveryUnknownKeyOfAFileIsReportedOnce() => Check.Finds(
        Check.Head + "«conteiners»: {}\n«extra»: 1\ncontainers:\n  web:\n    image: nginx\n    «env»: {}\n    «ports»: []\n",
        new Expected("SCORE0101", "'conteiners'"),
        new Expected("SCORE0101", "'extra'"),
        new Expected("SCORE0101", "'env'"),
        new Expected("SCORE0101", "'ports'"));

    [TestMethod]
    public void FindingBehindAliasesIsReportedOnce() => Check.Finds(
        Check.Head + "containers:\n  web: &c\n    image: nginx\n    «env»: {}\n  job: *c\n  more: *c\n",
        "SCORE0101",
        "'env'");

    [TestMethod]
    public void FindingBehindAMergeKeyIsReportedOnce() => Check.Finds(
        Check.Head + "containers:\n  web: &c\n    image: nginx\n    «env»: {}\n  job:\n    <<: *c\n    image: other\n",
        "SCORE0101",
        "'env'");
}
