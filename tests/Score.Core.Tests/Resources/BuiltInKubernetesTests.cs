using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Resources.Provisioners;
using Score.Core.Yaml;

namespace Score.Core.Tests.Resources;

/// <summary>The built-in provisioners for Kubernetes: which there are, and what each makes.</summary>
[TestClass]
public sealed class BuiltInKubernetesTests
{
    // With the image that both platforms run.
    private static readonly string[] Servers = [
        "amqp", "elasticsearch", "kafka-topic", "mongodb", "mssql", "mysql", "postgres", "postgres-instance", "redis", "s3"
    ];

    [TestMethod]
    public void EveryListedTypeHasAFileAndNoOther()
    {
        string[] embedded = typeof(BuiltInProvisioners).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("Kubernetes/BuiltIn/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        CollectionAssert.AreEqual(TestPlatforms.Kubernetes.BuiltIn.Types.Select(t => "Kubernetes/BuiltIn/" + t).ToArray(), embedded);

        BuiltInProvisioners builtIn = TestPlatforms.Kubernetes.BuiltIn;
        BuiltInProvisioners compose = TestPlatforms.Compose.BuiltIn;
        foreach (string type in TestPlatforms.Compose.BuiltIn.Types)
        {
            if (type == "volume") continue;
            Provisioner provisioner = builtIn.Find(type)!;
            Assert.AreEqual($"template://stock/{type} {type}", $"{provisioner.Uri.Text} {provisioner.Type}");
            foreach (Func<Provisioner, IEnumerable<YamlScalar>?> list in (Func<Provisioner, IEnumerable<YamlScalar>?>[])[p => p.SupportedParams,
                p => p.ExpectedOutputs])
            {
                CollectionAssert.AreEqual(list(compose.Find(type)!)!.Select(s => s.Text).ToArray(), list(provisioner)!.Select(s => s.Text).ToArray(), type);
            }
            Assert.IsTrue(((YamlScalar)provisioner.Entry["description"]!).Text.EndsWith('.'), type);
        }
    }

    [TestMethod]
    [DataRow("dns", "host=dns-shop-res.localhost")]
    [DataRow("redis", "host=redis-shop-res port=6379 username=default password=redis-shop-res/password")]
    [DataRow("postgres", "host=postgres-server-project port=5432 name=postgres_shop_res database=postgres_shop_res username=postgres_shop_res " +
        "password=postgres-shop-res/password")]
    [DataRow("postgres-instance", "host=postgres-instance-shop-res port=5432 username=postgres password=postgres-instance-shop-res/password")]
    [DataRow("mysql",
        "host=mysql-server-project port=3306 name=mysql_shop_res database=mysql_shop_res username=mysql_shop_res password=mysql-shop-res/password")]
    [DataRow("mongodb", "host=mongodb-shop-res port=27017 username=mongo password=mongodb-shop-res/password connection=mongodb-shop-res/connection")]
    [DataRow("mssql", "server=mssql-server-project port=1433 connection=mssql-shop-res/connection database=mssql_shop_res username=mssql_shop_res " +
        "password=mssql-shop-res/password")]
    [DataRow("amqp", "host=rabbitmq-server-project port=5672 vhost=amqp-shop-res username=amqp-shop-res password=amqp-shop-res/password")]
    [DataRow("kafka-topic", "host=kafka-server-project port=9092 name=kafka-topic-shop-res num_partitions=3")]
    [DataRow("s3", "bucket=s3-shop-res secret_key=s3-shop-res/secret-key endpoint=http://minio-server-project:9000 region=us-east-1 " +
        "aws_secret_key=s3-shop-res/secret-key")]
    [DataRow("elasticsearch", "host=elasticsearch-shop-res port=9200 username=elastic password=elasticsearch-shop-res/password")]
    public void TypeHasItsOutputs(string type, string outputs)
    {
        string[] expected = outputs.Split(' ');
        BuiltInManifests project = BuiltInManifests.Run(type, $"res: {{type: {type}}}", expected.Select(o => "res." + o.Split('=')[0]).ToArray());
        Assert.AreEqual("", project.Findings);
        foreach (string output in expected) Assert.AreEqual(output, $"{output.Split('=')[0]}={project.Variable("res." + output.Split('=')[0])}");
        Assert.HasCount(0, project.Project.External);
    }

    [TestMethod]
    public void HalvesOfAnAccessKeyHaveTwoNames()
    {
        BuiltInManifests project = BuiltInManifests.Run("s3-names", "res: {type: s3}", "res.access_key_id", "res.aws_access_key_id");
        Assert.AreEqual(20, project.Variable("res.access_key_id").Length);
        Assert.AreEqual(project.Variable("res.access_key_id"), project.Variable("res.aws_access_key_id"));
        Assert.AreEqual(project["Secret/s3-shop-res", "stringData.access-key-id"], project.Variable("res.access_key_id"));
    }

    [TestMethod]
    [DataRow("redis", "Secret/NAME Service/NAME StatefulSet/NAME")]
    [DataRow("mongodb", "Secret/NAME Service/NAME StatefulSet/NAME")]
    [DataRow("elasticsearch", "Secret/NAME Service/NAME StatefulSet/NAME")]
    [DataRow("postgres-instance", "Secret/NAME Service/NAME StatefulSet/NAME")]
    [DataRow("postgres",
        "Secret/postgres-server-project.administrator Service/postgres-server-project StatefulSet/postgres-server-project Secret/NAME Job/NAME-HASH")]
    [DataRow("mysql", "Secret/mysql-server-project.administrator Service/mysql-server-project StatefulSet/mysql-server-project Secret/NAME Job/NAME-HASH")]
    [DataRow("mssql", "Secret/mssql-server-project.administrator Service/mssql-server-project StatefulSet/mssql-server-project Secret/NAME Job/NAME-HASH")]
    [DataRow("amqp",
        "Secret/rabbitmq-server-project.administrator Service/rabbitmq-server-project StatefulSet/rabbitmq-server-project Secret/NAME Job/NAME-HASH")]
    [DataRow("kafka-topic", "Service/kafka-server-project StatefulSet/kafka-server-project Job/NAME-HASH")]
    [DataRow("s3", "Secret/minio-server-project.administrator Service/minio-server-project StatefulSet/minio-server-project Secret/NAME Job/NAME-HASH")]
    public void TypeMakesTheseObjects(string type, string objects)
    {
        foreach (string id in (string[])["shop.res", new string('a', 60)])
        {
            BuiltInManifests project = BuiltInManifests.Run(type, $"res: {{type: {type}, id: {id}}}");
            Assert.AreEqual("", project.Findings);
            string name = project.OfResources.Select(m => BuiltInManifests.Text(m, "metadata.labels.app!kubernetes!io/instance")).Last();
            string made = project.Objects;
            if (objects.Contains("HASH", StringComparison.Ordinal)) made = made[..^8] + "HASH";
            Assert.AreEqual(objects.Replace("NAME", name, StringComparison.Ordinal), made);
            foreach (YamlMapping manifest in project.OfResources) Assert.IsLessThanOrEqualTo(63, BuiltInManifests.Text(manifest, "metadata.name").Length);
        }
    }

    [TestMethod]
    public void PasswordsAreInSecretsOnly()
    {
        BuiltInManifests project = All();
        Assert.AreEqual("", project.Findings);
        string others = BuiltInManifests.Write(project.Project.Manifests.Where(m => BuiltInManifests.Text(m, "kind") != "Secret"));
        Assert.HasCount(14, project.Passwords);
        foreach (string password in project.Passwords)
        {
            Assert.IsGreaterThanOrEqualTo(16, password.Length);
            Assert.DoesNotContain(password, others);
        }

        CollectionAssert.AllItemsAreUnique(project.Passwords.ToList());
    }

    [TestMethod]
    public void SameInputsGiveTheSameBytesAndAnotherSeedOtherPasswords()
    {
        BuiltInManifests project = All();
        Assert.AreEqual(project.Yaml, All().Yaml);
        IReadOnlyList<string> others = All(seed: 2).Passwords;
        foreach (string password in project.Passwords) CollectionAssert.DoesNotContain(others.ToList(), password);
    }

    [TestMethod]
    public void EveryServerIsTheImageOfComposeAndKeepsToTheStandardRestricted()
    {
        BuiltInManifests project = All();
        HashSet<string> images = new(StringComparer.Ordinal);
        foreach (string type in Servers)
        {
            string compose = BuiltInSample.Run($"res: {{type: {type}}}").Yaml;
            foreach (string line in compose.Split('\n').Where(l => l.StartsWith("    image: ", StringComparison.Ordinal)))
                images.Add(line["    image: ".Length..]);
        }

        int pods = 0;
        foreach (YamlMapping manifest in project.OfResources)
        {
            if (BuiltInManifests.Node(manifest, "spec.template.spec") is not YamlMapping pod) continue;
            pods++;
            string id = BuiltInManifests.Id(manifest);
            Assert.Contains(BuiltInManifests.Text(pod, "containers.0.image"), images, id);
            Assert.AreEqual("true RuntimeDefault false", $"{BuiltInManifests.Text(pod, "securityContext.runAsNonRoot")} " +
                $"{BuiltInManifests.Text(pod, "securityContext.seccompProfile.type")} {BuiltInManifests.Text(pod, "automountServiceAccountToken")}", id);
            Assert.AreNotEqual("0", BuiltInManifests.Text(pod, "securityContext.runAsUser"), id);
            Assert.AreEqual("""false ["ALL"]""", $"{BuiltInManifests.Text(pod, "containers.0.securityContext.allowPrivilegeEscalation")} " +
                $"{BuiltInManifests.Text(pod, "containers.0.securityContext.capabilities.drop")}", id);
            Assert.AreNotEqual("", BuiltInManifests.Text(pod, "containers.0.resources.requests.memory"), id);
            if (!id.StartsWith("StatefulSet/", StringComparison.Ordinal)) continue;
            Assert.AreNotEqual("", BuiltInManifests.Text(pod, "containers.0.readinessProbe"), id);
            Assert.AreNotEqual("", BuiltInManifests.Text(manifest, "spec.volumeClaimTemplates.0.spec.resources.requests.storage"), id);
        }

        Assert.AreEqual(16, pods);
    }

    [TestMethod]
    [DataRow("postgres", "postgres-server-project")]
    [DataRow("mysql", "mysql-server-project")]
    [DataRow("mssql", "mssql-server-project")]
    [DataRow("amqp", "rabbitmq-server-project")]
    [DataRow("kafka-topic", "kafka-server-project")]
    [DataRow("s3", "minio-server-project")]
    public void TwoResourcesShareAServer(string type, string server)
    {
        BuiltInManifests one = BuiltInManifests.Run(type, $"two: {{type: {type}}}");
        BuiltInManifests both = BuiltInManifests.Run(type, $"one: {{type: {type}}}\ntwo: {{type: {type}}}");
        Assert.AreEqual("", both.Findings);
        Assert.AreEqual($"StatefulSet/{server}", both.Only("StatefulSet"));
        Assert.AreEqual(2, both.OfResources.Count(m => BuiltInManifests.Text(m, "kind") == "Job"));

        // What the server is does not change with the resources that there are, nor does what another resource has.
        foreach (YamlMapping manifest in one.OfResources)
            Assert.AreEqual(CanonicalJson.Write(manifest), CanonicalJson.Write(both.Object(BuiltInManifests.Id(manifest))));
    }

    [TestMethod]
    public void ServersOfTwoProjectsDoNotMeetInOneNamespace()
    {
        string Server(string project) =>
            BuiltInManifests.Translate("project", [BuiltInSample.Score("shop", "res: {type: postgres}")], project: project).Only("StatefulSet");
        Assert.AreEqual("StatefulSet/postgres-server-shop", Server("shop"));
        Assert.AreNotEqual(Server("my-shop"), Server("my_shop"));
        Assert.AreNotEqual(Server(new string('a', 40) + "b"), Server(new string('a', 40) + "c"));
        Assert.IsLessThanOrEqualTo(52, Server(new string('a', 80)).Length - "StatefulSet/".Length);
    }

    [TestMethod]
    [DataRow("postgres")]
    [DataRow("mysql")]
    [DataRow("mssql")]
    [DataRow("amqp")]
    [DataRow("s3")]
    public void NameOfAJobTellsNothingOfAPassword(string type)
    {
        string Job(byte seed) => BuiltInManifests.Translate("job", [BuiltInSample.Score("shop", $"res: {{type: {type}}}")], seed: seed).Only("Job");
        Assert.AreEqual(Job(1), Job(2));
    }

    [TestMethod]
    public void ResourceThatIsCalledLikeAServerHasASecretOfItsOwn()
    {
        BuiltInManifests project = BuiltInManifests.Run("called-like-the-server", "res: {type: postgres, id: server-project}", "res.password");
        Assert.AreEqual("postgres-server-project/password", project.Variable("res.password"));
        Assert.AreNotEqual(project["Secret/postgres-server-project", "stringData.password"],
            project["Secret/postgres-server-project.administrator", "stringData.password"]);

        // Nor do its pods take part in the server's Service.
        Assert.AreEqual("server setup", $"{project["Service/postgres-server-project", "spec.selector.app!kubernetes!io/component"]} " +
            $"{project[project.Only("Job"), "spec.template.metadata.labels.app!kubernetes!io/component"]}");
    }

    [TestMethod]
    public void WorkloadDoesNotReplaceAServer()
    {
        string[] scores = [BuiltInSample.Score("redis-main", "cache: {type: redis, id: main}")];
        StringAssert.StartsWith(
            BuiltInManifests.Translate("", scores).Findings,
            "SCORE0545 (3,9)-(3,19): The Service 'redis-main' of workload 'redis-main' would take the place of one that the resource 'redis.default#main' " +
            "needs. Rename the workload.",
            StringComparison.Ordinal);

        // A provisioner of the user may do so, whether it comes before or after.
        string own = "- uri: template://test/own\n  type: TYPE\n  manifests: |\n    - {apiVersion: v1, kind: Secret, metadata: {name: redis-main}, " +
            "stringData: {password: from-us, redis.conf: requirepass from-us}}\n";
        foreach (string type in (string[])["a-own", "z-own"])
        {
            BuiltInManifests replaced = BuiltInManifests.Translate(
                "replaced",
                [BuiltInSample.Score("shop", $"cache: {{type: redis, id: main}}\nown: {{type: {type}}}")],
                provisioners: own.Replace("TYPE", type, StringComparison.Ordinal));
            Assert.AreEqual("", replaced.Findings);
            Assert.AreEqual("from-us", replaced["Secret/redis-main", "stringData.password"]);
        }
    }

    [TestMethod]
    public void ConnectionStringRefersToTheSecret()
    {
        BuiltInManifests project = BuiltInManifests.Translate("connection", ["apiVersion: score.dev/v1b1\nmetadata: {name: shop}\n" +
            "containers: {web: {image: x, variables: {DB: 'Host=${resources.db.host};Password=${resources.db.password}', MONGO: " +
            "'${resources.doc.connection}'}}}\nresources: {db: {type: postgres}, doc: {type: mongodb}}\n"]);
        Assert.AreEqual("", project.Findings);
        string helper = project["Deployment/shop", "spec.template.spec.containers.0.env.0.name"];
        StringAssert.StartsWith(helper, "__ref_", StringComparison.Ordinal);
        Assert.AreEqual($"Host=postgres-server-project;Password=$({helper})", project.Variable("DB"));
        Assert.AreEqual("postgres-shop-db/password mongodb-shop-doc/connection", $"{project.Variable(helper)} {project.Variable("MONGO")}");
        Assert.AreEqual($"mongodb://mongo:{project["Secret/mongodb-shop-doc", "stringData.password"]}@mongodb-shop-doc:27017/",
            project["Secret/mongodb-shop-doc", "stringData.connection"]);
    }

    [TestMethod]
    [DataRow("postgres", "database: db-AbC, username: user-x, password: abc", "database=db-AbC username=user-x password=abc")]
    [DataRow("mysql", "database: db-AbC, username: user-x, password: abc", "database=db-AbC username=user-x password=abc")]
    [DataRow("redis", "password: abc", "password=abc")]
    [DataRow("mssql", "username: sa, password: abcDEF123", "username=mssql_shop_res password=abcDEF123")]
    public void KeptValuesStay(string type, string state, string kept)
    {
        BuiltInManifests project = BuiltInManifests.Translate("kept", [BuiltInSample.Score("shop", $"res: {{type: {type}}}")],
            state: $"resources: {{'{type}.default#shop.res': {{state: {{{state}}}}}}}\n");
        Assert.AreEqual("", project.Findings);
        foreach (string value in kept.Split(' '))
            Assert.AreEqual(value, $"{value.Split('=')[0]}={project[$"Secret/{type}-shop-res", "stringData." + value.Split('=')[0]]}");
    }

    [TestMethod]
    [DataRow("postgres", "database")]
    [DataRow("redis", "password")]
    [DataRow("kafka-topic", "topic")]
    [DataRow("s3", "bucket")]
    public void KeptValueThatNoScriptTakesIsRefused(string type, string key)
    {
        string findings = BuiltInManifests.Translate("", [BuiltInSample.Score("shop", $"res: {{type: {type}}}")],
            state: $"resources: {{'{type}.default#shop.res': {{state: {{{key}: '$x;'}}}}}}\n").Findings;
        StringAssert.Contains(findings, "the kept state has a value with characters other than letters, digits, '.', '_' and '-'.", StringComparison.Ordinal);
    }

    [TestMethod]
    public void PasswordsOfSqlServerHaveWhatItAsksFor()
    {
        foreach (string password in BuiltInManifests.Run("mssql", "res: {type: mssql}").Passwords)
            Assert.IsTrue(password.Any(char.IsUpper) && password.Any(char.IsLower) && password.Any(char.IsDigit), password);
    }

    [TestMethod]
    public void UnderscoreInAGrantIsNoWildcard() =>
        Assert.AreEqual(@"mysql\_shop\_res", BuiltInManifests.Run("mysql", "res: {type: mysql}")["Secret/mysql-shop-res", "stringData.database-pattern"]);

    [TestMethod]
    public void ScriptsHaveNothingThatKubernetesReplaces()
    {
        BuiltInManifests project = All();
        int scripts = 0;
        foreach (YamlMapping manifest in project.OfResources.Where(m => BuiltInManifests.Text(m, "kind") == "Job"))
        {
            scripts++;
            Assert.DoesNotContain("$(", BuiltInManifests.Text(manifest, "spec.template.spec.containers.0.args.0"), BuiltInManifests.Id(manifest));
        }

        Assert.AreEqual(6, scripts);
    }

    [TestMethod]
    public void ServiceIsTheWorkloadsService()
    {
        string named = BuiltInSample.Score("api", "host: {type: dns}").Replace("name: api", "name: api\n  annotations: {k8s.score.dev/service-name: backend}",
            StringComparison.Ordinal);
        BuiltInManifests project = BuiltInManifests.Translate("service", [BuiltInSample.Score("shop", "api: {type: service}", "api.name"), named]);
        Assert.AreEqual("", project.Findings);
        Assert.AreEqual("backend", project.Variable("api.name"));
        StringAssert.Contains(BuiltInManifests.Run("", "nobody: {type: service}").Findings, "the build has no workload 'nobody'", StringComparison.Ordinal);
    }

    [TestMethod]
    public void VolumeLivesAsLongAsThePod()
    {
        BuiltInManifests project = BuiltInManifests.Translate("volume",
            ["apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers: {web: {image: x, volumes: {/data: {source: '${resources.data}'}}}}\n" +
                "resources: {data: {type: volume}}\n"]);
        Assert.AreEqual("", project.Findings + project.Objects);
        Assert.AreEqual("{}", project["Deployment/shop", "spec.template.spec.volumes.0.emptyDir"]);
    }

    [TestMethod]
    public void ParamIsNotKnown() =>
        StringAssert.Contains(BuiltInManifests.Run("", "res: {type: redis, params: {siz: 2}}").Findings, "'template://stock/redis'", StringComparison.Ordinal);

    private static BuiltInManifests All(byte seed = 1) =>
        BuiltInManifests.Translate("all", [BuiltInSample.Score("shop", string.Join("\n", Servers.Select(t => $"{t}-r: {{type: {t}}}")))], seed: seed);
}
