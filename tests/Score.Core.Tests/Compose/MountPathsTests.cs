using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Compose;

[TestClass]
public sealed class MountPathsTests
{
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "com0", "com1", "com9", "lpt1"];

    [TestMethod]
    public void OrdinaryPathIsFoundUnderItsContainer() => Assert.AreEqual("files/shop/web/etc/app/settings.json", Path("/etc/app/settings.json"));

    [TestMethod]
    [DataRow("/etc/my file")]
    [DataRow("/etc/ü")]
    [DataRow("/etc/a:b")]
    [DataRow("/etc/con")]
    [DataRow("/etc/NUL.txt")]
    [DataRow("/aux/x")]
    [DataRow("/etc/x.")]
    [DataRow("/etc/...")]
    [DataRow("/etc/a\\b")]
    public void PathThatSomeSystemCannotHoldIsChanged(string target)
    {
        string path = Path(target);
        StringAssert.Matches(path, new("^files/shop/web/[A-Za-z0-9._+=/-]+-[0-9a-f]{8}$"));
        IsPortable(path);
    }

    [TestMethod]
    public void WindowsPathHasItsDriveAsAFolder() => Assert.AreEqual("files/shop/web/C/app/x.ini", Path("C:\\app\\x.ini"));

    [TestMethod]
    public void LongNamesAreCutAndStayDistinct()
    {
        string name = new('a', 300);
        AreDistinct([$"/etc/{name}1", $"/etc/{name}2", $"/{name}1/x", $"/{name}2/x"]);
    }

    [TestMethod]
    public void NamesThatDifferInCaseOnlyStayDistinct() => AreDistinct(["/etc/App", "/etc/app", "/etc/APP", "/ETC/app"]);

    [TestMethod]
    public void FileAndFolderThatDifferInCaseOnlyStayDistinct() => AreDistinct(["/etc/App", "/etc/app/x", "/ETC", "/b/C", "/B/c/d"]);

    [TestMethod]
    public void NamesMadeToLookLikeChangedOnesStayDistinct()
    {
        string changed = Path("/x/é").Substring("files/shop/web".Length);
        AreDistinct([changed, "/x/é", "/x/_", "/x/è"]);
        string twice = Path("/y/B", "/y/b").Substring("files/shop/web".Length);
        AreDistinct(["/y/B", "/y/b", twice]);
    }

    [TestMethod]
    public void RandomTargetsStayDistinctAndPortable()
    {
        Random random = new(3);
        const string Alphabet = "aA_é. /";
        for (int round = 0; round < 300; round++)
        {
            List<string> targets = Enumerable.Range(0, 12)
                .Select(_ => "/" + string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Alphabet[random.Next(Alphabet.Length)]))).ToList();
            List<string> files = [];
            foreach (string target in targets.Select(Core.Specification.TargetRules.Normalize).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                if (!files.Exists(f => target.StartsWith(f + "/", StringComparison.Ordinal) || f.StartsWith(target + "/", StringComparison.Ordinal)))
                    files.Add(target);
            }

            AreDistinct(files);
        }
    }

    [TestMethod]
    [DataRow("con")]
    [DataRow("com1")]
    public void WorkloadsAndContainersMayBeNamedLikeADevice(string name)
    {
        Translated result = Translated.From(
            $"apiVersion: score.dev/v1b1\nmetadata: {{name: {name}}}\ncontainers: {{{name}: {{image: x, files: {{/a: {{content: x}}}}}}}}\n");
        IsPortable(result.Project.Files.Single().Path);
    }

    [TestMethod]
    public void ModeWithoutWritePermissionIsMountedReadOnly()
    {
        Translated result = Translated.From(Check.Container + "    files: {/a: {content: x, mode: '0444'}, /b: {content: x, mode: '755'}, /c: {content: x}}\n");
        Assert.AreEqual(
            """[{"read_only":true,"source":".score-compose/mounts/files/shop/web/a","target":"/a","type":"bind"},""" +
            """{"source":".score-compose/mounts/files/shop/web/b","target":"/b","type":"bind"},""" +
            """{"source":".score-compose/mounts/files/shop/web/c","target":"/c","type":"bind"}]""",
            result["services.shop-web.volumes"]);
        Assert.AreEqual("644 755 644", string.Join(" ", result.Project.Files.Select(f => Convert.ToString(f.Mode, 8))));
    }

    private static string Path(params string[] targets) => Paths(targets).Last();

    private static List<string> Paths(IEnumerable<string> targets)
    {
        string files = string.Join(", ", targets.Select(t => $"? \"{t.Replace("\\", "\\\\", StringComparison.Ordinal)}\"\n      : {{content: x}}")
            .Select(t => "\n      " + t)).Replace(",", "", StringComparison.Ordinal);
        return Translated.From($"{Check.Container}    files:{files}\n").Project.Files.Select(f => f.Path).ToList();
    }

    private static void AreDistinct(IReadOnlyList<string> targets)
    {
        List<string> paths = Paths(targets);
        string all = string.Join("\n", paths);
        Assert.HasCount(targets.Count, paths.Distinct(StringComparer.OrdinalIgnoreCase), all);
        foreach (string path in paths)
        {
            IsPortable(path);
            Assert.IsFalse(paths.Exists(p => p.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase)), all);
        }
    }

    private static void IsPortable(string path)
    {
        foreach (string segment in path.Split('/'))
        {
            Assert.IsTrue(segment.Length is > 0 and <= 100
                && !segment.EndsWith('.')
                && segment.All(c => char.IsAsciiLetterOrDigit(c) || "._-+=".Contains(c, StringComparison.Ordinal)), path);
            Assert.IsFalse(Devices.Contains(segment.Split('.')[0], StringComparer.OrdinalIgnoreCase), path);
        }
    }
}
