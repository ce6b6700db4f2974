using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>ScoreRunResources, and ScoreRunLocal in every build, write what it takes to run a project on this machine.</summary>
[TestClass]
public sealed class RunTests
{
    private const string Score = """
        apiVersion: score.dev/v1b1
        metadata: {name: shop}
        containers:
          web:
            image: nginx
            variables: {ConnectionStrings__Db: 'Host=${resources.db.host};Port=${resources.db.port};Password=${resources.db.password}', MORE: one}
            files: {/etc/a: {content: plain}}
        resources:
          db: {type: postgres}
        """;

    [TestMethod]
    public void NothingIsWrittenUnasked()
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder);
        Assert.IsFalse(folder.Has("compose.resources.yaml"));
        Assert.IsFalse(folder.Has("obj/score/run.env"));
    }

    [TestMethod]
    [DataRow("ScoreRunResources", "")]
    [DataRow("Build", "ScoreRunLocal=true")]
    public void ResourcesAndVariablesAreWritten(string target, string property)
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder, target, property);
        string resources = folder.Read("compose.resources.yaml");
        StringAssert.Contains(resources, "postgres-server-init:");
        Assert.DoesNotContain("shop-web", resources);
        string port = resources.Split("published: \"")[1].Split('"')[0];
        string variables = folder.Read("obj/score/run.env");
        StringAssert.Contains(variables, $"ConnectionStrings__Db='Host=127.0.0.1;Port={port};Password=");
        string password = variables.Split("Password=")[1].Split('\'')[0];
        Assert.DoesNotContain(password, resources);
        StringAssert.Contains(folder.Read(".env"), password);
        Assert.AreEqual("plain", folder.Read("obj/score/run/files/etc/a"));
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.PathOf("obj/score/run.env")));
    }

    [TestMethod]
    public void SecondBuildDoesNothingAndADeletedFileComesBack()
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder, "Build", "ScoreRunLocal=true");
        BuildOutcome again = InProcessBuild.Run(folder, ["ScoreProjectName=same", "ScoreRunLocal=true"], question: true);
        Assert.IsTrue(again.Succeeded, again.ToString());
        foreach (string path in (string[])["compose.resources.yaml", "obj/score/run.env"])
        {
            File.Delete(folder.PathOf(path));
            Build(folder, "Build", "ScoreRunLocal=true");
            Assert.IsTrue(folder.Has(path));
        }
    }

    [TestMethod]
    public void UserSecretsAreMergedAndKeysThatGoAreTakenAway()
    {
        using TemporaryFolder home = new();
        Dictionary<string, string> environment = new() { ["HOME"] = home.Root, ["APPDATA"] = home.Root, ["XDG_DATA_HOME"] = home.Root };
        string path = Path.Combine(home.Root, "Microsoft", "UserSecrets", "test", "secrets.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{\n  // mine\n  \"Mine\": 1\n}\n");
        using TemporaryFolder folder = Prepare(Score);
        Run();
        string secrets = File.ReadAllText(path);
        StringAssert.StartsWith(secrets, "{\n  // mine\n  \"Mine\": 1,\n");
        StringAssert.Contains(secrets, "\"ConnectionStrings:Db\": \"Host=127.0.0.1;Port=");
        StringAssert.Contains(secrets, "\"MORE\": \"one\"");
        folder.Write("score.yaml", Score.Replace(", MORE: one", "", StringComparison.Ordinal));
        Run();
        Assert.DoesNotContain("MORE", File.ReadAllText(path));
        File.WriteAllText(path, "no json");
        folder.Write("score.yaml", Score.Replace("MORE: one", "MORE: two", StringComparison.Ordinal));
        Assert.IsTrue(Run().Findings.Any(f => f.Code == "SCORE0712"));
        Assert.AreEqual("no json", File.ReadAllText(path));

        BuildOutcome Run()
        {
            BuildOutcome outcome = InProcessBuild.Run(folder, ["UserSecretsId=test", "ScoreRunLocal=true"], environment: environment);
            Assert.IsTrue(outcome.Succeeded, outcome.ToString());
            return outcome;
        }
    }

    [TestMethod]
    public void VerifyingComparesTheFileAndWritesNoVariables()
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder, "Build", "ScoreRunLocal=true");
        using TemporaryFolder clone = Prepare(Score);
        clone.Write("compose.yaml", folder.Read("compose.yaml"));
        clone.Write("compose.resources.yaml", folder.Read("compose.resources.yaml"));
        Build(clone, "Build", "ScoreRunLocal=true", "ScoreVerify=true");
        Assert.IsFalse(clone.Has("obj/score/run.env"));
        clone.Write("compose.resources.yaml", folder.Read("compose.resources.yaml").Replace("postgres:17", "postgres:16", StringComparison.Ordinal));
        BuildOutcome outcome = InProcessBuild.Run(clone, ["ScoreProjectName=same", "ScoreRunLocal=true", "ScoreVerify=true"]);
        Assert.AreEqual("SCORE0694", outcome.Findings.First().Code);
    }

    [TestMethod]
    public void EnvironmentHasItsOwnFiles()
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder, "ScoreRunResources", "ScoreEnvironment=staging");
        Assert.IsTrue(folder.Has("compose.resources.staging.yaml"));
        Assert.IsTrue(folder.Has("obj/score/environments/staging/run.env"));
    }

    [TestMethod]
    public void ForeignFileStays()
    {
        using TemporaryFolder folder = Prepare(Score);
        folder.Write("compose.resources.yaml", "services: {}\n");
        BuildOutcome outcome = InProcessBuild.Run(folder, target: "ScoreRunResources");
        Assert.IsFalse(outcome.Succeeded);
        Assert.AreEqual("services: {}\n", folder.Read("compose.resources.yaml"));
        StringAssert.Contains(outcome.Findings.First().Message, "ScoreResourcesFile");
    }

    [TestMethod]
    public void ComposeYamlOfAPartIsLeftToItsApplication()
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder, "ScoreRunResources", "ScoreApplication=true");
        Assert.IsTrue(folder.Has("compose.resources.yaml"));
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void ApplicationWritesOneFileAndGivesEachProjectItsVariables()
    {
        using TemporaryFolder folder = new();
        const string Database = "resources:\n  db: {type: postgres, id: orders}\n";
        const string Variables = "    variables: {DB: '${resources.db.host}:${resources.db.port}', ME: '${metadata.name}'}\n";
        ApplicationProject.WritePart(folder, "api", Variables + Database);
        ApplicationProject.WritePart(folder, "web", Variables + Database);
        ApplicationProject.Write(folder, "", "api/api.proj", "web/web.proj");
        BuildOutcome outcome = InProcessBuild.Run(folder, target: "ScoreRunResources");
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        string port = folder.Read("compose.resources.yaml").Split("published: \"")[1].Split('"')[0];
        foreach (string name in (string[])["api", "web"])
            StringAssert.EndsWith(folder.Read($"{name}/obj/score/run.env"), $"DB='127.0.0.1:{port}'\nME='{name}'\n");
        Assert.IsFalse(folder.Has("obj/score/run.env") || folder.Has("api/compose.resources.yaml"));
    }

    [TestMethod]
    public void ComposeFileIsWrittenAfterTheResourcesAlone()
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder, "ScoreRunResources", "ScoreGenerateCompose=false", "ScoreRunLocal=true");
        Assert.IsFalse(folder.Has("compose.yaml"));
        Build(folder, "ScoreGenerateCompose", "ScoreGenerateCompose=false", "ScoreRunLocal=true");
        Assert.IsTrue(folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void FileOfTheResourcesHasAKindOfItsOwn()
    {
        using TemporaryFolder folder = Prepare(Score);
        for (int i = 0; i < 2; i++)
        {
            BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreRunLocal=true"], "ScoreGenerate");
            Assert.AreEqual("Resources", outcome.Items.Single(f => f.ItemSpec == folder.PathOf("compose.resources.yaml")).GetMetadata("Kind"));
            Assert.AreEqual("EnvironmentFile", outcome.Items.Single(f => f.ItemSpec == folder.PathOf(".env")).GetMetadata("Kind"));
        }
    }

    [TestMethod]
    public void UserSecretsThatAProjectOfAnApplicationGetsAreWritten()
    {
        using TemporaryFolder folder = new();
        string home = folder.PathOf("home");
        Dictionary<string, string> environment = new() { ["HOME"] = home, ["APPDATA"] = home };
        ApplicationProject.WritePart(folder, "api", "    variables: {A: one}\n");
        ApplicationProject.Write(folder, "", "api/api.proj");
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreRunLocal=true"], environment: environment).Succeeded);
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreRunLocal=true"], question: true, environment: environment).Succeeded);
        ApplicationProject.WritePart(folder, "api", null, "<PropertyGroup><UserSecretsId>test-id</UserSecretsId></PropertyGroup>");
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreRunLocal=true"], environment: environment).Succeeded);
        Assert.HasCount(1, Directory.GetFiles(home, "secrets.json", SearchOption.AllDirectories));
    }

    [TestMethod]
    public void CleaningDeletesTheFile()
    {
        using TemporaryFolder folder = Prepare(Score);
        Build(folder, "ScoreRunResources");
        Build(folder, "Clean", "ScoreCleanOutputs=true");
        Assert.IsFalse(folder.Has("compose.resources.yaml"));
        Assert.IsFalse(folder.Has("obj/score/run.env"));
    }

    private static TemporaryFolder Prepare(string score)
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", score);
        return folder;
    }

    private static void Build(TemporaryFolder folder, string target = "Build", params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, [.. properties.Where(p => p.Length > 0), "ScoreProjectName=same"], target);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
    }
}
