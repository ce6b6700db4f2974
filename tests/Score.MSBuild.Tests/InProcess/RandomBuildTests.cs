using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.InProcess;

/// <summary>
/// Whatever was built, changed, deleted and damaged before: a build leaves what a build from nothing leaves, and the next one has
/// nothing to do. The seed of a sequence is the test's parameter, so a sequence that fails can be run again.
/// </summary>
[TestClass]
public sealed class RandomBuildTests
{
    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void BuildAfterOthersIsLikeTheFirst(int seed)
    {
        using BuildSequence sequence = new(new Random(seed));
        sequence.Build();
        sequence.ChangeAndBuild();

        BuildOutcome last = sequence.Build();
        string items = BuildSequence.Describe(last);
        SortedDictionary<string, string> outputs = sequence.Read();
        BuildOutcome again = sequence.Build();
        Assert.AreEqual(items, BuildSequence.Describe(again), sequence.ToString());
        Assert.IsTrue(!last.Succeeded || sequence.Build(question: true).Succeeded, $"The next build has something to do.\n{sequence}");
        AssertEqual(outputs, sequence.Read(), sequence);

        sequence.DeleteWhatWasBuilt();
        BuildOutcome first = sequence.Build();
        Assert.AreEqual(items, BuildSequence.Describe(first), sequence.ToString());
        if (!first.Succeeded) return;
        SortedDictionary<string, string> fresh = sequence.Read();

        // Builds with other properties have written the others.
        foreach (string other in outputs.Keys.Except(fresh.Keys).ToList()) outputs.Remove(other);
        AssertEqual(outputs, fresh, sequence);
    }

    public static IEnumerable<object[]> Seeds()
    {
        int first = int.Parse(Environment.GetEnvironmentVariable("SCORE_RANDOM_BUILDS_FIRST") ?? "1", CultureInfo.InvariantCulture);
        int count = int.Parse(Environment.GetEnvironmentVariable("SCORE_RANDOM_BUILDS") ?? "30", CultureInfo.InvariantCulture);
        return Enumerable.Range(first, count).Select(seed => new object[] { seed });
    }

    private static void AssertEqual(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual, BuildSequence sequence)
    {
        foreach (string file in expected.Keys.Union(actual.Keys))
            Assert.AreEqual(expected.GetValueOrDefault(file), actual.GetValueOrDefault(file), $"{file}\n{sequence}");
    }
}
