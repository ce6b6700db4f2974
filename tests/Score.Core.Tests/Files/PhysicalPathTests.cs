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

    private static void Link(string link, string target) => Directory.CreateSymbolicLink(link, target);
}
