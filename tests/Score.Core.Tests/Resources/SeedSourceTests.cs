using System;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;
using Score.Core.Resources;

namespace Score.Core.Tests.Resources;

[TestClass]
public sealed class SeedSourceTests
{
    [TestMethod]
    public void WhatTheBuildGivesGoesBeforeSecretsAndFiles()
    {
        using TemporaryFolder folder = new();
        string secrets = Private(folder.Write("secrets.json", "\uFEFF{\"Other\": 1, \"Score\": {\"Seed\": \"nested\"}}"));
        string user = folder.File("user/seed");
        SeedSource all = new(new(), SourceSpan.None)
        {
            Text = "text",
            TextFile = Private(folder.Write("file", "file\r\n")),
            UserSecrets = secrets,
            UserFile = user,
        };
        Assert.AreEqual("text", Load(all));
        Assert.AreEqual("file", Load(new(new(), SourceSpan.None) { TextFile = all.TextFile, UserSecrets = secrets, UserFile = user }));
        SeedSource nested = new(new(), SourceSpan.None) { UserSecrets = secrets, UserFile = user };
        Assert.AreEqual("nested", Load(nested));
        Assert.AreEqual(secrets, nested.File);
        Assert.IsFalse(File.Exists(user));
        folder.Write("secrets.json", "{\"score:seed\": \"flat\"}");
        Assert.AreEqual("flat", Load(new(new(), SourceSpan.None) { UserSecrets = secrets, UserFile = user }));

        folder.Write("secrets.json", "{\"a\": ");
        SeedSource made = new(new(), SourceSpan.None) { UserSecrets = secrets, UserFile = user };
        Assert.HasCount(32, made.Load());
        Assert.IsTrue(made.WasMade);
        Assert.AreEqual(user, made.File);
        SeedSource again = new(new(), SourceSpan.None) { UserFile = user };
        CollectionAssert.AreEqual(made.Load(), again.Load());
        Assert.IsFalse(again.WasMade);
    }

    [TestMethod]
    public void ProjectHasTheSeedWhereTheUserCannotAndKeepsIt()
    {
        using TemporaryFolder folder = new();
        folder.Write("file", "");
        foreach (string user in new[] { "", folder.File("file/below/seed") })
        {
            DiagnosticBag bag = new();
            SeedSource source = new(bag, SourceSpan.None) { UserFile = user, ProjectFile = folder.File("obj/app.seed") };
            Assert.HasCount(32, source.Load());
            StringAssert.StartsWith(Check.Show(bag.ToSortedList()), "SCORE0692", StringComparison.Ordinal);
            CollectionAssert.AreEqual(source.Load(), File.ReadAllBytes(folder.File("obj/app.seed")));
        }

        Assert.ThrowsExactly<SeedException>(() => new SeedSource(new(), SourceSpan.None) { UserFile = "" }.Load());
    }

    [TestMethod]
    public void FileThatIsThereAndUnusableIsNotReplacedByAnother()
    {
        using TemporaryFolder folder = new();
        SeedSource source = new(new(), SourceSpan.None) { UserFile = folder.Write("seed", ""), ProjectFile = folder.File("obj/app.seed") };
        StringAssert.Contains(Assert.ThrowsExactly<SeedException>(source.Load).Message, "0 bytes in place of 32", StringComparison.Ordinal);
        Assert.IsFalse(File.Exists(folder.File("obj/app.seed")));
    }

    [TestMethod]
    public void NothingIsMadeWhenNothingMayBeWritten()
    {
        using TemporaryFolder folder = new();
        SeedSource source = new(new(), SourceSpan.None) { UserFile = folder.File("user/seed"), ProjectFile = folder.File("obj/app.seed"), IsReadOnly = true };
        Assert.IsNotEmpty(source.Load());
        Assert.IsEmpty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [TestMethod]
    public void FileThatEverybodyMayReadIsAWarning()
    {
        if (OperatingSystem.IsWindows()) return; // It has no modes.
        using TemporaryFolder folder = new();
        string path = folder.Write("seed", "x");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        DiagnosticBag bag = new();
        Load(new(bag, SourceSpan.None) { TextFile = path });
        StringAssert.StartsWith(Check.Show(bag.ToSortedList()), "SCORE0693", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("..")]
    [DataRow("a/b")]
    [DataRow("a\\b")]
    public void IdThatIsNoFolderHasNoSecrets(string id) => Assert.AreEqual("", SeedSource.UserSecretsOf(id));

    private static string Private(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    private static string Load(SeedSource source) => Encoding.UTF8.GetString(source.Load().ToArray());
}
