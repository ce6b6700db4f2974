using System.Collections.Generic;
using System.Linq;
using Score.Core.Text;

namespace Score.Core.Diagnostics;

/// <summary>Finds what the author of a misspelt word probably meant.</summary>
internal static class Suggestion
{
    private const int MaxListed = 10;

    /// <summary>The closest candidate, or null when none is close.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">What would have been right.</param>
    public static string? Find(string word, IEnumerable<string> candidates) => Spelling.Nearest(word, candidates);

    /// <summary>The candidate that a word is one slip of the keyboard away from, two for long words; null when there is none.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">What would have been right.</param>
    public static string? FindTypo(string word, IEnumerable<string> candidates) => Spelling.Typo(word, candidates);

    /// <summary>The sentence <c> Did you mean 'x'?</c> with its leading space, or nothing.</summary>
    public static Phrase Sentence(string word, IEnumerable<string> candidates) =>
        new(() => Spelling.DidYouMean(word, candidates));

    /// <summary>As <see cref="Sentence"/>, but when nothing is close, a sentence that lists what there is.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">What would have been right.</param>
    /// <param name="introduction">What the candidates are, such as <c>Its resources are</c>.</param>
    public static Phrase SentenceOrList(string word, IEnumerable<string> candidates, string introduction) => new(() =>
    {
        string sentence = Sentence(word, candidates).ToString();
        if (sentence.Length > 0) return sentence;
        List<string> listed = candidates.Take(MaxListed + 1).Select(Excerpt.Of).ToList();
        if (listed.Count == 0) return "";
        string rest = listed.Count > MaxListed ? ", ..." : "";
        return $" {introduction}: {string.Join(", ", listed.Take(MaxListed))}{rest}.";
    });
}
