using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>Passwords go to the env file and to mounted files, and to no file that one commits.</summary>
[TestClass]
public sealed class SecretTests
{
    private const string Score = """
        apiVersion: score.dev/v1b1
        metadata: {name: shop}
        containers:
          web:
            image: nginx
            variables: {PASSWORD: '${resources.db.password}', LEVEL: '${resources.env.LEVEL}'}
        resources:
          db: {type: postgres}
          env: {type: environment}
        """;

    private const string Name = "POSTGRES_SHOP_DB_PASSWORD";

    [TestMethod]
    public void ComposeYamlIsTheSameForEveryUserAndTheEnvFileHasThePasswords()
    {
        using TemporaryFolder one = Prepare();
        using TemporaryFolder two = Prepare();
        Build(one, "ScoreSeed=one");
        Build(two, "ScoreSeed=two");
        Assert.AreEqual(one.Read("compose.yaml"), two.Read("compose.yaml"));
        StringAssert.Contains(one.Read("compose.yaml"), "PASSWORD: ${" + Name + "}\n");
        Assert.AreNotEqual(PasswordOf(one), PasswordOf(two));
        StringAssert.Contains(Script(one), PasswordOf(one));
        Assert.IsFalse(one.Read(".env").Contains("LEVEL", StringComparison.Ordinal), "A name without a value would hide that it is not set.");
        if (!OperatingSystem.IsWindows()) Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(one.PathOf(".env")));
        StringAssert.EndsWith(one.Read(".score-compose/mounts/.gitignore"), "\n*\n", StringComparison.Ordinal);
        Assert.IsTrue(InProcessBuild.Run(one, ["ScoreSeed=one", "ScoreProjectName=same"], question: true).Succeeded);
    }

    [TestMethod]
    public void PasswordInTheEnvFileStaysThroughANewSeed()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder, "ScoreSeed=one");
        string password = PasswordOf(folder);
        string script = Script(folder);
        Build(folder, "ScoreSeed=two");
        Assert.AreEqual(password, PasswordOf(folder));
        Assert.AreEqual(script, Script(folder));
    }

    [TestMethod]
    [DataRow("postgres")]
    [DataRow("x")]
    [DataRow("${BASE}-db")]
    public void PasswordThatTheUserWroteGoesIntoFilesAsDockerComposeReadsIt(string written)
    {
        using TemporaryFolder folder = Prepare();
        Build(folder);
        string compose = folder.Read("compose.yaml");
        folder.Write(".env", "# mine\nBASE=secret\n" + folder.Read(".env").Replace($"{Name}={PasswordOf(folder)}", $"{Name}={written}", StringComparison.Ordinal));
        folder.Touch(".env");
        string before = folder.Read(".env");
        Build(folder);
        Assert.AreEqual(compose, folder.Read("compose.yaml"));
        StringAssert.Contains(Script(folder), $"'{written.Replace("${BASE}", "secret", StringComparison.Ordinal)}'");
        StringAssert.StartsWith(folder.Read(".env"), "# mine\nBASE=secret\n", StringComparison.Ordinal);
        string[] changed = folder.Read(".env").Split('\n').Except(before.Split('\n')).ToArray();
        Assert.AreEqual("SAME_POSTGRES_SERVER_INIT_FILES_HASH", changed.Single().Split('=')[0], "Containers that mount the password start anew.");
    }

    [TestMethod]
    public void VariableOfTheProcessGoesBeforeTheFile()
    {
        using TemporaryFolder folder = Prepare();
        Build(folder);
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreProjectName=same"], environment: new() { [Name] = "from-the-process" });
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        StringAssert.Contains(Script(folder), "'from-the-process'");
    }

    [TestMethod]
    public void EmptyLineGetsTheValue()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(".env", $"A=1\r\n{Name}=\r\nB=2");
        Build(folder);
        StringAssert.StartsWith(folder.Read(".env"), $"A=1\r\n{Name}={PasswordOf(folder)}\r\nB=2\r\n", StringComparison.Ordinal);
        StringAssert.Contains(Script(folder), PasswordOf(folder));
    }

    [TestMethod]
    public void WithoutAnythingToWriteThereIsNoEnvFileAndNoneIsRead()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.Minimal);
        Directory.CreateDirectory(folder.PathOf(".env"));
        Build(folder);
        Assert.IsFalse(folder.Has(".score-compose/mounts/.gitignore"));
    }

    [TestMethod]
    public void EnvFileThatCannotBeUsedIsAnError()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(".env", "A=1\nnot an env file\n");
        Finding error = InProcessBuild.Run(folder).Findings.Single();
        Assert.AreEqual("SCORE0630", error.Code);
        Assert.AreEqual(2, error.Line);
        File.Delete(folder.PathOf(".env"));
        Directory.CreateDirectory(folder.PathOf(".env"));
        error = InProcessBuild.Run(folder).Findings.Single();
        Assert.AreEqual("SCORE0602", error.Code);
        StringAssert.Contains(error.Message, "it is a folder");
        Assert.IsFalse(folder.Has("compose.yaml"));
    }

    [TestMethod]
    public void ReadOnlyEnvFileIsAnError()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(".env", "A=1\n");
        File.SetAttributes(folder.PathOf(".env"), FileAttributes.ReadOnly);
        Assert.AreEqual("SCORE0602", InProcessBuild.Run(folder).Findings.Single().Code);
        Assert.IsFalse(folder.Has("compose.yaml"));
        File.SetAttributes(folder.PathOf(".env"), FileAttributes.Normal);
    }

    [TestMethod]
    public void NameThatStandsTwiceIsAWarningAndTheLastCounts()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write(".env", $"{Name}=one\n{Name}=two\n");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Finding warning = outcome.Findings.Single();
        Assert.AreEqual("SCORE0690", warning.Code);
        Assert.AreEqual(2, warning.Line);
        StringAssert.Contains(Script(folder), "'two'");
    }

    [TestMethod]
    public void EnvFileThatARepositoryWouldTakeIsSaidOnce()
    {
        using TemporaryFolder folder = Prepare();
        Directory.CreateDirectory(folder.PathOf(".git"));
        Assert.HasCount(1, Said());
        folder.Touch("score.yaml");
        Assert.IsEmpty(Said());
        File.Delete(folder.PathOf(".env"));
        folder.Write(".gitignore", ".env\n");
        Assert.IsEmpty(Said());

        List<string> Said() => [.. InProcessBuild.Run(folder).Messages.Where(m => m.Contains("no .gitignore keeps it", StringComparison.Ordinal))];
    }

    [TestMethod]
    public void NoPasswordIsOutsideOfTheEnvFileAndTheMounts()
    {
        using TemporaryFolder folder = Prepare();
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreProjectName=same"]);
        List<string> passwords = folder.Read(".env").Split('\n').Where(l => l.Contains("PASSWORD=", StringComparison.Ordinal)).Select(l => l.Split('=')[1]).ToList();
        Assert.HasCount(2, passwords);
        string mounts = Path.Combine(folder.Root, ".score-compose", "mounts");
        foreach (string file in Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories).Where(f => !f.StartsWith(mounts, StringComparison.Ordinal) && Path.GetFileName(f) != ".env"))
        {
            string text = File.ReadAllText(file);
            foreach (string password in passwords) Assert.IsFalse(text.Contains(password, StringComparison.Ordinal), file);
        }

        foreach (string password in passwords) Assert.IsFalse(outcome.Lines.Any(l => l.Contains(password, StringComparison.Ordinal)), "It is in the log.");
    }

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Score);
        return folder;
    }

    private static void Build(TemporaryFolder folder, params string[] properties)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder, [.. properties, "ScoreProjectName=same"]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
    }

    private static string PasswordOf(TemporaryFolder folder) => folder.Read(".env").Split('\n').Single(l => l.StartsWith(Name + "=", StringComparison.Ordinal)).Split('=')[1].TrimEnd('\r');

    private static string Script(TemporaryFolder folder) => folder.Read(".score-compose/mounts/postgres-server/init/databases/postgres-shop-db.sql");
}
