using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
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
        Assert.IsFalse(string.Concat(one.Read("obj/score/app.notes.txt").Split('|')[5..8]).Contains(".gitignore", StringComparison.Ordinal));
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
        folder.Write(".env",
            "# mine\nBASE=secret\n" + folder.Read(".env").Replace($"{Name}={PasswordOf(folder)}", $"{Name}={written}", StringComparison.Ordinal));
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
        List<string> passwords = folder.Read(".env").Split('\n').Where(l => l.Contains("PASSWORD=", StringComparison.Ordinal))
            .Select(l => l.Split('=')[1]).ToList();
        Assert.HasCount(2, passwords);
        string mounts = Path.Combine(folder.Root, ".score-compose", "mounts");
        foreach (string file in Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories)
            .Where(f => !f.StartsWith(mounts, StringComparison.Ordinal) && Path.GetFileName(f) != ".env"))
        {
            string text = File.ReadAllText(file);
            foreach (string password in passwords) Assert.IsFalse(text.Contains(password, StringComparison.Ordinal), file);
        }

        foreach (string password in passwords) Assert.IsFalse(outcome.Lines.Any(l => l.Contains(password, StringComparison.Ordinal)), "It is in the log.");
    }

    [TestMethod]
    [DataRow("variable")]
    [DataRow("file")]
    [DataRow("secrets")]
    [DataRow("user")]
    public void SeedAndPasswordsAreInNoBinaryLog(string source)
    {
        const string Seed = "a-seed-that-nobody-sees-123";
        using TemporaryFolder folder = Prepare();
        using TemporaryFolder home = new();
        folder.Write("seed.txt", Seed + "\n");
        home.Write(".microsoft/usersecrets/app-id/secrets.json", $"{{\n  \"Score:Seed\": \"{Seed}\",\n}}");
        Dictionary<string, string> environment = new() { ["XDG_DATA_HOME"] = home.Root, ["HOME"] = home.Root };
        List<string> properties = ["ScoreProjectName=same", "ScoreGenerateK8s=true"];
        if (source == "variable") environment["ScoreSeed"] = Seed;
        if (source == "file") properties.Add("ScoreSeedFile=seed.txt");
        if (source == "secrets") properties.Add("UserSecretsId=app-id");
        string log = folder.PathOf("log.binlog");
        BuildOutcome outcome = InProcessBuild.Run(folder, [.. properties], environment: environment, binaryLog: log);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual(source == "user", home.Has("Score.MSBuild/seed"));

        using TemporaryFolder other = Prepare();
        Build(other, "ScoreSeed=" + Seed);
        Assert.AreEqual(source != "user", PasswordOf(other) == PasswordOf(folder));

        using GZipStream unpacked = new(File.OpenRead(log), CompressionMode.Decompress);
        using StreamReader reader = new(unpacked, Encoding.UTF8);
        string text = reader.ReadToEnd();
        StringAssert.Contains(text, "GenerateComposeFile");
        IEnumerable<string> ofKubernetes = folder.Read("manifests.secrets.yaml").Split('\n').Select(l => l.Trim().Split(": "))
            .Where(l => l[0] == "password").Select(l => l[1]).ToList();
        Assert.HasCount(2, ofKubernetes);
        foreach (string secret in folder.Read(".env").Split('\n').Where(l => l.Contains("PASSWORD=", StringComparison.Ordinal))
            .Select(l => l.Split('=')[1]).Append(Seed).Concat(ofKubernetes))
        {
            Assert.IsFalse(text.Contains(secret, StringComparison.Ordinal), "It is in the binary log.");
        }
        bool repeats = source == "variable" && InProcessBuild.Run(folder, [.. properties], environment: environment).Succeeded;
        Assert.IsTrue(InProcessBuild.Run(folder, [.. properties], environment: environment, question: true).Succeeded, repeats.ToString());
    }

    [TestMethod]
    public void HomeThatCannotBeWrittenIsAWarningAndTheSeedIsKeptInTheProject()
    {
        using TemporaryFolder folder = Prepare();
        using TemporaryFolder home = new();
        home.Write("file", "");
        Dictionary<string, string> environment = new() { ["XDG_DATA_HOME"] = home.PathOf("file/below"), ["HOME"] = home.PathOf("file/home") };
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("XDG_DATA_HOME is Linux's.");
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreProjectName=same"], environment: environment);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("SCORE0692", outcome.Findings.Single().Code);
        string password = PasswordOf(folder);
        File.Delete(folder.PathOf(".env"));
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreProjectName=same"], environment: environment).Succeeded);
        Assert.AreEqual(password, PasswordOf(folder), "The seed in obj is the same.");

        using TemporaryFolder plain = new();
        plain.Write("score.yaml", Samples.Minimal);
        Assert.IsEmpty(InProcessBuild.Run(plain, environment: environment).Findings);
    }

    [TestMethod]
    [DataRow("", "is empty")]
    [DataRow("\n", "is empty")]
    [DataRow(null, "cannot be read")]
    public void SeedFileThatCannotBeUsedIsAnError(string? content, string words)
    {
        using TemporaryFolder folder = Prepare();
        if (content is not null) folder.Write("seed", content);
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreSeedFile=seed"]);
        Assert.IsTrue(outcome.Findings.All(f => f.Code == "SCORE0325" && f.Message.Contains(words, StringComparison.Ordinal)), outcome.ToString());
        Assert.IsFalse(outcome.Succeeded);
        folder.Write("seed", new string('x', 5000));
        StringAssert.Contains(InProcessBuild.Run(folder, ["ScoreSeedFile=seed"]).Findings[0].Message, "4096 at the most");
    }

    [TestMethod]
    public void SeedFileThatEverybodyMayReadIsAWarning()
    {
        if (OperatingSystem.IsWindows()) return; // It has no modes.
        using TemporaryFolder folder = Prepare();
        folder.Write("seed", "abc");
        File.SetUnixFileMode(folder.PathOf("seed"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.AreEqual("SCORE0693", InProcessBuild.Run(folder, ["ScoreSeedFile=seed"]).Findings.Single().Code);
        File.SetUnixFileMode(folder.PathOf("seed"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        folder.Touch("score.yaml");
        Assert.IsEmpty(InProcessBuild.Run(folder, ["ScoreSeedFile=seed"]).Findings);
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

    private static string PasswordOf(TemporaryFolder folder) =>
        folder.Read(".env").Split('\n').Single(l => l.StartsWith(Name + "=", StringComparison.Ordinal)).Split('=')[1].TrimEnd('\r');

    private static string Script(TemporaryFolder folder) => folder.Read(".score-compose/mounts/postgres-server/init/databases/postgres-shop-db.sql");
}
