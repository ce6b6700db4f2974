using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;

namespace Score.Core.Tests.Specification;

/// <summary>Mistakes that public score files have: one finding for each, at its place, with what to do.</summary>
[TestClass]
public sealed class CommonMistakeTests
{
    [TestMethod]
    [DataRow("containers:\n  «image»: nginx\n  variables: {A: b}\n", "SCORE0117", "Write a line such as 'web:' above 'image'")]
    [DataRow("containers: {web: {image: x}}\nservice:\n  ports:\n    «port»: 80\n    targetPort: 8080\n", "SCORE0117", "'http:'")]
    [DataRow("containers: {web: {image: x}}\nresources:\n  «type»: postgres\n  params: {}\n", "SCORE0117", "'db:'")]
    [DataRow("containers: {web: {image: x, files: {«content»: a, mode: '0644'}}}\n", "SCORE0117", "'/etc/app.conf:'")]
    [DataRow("containers: {web: {image: x, volumes: {«source»: a, readOnly: true}}}\n", "SCORE0117", "'/data:'")]
    [DataRow("containers:\n  «web»:\n  image: nginx\n  variables: {A: b}\n", "SCORE0118", "Indent 'image', 'variables'.")]
    [DataRow("«containers»:\nweb: {image: nginx}\n", "SCORE0118", "Indent 'web'.")]
    [DataRow("containers:\n  web:\n    image: nginx\n    «variables»:\n    LOG_LEVEL: debug\n", "SCORE0118", "Indent 'LOG_LEVEL'.")]
    [DataRow("containers:\n  web:\n    image: x\n    livenessProbe:\n      «httpGet»:\n      path: /\n      port: 80\n", "SCORE0118", "Indent 'path', 'port'.")]
    public void LinesOfOneLevelTooHighAreOneMistake(string rest, string code, string words) => Check.Finds(Check.Head + rest, code, words);

    [TestMethod]
    public void MetadataThatIsNotIndentedIsOneMistake() =>
        Check.Finds("apiVersion: score.dev/v1b1\n«metadata»:\nname: shop\ncontainers: {web: {image: x}}\n", "SCORE0118", "Indent 'name'.");

    [TestMethod]
    [DataRow("«container»: {web: {image: x}}\n", "Did you mean 'containers'?")]
    [DataRow("«workload»: {containers: {web: {image: x}}}\n", "stand at the top level")]
    [DataRow("«Containers»: {web: {image: x}}\n", "Did you mean 'containers'?")]
    [DataRow("containers: {web: {«build»: .}}\n", "Set 'image: .'")]
    [DataRow("containers: {web: {«Image»: x}}\n", "Did you mean 'image'?")]
    [DataRow("containers: {web: {image: x, livenessProbe: {«tcpSocket»: {port: 80}}}}\n", "Score probes by 'httpGet' or 'exec'.")]
    [DataRow("containers: {web: {image: x, files: {/a: {«contents»: x}}}}\n", "Did you mean 'content'?")]
    [DataRow("containers: {web: {image: x, «replicas»: 2}}\n", "'k8s.score.dev/replicas'")]
    [DataRow("containers: {web: {image: x, «securityContext»: {}}}\n", "ScorePatch")]
    [DataRow("containers: {web: {image: x, resources: {«memory»: 1Gi}}}\n", "under 'limits' or 'requests'")]
    [DataRow("containers: {web: {image: x, variables: {A: '${resources.db.host}'}}}\n«resource»: {db: {type: postgres}}\n", "Did you mean 'resources'?")]
    [DataRow("containers: {web: {image: x, volumes: {data: {source: a, «target»: /data}}}}\n", "The path in the container is the key")]
    public void KeyThatStandsForAnotherIsTheOnlyFinding(string rest, string words) => Check.Finds(Check.Head + rest, "SCORE0101", words);

