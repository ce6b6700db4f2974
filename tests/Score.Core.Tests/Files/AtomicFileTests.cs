using System;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Files;

namespace Score.Core.Tests.Files;

[TestClass]
public sealed class AtomicFileTests
{
    private static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    [TestMethod]
    public void UnchangedContentKeepsItsTime()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a", "same");
        File.SetLastWriteTimeUtc(path, LongAgo);
        Assert.IsFalse(AtomicFile.WriteIfDifferent(path, "same"u8.ToArray()));
        Assert.AreEqual(LongAgo, File.GetLastWriteTimeUtc(path));
    }

    [TestMethod]
    [DataRow("other")]
    [DataRow("sane")]
    [DataRow("")]
    public void ChangedContentIsWrittenAndLeavesNothingElse(string content)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a", "same");
        Assert.IsTrue(AtomicFile.WriteIfDifferent(path, Encoding.UTF8.GetBytes(content)));
        Assert.AreEqual(content, File.ReadAllText(path));
        Assert.AreEqual("a", string.Join(" ", Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName)));
    }

    [TestMethod]
    public void MissingFoldersAreMade()
    {
        using TemporaryFolder folder = new();
        AtomicFile.WriteIfDifferent(folder.File("a/b/c"), [1]);
        Assert.AreEqual(1, File.ReadAllBytes(folder.File("a/b/c"))[0]);
    }

    [TestMethod]
    public void FileThatWasMadeReadOnlyStaysAsItIs()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a", "kept");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.ThrowsExactly<UnauthorizedAccessException>(() => AtomicFile.WriteIfDifferent(path, [1]));
        File.SetAttributes(path, FileAttributes.Normal);
        Assert.AreEqual("kept", File.ReadAllText(path));
    }

    [TestMethod]
    public void FolderInTheWayIsAnErrorAndStays()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("a"));
        try
        {
            AtomicFile.WriteIfDifferent(folder.File("a"), [1]);
            Assert.Fail("a folder was replaced");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Assert.IsTrue(Directory.Exists(folder.File("a")));
            Assert.HasCount(1, Directory.GetFileSystemEntries(folder.Path));
        }
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void ModeIsSetAlsoWhenTheContentIsTheSame()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("a");
        AtomicFile.WriteIfDifferent(path, [1], Convert.ToInt32("755", 8));
        Assert.AreEqual("755", Convert.ToString((int)File.GetUnixFileMode(path), 8));
        AtomicFile.WriteIfDifferent(path, [1], Convert.ToInt32("600", 8));
        Assert.AreEqual("600", Convert.ToString((int)File.GetUnixFileMode(path), 8));
    }

    [TestMethod]
    public void ReadersSeeTheOldContentOrTheNewOne()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a", new string('0', 50_000));
        Task writer = Task.Run(() =>
        {
            for (int i = 0; i < 50; i++) AtomicFile.WriteIfDifferent(path, Encoding.UTF8.GetBytes(new string((char)('0' + (i % 10)), 50_000)));
        });
        while (!writer.IsCompleted)
        {
            string seen = File.ReadAllText(path);
            Assert.AreEqual(50_000, seen.Length);
            Assert.IsTrue(seen.All(c => c == seen[0]));
        }

        writer.GetAwaiter().GetResult();
    }
}
