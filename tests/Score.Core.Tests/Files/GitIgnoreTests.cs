using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Files;

namespace Score.Core.Tests.Files;

[TestClass]
public sealed class GitIgnoreTests
{
    [TestMethod]
    [DataRow(".env", true)]
    [DataRow("/src/app/.env", true)]
    [DataRow("/.env", false)]
    [DataRow("src/", true)]
    [DataRow("app", true)]
    [DataRow("app/", true)]
    [DataRow(".env/", false)]
    [DataRow("*.env", true)]
    [DataRow("*", true)]
    [DataRow(".e?v", true)]
    [DataRow(".[de]nv", true)]
    [DataRow(".[!e]nv", false)]
    [DataRow(".[a-f]nv", true)]
    [DataRow("**/.env", true)]
    [DataRow("src/**/.env", true)]
    [DataRow("src/**", true)]
    [DataRow("**/app/.env", true)]
    [DataRow("src/*/.env", true)]
    [DataRow("src/*.env", false)]
    [DataRow("# .env", false)]
    [DataRow("\\.env", true)]
    [DataRow(".env  ", true)]
    [DataRow(".env\r\n", true)]
    [DataRow("\uFEFF.env", true)]
    [DataRow(".env\n!.env", false)]
    [DataRow("!.env\n.env", true)]
    [DataRow("src/\n!src/app/.env", true)]
    [DataRow(".env.local", false)]
    [DataRow("env", false)]
    [DataRow("", false)]
    public void PatternsOfTheRootAreGits(string text, bool covers)
    {
        using TemporaryFolder folder = Repository();
        File.WriteAllText(folder.File(".gitignore"), text);
        Assert.AreEqual(covers, GitIgnore.Covers(Env(folder)));
    }

    [TestMethod]
    public void FileOfANearerFolderGoesBefore()
    {
        using TemporaryFolder folder = Repository();
        File.WriteAllText(folder.File(".gitignore"), ".env");
        File.WriteAllText(Path.Combine(folder.Path, "src", ".gitignore"), "!/app/.env");
        Assert.IsFalse(GitIgnore.Covers(Env(folder)));
        File.WriteAllText(Path.Combine(folder.Path, "src", "app", ".gitignore"), "/.env");
        Assert.IsTrue(GitIgnore.Covers(Env(folder)));
    }

    [TestMethod]
    public void ExcludeFileOfTheRepositoryCounts()
    {
        using TemporaryFolder folder = Repository();
        Directory.CreateDirectory(Path.Combine(folder.Path, ".git", "info"));
        File.WriteAllText(Path.Combine(folder.Path, ".git", "info", "exclude"), ".env");
        Assert.IsTrue(GitIgnore.Covers(Env(folder)));
    }

    [TestMethod]
    public void WithoutARepositoryThereIsNothingToSay()
    {
        using TemporaryFolder folder = new();
        Assert.IsNull(GitIgnore.Covers(folder.File(".env")));
    }

    private static TemporaryFolder Repository()
    {
        TemporaryFolder folder = new();
        Directory.CreateDirectory(Path.Combine(folder.Path, ".git"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "src", "app"));
        return folder;
    }

    private static string Env(TemporaryFolder folder) => Path.Combine(folder.Path, "src", "app", ".env");
}
