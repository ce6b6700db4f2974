using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Resources;
using Score.Core.Resources.Provisioners;
using Score.Core.Tests.Compose;
using Score.Core.Yaml;

namespace Score.Core.Tests.Resources;

/// <summary>The built-in provisioners: which there are, and what each makes.</summary>
[TestClass]
public sealed class BuiltInProvisionerTests
{
    [TestMethod]
    public void EveryListedTypeHasAFileAndNoOther()
    {
        string[] embedded = typeof(BuiltInProvisioners).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("Compose/BuiltIn/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        CollectionAssert.AreEqual(TestPlatforms.Compose.BuiltIn.Types.Select(t => "Compose/BuiltIn/" + t).ToArray(), embedded);

        BuiltInProvisioners builtIn = TestPlatforms.Compose.BuiltIn;
        foreach (string type in TestPlatforms.Compose.BuiltIn.Types)
        {
            Provisioner provisioner = builtIn.Find(type)!;
            Assert.AreEqual($"template://stock/{type} {type}", $"{provisioner.Uri.Text} {provisioner.Type}");
            Assert.IsNotNull(provisioner.SupportedParams, type);
            Assert.IsNotNull(provisioner.ExpectedOutputs, type);
            Assert.IsTrue(((YamlScalar)provisioner.Entry["description"]!).Text.EndsWith('.'), type);
            Assert.AreSame(provisioner, builtIn.Find(type));
        }
    }

    [TestMethod]
    [DataRow("volume", "type source")]
    [DataRow("dns", "host")]
    [DataRow("redis", "host port username password")]
    [DataRow("postgres", "host port name database username password")]
    [DataRow("postgres-instance", "host port username password")]
    [DataRow("mysql", "host port name database username password")]
    [DataRow("mongodb", "host port username password connection")]
    [DataRow("mssql", "server port connection database username password")]
    [DataRow("amqp", "host port vhost username password")]
    [DataRow("kafka-topic", "host port name num_partitions")]
    [DataRow("s3", "bucket access_key_id secret_key endpoint region aws_access_key_id aws_secret_key")]
    [DataRow("elasticsearch", "host port username password")]
    public void TypeHasItsOutputs(string type, string outputs)
    {
        string[] keys = outputs.Split(' ').Select(o => "res." + o).ToArray();
        Translated project = BuiltInSample.Run($"res: {{type: {type}}}", keys);
        Assert.AreEqual("", project.Findings);
        foreach (string key in keys) Assert.AreNotEqual("", project.Variable(key), key);
        CollectionAssert.AreEqual(outputs.Split(' '), TestPlatforms.Compose.BuiltIn.Find(type)!.ExpectedOutputs!.Select(o => o.Text).ToArray());
    }

    [TestMethod]
    [DataRow("8.14.0", "1073741824", "8.14.0", "1073741824", "1073741824")]
    [DataRow("9.2.0-SNAPSHOT", "2G", "9.2.0-SNAPSHOT", "2g", "2Gi")]
    [DataRow("8.14.0", "512mb", "8.14.0", "512m", "512Mi")]
    public void ElasticsearchHasTheVersionAndTheMemoryOfItsAnnotations(string version, string memory, string tag, string compose, string kubernetes)
    {
        string resource = $"res: {{type: elasticsearch, metadata: {{annotations: {{compose.score.dev/stack-version: '{version}', " +
            $"compose.score.dev/es-mem-limit: '{memory}', compose.score.dev/publish-port: '9201'}}}}}}";
        Translated project = BuiltInSample.Run(resource, "res.host");
        Assert.AreEqual("", project.Findings);
        Assert.AreEqual("docker.elastic.co/elasticsearch/elasticsearch:" + tag, project.Text("services", "elasticsearch-shop-res", "image"));
        Assert.AreEqual(compose, project.Text("services", "elasticsearch-shop-res", "mem_limit"));
        Assert.AreEqual("", project.Text("services", "elasticsearch-shop-res", "environment", "ES_JAVA_OPTS"));
        Assert.AreEqual("9201", project.Text("services", "elasticsearch-shop-res", "ports", "0", "published"));

        BuiltInManifests manifests = BuiltInManifests.Run("elasticsearch-memory", resource, "res.host");
        Assert.AreEqual("", manifests.Findings);
        const string Container = "spec.template.spec.containers.0.";
        Assert.AreEqual("docker.elastic.co/elasticsearch/elasticsearch:" + tag, manifests["StatefulSet/elasticsearch-shop-res", Container + "image"]);
        Assert.AreEqual(kubernetes, manifests["StatefulSet/elasticsearch-shop-res", Container + "resources.limits.memory"]);
        Assert.AreEqual(kubernetes, manifests["StatefulSet/elasticsearch-shop-res", Container + "resources.requests.memory"]);
        Assert.DoesNotContain("ES_JAVA_OPTS", manifests["StatefulSet/elasticsearch-shop-res", Container + "env"]);
    }

    [TestMethod]
    public void ElasticsearchWithoutAnnotationsHasAFixedHeap()
    {
        Translated project = BuiltInSample.Run("res: {type: elasticsearch}", "res.host");
        Assert.AreEqual("", project.Text("services", "elasticsearch-shop-res", "mem_limit"));
        Assert.AreEqual("-Xms512m -Xmx512m", project.Text("services", "elasticsearch-shop-res", "environment", "ES_JAVA_OPTS"));
    }

    [TestMethod]
    [DataRow("stack-version: 'a b'", "stack-version must be a version of Elasticsearch such as 8.14.0")]
    [DataRow("stack-version: '.8'", "stack-version must be a version of Elasticsearch such as 8.14.0")]
    [DataRow("stack-version: ''", "stack-version must be a version of Elasticsearch such as 8.14.0")]
    [DataRow("es-mem-limit: 'much'", "es-mem-limit must be a number of bytes such as 1073741824, or 1g")]
    [DataRow("es-mem-limit: '0'", "es-mem-limit must be a number of bytes such as 1073741824, or 1g")]
    [DataRow("es-mem-limit: '1k1'", "es-mem-limit must be a number of bytes such as 1073741824, or 1g")]
    [DataRow("es-mem-limit: '1.5g'", "es-mem-limit must be a number of bytes such as 1073741824, or 1g")]
    [DataRow("es-mem-limit: '-1'", "es-mem-limit must be a number of bytes such as 1073741824, or 1g")]
    public void ElasticsearchRefusesOtherAnnotations(string annotation, string message)
    {
        string resource = $"res: {{type: elasticsearch, metadata: {{annotations: {{compose.score.dev/{annotation}}}}}}}";
        StringAssert.Contains(BuiltInSample.Run(resource, "res.host").Findings, message);
        StringAssert.Contains(BuiltInManifests.Run("refused", resource).Findings, message);
    }

    [TestMethod]
    [DataRow("redis", "redis-shop-res", "redis-shop-res-data")]
    [DataRow("postgres", "postgres-server postgres-server-init", "postgres-server-data")]
    [DataRow("postgres-instance", "postgres-instance-shop-res", "postgres-instance-shop-res-data")]
    [DataRow("mysql", "mysql-server mysql-server-init", "mysql-server-data")]
    [DataRow("mongodb", "mongodb-shop-res", "mongodb-shop-res-data")]
    [DataRow("mssql", "mssql-server mssql-server-init", "mssql-server-data")]
    [DataRow("amqp", "rabbitmq-server rabbitmq-server-init", "rabbitmq-server-data")]
    [DataRow("kafka-topic", "kafka-server kafka-server-init", "kafka-server-logs")]
    [DataRow("s3", "minio-server minio-server-init", "minio-server-data")]
    [DataRow("elasticsearch", "elasticsearch-shop-res", "elasticsearch-shop-res-data")]
    [DataRow("volume", "", "volume-shop-res")]
    [DataRow("dns", "", "")]
    public void ServicesAndVolumesHaveNamesThatSayWhatTheyAre(string type, string services, string volumes)
    {
        Translated project = BuiltInSample.Run($"res: {{type: {type}}}");
        Assert.AreEqual(services, project.Names("services"));
        Assert.AreEqual(volumes, project.Names("volumes"));
        foreach (string service in services.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bool isInit = service.EndsWith("-init", StringComparison.Ordinal);
            Assert.IsTrue(project.Text("services", service, "image").Split('/').Last().Split(':')[1].Count(c => c is '.' or '-') >= 2,
                "the image has a whole version");
            Assert.AreEqual(isInit ? "true" : "", project.Text("services", service, "labels", "dev.score.compose.labels.is-init-container"));
            if (isInit) Assert.AreEqual("service_healthy", project.Text("services", service, "depends_on", service[..^5], "condition"));
            else Assert.AreNotEqual("", project.Text("services", service, "healthcheck", "test"));
            Assert.AreEqual(isInit ? "service_completed_successfully" : "service_healthy",
                project.Text("services", "wait-for-resources", "depends_on", service, "condition"));
        }
    }

    [TestMethod]
    [DataRow("redis", "redis-shop-res", "6379")]
    [DataRow("postgres", "postgres-server", "5432")]
    [DataRow("postgres-instance", "postgres-instance-shop-res", "5432")]
    [DataRow("mysql", "mysql-server", "3306")]
    [DataRow("mongodb", "mongodb-shop-res", "27017")]
    [DataRow("mssql", "mssql-server", "1433")]
    [DataRow("amqp", "rabbitmq-server", "5672")]
    [DataRow("s3", "minio-server", "9000")]
    [DataRow("elasticsearch", "elasticsearch-shop-res", "9200")]
    [DataRow("kafka-topic", "kafka-server", "19092")]
    public void AnnotationPublishesThePort(string type, string service, string port)
    {
        static string Resource(string name, string type, string value) =>
            $"{name}: {{type: {type}, metadata: {{annotations: {{compose.score.dev/publish-port: '{value}'}}}}}}";
        Translated project = BuiltInSample.Run(Resource("res", type, "12345"));
        Assert.AreEqual("", project.Findings);
        Assert.AreEqual($$"""[{"published":"12345","target":{{port}}}]""", project.Text("services", service, "ports"));
        Assert.AreEqual("", BuiltInSample.Run($"res: {{type: {type}}}").Text("services", service, "ports"));
        Assert.AreEqual("", BuiltInSample.Run(Resource("res", type, "0")).Text("services", service, "ports"));
        foreach (string bad in (string[])["65536", "8080x", "-1", "123456", "$PORT", "1 2"])
        {
            Assert.AreEqual(
                $"SCORE0316 (13,3)-(13,6): The provisioner 'template://stock/{type}' refuses the resource '{type}.default#shop.res': the annotation " +
                $"compose.score.dev/publish-port must be a number from 1 to 65535, and is \"{bad}\".",
                BuiltInSample.Run(Resource("res", type, bad)).Findings);
        }
    }

    [TestMethod]
    [DataRow("postgres", "postgres-server")]
    [DataRow("mysql", "mysql-server")]
    [DataRow("mssql", "mssql-server")]
    [DataRow("amqp", "rabbitmq-server")]
    [DataRow("kafka-topic", "kafka-server")]
    [DataRow("s3", "minio-server")]
    public void TwoResourcesShareAServerWithTheirPorts(string type, string server)
    {
        Translated project = BuiltInSample.Run($"one: {{type: {type}, metadata: {{annotations: {{compose.score.dev/publish-port: '1111'}}}}}}\n" +
            $"two: {{type: {type}, metadata: {{annotations: {{compose.score.dev/publish-port: '2222'}}}}}}");
        Assert.AreEqual("", project.Findings);
        Assert.AreEqual($"{server} {server}-init", project.Names("services"));
        Assert.AreEqual("1111 2222",
            $"{project.Text("services", server, "ports", "0", "published")} {project.Text("services", server, "ports", "1", "published")}");
        string[] files = project.Project.Files.Select(f => f.Path).Where(f => !f.EndsWith("init.sh", StringComparison.Ordinal)).ToArray();
        Assert.HasCount(2, files);
        StringAssert.Contains(files[0], $"{type}-shop-one", StringComparison.Ordinal);
        StringAssert.Contains(files[1], $"{type}-shop-two", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("postgres", "postgres-server", "POSTGRES_PASSWORD")]
    [DataRow("mysql", "mysql-server", "MYSQL_ROOT_PASSWORD")]
    [DataRow("mssql", "mssql-server", "MSSQL_SA_PASSWORD")]
    [DataRow("amqp", "rabbitmq-server", "RABBITMQ_DEFAULT_PASS")]
    [DataRow("s3", "minio-server", "MINIO_ROOT_PASSWORD")]
    public void PasswordOfASharedServerDoesNotChangeWithTheResources(string type, string server, string variable)
    {
        string Password(string resources, byte seed = 1) =>
            BuiltInSample.Translate([BuiltInSample.Score("shop", resources)], () => [seed]).Text("services", server, "environment", variable);
        string one = Password($"bb: {{type: {type}}}");
        Assert.IsGreaterThanOrEqualTo(16, one.Length);
        Assert.AreEqual(one, Password($"aa: {{type: {type}}}\nbb: {{type: {type}}}"));
        Assert.AreNotEqual(one, Password($"bb: {{type: {type}}}", 2));
    }

    [TestMethod]
    [DataRow("redis", "password")]
    [DataRow("postgres", "password")]
    [DataRow("mysql", "password")]
    [DataRow("mongodb", "connection")]
    [DataRow("mssql", "connection")]
    [DataRow("amqp", "password")]
    [DataRow("elasticsearch", "password")]
    public void PasswordsDifferAndStay(string type, string output)
    {
        string[] Values() => ((string[])["one", "two"]).Select(
            n => BuiltInSample.Run($"one: {{type: {type}}}\ntwo: {{type: {type}}}", $"{n}.{output}").Variable($"{n}.{output}")).ToArray();
        string[] values = Values();
        Assert.AreNotEqual(values[0], values[1]);
        CollectionAssert.AreEqual(values, Values());
    }

    [TestMethod]
    public void EveryTypeTogetherIsOneProject()
    {
        Translated project = BuiltInSample.Translate(
        [
            BuiltInSample.Score("shop",
                string.Join("\n", TestPlatforms.Compose.BuiltIn.Types.Where(t => t is not "route" and not "service").Select(t => $"{t}-r: {{type: {t}}}"))
                + "\nroute-r: {type: route, params: {host: '${resources.dns-r.host}', path: /, port: http}}\nshop: {type: service}", "shop.name"),
            BuiltInSample.Score("worker", "db: {type: postgres}\ncache: {type: redis, id: common}\nshop: {type: service}"),
        ]);
        Assert.AreEqual("", project.Findings);
        Assert.AreEqual("shop", project.Variable("shop.name"));
        StringAssert.Contains(project.MountedFile("routing/servers/dns-shop-dns-r.localhost.conf"), "server_name \"dns-shop-dns-r.localhost\";",
            StringComparison.Ordinal);
    }

    [TestMethod]
    public void LongNamesFitIntoMySql()
    {
        string Id(char last) => new string('a', 60) + last;
        Translated project = BuiltInSample.Run($"one: {{type: mysql, id: {Id('b')}}}\ntwo: {{type: mysql, id: {Id('c')}}}", "one.username", "two.username");
        Assert.IsLessThanOrEqualTo(32, project.Variable("one.username").Length);
        Assert.AreNotEqual(project.Variable("one.username"), project.Variable("two.username"));
    }

    [TestMethod]
    public void UnderscoreInAGrantIsNoWildcard()
    {
        string script = BuiltInSample.Run("res: {type: mysql}").MountedFile("mysql-server/init/databases/mysql-shop-res.sql");
        StringAssert.Contains(script, @"GRANT ALL PRIVILEGES ON `mysql\_shop\_res`.* TO 'mysql_shop_res'@'%';", StringComparison.Ordinal);
    }

    [TestMethod]
    public void PasswordOfSqlServerHasWhatItAsksFor()
    {
        Translated project = BuiltInSample.Run("res: {type: mssql}", "res.password");
        foreach (string password in (string[])[project.Variable("res.password"), project.Text("services", "mssql-server", "environment", "MSSQL_SA_PASSWORD")])
            Assert.IsTrue(password.Any(char.IsUpper) && password.Any(char.IsLower) && password.Any(char.IsDigit), password);
    }

    [TestMethod]
    public void ManagementPagesArePublished()
    {
        const string Annotations = "metadata: {annotations: {compose.score.dev/publish-management-port: '12345'}}";
        Assert.AreEqual("""[{"published":"12345","target":15672}]""",
            BuiltInSample.Run($"res: {{type: amqp, {Annotations}}}").Text("services", "rabbitmq-server", "ports"));
        Assert.AreEqual("""[{"published":"12345","target":9001}]""",
            BuiltInSample.Run($"res: {{type: s3, {Annotations}}}").Text("services", "minio-server", "ports"));
        StringAssert.Contains(BuiltInSample.Run($"res: {{type: s3, {Annotations.Replace("12345", "x", StringComparison.Ordinal)}}}").Findings,
            "publish-management-port must be a number", StringComparison.Ordinal);
    }

    [TestMethod]
    public void KafkaTellsClientsOfTheHostToComeBackToThePublishedPort()
    {
        Translated project = BuiltInSample.Run("res: {type: kafka-topic, metadata: {annotations: {compose.score.dev/publish-port: '9092'}}}");
        Assert.AreEqual("INTERNAL://kafka-server:9092,HOST0://localhost:9092",
            project.Text("services", "kafka-server", "environment", "KAFKA_ADVERTISED_LISTENERS"));
        Assert.AreEqual("INTERNAL://:9092,CONTROLLER://:9093,HOST0://:19092", project.Text("services", "kafka-server", "environment", "KAFKA_LISTENERS"));
    }

    [TestMethod]
    public void ServiceIsAWorkloadOfTheBuild()
    {
        string[] scores = [
            BuiltInSample.Score("shop", "worker: {type: service}\nother: {type: service, id: worker}", "worker.name", "other.name"),
            BuiltInSample.Score("worker", "shop: {type: service}")
        ];
        Translated project = BuiltInSample.Translate(scores);
        Assert.AreEqual(" worker worker", $"{project.Findings} {project.Variable("worker.name")} {project.Variable("other.name")}");
        Assert.AreEqual(
            "SCORE0316 (13,3)-(13,9): The provisioner 'template://stock/service' refuses the resource 'service.default#shop.wroker': the build has no " +
            "workload 'wroker'. If it is that of another project, let an application bring both together. If its score file is here, add it as a ScoreFile " +
            "item. If it runs elsewhere, give its name by a provisioner of type 'service', or by a resource of type 'environment'.",
            BuiltInSample.Run("wroker: {type: service}").Findings);
    }

    [TestMethod]
    public void VolumeIsMadeByTheProject()
    {
        Translated project = BuiltInSample.Translate(
            [Check.Container + "    volumes: {/data: {source: '${resources.data}', path: sub}}\nresources:\n  data: {type: volume}\n"]);
        Assert.AreEqual("", project.Findings);
        Assert.AreEqual("""{"driver":"local","labels":{"dev.score.compose.res.uid":"volume.default#shop.data"}}""",
            project.Text("volumes", "volume-shop-data"));
        Assert.AreEqual("""{"source":"volume-shop-data","target":"/data","type":"volume","volume":{"subpath":"sub"}}""",
            project.Text("services", "shop-web", "volumes", "0"));
    }

    [TestMethod]
    public void UnknownParamIsAWarning() =>
        Assert.AreEqual(
            "SCORE0322 (13,34)-(13,38): The provisioner 'template://stock/postgres' does not know the param 'name'. It knows: size, storageClass, image.",
            BuiltInSample.Run("res: {type: postgres, params: {name: x}}").Findings);

    [TestMethod]
    public void ProvisionerFileGoesFirst()
    {
        Translated project = Translated.From([BuiltInSample.Score("shop", "res: {type: redis}", "res.host")],
            provisioners: Provisioned.Read("- uri: template://own\n  type: redis\n  outputs: '{host: own}'\n"), builtIn: true);
        Assert.AreEqual(" own ", $"{project.Findings} {project.Variable("res.host")} {project.Names("services")}");
    }

    [TestMethod]
    public void UnknownTypeStillBecomesVariablesAndTheErrorListsTheTypes()
    {
        string score = BuiltInSample.Score("shop", "res: {type: postgress}", "res.host");
        Assert.AreEqual("${RES_HOST?required}", Translated.From([score], builtIn: true).Variable("res.host"));
        StringAssert.EndsWith(
            Translated.From([score], builtIn: true, unknown: UnknownResources.Error).Findings,
            "Known types: amqp, dns, elasticsearch, environment, kafka-topic, mongodb, mssql, mysql, postgres, postgres-instance, redis, route, s3, secret, " +
            "service, " +
            "service-port, volume. Did you mean 'postgres'?",
            StringComparison.Ordinal);
    }
}
