using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Overrides;

namespace Score.Core.Tests.Overrides;

[TestClass]
public sealed class TreePathTests
{
    [TestMethod]
    [DataRow("a", "a")]
    [DataRow("containers.web.image", "containers|web|image")]
    [DataRow("args.-1", "args|-1")]
    [DataRow(@"annotations.example\.com/x", "annotations|example.com/x")]
    [DataRow(@"a\\.b", @"a\|b")]
    [DataRow(@"a\\\.b", @"a\.b")]
    [DataRow(@"a\n.b\", @"a\n|b\")]
    [DataRow("", "")]
    [DataRow("a..b.", "a||b|")]
    public void PathIsSplitAtDotsThatAreNotEscaped(string path, string parts) => Assert.AreEqual(parts, string.Join("|", TreePath.Parse(path)));

    [TestMethod]
    [DataRow("a=1;b=2", "a=1|b=2")]
    [DataRow(" a=1 ;\n  b=x y;;", "a=1|b=x y")]
    [DataRow(@"a=x\;y;b=C:\z", @"a=x;y|b=C:\z")]
    [DataRow("", "")]
    public void SettingsAreSplitAtSemicolonsThatAreNotEscaped(string text, string entries) =>
        Assert.AreEqual(entries, string.Join("|", SettingList.Split(text).ToArray()));
}
