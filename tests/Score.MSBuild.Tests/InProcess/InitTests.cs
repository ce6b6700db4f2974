using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>The first score file of a project.</summary>
[TestClass]
public sealed class InitTests
{
    private const string Web = "<PropertyGroup><UsingMicrosoftNETSdkWeb>true</UsingMicrosoftNETSdkWeb></PropertyGroup>";
    private const string Launch = """
        { "profiles": { "https": { "commandName": "Project", "applicationUrl": "https://localhost:7001;http://localhost:5001" } } }
        """;

    [TestMethod]
    public void WebProjectGetsItsPortsAndAWorkerNone()
    {
        using TemporaryFolder folder = new("app");
        folder.Write("Shop.Web.proj", InProcessBuild.Project(Web));
        folder.Write("Properties/launchSettings.json", Launch);
        string[] score = Init(folder, "Shop.Web.proj");
        CollectionAssert.IsSubsetOf((string[])["  name: shop-web", "      port: 5001", "      targetPort: 8080", "  web:", "    image: ."], score);

        folder.Write("Worker.proj", InProcessBuild.Project());
        File.Delete(folder.PathOf("score.yaml"));
        File.Delete(folder.PathOf("Properties/launchSettings.json"));
        CollectionAssert.AreEqual((string[])["apiVersion: score.dev/v1b1", "metadata:", "  name: worker", "containers:", "  main:", "    image: ."],
            Init(folder, "Worker.proj"));
    }

    [TestMethod]
    [DataRow("<ContainerEnvironmentVariable Include='ASPNETCORE_HTTP_PORTS' Value='9000;9001' />", 9000)]
    [DataRow("<ContainerEnvironmentVariable Include='ASPNETCORE_URLS' Value='https://+:1;http://[::]:9002/' />", 9002)]
    [DataRow("<ContainerPort Include='9003' Type='tcp' />", 9003)]
    [DataRow("", 8080)]
    public void PortOfTheContainerIsWhatTheProjectSays(string items, int port)
    {
        using TemporaryFolder folder = new("app");
        folder.Write("app.proj", InProcessBuild.Project(Web + $"<ItemGroup>{items}</ItemGroup>"));
        CollectionAssert.Contains(Init(folder), $"      port: {port}");
    }

    [TestMethod]
    public void HealthChecksInTheCodeBecomeProbes()
    {
        using TemporaryFolder folder = new("app");
        folder.Write("app.proj", InProcessBuild.Project(Web + "<ItemGroup><Compile Include='*.cs' /></ItemGroup>"));
        folder.Write("Program.cs", """
            // app.MapHealthChecks("/no");
            var text = "app.MapHealthChecks(\"/neither\")"; var quote = '"';
            app.MapGroup("/api").MapHealthChecks("/in-a-group");
            app.MapHealthChecks(path);
            app.MapHealthChecks( "/health/ready" ); /* app.MapHealthChecks("/nor this") */
            app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
            """);
        string[] score = Init(folder);
        string probes = string.Join('\n', score.SkipWhile(l => !l.Contains("Probe", StringComparison.Ordinal)));
        Assert.AreEqual("    livenessProbe:\n      httpGet:\n        path: /health/live\n        port: 8080\n" +
            "    readinessProbe:\n      httpGet:\n        path: /health/ready\n        port: 8080", probes);
    }

    [TestMethod]
    public void SuggestionsAreValidWithoutTheirCommentCharactersOnBothPlatforms()
    {
        using TemporaryFolder folder = new("app");
        string[] packages = [
            "Npgsql.EntityFrameworkCore.PostgreSQL", "StackExchange.Redis", "RabbitMQ.Client", "MongoDB.Driver", "Microsoft.Data.SqlClient", "MySqlConnector",
            "Confluent.Kafka", "AWSSDK.S3", "Elastic.Clients.Elasticsearch", "Serilog"
        ];
        folder.Write("app.proj", InProcessBuild.Project(Web + $"<ItemGroup><PackageReference Include='{string.Join(';', packages)}' /></ItemGroup>"));
        folder.Write("appsettings.json", """
            { // the orders
              "ConnectionStrings": {
                "Orders": "Host=localhost;Database=orders", "DefaultConnection": "Server=(localdb)\\x;Trusted_Connection=True",
                "Files": "Data Source=app.db",
              },
            }
            """);
        folder.Write("appsettings.Development.json", """{ "ConnectionStrings:Orders": "", "ConnectionStrings": { "Cache": "localhost:6379" } }""");
        Init(folder);
        string before = folder.Read("score.yaml");
        string[] types = before.Split('\n').Where(l => l.StartsWith("#     type: ", StringComparison.Ordinal))
            .Select(l => l["#     type: ".Length..]).ToArray();
        CollectionAssert.AreEqual(
            (string[])["postgres", "mssql", "redis", "mysql", "mongodb", "amqp", "kafka-topic", "elasticsearch", "s3", "route"], types);
        StringAssert.Contains(before, "    #   ConnectionStrings__Orders: Host=${resources.orders.host};");
        AssertBuilds(folder);

        folder.Write("score.yaml", string.Join('\n', before.Split('\n').Select(Uncommented)));
        AssertBuilds(folder);
        StringAssert.Contains(folder.Read("compose.yaml"), "ConnectionStrings__Orders: Host=postgres-server;");
    }

