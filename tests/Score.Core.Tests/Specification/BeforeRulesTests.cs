using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Specification;

[TestClass]
public sealed class BeforeRulesTests
{
    [TestMethod]
    public void UnknownContainerGetsASuggestion() => Check.Finds(
        Check.Head + "containers:\n  init:\n    image: x\n    before: {«wbe»: {ready: complete}}\n  web: {image: x}\n",
        "SCORE0205",
        "no container 'wbe'",
        "Did you mean 'web'?");

    [TestMethod]
    public void ContainerCannotStartBeforeItself() => Check.Finds(
        Check.Container + "    before: {«web»: {ready: started}}\n",
        "SCORE0206",
        "'web' cannot start before itself");

    [TestMethod]
    public void CycleNamesItsContainersOnce() => Check.Finds(
        Check.Head +
        "containers:\n  aa: {image: x, before: {bb: {ready: started}}}\n  bb: {image: x, before: {cc: {ready: started}}}\n" +
        "  cc: {image: x, before: {«aa»: {ready: started}}}\n",
        "SCORE0207",
        "aa -> bb -> cc -> aa",
        "Remove one");

    [TestMethod]
    public void TwoCyclesAreBothReported() => Check.Finds(
        Check.Head + "containers:\n  aa: {image: x, before: {bb: {ready: started}}}\n  bb: {image: x, before: {«aa»: {ready: started}}}\n"
        + "  cc: {image: x, before: {dd: {ready: started}}}\n  dd: {image: x, before: {«cc»: {ready: started}}}\n",
        new Expected("SCORE0207", "aa -> bb -> aa"),
        new Expected("SCORE0207", "cc -> dd -> cc"));

    [TestMethod]
    public void ContainersThatMeetAgainAreNoCycle() => Check.FindsNothing(
        Check.Head + "containers:\n  aa: {image: x, before: {bb: {ready: started}, cc: {ready: healthy}}}\n  bb: {image: x, before: {dd: {ready: complete}}}\n"
        + "  cc: {image: x, before: {dd: {ready: complete}}}\n  dd: {image: x}\n");

    [TestMethod]
    public void ReadyHasThreeValues() => Check.Finds(
        Check.Head + "containers:\n  aa: {image: x, before: {bb: {ready: «soon»}}}\n  bb: {image: x}\n",
        "SCORE0105",
        "'started', 'healthy' or 'complete'");

    [TestMethod]
    public void LongCycleIsCutInTheMessage()
    {
        StringBuilder text = new(Check.Head + "containers:\n");
        const int Length = 5000;
        for (int i = 0; i < Length; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"  c{i:0000}: {{image: x, before: {{c{(i + 1) % Length:0000}: {{ready: started}}}}}}\n");
        }
        Assert.IsLessThan(300, Check.Findings(text.ToString()).Single().Message.Length);
    }
}
