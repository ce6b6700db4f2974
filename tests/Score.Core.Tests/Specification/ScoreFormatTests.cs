using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.Core.Specification;

namespace Score.Core.Tests.Specification;

/// <summary>The rules that a build checks in code are the patterns that the exported schema has.</summary>
[TestClass]
public sealed class ScoreFormatTests
{
    // The characters that the pattern tells apart, and one that it never takes.
    private static readonly Dictionary<string, string> Alphabets = new(StringComparer.Ordinal)
    {
        ["score-name"] = "a0-A.",
        ["score-annotation-key"] = "aA0-./_",
        ["score-variable"] = "a=- ",
        ["score-type"] = "aA0-_",
        ["score-id"] = "a0-.A",
        ["score-memory"] = "01.KiM",
        ["score-cpu"] = "01.m-",
        ["score-mode"] = "0178-",
        ["score-header"] = "aA0-_ ",
    };

    public static IEnumerable<object[]> Formats() => ScoreFormat.All.Select(f => new object[] { f.Name });

    [TestMethod]
    [DynamicData(nameof(Formats))]
    public void CodeAndPatternAgreeOnEveryShortText(string name)
    {
        ScoreFormat format = ScoreFormat.All.Single(f => f.Name == name);
        string alphabet = Alphabets[name];
        IEnumerable<string> texts = [""];
        for (int length = 0; length <= 5; length++)
        {
            foreach (string text in texts) Agree(format, text);
            texts = texts.SelectMany(t => alphabet.Select(c => t + c)).ToList();
        }
    }

    [TestMethod]
    [DynamicData(nameof(Formats))]
    public void CodeAndPatternAgreeOnLongTexts(string name)
    {
        ScoreFormat format = ScoreFormat.All.Single(f => f.Name == name);
        string alphabet = Alphabets[name];
        Random random = new(20240102);
        for (int i = 0; i < 5000; i++)
        {
            // Mostly the first two characters, which every format takes, so that many texts are valid.
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 75))
                .Select(_ => alphabet[random.Next(10) < 9 ? random.Next(2) : random.Next(alphabet.Length)]));
            Agree(format, text);
        }

        for (int length = 60; length <= 66; length++)
        {
            string label = new('a', length);
            foreach (string text in (string[])[label, label + "." + label, label + "/" + label, "aa/" + label, label + "/aa", "a/" + label])
                Agree(format, text);
        }
    }

    [TestMethod]
    public void WholeTextIsMatchedNotALineOfIt()
    {
        foreach (ScoreFormat format in ScoreFormat.All.Where(f => f != ScoreFormat.VariableName)) Assert.IsFalse(format.IsValid("644\n"), format.Name);
    }

    [TestMethod]
    public void AnnotationKeyHasALengthLimit()
    {
        string prefix = string.Join(".", Enumerable.Repeat(new string('a', 63), 5));
        Assert.IsFalse(ScoreFormat.AnnotationKey.IsValid(prefix + "/aa"));
        Assert.IsTrue(ScoreFormat.AnnotationKey.IsValid(prefix.Substring(0, 313) + "/aa"));
    }

    private static void Agree(ScoreFormat format, string text)
    {
        bool expected = Regex.IsMatch(text, format.Pattern, RegexOptions.ECMAScript);
        if (format == ScoreFormat.AnnotationKey) expected &= text.Length <= 316;
        Assert.AreEqual(expected, format.IsValid(text), $"{format.Name}: '{text}'");
    }
}
