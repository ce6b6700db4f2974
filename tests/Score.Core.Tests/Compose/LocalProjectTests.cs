using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Compose.Local;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Resources.Hosts;
using Score.Core.Resources.Secrets;
using Score.Core.Tests.Resources;
using Score.Core.Yaml;

namespace Score.Core.Tests.Compose;

/// <summary>A run on this machine has the resources by 127.0.0.1 and the ports that compose.resources.yaml publishes.</summary>
[TestClass]
public sealed class LocalProjectTests
{
    private const string Head = "apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers:\n  web:\n    image: .\n    variables:\n";

    // Everything is called like the server, which is as hard to tell apart as it gets.
    private const string Database = """
        - uri: template://test/db
          type: db
          state: |
            service: {{ .Name }}
            name: {{ .Name }}
            password: {{ randAlphaNum 16 | quote }}
          outputs: |
            host: {{ .State.service }}
            port: 5432
            name: {{ .State.name }}
            user: {{ .State.name }}
            url: postgresql://{{ .State.name }}:{{ .State.password }}@{{ .State.service }}:5432/{{ .State.name }}
            admin: http://{{ .State.service }}:8080/{{ .State.name }}
          services: |
            {{ .State.service }}:
              image: postgres

        """;

    [TestMethod]
    public void WholeConnectionStringOfATemplateHasThisMachine()
    {
        Run run = Build(Head + "      URL: '${resources.db.url}'\nresources: {db: {type: db}}\n", Database);
        int port = run.PortOf("db-shop-db", 5432);
        StringAssert.EndsWith(run["URL"], $"@127.0.0.1:{port}/db-shop-db");
        StringAssert.StartsWith(run["URL"], "postgresql://db-shop-db:");
        Assert.DoesNotContain("score-host", run["URL"]);
    }

    [TestMethod]
    public void NamesThatAreCalledLikeTheServerStay()
    {
        const string Text = "${resources.db.host}:${resources.db.port} ${resources.db.name} ${resources.db.user}";
        Run run = Build(Head + $"      A: '{Text}'\nresources: {{db: {{type: db}}}}\n", Database);
        Assert.AreEqual($"127.0.0.1:{run.PortOf("db-shop-db", 5432)} db-shop-db db-shop-db", run["A"]);
    }

    [TestMethod]
    public void EachPortOfAServerIsPublished()
    {
        Run run = Build(Head + "      A: '${resources.db.admin}'\n      B: '${resources.db.host}:9000'\nresources: {db: {type: db}}\n", Database);
        Assert.AreEqual($"http://127.0.0.1:{run.PortOf("db-shop-db", 8080)}/db-shop-db", run["A"]);
        Assert.AreEqual($"127.0.0.1:{run.PortOf("db-shop-db", 9000)}", run["B"]);
        Assert.HasCount(3, run.Ports);
    }

    [TestMethod]
    [DataRow("postgresql://pg:5432@pg:5432/pg", "postgresql://pg:5432@127.0.0.1:PORT/pg")]
    [DataRow("Server=tcp:pg,5432;User ID=pg", "Server=tcp:127.0.0.1,PORT;User ID=pg")]
    [DataRow("Host=pg;Port=1;Database=pg", "Host=127.0.0.1;Port=1;Database=pg")]
    [DataRow("Data Source=pg;User=pg", "Data Source=127.0.0.1;User=pg")]
    [DataRow("http://pg", "http://127.0.0.1")]
    [DataRow("http://my-pg:5432/pg", "http://my-pg:5432/pg")]
    [DataRow("pg", "pg")]
    public void NameThatATemplateWritesItselfIsAHostByItsPlace(string written, string expected)
    {
        string provisioner = $"- uri: template://test/pg\n  type: pg\n  outputs: |\n    port: 5432\n    host: pg\n    text: \"{written}\"\n" +
            "  services: |\n    pg: {image: postgres}\n";
        Run run = Build(Head + "      A: '${resources.db.text}'\nresources: {db: {type: pg}}\n", provisioner);
        Assert.AreEqual(expected.Replace("PORT", $"{run.PortOf("pg", 5432)}", StringComparison.Ordinal), run["A"]);
    }

