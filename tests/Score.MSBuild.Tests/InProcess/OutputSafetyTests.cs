using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

[TestClass]
public sealed class OutputSafetyTests
{
    private static readonly bool IsRoot = Environment.UserName == "root";

    [TestMethod]
    public void UsersOwnComposeFileIsNeverOverwritten()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("compose.yaml", "services: {}\n");
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.AreEqual("SCORE0601", outcome.Findings.Single().Code);
        StringAssert.Contains(outcome.Findings.Single().Message, "ScoreComposeFile");
        Assert.AreEqual("services: {}\n", folder.Read("compose.yaml"));
        Assert.IsFalse(Directory.Exists(folder.PathOf(".score-compose")));

        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreComposeFile=generated/compose.yaml"]).Succeeded);
        StringAssert.Contains(folder.Read("generated/compose.yaml"), "source: ../.score-compose/mounts/files/billing/web/etc/inline.conf");
    }

    [TestMethod]
    [DataRow("ScoreComposeFile=../compose.yaml", "compose.yaml")]
    [DataRow("ScoreGenerateCompose=false;ScoreGenerateK8s=true;ScoreK8sManifestsFile=../manifests.yaml", "manifests.yaml")]
    [DataRow("ScoreGenerateCompose=false;ScoreGenerateK8s=true;ScoreK8sLayout=Kustomize;ScoreK8sManifestsDirectory=../k8s", "k8s/kustomization.yaml")]
    public void FileOfAnotherProjectIsNotReplaced(string properties, string file)
    {
        using TemporaryFolder folder = new();
        foreach (string name in (string[])["a", "b"])
        {
            folder.Write($"{name}/score.yaml", $"apiVersion: score.dev/v1b1\nmetadata: {{name: shop-{name}}}\ncontainers: {{main: {{image: 'x:1'}}}}\n");
            folder.Write($"{name}/app.proj", InProcessBuild.Project(""));
        }

        string[] given = properties.Split(';');
        Assert.IsTrue(InProcessBuild.Run(folder, given, project: "a/app.proj").Succeeded);
        string first = folder.Read(file);
        StringAssert.Contains(first, "\n# Written by the project ");
        BuildOutcome second = InProcessBuild.Run(folder, given, project: "b/app.proj");
        Assert.IsFalse(second.Succeeded);
        Assert.AreEqual("SCORE0643", string.Join(" ", second.Findings.Select(f => f.Code)));
        StringAssert.Contains(second.Findings.Single().Message, "a/app.proj");
        Assert.AreEqual(first, folder.Read(file));
        Assert.IsTrue(InProcessBuild.Run(folder, given, project: "a/app.proj").Succeeded);
    }

    [TestMethod]
    public void LargeGeneratedFileIsStillOurs()
    {
        using TemporaryFolder folder = Prepare();
        string[] properties = ["ScoreGenerateK8s=true"];
        Assert.IsTrue(InProcessBuild.Run(folder, properties).Succeeded);
        string large = "# " + new string('x', 17 * 1024 * 1024) + "\n";
        foreach (string file in (string[])["compose.yaml", "manifests.yaml"]) folder.Write(file, folder.Read(file) + large);
        BuildOutcome outcome = InProcessBuild.Run(folder, properties);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.IsLessThan(large.Length, folder.Read("manifests.yaml").Length);

        // Nor does Clean take it for somebody else's.
        folder.Write("manifests.yaml", folder.Read("manifests.yaml") + large);
        Assert.IsTrue(InProcessBuild.Run(folder, [.. properties, "ScoreCleanOutputs=true"], target: "Clean").Succeeded);
        Assert.IsFalse(folder.Has("manifests.yaml"));
    }

    [TestMethod]
    public void LargeFileOfSpacesIsSomebodyElses()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("compose.yaml", new string(' ', 5000) + "x");
        Assert.AreEqual("SCORE0601", InProcessBuild.Run(folder).Findings.Single().Code);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\n  \n")]
    public void EmptyComposeFileIsReplaced(string content)
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("compose.yaml", content);
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        StringAssert.Contains(folder.Read("compose.yaml"), "billing-web");
    }

    [TestMethod]
    public void OutputPathThatIsAFolderIsAnError()
    {
        using TemporaryFolder folder = Prepare();
        Directory.CreateDirectory(folder.PathOf("compose.yaml"));
        AssertFails(folder, "SCORE0602");
    }

    [TestMethod]
    public void ReadOnlyOutputIsAnErrorAndStays()
    {
        using TemporaryFolder folder = Prepare();
        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);
        string original = folder.Read("compose.yaml");
        File.SetAttributes(folder.PathOf("compose.yaml"), FileAttributes.ReadOnly);
        folder.Write("score.yaml", Samples.WithFiles.Replace("1.27", "1.28", StringComparison.Ordinal));
        folder.Touch("score.yaml");

        AssertFails(folder, "SCORE0602");
        Assert.AreEqual(original, folder.Read("compose.yaml"));
        File.SetAttributes(folder.PathOf("compose.yaml"), FileAttributes.Normal);
    }

    [TestMethod]
    public void MountsFolderThatLeadsElsewhereByALinkIsRefused()
    {
        using TemporaryFolder folder = Prepare();
        using TemporaryFolder elsewhere = new();
        Directory.CreateDirectory(folder.PathOf(".score-compose/mounts"));
        Directory.CreateSymbolicLink(folder.PathOf(".score-compose/mounts/files"), elsewhere.Root);

        AssertFails(folder, "SCORE0604");
        Assert.IsEmpty(Directory.GetFileSystemEntries(elsewhere.Root));
    }

    [TestMethod]
    public void FileModesReachTheDiskAndReadOnlyModesTheMount()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("score.yaml", Samples.WithFiles.Replace("content: \"name ${metadata.name}\"", "mode: \"0755\"\n        content: x",
            StringComparison.Ordinal).Replace("source: assets", "mode: \"0444\"\n        source: assets", StringComparison.Ordinal));
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual("rwxr-xr-x", Modes(File.GetUnixFileMode(folder.PathOf(".score-compose/mounts/files/billing/web/etc/inline.conf"))));
        Assert.AreEqual(1, folder.Read("compose.yaml").Split("read_only: true").Length - 1);
    }

    [TestMethod]
    public void MountedFilesAndFoldersAreReadableWhateverTheUmask()
    {
        if (OperatingSystem.IsWindows()) return;
        using TemporaryFolder folder = Prepare();
        folder.Write(".score/x.provisioners.yaml",
            "- uri: template://t/cache\n  type: cache\n  outputs: '{a: b}'\n  directories: '{cache/empty: true}'\n  files: '{cache/conf/x: y}'\n");
        folder.Write("score.yaml", Samples.WithFiles + "resources: {cache: {type: cache}}\n");
        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);

        // As a build with the umask 077 of an older version has left them.
        string mounts = folder.PathOf(".score-compose/mounts");
        foreach (string path in Directory.GetDirectories(mounts, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (string path in Directory.GetFiles(mounts, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreSeed=again"]).Succeeded);
        foreach (string path in Directory.GetDirectories(mounts, "*", SearchOption.AllDirectories))
            Assert.AreEqual("rwxr-xr-x", Modes(File.GetUnixFileMode(path)), path);
        string[] files = Directory.GetFiles(mounts, "*", SearchOption.AllDirectories);
        foreach (string path in files) Assert.AreEqual("rw-r--r--", Modes(File.GetUnixFileMode(path)), path);
        Assert.HasCount(4, files); // Three mounted ones, and the list of them.
    }

    [TestMethod]
    public void EnvFileKeepsWhatTheUserWrote()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", """
            apiVersion: score.dev/v1b1
            metadata: {name: billing}
            containers:
              web:
                image: nginx
                variables: {A: "${resources.env.MINE}", B: "${resources.env.NEW}"}
            resources:
              env: {type: environment}
            """);
        folder.Write(".env", "# my notes\r\nMINE='a\r\nb'\r\nOTHER=1");
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreEnvFile=.env"]).Succeeded);
        Assert.AreEqual("# my notes\r\nMINE='a\r\nb'\r\nOTHER=1\r\nNEW=\r\n", folder.Read(".env"));
        Assert.IsTrue(InProcessBuild.Run(folder, ["ScoreEnvFile=.env"], question: true).Succeeded);
    }

    [TestMethod]
    public void ValueForAFileMayComeFromTheEnvFile()
    {
        using TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.WithEnvironmentFile);
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreEnvFile=.env"]);
        Assert.AreEqual("score.yaml(9,25): error SCORE0304: The environment variable 'SCORE_TEST_TOKEN' is not set, and the build needs its value here. Set " +
            "it, or give it a value in '.env'.",
            outcome.ToString());

        folder.Write(".env", "SCORE_TEST_TOKEN=from-env-file\n");
        outcome = InProcessBuild.Run(folder, ["ScoreEnvFile=.env"]);
        Assert.IsTrue(outcome.Succeeded, outcome.ToString());
        Assert.AreEqual("token from-env-file", folder.Read(".score-compose/mounts/files/billing/web/etc/inline.conf"));
    }

    [TestMethod]
    public void ScoreFilesOfOneNameAreToldApartByTheirPaths()
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScoreFile Include="score.yaml;api/score.yaml" /></ItemGroup>"""));
        folder.Write("score.yaml", Samples.Minimal);
        folder.Write("api/score.yaml", Samples.Minimal.Replace("billing", "api", StringComparison.Ordinal));

        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);

        StringAssert.StartsWith(folder.Read("compose.yaml"), "# Generated by Score.MSBuild from score.yaml, api/score.yaml. ");
    }

    [TestMethod]
    public void OutputIsTheSameBytesEveryTimeWithoutByteOrderMarkOrCarriageReturn()
    {
        using TemporaryFolder folder = Prepare();
        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);
        byte[] first = File.ReadAllBytes(folder.PathOf("compose.yaml"));
        File.WriteAllText(folder.PathOf("score.yaml"), Samples.WithFiles.Replace("\n", "\r\n", StringComparison.Ordinal), Encoding.UTF8);
        File.Delete(folder.PathOf("compose.yaml"));
        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);
        CollectionAssert.AreEqual(first, File.ReadAllBytes(folder.PathOf("compose.yaml")));
        Assert.AreEqual((byte)'#', first[0]);
        CollectionAssert.DoesNotContain(first, (byte)'\r');
        Assert.AreEqual((byte)'\n', first[^1]);
    }

    [TestMethod]
    public void NoTemporaryFileIsLeftBehind()
    {
        using TemporaryFolder folder = Prepare();
        Assert.IsTrue(InProcessBuild.Run(folder).Succeeded);
        Assert.IsEmpty(Directory.GetFiles(folder.Root, "*.tmp", SearchOption.AllDirectories));
    }

    [TestMethod]
    [DataRow("folder", "SCORE0002")]
    [DataRow("missing", "SCORE0001")]
    [DataRow("unreadable", "SCORE0002")]
    public void ScoreFileThatCannotBeReadIsAnError(string how, string code)
    {
        if (how == "unreadable" && (IsRoot || OperatingSystem.IsWindows())) Assert.Inconclusive("Nothing is unreadable to this user.");
        using TemporaryFolder folder = new();
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScoreFile Include="score.yaml" /></ItemGroup>"""));
        if (how == "folder") Directory.CreateDirectory(folder.PathOf("score.yaml"));
        if (how == "unreadable")
        {
            folder.Write("score.yaml", Samples.Minimal);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.PathOf("score.yaml"), UnixFileMode.None);
        }

        AssertFails(folder, code);
    }

    [TestMethod]
    public async Task TwoBuildsAtOnceBothSucceed()
    {
        using TemporaryFolder folder = Prepare();
        List<Task> writers = [];
        for (int i = 0; i < 4; i++)
        {
            writers.Add(Task.Run(() =>
            {
                for (int j = 0; j < 25; j++)
                    Core.Files.AtomicFile.WriteIfDifferent(folder.PathOf("shared.txt"), Encoding.UTF8.GetBytes(new string((char)('a' + (j % 3)), 100_000)));
            }));
        }

        bool done = false;
        Task reader = Task.Run(() =>
        {
            while (!Volatile(ref done))
            {
                if (!folder.Has("shared.txt")) continue;
                string text = folder.Read("shared.txt");
                Assert.AreEqual(100_000, text.Length);
                Assert.AreEqual(new string(text[0], 100_000), text);
            }
        });
        await Task.WhenAll(writers);
        System.Threading.Volatile.Write(ref done, true);
        await reader;

        static bool Volatile(ref bool value) => System.Threading.Volatile.Read(ref value);
    }

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new();
        folder.Write("score.yaml", Samples.WithFiles);
        folder.Write("assets/source.conf", "x");
        return folder;
    }

    private static void AssertFails(TemporaryFolder folder, string code)
    {
        BuildOutcome outcome = InProcessBuild.Run(folder);
        Assert.IsFalse(outcome.Succeeded);
        Assert.IsTrue(outcome.Findings.All(f => f.Code == code && f.Severity == "error"), outcome.ToString());
        Assert.IsNotEmpty(outcome.Findings);
    }

    private static string Modes(UnixFileMode mode) =>
        string.Concat(Enumerable.Range(0, 9).Select(i => ((int)mode & (0x100 >> i)) != 0 ? "rwx"[i % 3] : '-'));
}
