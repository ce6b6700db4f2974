using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Tests.Specification;

[TestClass]
public sealed class FileContentsTests
{
    [TestMethod]
    [DataRow("conf/app.ini")]
    [DataRow("./conf//app.ini")]
    [DataRow("conf/../conf/app.ini")]
    [DataRow("linked/app.ini")]
    [DataRow("linked.ini")]
    public void SourceInsideTheFolderIsRead(string source)
    {
        using TemporaryFolder folder = new();
        folder.Write("conf/app.ini", "hello");
        Directory.CreateSymbolicLink(folder.File("linked"), folder.File("conf"));
        File.CreateSymbolicLink(folder.File("linked.ini"), folder.File("conf/app.ini"));
        Assert.AreEqual("hello", Load(folder, source, out string findings)?.Text, findings);
        Assert.AreEqual("", findings);
    }

    [TestMethod]
    [DataRow("nope.ini", "SCORE0210 The file 'nope.ini' does not exist in the folder of the score file. Create it, or correct the path.")]
    [DataRow("no/pe.ini", "SCORE0210 The file 'no/pe.ini' does not exist in the folder of the score file. Create it, or correct the path.")]
    [DataRow("/etc/hostname", "SCORE0211 The file '/etc/hostname' must be named by a path relative to the folder of the score file.")]
    [DataRow("C:\\a", "SCORE0211 The file 'C:\\a' must be named by a path relative to the folder of the score file.")]
    [DataRow("\\\\server\\a", "SCORE0211 The file '\\\\server\\a' must be named by a path relative to the folder of the score file.")]
    [DataRow("../a", "SCORE0212 The file '../a' is outside the folder of the score file. Move it inside.")]
    [DataRow("conf/../../a", "SCORE0212 The file 'conf/../../a' is outside the folder of the score file. Move it inside.")]
    [DataRow("conf", "SCORE0213 The file 'conf' cannot be used: it is a folder.")]
    [DataRow(".", "SCORE0213 The file '.' cannot be used: it is a folder.")]
    public void SourceThatCannotBeUsedIsReported(string source, string finding)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("conf"));
        Assert.IsNull(Load(folder, source, out string findings));
        Assert.AreEqual("(7,27): " + finding, findings);
    }

    [TestMethod]
    [DataRow("out.ini")]
    [DataRow("out/a.ini")]
    public void SourceThatALinkLeadsOutsideIsReported(string source)
    {
        using TemporaryFolder outside = new();
        using TemporaryFolder folder = new();
        outside.Write("a.ini", "secret");
        File.CreateSymbolicLink(folder.File("out.ini"), outside.File("a.ini"));
        Directory.CreateSymbolicLink(folder.File("out"), outside.Path);
        Assert.IsNull(Load(folder, source, out string findings));
        Assert.AreEqual($"(7,27): SCORE0212 The file '{source}' is outside the folder of the score file because a link leads there. Move it inside.", findings);
    }

    [TestMethod]
    public void LinkThatLeadsNowhereDoesNotExist()
    {
        using TemporaryFolder folder = new();
        File.CreateSymbolicLink(folder.File("a"), folder.File("missing"));
        Assert.IsNull(Load(folder, "a", out string findings));
        StringAssert.Contains(findings, "SCORE0210", System.StringComparison.Ordinal);
    }

    [TestMethod]
    public void FolderOfTheScoreFileMayItselfBeALink()
    {
        using TemporaryFolder folder = new();
        folder.Write("real/a.ini", "hello");
        Directory.CreateSymbolicLink(folder.File("link"), folder.File("real"));
        DiagnosticBag bag = new();
        string path = folder.File("link/score.yaml");
        LoadedWorkload loaded = WorkloadLoader.Load(new SourceText(path, Check.Container + "    files: {/a: {source: a.ini}}\n"), path, bag)!;
        Assert.AreEqual("", Check.Show(bag.ToSortedList()));
        Assert.AreEqual("hello", loaded.Files[loaded.Workload.Containers[0].Files[0]]!.Text);
    }

    [TestMethod]
    public void SourceOverTheLimitIsReported()
    {
        using TemporaryFolder folder = new();
        using (FileStream stream = File.Create(folder.File("big"))) stream.SetLength(FileContents.SourceSize + 1);
        Assert.IsNull(Load(folder, "big", out string findings));
        Assert.AreEqual("(7,27): SCORE0213 The file 'big' cannot be used: it is larger than 16 MiB.", findings);
    }

    [TestMethod]
    public void SourceThatIsNoTextIsCopiedByteForByte()
    {
        using TemporaryFolder folder = new();
        byte[] bytes = [0xFF, 0x00, (byte)'$', (byte)'{', (byte)'x', (byte)'}'];
        folder.Write("logo.png", bytes);
        FileContent content = Load(folder, "logo.png", out string findings)!;
        Assert.AreEqual("", findings);
        CollectionAssert.AreEqual(bytes, content.Bytes);
    }

    [TestMethod]
    public void ByteOrderMarkOfASourceIsKept()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.txt", "\uFEFFx");
        Assert.AreEqual("\uFEFFx", Load(folder, "a.txt", out _)!.Text);
    }

    [TestMethod]
    [DataRow("!!!!")]
    [DataRow("abc")]
    [DataRow("YWJj=")]
    [DataRow("YWJ_")]
    public void InvalidBase64IsReportedAtItsText(string text) =>
        Check.Finds($"{Check.Container}    files: {{/a: {{binaryContent: «\"{text}\"»}}}}\n", "SCORE0214", "not valid base64");

    [TestMethod]
    public void Base64MayHaveLineBreaks() => Check.FindsNothing(Check.Container + "    files: {/a: {binaryContent: \"YW\\nJj\"}}\n");

    [TestMethod]
    public void SourcesAreListedWhetherTheyExistOrNot()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("score.yaml");
        LoadedWorkload loaded = WorkloadLoader.Load(
            new SourceText(path, Check.Container + "    files: {/b: {source: b}, /a: {source: a}, /c: {source: ../c}}\n"), path, new DiagnosticBag())!;
        Assert.AreEqual($"{folder.File("a")}|{folder.File("b")}", string.Join("|", loaded.Files.Sources));
    }

    private static FileContent? Load(TemporaryFolder folder, string source, out string findings)
    {
        string path = folder.File("score.yaml");
        DiagnosticBag bag = new();
        byte[] text = Encoding.UTF8.GetBytes($"{Check.Container}    files: {{'/a': {{source: '{source}'}}}}\n");
        LoadedWorkload loaded = WorkloadLoader.Load(SourceReader.Decode(path, text, bag)!, path, bag)!;
        findings = string.Join("\n", bag.ToSortedList().Select(f => $"({f.Span.Line},{f.Span.Column - 1}): {f.Descriptor.Code} {f.Message}"));
        return loaded.Files[loaded.Workload.Containers[0].Files[0]];
    }
}
