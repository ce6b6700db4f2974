using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Specification;

namespace Score.Core.Tests.Specification;

[TestClass]
public sealed class TargetRulesTests
{
    [TestMethod]
    [DataRow("/a", "/a")]
    [DataRow("/a//b/./c/", "/a/b/c")]
    [DataRow("/a b/ü", "/a b/ü")]
    [DataRow("C:\\app\\x.ini", "/C/app/x.ini")]
    [DataRow("c:/app", "/c/app")]
    [DataRow("/", null)]
    [DataRow("", null)]
    [DataRow("a/b", null)]
    [DataRow("./a", null)]
    [DataRow("/a/../b", null)]
    [DataRow("C:app", null)]
    [DataRow("/a\0b", null)]
    public void TargetIsAnAbsolutePath(string target, string? path) => Assert.AreEqual(path, TargetRules.Normalize(target));

    [TestMethod]
    public void TargetLongerThanAnyPathIsRefused() => Assert.IsNull(TargetRules.Normalize(string.Concat(Enumerable.Repeat("/a", 500_000))));

    [TestMethod]
    public void RelativeTargetIsReportedAtItself() => Check.Finds(
        Check.Container + "    files: {«etc/a»: {content: x}}\n    volumes: {«../v»: {source: data}}\n",
        new Expected("SCORE0215", "'etc/a' is not a path in the container", "absolute path"),
        new Expected("SCORE0215", "'../v'"));

    [TestMethod]
    public void FileAndVolumeAtOneTargetCollide() => Check.Finds(
        Check.Container + "    files: {/a: {content: x}}\n    volumes: {«/a/»: {source: data}}\n",
        "SCORE0209",
        "container 'web' already has a file at '/a' (line 7)");

    [TestMethod]
    public void TwoSpellingsOfOneTargetCollide() => Check.Finds(
        Check.Container + "    files:\n      /a//b: {content: x}\n      «/a/b»: {content: y}\n",
        "SCORE0209",
        "already has a file at '/a/b'");

    [TestMethod]
    public void NothingCanLieInsideAFile() => Check.Finds(
        Check.Container + "    files:\n      /a: {content: x}\n      «/a/b/c»: {content: x}\n    volumes: {«/a/v»: {source: data}}\n",
        new Expected("SCORE0216", "'/a/b/c' lies inside '/a' (line 8), which is a file"),
        new Expected("SCORE0216", "'/a/v'"));

    [TestMethod]
    public void FilesMayLieInsideAVolume() => Check.FindsNothing(
        Check.Container + "    files: {/a/b: {content: x}}\n    volumes: {/a: {source: data}}\n");

    [TestMethod]
    public void ContainersHaveTargetsOfTheirOwn() => Check.FindsNothing(
        Check.Head + "containers:\n  aa: {image: x, files: {/a: {content: x}}}\n  bb: {image: x, files: {/a: {content: x}}}\n");
}
