using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Reported;

/// <summary>Messages that misled the authors of score files: each mistake is said once, where it is, with what to do.</summary>
[TestClass]
public sealed class ReportedMessageTests
{
    [TestMethod]
    [DataRow("follow-on-error", "10-a.provisioners.yaml SCORE0331 (1,8)-(1,29)", "'no-such-program'")]
    public void OneMistakeIsOneFindingOnBothPlatforms(string name, string finding, params string[] words)
    {
        foreach (ReportedBuild build in (ReportedBuild[])[ReportedBuild.ForCompose(name), ReportedBuild.ForKubernetes(name)])
        {
            CollectionAssert.AreEqual((string[])[finding], build.Codes.ToArray(), build.Findings);
            foreach (string word in words) StringAssert.Contains(build.Message, word, StringComparison.Ordinal);
        }
    }
}
