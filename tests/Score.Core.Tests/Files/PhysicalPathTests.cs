using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Files;

namespace Score.Core.Tests.Files;

[TestClass]
public sealed class PhysicalPathTests
{
    [TestMethod]
    public void LinksOnTheWayAndAtTheEndAreFollowed()
    {
        using TemporaryFolder folder = new();
        string real = folder.Write("real/a", "x");
        Link(folder.File("folder"), folder.File("real"));
        File.CreateSymbolicLink(folder.File("file"), folder.File("folder/a"));
        Assert.AreEqual(PhysicalPath.Of(real), PhysicalPath.Of(folder.File("folder/a")));
        Assert.AreEqual(PhysicalPath.Of(real), PhysicalPath.Of(folder.File("file")));
    }

    [TestMethod]
    public void MissingFileHasNoPhysicalPathButItsFolderDoes()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("real"));
        Link(folder.File("link"), folder.File("real"));
        Assert.IsNull(PhysicalPath.Of(folder.File("link/missing")));
        Assert.AreEqual(
            Path.Combine(PhysicalPath.Of(folder.File("real"))!, "missing", "more"),
            PhysicalPath.OfPossiblyMissing(folder.File("link/missing/more")));
    }

    [TestMethod]
    public void NamesOutsideAsciiAreKept()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("ü😀", "x");
        StringAssert.EndsWith(PhysicalPath.Of(path)!, "ü😀", System.StringComparison.Ordinal);
    }

    [TestMethod]
    public void FolderWhoseNameBeginsAlikeIsNotAbove()
    {
        string root = Path.Combine(Path.GetTempPath(), "app");
        Assert.IsTrue(PhysicalPath.IsBelow(Path.Combine(root, "a"), root));
        Assert.IsTrue(PhysicalPath.IsBelow(Path.Combine(root, "a"), root + Path.DirectorySeparatorChar));
        Assert.IsFalse(PhysicalPath.IsBelow(root + "lication", root));
        Assert.IsFalse(PhysicalPath.IsBelow(root, root));
    }

    [TestMethod]
    public void FileIsContainedInItsFolderUnlessALinkLeadsOut()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("root"));
        Directory.CreateDirectory(folder.File("elsewhere"));
        Link(folder.File("root/link"), folder.File("elsewhere"));
        Assert.IsTrue(PhysicalPath.IsContained(folder.File("root/a"), folder.File("root")));
        Assert.IsTrue(PhysicalPath.IsContained(folder.File("root/b/a"), folder.File("root")));
        Assert.IsTrue(PhysicalPath.IsContained(folder.File("missing/a"), folder.File("missing")));
        Assert.IsFalse(PhysicalPath.IsContained(folder.File("root/link/a"), folder.File("root")));
        Assert.IsFalse(PhysicalPath.IsContained(folder.File("elsewhere/a"), folder.File("root")));
    }

    private static void Link(string link, string target) => Directory.CreateSymbolicLink(link, target);
}