    [TestMethod]
    [DataRow("postgres", "${resources.res.host}:${resources.res.port}", "postgres-server", 5432)]
    [DataRow("postgres-instance", "${resources.res.host}:${resources.res.port}", "postgres-instance-shop-res", 5432)]
    [DataRow("mysql", "${resources.res.host}:${resources.res.port}", "mysql-server", 3306)]
    [DataRow("redis", "${resources.res.host}:${resources.res.port}", "redis-shop-res", 6379)]
    [DataRow("amqp", "${resources.res.host}:${resources.res.port}", "rabbitmq-server", 5672)]
    [DataRow("mongodb", "${resources.res.connection}", "mongodb-shop-res", 27017)]
    [DataRow("mssql", "${resources.res.connection}", "mssql-server", 1433)]
    [DataRow("elasticsearch", "${resources.res.host}:${resources.res.port}", "", 9200)]
    [DataRow("kafka-topic", "${resources.res.host}:${resources.res.port}", "", 9092)]
    [DataRow("s3", "${resources.res.endpoint}", "", 9000)]
    public void BuiltInTypesAreReachable(string type, string text, string service, int target)
    {
        Run run = Build(Head + $"      A: '{text}'\nresources: {{res: {{type: {type}}}}}\n");
        LocalEndpoint endpoint = run.Ports.Single(p => p.Target == target);
        if (service.Length > 0) Assert.AreEqual(service, endpoint.Service);
        StringAssert.Matches(run["A"], new System.Text.RegularExpressions.Regex($@"(^|\W)127\.0\.0\.1[:,]{endpoint.Port}($|\W)"));
        Assert.DoesNotContain(endpoint.Service, run["A"].Replace($"_{endpoint.Service}", "", StringComparison.Ordinal));
        StringAssert.Contains(run.Yaml, $"published: \"{endpoint.Port}\"");

        // .ci/run lets Docker Compose read every compose file that the tests made.
        if (Environment.GetEnvironmentVariable("SCORE_COMPOSE_ARTIFACTS") is not { Length: > 0 } keep) return;
        Directory.CreateDirectory(keep);
        File.WriteAllText(Path.Combine(keep, $"resources-{type}.yaml"), run.Yaml);
    }

    [TestMethod]
    public void ResourcesAloneAreInTheFile()
    {
        Run run = Build(Head + "      A: '${resources.db.host}:${resources.db.port}'\n" +
            "service: {ports: {http: {port: 8080}}}\n" +
            "resources: {db: {type: postgres}, way: {type: route, params: {host: a.localhost, path: /, port: http}}}\n");
        CollectionAssert.AreEqual((string[])["postgres-server", "postgres-server-init", "wait-for-resources"],
            ((YamlMapping)run.Content["services"]!).Select(s => s.Name).ToArray());
        StringAssert.Contains(run.Yaml, "POSTGRES_PASSWORD: ${POSTGRES_INSTANCE_PASSWORD}");
        StringAssert.Contains(run.Yaml, "postgres-server-data:");
        StringAssert.Contains(run.Yaml, "name: project");
    }

    [TestMethod]
    public void HostWithoutItsPortKeepsTheNumberOfTheService()
    {
        Run run = Build(Head + "      A: 'Host=${resources.db.host}'\nresources: {db: {type: postgres}}\n");
        Assert.AreEqual("Host=127.0.0.1", run["A"]);
        Assert.AreEqual(5432, run.PortOf("postgres-server", 5432));
        StringAssert.Contains(run.Findings, "SCORE0707");
    }

    [TestMethod]
    public void PortsStayWhenOthersComeAndDifferBetweenProjects()
    {
        const string Variables = "      A: '${resources.db.url}'\nresources: {db: {type: db}";
        int alone = Build(Head + Variables + "}\n", Database).PortOf("db-shop-db", 5432);
        Assert.AreEqual(alone, Build(Head + Variables + ", other: {type: db}, third: {type: redis}}\n", Database).PortOf("db-shop-db", 5432));
        Assert.AreNotEqual(alone, Build(Head + Variables + "}\n", Database, project: "another").PortOf("db-shop-db", 5432));
        Assert.IsTrue(alone is >= 20000 and < 30000);
    }

    [TestMethod]
    public void NoTwoServicesHaveOnePort()
    {
        string resources = string.Join(", ", Enumerable.Range(0, 300).Select(i => $"r{i}: {{type: db}}"));
        Run run = Build(Head + "      A: x\nresources: {" + resources + "}\n", Database);
        CollectionAssert.AllItemsAreUnique(run.Ports.Select(p => p.Port).ToList());
        Assert.HasCount(600, run.Ports);
    }