    [TestMethod]
    public void ServerThatTwoLibrariesKnowIsThatOfThePackage()
    {
        foreach ((string package, string type) in (ReadOnlySpan<(string, string)>)[("Pomelo.EntityFrameworkCore.MySql", "mysql"), ("Npgsql", "postgres"),
            ("Microsoft.EntityFrameworkCore.SqlServer", "mssql")])
        {
            using TemporaryFolder folder = new("app");
            folder.Write("app.proj", InProcessBuild.Project($"<ItemGroup><PackageReference Include='{package}' /></ItemGroup>"));
            folder.Write("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=localhost;Database=shop;User Id=x;Password=s3cret" } }""");
            Init(folder);
            StringAssert.Contains(folder.Read("score.yaml"), $"#   shop: # guessed from ConnectionStrings:Shop\n#     type: {type}\n");
            Assert.DoesNotContain("s3cret", folder.Read("score.yaml"));
        }
    }

    [TestMethod]
    public void FileThatIsThereStaysAndIsNamed()
    {
        foreach (string name in (string[])["score.yaml", "score.yml"])
        {
            using TemporaryFolder folder = new("app");
            folder.Write(name, "mine");
            BuildOutcome outcome = InProcessBuild.Run(folder, target: "ScoreInit");
            Assert.IsTrue(outcome.Succeeded, outcome.ToString());
            Assert.AreEqual("mine", folder.Read(name));
            Assert.AreEqual(name == "score.yml", !folder.Has("score.yaml"));
            StringAssert.Contains(string.Join('\n', outcome.Messages), $"'{name}' is there already and stays as it is.");
        }
    }

    [TestMethod]
    [DataRow(null, ".env\n.score-compose/mounts/\nmanifests.secrets.yaml\nchart.secrets.yaml\n")]
    [DataRow("bin/\r\nobj/", "bin/\r\nobj/\r\n.env\r\n.score-compose/mounts/\r\nmanifests.secrets.yaml\r\nchart.secrets.yaml\r\n")]
    [DataRow("/.env\n!manifests.secrets.yaml\n*.secrets.yaml", "/.env\n!manifests.secrets.yaml\n*.secrets.yaml\n.score-compose/mounts/\nchart.secrets.yaml\n")]
    public void LinesOfGitignoreAreAddedOnce(string? before, string after)
    {
        using TemporaryFolder folder = new("app");
        if (before is not null) folder.Write(".gitignore", before);
        Init(folder);
        Assert.AreEqual(after, folder.Read(".gitignore"));
        InProcessBuild.Run(folder, target: "ScoreInit");
        Assert.AreEqual(after, folder.Read(".gitignore"));
    }

    [TestMethod]
    public void LinesThatTheRepositoryHasAlreadyAreNotAdded()
    {
        using TemporaryFolder folder = new("app");
        Directory.CreateDirectory(folder.PathOf(".git"));
        folder.Write(".gitignore", "*.env\n.score-compose/\n*.secrets.yaml\n");
        folder.Write("Shop/app.proj", InProcessBuild.Project());
        InProcessBuild.Run(folder, project: "Shop/app.proj", target: "ScoreInit");
        Assert.IsTrue(folder.Has("Shop/score.yaml"));
        Assert.IsFalse(folder.Has("Shop/.gitignore"));
    }

    [TestMethod]
    [DataRow("{\n  \"ConnectionStrings\": { \"A\": s3cret }\n}", 2)]
    [DataRow("{ \"ConnectionStrings\": ", 1)]
    [DataRow("", 1)]
    public void SettingsThatAreNoJsonAreAWarningAtTheirPlace(string json, int line)
    {
        using TemporaryFolder folder = new("app");
        folder.Write("appsettings.json", json);
        BuildOutcome outcome = InProcessBuild.Run(folder, target: "ScoreInit");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.IsTrue(folder.Has("score.yaml"));
        StringAssert.Contains(outcome.ToString(), "SCORE0701");
        StringAssert.Contains(outcome.ToString(), $"appsettings.json({line},");
        Assert.DoesNotContain("s3cret", outcome.ToString());
    }

    [TestMethod]
    [DataRow("null")]
    [DataRow("[1]")]
    [DataRow("{\"ConnectionStrings\": 3, \"connectionstrings:\": \"x\"}")]
    [DataRow("{\"ConnectionStrings\": {\"a b\": \"Host=x\", \"\": \"Host=x\", \"é\": \"Host=x\", \"n\": [\"Host=x\"]}}")]
    public void SettingsOfAnotherShapeArePassedOver(string json)
    {
        using TemporaryFolder folder = new("app");
        folder.Write("appsettings.json", json);
        folder.Write("Properties/launchSettings.json", json);
        Init(folder);
        Assert.DoesNotContain("resources", folder.Read("score.yaml"));
    }

    [TestMethod]
    public void WhatBuildsWillNotReadIsSaid()
    {
        using TemporaryFolder folder = new("app");
        StringAssert.Contains(InProcessBuild.Run(folder, ["EnableScore=false"], target: "ScoreInit").ToString(), "SCORE0702");
        StringAssert.Contains(InProcessBuild.Run(folder, ["_ScoreIsApplication=true"], target: "ScoreInit").ToString(), "SCORE0703");
    }

    private static string Uncommented(string line)
    {
        if (line.StartsWith("# yaml-", StringComparison.Ordinal)) return line;
        int at = line.IndexOf("# ", StringComparison.Ordinal);
        return at >= 0 && line[..at].Trim().Length == 0 ? line.Remove(at, 2) : line;
    }

    private static void AssertBuilds(TemporaryFolder folder)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreImage=shop:1.0", "ScoreGenerateK8s=true", "ScoreSeed=x"]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.DoesNotContain("warning", outcome.ToString());
    }

    // The lines that are no comments, without remarks at their end.
    private static string[] Init(TemporaryFolder folder, string project = "app.proj")
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, project: project, target: "ScoreInit");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        return folder.Read("score.yaml").Split('\n').Select(l => l.Split(" #")[0]).Where(l => l.Trim().Length > 0 && l.TrimStart()[0] != '#').ToArray();
    }
}
