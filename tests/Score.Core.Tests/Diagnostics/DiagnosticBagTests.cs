using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Diagnostics;

namespace Score.Core.Tests.Diagnostics;

[TestClass]
public sealed class DiagnosticBagTests
{
    [TestMethod]
    public void SameFindingAtSamePlaceCountsOnce()
    {
        DiagnosticBag bag = new();
        bag.Add(DiagnosticDescriptors.NoContainers, At("a", 3));
        bag.Add(DiagnosticDescriptors.NoContainers, At("a", 3));
        Assert.HasCount(1, bag.ToSortedList());
    }

    [TestMethod]
    public void FindingsComeByFileThenByPositionThenByCode()
    {
        DiagnosticBag bag = new();
        bag.Add(DiagnosticDescriptors.NoContainers, At("b", 9));
        bag.Add(DiagnosticDescriptors.NoContainers, At("a", 1));
        bag.Add(DiagnosticDescriptors.NoContainers, At("b", 2));
        bag.Add(DiagnosticDescriptors.TooDeep, At("b", 2), 5);
        string order = string.Join(" ", bag.ToSortedList().Select(d => $"{d.Span.File}{d.Span.Line}:{d.Descriptor.Code}"));
        Assert.AreEqual("b2:SCORE0013 b2:SCORE0112 b9:SCORE0112 a1:SCORE0112", order);
    }

    [TestMethod]
    public void BeyondOneHundredFindingsTheRestIsCounted()
    {
        DiagnosticBag bag = new();
        for (int line = 1; line <= 130; line++) bag.Add(DiagnosticDescriptors.NoContainers, At("a", line));
        IReadOnlyList<Diagnostic> findings = bag.ToSortedList();
        Assert.HasCount(101, findings);
        Assert.AreEqual("SCORE0021", findings[100].Descriptor.Code);
        StringAssert.StartsWith(findings[100].Message, "30 more findings", System.StringComparison.Ordinal);
    }

    [TestMethod]
    public void EachFileHasItsOwnLimit()
    {
        DiagnosticBag bag = new();
        for (int line = 1; line <= 100; line++) bag.Add(DiagnosticDescriptors.NoContainers, At("a", line));
        bag.Add(DiagnosticDescriptors.NoContainers, At("b", 1));
        Assert.HasCount(101, bag.ToSortedList());
    }

    [TestMethod]
    public void ErrorsAreShownHoweverManyMessagesCameBefore()
    {
        DiagnosticBag bag = new();
        for (int line = 1; line <= 200; line++) bag.Add(DiagnosticDescriptors.DeprecatedForm, At("a", line), "old");
        bag.Add(DiagnosticDescriptors.NoContainers, At("a", 300));
        Assert.IsTrue(bag.ToSortedList().Any(d => d.Descriptor.Severity == DiagnosticSeverity.Error));
    }

    [TestMethod]
    public void AddingAnotherBagKeepsItsFindingsAndItsCount()
    {
        DiagnosticBag other = new();
        for (int line = 1; line <= 130; line++) other.Add(DiagnosticDescriptors.NoContainers, At("a", line));
        DiagnosticBag bag = new();
        bag.AddRange(other);
        Assert.IsTrue(bag.HasErrors);
        Assert.AreEqual(Check.Show(other.ToSortedList()), Check.Show(bag.ToSortedList()));
    }

    [TestMethod]
    public void OnlyErrorsCountAsErrors()
    {
        DiagnosticBag bag = new();
        bag.Add(DiagnosticDescriptors.SecondDocument, At("a", 1));
        bag.Add(DiagnosticDescriptors.DeprecatedForm, At("a", 1), "x");
        Assert.IsFalse(bag.HasErrors);
    }

    [TestMethod]
    public void TextOfTheFileIsCutAndEscapedInMessages()
    {
        DiagnosticBag bag = new();
        bag.Add(DiagnosticDescriptors.UnknownTag, At("a", 1), "!a\nb\u0007\u202e" + new string('x', 500));
        string message = bag.ToSortedList()[0].Message;
        StringAssert.Contains(message, "!a\\nb\\u0007\\u202ex", System.StringComparison.Ordinal);
        StringAssert.Contains(message, "x...'", System.StringComparison.Ordinal);
        Assert.IsLessThan(300, message.Length);
    }

    [TestMethod]
    public void CutTextNeverEndsInHalfACharacter()
    {
        string cut = Excerpt.Of("x" + string.Concat(Enumerable.Repeat("😀", 200)));
        Assert.IsFalse(cut.Where((c, i) => char.IsHighSurrogate(c) && !char.IsLowSurrogate(cut[i + 1])).Any(), cut);
        StringAssert.EndsWith(cut, "...", System.StringComparison.Ordinal);
    }

    private static SourceSpan At(string file, int line) => new(file, line, 1, line, 2);
}
