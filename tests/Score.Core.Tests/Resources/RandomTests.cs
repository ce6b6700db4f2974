using System;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Resources;

namespace Score.Core.Tests.Resources;

[TestClass]
public sealed class RandomTests
{
    [TestMethod]
    public void SamePlaceGivesTheSameBytes()
    {
        Assert.AreEqual(Draw(), Draw());
        Assert.AreEqual("cabb28148b", Draw()[..10].ToLowerInvariant(), "changing the stream changes everybody's passwords");
        string[] all = [
            Draw(), Draw(seed: 2), Draw(project: "q"), Draw(uid: "v"), Draw(section: "t"), Draw(project: "pu", uid: ""), Draw(calls: 1),
            Draw(platform: "Kubernetes")
        ];
        CollectionAssert.AllItemsAreUnique(all);
    }

    [TestMethod]
    public void SeedFileIsMadeOnceAndKept()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "a", "seed");
        byte[] seed = Seed.Load(path);
        Assert.HasCount(32, seed);
        CollectionAssert.AreEqual(seed, Seed.Load(path));
        Assert.HasCount(1, Directory.GetFiles(Path.GetDirectoryName(path)!));
        if (!OperatingSystem.IsWindows()) Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [TestMethod]
    public void SeedFileThatCannotBeUsedIsAnError()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "seed");
        File.WriteAllText(path, "short");
        StringAssert.Contains(Assert.ThrowsExactly<SeedException>(() => Seed.Load(path)).Message, "5 bytes in place of 32", StringComparison.Ordinal);
        Assert.ThrowsExactly<SeedException>(() => Seed.Load(Path.Combine(path, "below")));
        Assert.ThrowsExactly<SeedException>(() => Seed.Load(folder.Path));
        Assert.ThrowsExactly<SeedException>(() => Seed.Load(""));
    }

    private static string Draw(byte seed = 1, string project = "p", string uid = "u", string section = "s", int calls = 0, string platform = "")
    {
        KeyedRandom random = new(() => [seed], new RandomScope(platform, project), uid, section);
        byte[] bytes = new byte[40];
        for (int i = 0; i <= calls; i++) random.Fill(bytes);
        return Convert.ToHexString(bytes);
    }
}
