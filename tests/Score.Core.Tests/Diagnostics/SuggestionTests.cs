using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;

namespace Score.Core.Tests.Diagnostics;

[TestClass]
public sealed class SuggestionTests
{
    private static readonly string[] Keys = ["image", "command", "args", "variables", "readOnly", "livenessProbe"];

    [TestMethod]
    [DataRow("imge", "image")]
    [DataRow("iamge", "image")]
    [DataRow("images", "image")]
    [DataRow("IMAGE", "image")]
    [DataRow("variabels", "variables")]
    [DataRow("read_only", "readOnly")]
    [DataRow("liveness-probe", "livenessProbe")]
    [DataRow("arg", "args")]
    public void MisspeltWordFindsWhatWasMeant(string word, string meant) => Assert.AreEqual(meant, Suggestion.Find(word, Keys));

    [TestMethod]
    [DataRow("ports")]
    [DataRow("x")]
    [DataRow("")]
    [DataRow("somethingElseEntirely")]
    public void FarWordFindsNothing(string word) => Assert.IsNull(Suggestion.Find(word, Keys));

    [TestMethod]
    public void VeryLongWordsAreNotCompared() =>
        Assert.IsNull(Suggestion.Find(new string('a', 100_000), Enumerable.Repeat(new string('a', 100_001), 10)));

    [TestMethod]
    public void ClosestOfSeveralWins() => Assert.AreEqual("data", Suggestion.Find("dat", ["date-time", "datum", "data"]));

    [TestMethod]
    public void SentenceAsksAndIsEmptyWhenNothingIsClose()
    {
        Assert.AreEqual(" Did you mean 'image'?", Suggestion.Sentence("imge", Keys).ToString());
        Assert.AreEqual("", Suggestion.Sentence("zzz", Keys).ToString());
    }
}
