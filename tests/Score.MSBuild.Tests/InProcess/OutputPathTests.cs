using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Tests.Files;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>Whatever path a property of outputs has: a finding that names the property, and nothing is written or thrown.</summary>
[TestClass]
public sealed class OutputPathTests
{
    private static readonly string Long = new('a', 300);
    private static readonly string[] WrongFiles = [
        "/", ".", "..", "sub/..", "k8s/", "folder", "NUL", "sub/con.yaml", "a\nb", Long, string.Concat(Enumerable.Repeat("abcdefg/", 600)) + "x", "file/x.yaml",
        "file/x/y.yaml", " "
    ];
    private static readonly string[] WrongFolders = [
        "/", ".", "..", "../..", "./", "obj", "obj/", "bin", ".git", ".git/mounts", "file", "file/x", "NUL", "a\nb", Long
    ];

    public static IEnumerable<object[]> Files =>
        from property in new[] { "ScoreComposeFile", "ScoreEnvFile", "ScoreK8sManifestsFile" }
        from path in WrongFiles.Append("")
        where property != "ScoreEnvFile" || path.Trim(' ').Length > 0
        select new object[] { property, path };

    public static IEnumerable<object[]> Folders =>
        from property in new[] { "ScoreMountsDirectory", "ScoreK8sManifestsDirectory" }
        from path in WrongFolders.Append("").Append(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))
        where property == "ScoreMountsDirectory" || path is not ("." or "./")
        select new object[] { property, path };

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void PathThatIsNoFileIsAFindingThatNamesTheProperty(string property, string path) => AssertRefused(property, path, "File");

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void FolderThatIsNotForOutputsIsAFindingThatNamesTheProperty(string property, string path) => AssertRefused(property, path, "Kustomize");

    [TestMethod]
    public void FolderForManifestsFileSaysWhatToSet()
    {
        using TemporaryFolder folder = Prepare();
        Finding finding = InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", "ScoreK8sManifestsFile=k8s/"]).Findings.Single(f => f.Severity == "error");
        Assert.AreEqual("'k8s/' cannot be written: it is a folder. Set the property ScoreK8sManifestsFile to the path of a file, such as 'manifests.yaml'; " +
            "for a folder with a file for each object set ScoreK8sLayout to Kustomize or Helm, and ScoreK8sManifestsDirectory to the folder.", finding.Message);
    }

    [TestMethod]
    [DataRow("ScoreEnvFile=score.yaml", "a score file")]
    [DataRow("ScoreEnvFile=app.proj", "the project")]
    [DataRow("ScoreEnvFile=compose.yaml", "an output of another property")]
    [DataRow("ScoreEnvFile=link", "a score file")]
    [DataRow("ScoreK8sManifestsFile=compose.yaml", "an output of another property")]
    public void OutputThatTheBuildReadsIsRefused(string property, string use)
    {
        using TemporaryFolder folder = Prepare();
        File.CreateSymbolicLink(folder.PathOf("link"), "score.yaml");
        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", property]);
        Finding finding = outcome.Findings.Single(f => f.Severity == "error");
        Assert.AreEqual("SCORE0642", finding.Code);
        StringAssert.Contains(finding.Message, use);
        Assert.AreEqual(Samples.WithFiles, folder.Read("score.yaml"));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [Timeout(600_000)]
    [DataRow("score.yaml", "SCORE0002")]
    [DataRow("assets/source.conf", "SCORE0213")]
    [DataRow(".score/a.provisioners.yaml", "SCORE0002")]
    [DataRow("patch.tpl", "SCORE0002")]
    [DataRow("over.yaml", "SCORE0002")]
    [DataRow(".env", "SCORE0602")]
    [DataRow("compose.yaml", "SCORE0602")]
    [DataRow(".score-compose/mounts/files/billing/web/etc/inline.conf", "SCORE0641")]
    public void NamedPipeInPlaceOfAFileIsAFindingAndDoesNotHang(string path, string code)
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("patch.tpl", "");
        folder.Write("over.yaml", "{}");
        folder.Write("app.proj", InProcessBuild.Project("""<ItemGroup><ScorePatch Include="patch.tpl" /></ItemGroup>"""));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(path))!);
        File.Delete(folder.PathOf(path));
        NamedPipe.Make(folder.PathOf(path));

        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreEnvFile=.env", "ScoreOverridesFile=over.yaml"]);

        Assert.IsFalse(outcome.Succeeded);
        CollectionAssert.Contains(outcome.Findings.Where(f => f.Severity == "error").Select(f => f.Code).ToList(), code, outcome.ToString());
        StringAssert.Contains(outcome.ToString(), code == "SCORE0641" ? "inline.conf" : "a named pipe");
        Assert.IsTrue(File.Exists(folder.PathOf(path)));
        Assert.AreEqual(0, new FileInfo(folder.PathOf(path)).Length);
    }

    private static void AssertRefused(string property, string path, string layout)
    {
        using TemporaryFolder folder = Prepare();
        folder.Write("file", "mine");
        Directory.CreateDirectory(folder.PathOf("folder"));
        Directory.CreateDirectory(folder.PathOf(".git"));
        string[] before = Directory.GetFileSystemEntries(folder.Root, "*", SearchOption.AllDirectories);

        BuildOutcome outcome = InProcessBuild.Run(folder, ["ScoreGenerateK8s=true", $"ScoreK8sLayout={layout}", "BaseOutputPath=bin/", $"{property}={path}"]);

        Finding finding = outcome.Findings.First(f => f.Severity == "error");
        Assert.IsTrue(finding.Code is "SCORE0602" or "SCORE0640", outcome.ToString());
        StringAssert.Contains(finding.Message, property);
        Assert.AreEqual("app.proj", Path.GetFileName(finding.File));
        Assert.IsFalse(outcome.Messages.Any(m => m.Contains("   at Score", StringComparison.Ordinal)));
        Assert.IsTrue(before.All(Path.Exists));
        Assert.AreEqual("mine", folder.Read("file"));
    }

    private static TemporaryFolder Prepare()
    {
        TemporaryFolder folder = new();
        folder.Write("app.proj", InProcessBuild.Project());
        folder.Write("score.yaml", Samples.WithFiles);
        folder.Write("assets/source.conf", "x");
        return folder;
    }
}
