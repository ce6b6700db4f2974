using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Tests.Compose;

namespace Score.Core.Tests.Resources;

[TestClass]
public sealed class RenderedSectionsTests
{
    [TestMethod]
    public void EachSectionIsKeptAlsoWhenItIsNotYaml()
    {
        using TemporaryFolder folder = new();
        Translated result = Run(folder, "  init: '{a: {{ .Id }}}'\n  outputs: |\n    host: {{ \"a: b: c\" }}\n");
        StringAssert.StartsWith(result.Findings, "SCORE0318", StringComparison.Ordinal);
        Assert.AreEqual("{a: shop.res}", File.ReadAllText(folder.File("rendered/cache.default#shop.res/init.yaml")));
        Assert.AreEqual("host: a: b: c", File.ReadAllText(folder.File("rendered/cache.default#shop.res/outputs.yaml")));
        if (OperatingSystem.IsWindows()) return;
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("rendered/cache.default#shop.res/outputs.yaml")));
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.File("rendered")));
    }

    [TestMethod]
    public void TypesThatDifferInCapitalsOnlyHaveFoldersThatDifferInMore()
    {
        using TemporaryFolder folder = new();
        string provisioners = "- uri: template://a\n  type: Cache\n  outputs: '{host: a}'\n- uri: template://b\n  type: cache\n  outputs: '{host: b}'\n" +
            "- uri: template://c\n  type: nul\n  outputs: '{host: c}'\n";
        Translated.From([Check.Container + "resources:\n  one: {type: Cache, id: same}\n  two: {type: cache, id: same}\n  three: {type: nul, id: same}\n"],
            provisioners: Provisioned.Read(provisioners), with: o => o with { RenderedFolder = folder.File("rendered") });
        CollectionAssert.AreEquivalent((string[])["!cache.default#same", "cache.default#same", "!nul.default#same"],
            Directory.GetDirectories(folder.File("rendered")).Select(d => Path.GetFileName(d)).ToList());
    }

    [TestMethod]
    public void FolderThatCannotBeMadeIsAnError()
    {
        using TemporaryFolder folder = new();
        folder.Write("rendered", "a file");
        StringAssert.Contains(Run(folder, "  outputs: '{host: a}'\n").Findings, "SCORE0602", StringComparison.Ordinal);
    }

    private static Translated Run(TemporaryFolder folder, string keys) =>
        Translated.From([Provisioned.Score], provisioners: Provisioned.Read("- uri: template://test/cache\n  type: cache\n" + keys),
            with: o => o with { RenderedFolder = folder.File("rendered") });
}
