using System;
using System.Collections.Generic;
using System.Linq;

namespace Score.Core.Text;

/// <summary>Finds what the author of a misspelt word probably meant.</summary>
internal static class Spelling
{
    /// <summary>Longer words are not compared: nobody means a known key with them, and the comparison is quadratic.</summary>
    private const int MaxNameLength = 64;

    /// <summary>A file with more names than this was written by a program, whose mistakes are no spelling mistakes.</summary>
    private const int MaxCandidates = 1000;

    /// <summary>The closest candidate, or null when none is close.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">What would have been right.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > MaxNameLength) return null;

        string? best = null;
        int bestDistance = Math.Max(1, word.Length / 3) + 1;
        string normalized = Normalize(word);
        foreach (string candidate in candidates.Take(MaxCandidates))
        {
            if (candidate.Length > MaxNameLength) continue;
            int distance = Distance(normalized, Normalize(candidate));
            if (distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>The sentence <c> Did you mean 'x'?</c> with its leading space, or nothing.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">What would have been right.</param>
    public static string DidYouMean(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } found ? $" Did you mean '{OneLine.Of(found)}'?" : "";

    /// <summary>The candidate that a word is one slip of the keyboard away from, two for long words; null when there is none.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">What would have been right.</param>
    public static string? Typo(string word, IEnumerable<string> candidates)
    {
        if (word.Length > MaxNameLength) return null;
        string? best = null;
        int bestDistance = (word.Length > 18 ? 2 : 1) + 1;
        foreach (string candidate in candidates)
        {
            int distance = candidate.Length > MaxNameLength ? bestDistance : Distance(Normalize(word), Normalize(candidate));
            if (distance >= bestDistance) continue;
            (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    private static string Normalize(string word) => word.Replace("_", "").Replace("-", "").ToLowerInvariant();

    // Edit distance with transpositions, over three rolling rows.
    private static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1];
        int[] last = new int[b.Length + 1];
        int[] current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