    [TestMethod]
    public void PortThatIsPublishedAlreadyCounts()
    {
        Run run = Build(Head + "      A: '${resources.db.host}:${resources.db.port}'\n" +
            "resources: {db: {type: postgres, metadata: {annotations: {compose.score.dev/publish-port: '15432'}}}}\n");
        Assert.AreEqual("127.0.0.1:15432", run["A"]);
        Assert.HasCount(1, run.Ports);
    }

    [TestMethod]
    public void FilesAndVolumesHavePathsOfThisMachine()
    {
        Run run = Build(Head + "      A: /etc/a.json\n      B: /data\n      C: /etc/other\n" +
            "    files: {/etc/a.json: {content: '${resources.db.url}'}}\n    volumes: {/data: {source: data}}\nresources: {db: {type: db}}\n", Database);
        Assert.AreEqual("/run/files/etc/a.json", run["A"]);
        Assert.AreEqual("/run/volumes/data", run["B"]);
        Assert.AreEqual("/etc/other", run["C"]);
        Assert.AreEqual("/run/files", run["SCORE_FILES"]);
        StringAssert.Contains(Encoding.UTF8.GetString(run.Workload.Files.Single().Bytes), $"@127.0.0.1:{run.PortOf("db-shop-db", 5432)}/");
    }

    [TestMethod]
    public void OtherWorkloadIsSaid()
    {
        Run run = Build(Head + "      A: 'http://${resources.back.name}'\nresources: {back: {type: service}}\n", others: ["apiVersion: score.dev/v1b1\n" +
            "metadata: {name: back}\ncontainers: {web: {image: nginx}}\n"]);
        StringAssert.Contains(run.Findings, "SCORE0708");
    }

    [TestMethod]
    public void FirstOfSeveralContainersIsSaid()
    {
        Run run = Build("apiVersion: score.dev/v1b1\nmetadata: {name: shop}\ncontainers: {aa: {image: nginx, variables: {X: one}}, bb: {image: nginx}}\n");
        Assert.AreEqual("one", run["X"]);
        StringAssert.Contains(run.Findings, "SCORE0709");
    }

    [TestMethod]
    public void VariablesOfTheEnvironmentHaveTheirValues()
    {
        Run run = Build(Head + "      A: '${resources.env.ONE}'\n      B: 'x${resources.env.TWO}'\nresources: {env: {type: environment}}\n",
            read: n => n == "ONE" ? "1" : null);
        Assert.AreEqual("1", run["A"]);
        Assert.IsFalse(run.Workload.Variables.Any(v => v.Name == "B"), "It has no value, so the program's own counts.");
    }

    [TestMethod]
    public void RunFileIsReadBackByAShell()
    {
        byte[] file = RunFile.Write([new("A", "it's \"$x\" `y`\nz"), new("a.b", "no")], [new LocalEndpoint("pg", 5432, "127.0.0.1", 21000)]);
        StringAssert.Contains(Encoding.UTF8.GetString(file), "A='it'\\''s \"$x\" `y`\nz'\n");
        LocalEndpoint endpoint = RunFile.Endpoints(Encoding.UTF8.GetString(file)).Single();
        Assert.AreEqual("pg 127.0.0.1 21000", $"{endpoint.Service} {endpoint.Address} {endpoint.Port}");
    }

    private static Run Build(string score, string provisioners = "", string[]? others = null, string project = "project", Func<string, string?>? read = null)
    {
        BuildOptions? options = null;
        Translated made = Translated.From([score, .. others ?? []], read: read, image: "shop:1", builtIn: true,
            provisioners: provisioners.Length > 0 ? Provisioned.Read(provisioners) : [],
            with: b => options = b with { ProjectName = project, Secrets = new SecretValues(_ => null), Hosts = new HostMarks() });
        Assert.IsFalse(made.HasErrors, made.Findings);
        DiagnosticBag bag = new();
        LocalProject local = LocalProject.Of(made.Build, w => w.Name.Text == "shop" ? "/run" : null, bag);
        return new Run(local, Check.Show(bag.ToSortedList()));
    }

    private sealed record Run(LocalProject Local, string Findings)
    {
        public LocalWorkload Workload => Local.Workloads.Single();

        public YamlMapping Content => Local.Content!;

        public string Yaml => YamlWriter.Write(Content);

        public List<LocalEndpoint> Ports => Local.Ports.All.ToList();

        public string this[string variable] => Workload.Variables.Single(v => v.Name == variable).Value;

        public int PortOf(string service, int target) => Local.Ports.Of(service, target)!.Port;
    }
}