    [TestMethod]
    [DataRow("«containers»:\n  - name: web\n    image: x\n", "such as 'web:'")]
    [DataRow("containers: {web: «\"nginx:1\"»}\n", "Write 'image: nginx:1' on a line below it.")]
    [DataRow("containers: {web: {image: x}}\nservice: {«ports»: [{port: 80}]}\n", "Give each port a name")]
    [DataRow("containers: {web: {image: x}}\nservice: {«ports»: ['8080:80']}\n", "'http: {port: 8080, targetPort: 80}'")]
    [DataRow("containers: {web: {image: x}}\nservice: {ports: {http: «8080»}}\n", "Write '{port: 8080}'.")]
    [DataRow("containers: {web: {image: x}}\nservice: {ports: {http: «'8080:80/tcp'»}}\n", "Write '{port: 8080, targetPort: 80}'.")]
    [DataRow("containers: {web: {image: x, «variables»: [A=b]}}\n", "Write 'NAME: VALUE' lines without dashes.")]
    [DataRow("containers: {web: {image: x, variables: «A=b»}}\n", "Write 'A: b', with a space after the colon.")]
    [DataRow("containers: {web: {image: x, variables: {«A»: {valueFrom: {}}}}}\n", "'${resources.NAME.OUTPUT}'")]
    [DataRow("containers: {web: {image: x, command: «dotnet Shop.dll»}}\n", "Write ['dotnet', 'Shop.dll'].")]
    [DataRow("containers: {web: {image: x, command: «'a && b'»}}\n", "[/bin/sh, -c, ...]")]
    [DataRow("containers: {web: {image: x, readinessProbe: {httpGet: {path: /, port: «http»}}}}\n", "Write the number")]
    [DataRow("containers: {web: {image: x, readinessProbe: {«exec»: [a, b]}}}\n", "Write 'command:'")]
    [DataRow("containers: {web: {image: x, readinessProbe: {httpGet: {path: /, port: 80, «httpHeaders»: {A: b}}}}}\n", "'- {name: NAME, value: VALUE}'")]
    [DataRow("containers: {web: {image: x, files: {/a: «text»}}}\n", "under 'content'")]
    [DataRow("containers: {web: {image: x, volumes: {/a: «./data»}}}\n", "'source: ${resources.NAME}'")]
    [DataRow("containers: {web: {image: x}, init: {image: y, «before»: [web]}}\n", "'web: {ready: started}'")]
    [DataRow("containers: {web: {image: x, variables: {A: '${resources.db.host}'}}}\nresources: {db: «postgres»}\n", "'type: postgres'")]
    [DataRow("containers: {web: {image: x, variables: {A: '${resources.db.host}'}}}\n«resources»: [{name: db, type: postgres}]\n", "such as 'db:'")]
    public void ValueInAnotherFormGetsTheRightOne(string rest, string words) => Check.Finds(Check.Head + rest, "SCORE0103", words);

    [TestMethod]
    [DataRow("resources: {db: {type: «azure.storage-account»}}", "Try 'azure-storage-account'.")]
    [DataRow("resources: {db: {type: «postgres_db»}}", "Try 'postgres-db'.")]
    [DataRow("resources: {db: {type: «aws/s3»}}", "Try 'aws-s3'.")]
    [DataRow("resources: {db: {type: «post gres»}}", "Try 'post-gres'.")]
    [DataRow("resources: {db: {type: ab, class: «ha.big»}}", "Try 'ha-big'.")]
    [DataRow("resources: {db: {type: ab, id: «My_Db»}}", "Try 'my-db'.")]
    public void NameInAWrongFormatGetsTheNextOne(string line, string words) => Check.Finds($"{Check.Container}{line}\n", "SCORE0107", words);

    [TestMethod]
    [DataRow("memory: «512MB»", "Try '512M'.")]
    [DataRow("memory: «512m»", "Try '512Mi'.")]
    [DataRow("memory: «1 GiB»", "Try '1Gi'.")]
    [DataRow("cpu: «'0.5 cores'»", "Try '0.5'.")]
    public void AmountOfAnotherToolGetsTheRightOne(string line, string words) =>
        Check.Finds($"{Check.Container}    resources: {{limits: {{{line}}}}}\n", "SCORE0107", words);

    [TestMethod]
    [DataRow("containers: {web: {image: x, variables: {H: «${»resources.dns.host}}}}\n", "SCORE0006", "must stand in quotes")]
    [DataRow("containers:\n  web:\n    image: x\n    variables:\n      H: {«{ foo }»}\n", "SCORE0010", "put it in quotes")]
    [DataRow("containers:\n  web:\n    image: x\n    variables:\n      H: «*.example.com»\n", "SCORE0011", "put the text in quotes")]
    [DataRow("«»<<<<<<< HEAD\ncontainers: {web: {image: x}}\n=======\n", "SCORE0006", "merge conflict")]
    [DataRow("containers: {«1»: {image: x}}\n", "SCORE0009", "keys are strings")]
    public void SignsOfYamlInATextAreOneMistake(string rest, string code, string words) => Check.Finds(Check.Head + rest, code, words);

    [TestMethod]
    public void PlaceholderInANameSaysThatNothingIsReplaced() =>
        Check.Finds("apiVersion: score.dev/v1b1\nmetadata: {name: «\"${APP}\"»}\ncontainers: {web: {image: x}}\n", "SCORE0108", "Nothing is replaced in names");

    [TestMethod]
    public void ManyLinesThatAreNotIndentedTakeNoLongerThanOthers()
    {
        string text = Check.Head + "containers:\n  web: {image: x}\nresources:\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"  a{i}:\n"));
        IReadOnlyList<Diagnostic> findings = Check.Findings(text);
        Assert.HasCount(101, findings);
        Assert.IsTrue(findings.Take(100).All(f => f.Descriptor == DiagnosticDescriptors.NullValue || f.Descriptor == DiagnosticDescriptors.TooManyFindings),
            Check.Show(findings.Take(3)));
    }
}
