using System;

namespace Score.Core.Diagnostics;

/// <summary>Whole words of a text.</summary>
internal static class Words
{
    /// <summary>
    /// Whether a text has a word. What a template makes may be secret; what stands in the template as well is not, so messages may
    /// quote it.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="word">The word; an empty one is everywhere.</param>
    public static bool Has(string text, string word)
    {
        if (word.Length == 0) return true;
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            int end = at + word.Length;
            if ((at == 0 || !IsPart(text[at - 1])) && (end == text.Length || !IsPart(text[end]))) return true;
        }

        return false;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
