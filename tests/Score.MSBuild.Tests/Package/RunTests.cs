using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.MSBuild.Tests.Package;

/// <summary>dotnet run starts a project with the variables of its workload and the addresses of this machine.</summary>
[TestClass]
public sealed class RunTests
{
    private const string Score = """
        apiVersion: score.dev/v1b1
        metadata: {name: shop}
        containers:
          web:
            image: .
            variables:
              ConnectionStrings__Db: 'Host=${resources.db.host};Port=${resources.db.port};Password=${resources.db.password}'
              GREETING: it's $ok
              FEATURES: /etc/a.json
            files: {/etc/a.json: {content: features of the file}}
        resources:
          db: {type: postgres}
        """;

    private const string Program = """
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args);
        System.Console.WriteLine("DB=" + builder.Configuration["ConnectionStrings:Db"]);
        System.Console.WriteLine("GREETING=" + System.Environment.GetEnvironmentVariable("GREETING") + "|" + builder.Configuration["GREETING"]);
        System.Console.WriteLine("FILE=" + System.IO.File.ReadAllText(builder.Configuration["FEATURES"] ?? ""));
        System.Console.WriteLine("ARGS=" + string.Join("|", args));
        """;

    private const string Properties = "<TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors>";

    [TestMethod]
    [Timeout(900_000)]
    public void ProcessHasTheVariablesOfTheWorkload()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("There the user secrets have them.");
        using Consumer consumer = Prepare(Properties);
        DotNetOutcome written = consumer.Build("-t:ScoreRunResources");
        StringAssert.Contains(written.Output, "docker compose -f compose.resources.yaml up -d --wait");
        int port = PortOf(consumer);

        // Nothing listens there, which is said and is no error.
        DotNetOutcome run = consumer.Run("run", "--", "one", "two words");
        Assert.AreEqual(0, run.ExitCode, run.Output);
        StringAssert.Contains(run.Output, "SCORE0710");
        StringAssert.Contains(run.Output, $"127.0.0.1:{port} (postgres-server)");
        StringAssert.Contains(run.Output, "docker compose -f compose.resources.yaml up -d --wait");
        StringAssert.Matches(run.Output, new Regex($"DB=Host=127\\.0\\.0\\.1;Port={port};Password=[A-Za-z0-9]{{16}}\n"));
        StringAssert.Contains(run.Output, "GREETING=it's $ok|it's $ok\n");
        StringAssert.Contains(run.Output, "FILE=features of the file\n");
        StringAssert.Contains(run.Output, "ARGS=one|two words\n");

        using TcpListener listener = new(IPAddress.Loopback, port);
        listener.Start();
        DotNetOutcome again = consumer.Run("run", "--no-build", "-e", "GREETING=mine");
        Assert.AreEqual(0, again.ExitCode, again.Output);
        Assert.DoesNotContain("SCORE0710", again.Output);
        StringAssert.Contains(again.Output, "GREETING=mine|mine\n");
    }

    [TestMethod]
    [Timeout(900_000)]
    public void UserSecretsReachAProcessThatIsStartedInAnyWay()
    {
        string id = "score-test-" + Guid.NewGuid().ToString("N");
        string secrets = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".microsoft", "usersecrets", id);
        if (OperatingSystem.IsWindows())
            secrets = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "Microsoft", "UserSecrets", id);
        try
        {
            using Consumer consumer = Prepare(Properties + $"<UserSecretsId>{id}</UserSecretsId><ScoreRunLocal>true</ScoreRunLocal>");
            consumer.Build();
            int port = PortOf(consumer);
            DotNetOutcome run = consumer.Run("exec", "bin/Debug/net10.0/app.dll", "--environment", "Development");
            Assert.AreEqual(0, run.ExitCode, run.Output);
            StringAssert.Matches(run.Output, new Regex($"DB=Host=127\\.0\\.0\\.1;Port={port};Password=[A-Za-z0-9]{{16}}\n"));
            StringAssert.Contains(run.Output, "GREETING=|it's $ok\n");
            StringAssert.Contains(run.Output, "FILE=features of the file\n");
            consumer.Build("--no-restore", "-question");
        }
        finally
        {
            if (Directory.Exists(secrets)) Directory.Delete(secrets, true);
        }
    }

    [TestMethod]
    [Timeout(900_000)]
    public void PublishFolderHasNothingOfIt()
    {
        using Consumer consumer = Prepare("<TargetFramework>net10.0</TargetFramework><ScoreRunLocal>true</ScoreRunLocal>" +
            "<ScorePublishOutputs>true</ScorePublishOutputs>");
        DotNetOutcome outcome = consumer.Run("publish", "-o", "out");
        Assert.AreEqual(0, outcome.ExitCode, outcome.Output);
        Assert.IsTrue(consumer.Folder.Has("out/compose.yaml"));
        List<string> files = [.. Directory.GetFiles(consumer.Folder.PathOf("out"), "*", SearchOption.AllDirectories)];
        Assert.IsFalse(files.Exists(f => Path.GetFileName(f) is "compose.resources.yaml" or "run.env" or "a.json.run"), string.Join('\n', files));
    }

    private static Consumer Prepare(string properties)
    {
        Consumer consumer = new(Score);
        consumer.WriteProject("app.csproj", properties, Consumer.Reference);
        consumer.Folder.Write("Program.cs", Program);
        return consumer;
    }

    private static int PortOf(Consumer consumer) =>
        int.Parse(Regex.Match(consumer.Folder.Read("compose.resources.yaml"), "published: \"([0-9]+)\"").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture);
}
