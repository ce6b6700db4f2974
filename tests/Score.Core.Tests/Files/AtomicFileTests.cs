using System;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Text;
using System.Threading;
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
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    [DataRow("600")]
    [DataRow("640")]
    [DataRow("755")]
    public void ReplacedFileKeepsItsMode(string mode)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a", "old");
        File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(mode, 8));
        Assert.IsTrue(AtomicFile.WriteIfDifferent(path, [1]));
        Assert.AreEqual(mode, Convert.ToString((int)File.GetUnixFileMode(path), 8));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void LinkStaysALinkAndItsTargetIsWritten(bool isThere)
    {
        using TemporaryFolder folder = new();
        string target = folder.File("real/a");
        Directory.CreateDirectory(folder.File("real"));
        if (isThere) File.WriteAllText(target, "old");
        Directory.CreateDirectory(folder.File("links"));
        Directory.CreateSymbolicLink(folder.File("links/folder"), Path.Combine("..", "real"));
        File.CreateSymbolicLink(folder.File("real/second"), "a");
        File.CreateSymbolicLink(folder.File("links/first"), Path.Combine("folder", "second"));

        Assert.IsTrue(AtomicFile.WriteIfDifferent(folder.File("links/first"), "new"u8.ToArray()));

        Assert.AreEqual("new", File.ReadAllText(target));
        Assert.AreEqual(Path.Combine("folder", "second"), new FileInfo(folder.File("links/first")).LinkTarget);
        Assert.AreEqual("a", new FileInfo(folder.File("real/second")).LinkTarget);
        Assert.IsFalse(AtomicFile.WriteIfDifferent(folder.File("links/first"), "new"u8.ToArray()));
    }

    [TestMethod]
    public void LinksInACircleAreAnError()
    {
        using TemporaryFolder folder = new();
        File.CreateSymbolicLink(folder.File("a"), "b");
        File.CreateSymbolicLink(folder.File("b"), "a");
        Assert.ThrowsExactly<IOException>(() => AtomicFile.WriteIfDifferent(folder.File("a"), [1]));
    }

    [TestMethod]
    [DataRow("root/in", true)]
    [DataRow("root/out", false)]
    [DataRow("root/dangling", false)]
    [DataRow("root/folder/a", false)]
    public void FileStaysInItsRootWhateverLinksThereAre(string name, bool isWritten)
    {
        using TemporaryFolder folder = new();
        folder.Write("elsewhere/a", "user's");
        Directory.CreateDirectory(folder.File("root"));
        File.CreateSymbolicLink(folder.File("root/in"), "real");
        File.CreateSymbolicLink(folder.File("root/out"), folder.File("elsewhere/a"));
        File.CreateSymbolicLink(folder.File("root/dangling"), folder.File("elsewhere/b"));
        Directory.CreateSymbolicLink(folder.File("root/folder"), folder.File("elsewhere"));

        void Write() => AtomicFile.WriteIfDifferent(folder.File(name), "new"u8.ToArray(), root: folder.File("root"));
        if (isWritten) Write();
        else Assert.ThrowsExactly<IOException>(Write);

        Assert.AreEqual(isWritten, File.Exists(folder.File("root/real")));
        Assert.AreEqual("user's", File.ReadAllText(folder.File("elsewhere/a")));
        Assert.HasCount(1, Directory.GetFileSystemEntries(folder.File("elsewhere")));
    }

    [TestMethod]
    public async Task FolderThatBecomesALinkMeanwhileGetsNothing()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("root/real"));
        Directory.CreateDirectory(folder.File("elsewhere"));
        bool done = false;
        Task swapping = Task.Run(() =>
        {
            while (!Volatile.Read(ref done)) Swap(folder);
        });
        int refused = 0;
        for (int i = 0; i < 2000; i++)
        {
            try
            {
                AtomicFile.WriteIfDifferent(folder.File("root/real/a"), BitConverter.GetBytes(i), root: folder.File("root"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                refused++;
            }

            Assert.IsFalse(File.Exists(folder.File("elsewhere/a")));
        }

        Volatile.Write(ref done, true);
        await swapping;
        Assert.IsGreaterThan(0, refused);
        if (OperatingSystem.IsLinux()) Assert.IsEmpty(Directory.GetFileSystemEntries(folder.File("elsewhere")));
    }

    private static void Swap(TemporaryFolder folder)
    {
        try
        {
            Directory.Move(folder.File("root/real"), folder.File("kept"));
            Directory.CreateSymbolicLink(folder.File("root/real"), folder.File("elsewhere"));
            Directory.Delete(folder.File("root/real"));
            Directory.Move(folder.File("kept"), folder.File("root/real"));
        }
        catch (IOException)
        {
            // The writer makes missing folders, which may be in the way.
            if (!Directory.Exists(folder.File("kept"))) return;
            if (Directory.Exists(folder.File("root/real"))) Directory.Delete(folder.File("kept"), recursive: true);
            else Directory.Move(folder.File("kept"), folder.File("root/real"));
        }
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow(0)]
    [DataRow(1)]
    [Timeout(300_000)]
    public void NamedPipeIsAnErrorAndStays(int length)
    {
        using TemporaryFolder folder = new();
        NamedPipe.Make(folder.File("a"));
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => AtomicFile.WriteIfDifferent(folder.File("a"), new byte[length])).Message, "a named pipe");
        Assert.AreEqual("a named pipe", UnixFile.SpecialKind(folder.File("a")));
    }

    [TestMethod]
    public void WhatAKilledBuildLeftIsDeletedAndNothingElse()
    {
        using TemporaryFolder folder = new();
        string mine = TemporaryFile.NewPath(folder.Path);
        string abandoned = folder.Write($".score-{int.MaxValue}-{Guid.NewGuid():N}.tmp", "x");
        string old = folder.Write($".score-{Environment.ProcessId}-{Guid.NewGuid():N}.tmp", "x");
        File.SetLastWriteTimeUtc(old, LongAgo);
        TemporaryFile.Write(mine, [1], isPrivate: true);
        string[] others = [folder.Write(".score-notes.tmp", "x"), folder.Write(".score-1-2.tmp", "x"), folder.Write(".score.yaml", "x")];

        TemporaryFile.DeleteAbandoned(folder.Path);

        Assert.IsFalse(File.Exists(abandoned));
        Assert.IsFalse(File.Exists(old));
        Assert.IsTrue(others.Append(mine).All(File.Exists));
        TemporaryFile.DeleteAbandoned(folder.File("missing"));
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
