using System;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Yaml;

namespace Score.Core.Tests.Files;

[TestClass]
public sealed class BoundedFileTests
{
    [TestMethod]
    public void MissingFileIsReportedAsTheUserNamedIt()
    {
        using TemporaryFolder folder = new();
        Assert.AreEqual("SCORE0001 'sub/score.yaml' does not exist. Create it, or correct the item or property that names it.",
            Read("sub/score.yaml", folder.File("sub/score.yaml")));
    }

    [TestMethod]
    public void FolderIsReportedAsUnreadable()
    {
        using TemporaryFolder folder = new();
        Assert.AreEqual("SCORE0002 'x' cannot be read: it is a folder.", Read("x", folder.Path));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void FileWithoutPermissionIsReportedAsUnreadable()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("score.yaml", "x");
        if (Environment.IsPrivilegedProcess) Assert.Inconclusive("A privileged user can read every file.");
        File.SetUnixFileMode(path, UnixFileMode.None);
        StringAssert.StartsWith(Read("score.yaml", path), "SCORE0002 'score.yaml' cannot be read: access is denied.", StringComparison.Ordinal);
    }

    [TestMethod]
    public void PathThatNoSystemTakesIsReported()
    {
        string path = Path.Combine(Path.GetTempPath(), string.Concat(Enumerable.Repeat("aaaaaaa/", 1000)));
        Assert.AreEqual("SCORE0002 'a' cannot be read: its path is too long.", Read("a", path));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void NameThatNoSystemTakesIsReportedWithoutRepeatingIt()
    {
        BoundedFileResult result = BoundedFile.Read(Path.Combine(Path.GetTempPath(), new string('a', 3000)), 10);
        Assert.IsNull(result.Bytes);
        Assert.IsLessThan(200, result.Detail.Length);
    }

    [TestMethod]
    public void FileOverTheLimitIsNotRead()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("score.yaml");
        using (FileStream stream = File.Create(path)) stream.SetLength(100L * 1024 * 1024);
        Assert.AreEqual(
            "SCORE0003 'score.yaml' cannot be read: it is larger than 2 MiB. Move large content to files that a container names by 'source'.",
            Read("score.yaml", path));
    }

    [TestMethod]
    public void FileOfExactlyTheLimitIsRead()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a", "1234567890");
        Assert.AreEqual(10, BoundedFile.Read(path, 10).Bytes!.Length);
        Assert.AreEqual(BoundedFileProblem.TooLarge, BoundedFile.Read(path, 9).Problem);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [Timeout(300_000)]
    public void WhatIsNoRegularFileIsNotOpened()
    {
        using TemporaryFolder folder = new();
        NamedPipe.Make(folder.File("pipe"));
        File.CreateSymbolicLink(folder.File("link"), "pipe");
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder.File("socket")));
        Assert.AreEqual("SCORE0002 'x' cannot be read: it is a named pipe, not a file.", Read("x", folder.File("pipe")));
        Assert.AreEqual("SCORE0002 'x' cannot be read: it is a named pipe, not a file.", Read("x", folder.File("link")));
        Assert.AreEqual("SCORE0002 'x' cannot be read: it is a socket, not a file.", Read("x", folder.File("socket")));
        Assert.AreEqual("SCORE0002 'x' cannot be read: it is a device, not a file.", Read("x", "/dev/zero"));
    }

    [TestMethod]
    public void EmptyFilesAndLinksToFilesAreRead()
    {
        using TemporaryFolder folder = new();
        Assert.IsEmpty(BoundedFile.Read(folder.Write("empty", ""), 10).Bytes!);
        folder.Write("a", "text");
        File.CreateSymbolicLink(folder.File("link"), "a");
        File.CreateSymbolicLink(folder.File("dangling"), "missing");
        Assert.HasCount(4, BoundedFile.Read(folder.File("link"), 10).Bytes!);
        Assert.AreEqual(BoundedFileProblem.NotFound, BoundedFile.Read(folder.File("dangling"), 10).Problem);
    }

    private static string Read(string shown, string path)
    {
        DiagnosticBag bag = new();
        Assert.IsNull(SourceReader.ReadBytes(shown, path, bag));
        Diagnostic finding = bag.ToSortedList().Single();
        Assert.AreEqual(SourceSpan.WholeFile(path), finding.Span);
        return $"{finding.Descriptor.Code} {finding.Message}";
    }
}
