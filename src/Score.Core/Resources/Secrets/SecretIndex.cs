using System;
using System.Collections.Generic;
using System.Text;

namespace Score.Core.Resources.Secrets;

/// <summary>Finds secret values in texts, in one walk over the text however many values there are.</summary>
internal sealed class SecretIndex
{
    /// <summary>The shortest value that is looked for: a shorter one stands in texts by chance.</summary>
    public const int Shortest = 4;

    /// <summary>A shorter one counts as found only where letters and digits end on both sides of it.</summary>
    public const int LongEnough = 8;

    private const int Buckets = 1024;

    private List<Entry>?[] _entries = [];

    /// <summary>Whether nothing can be found.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Adds a value. Of two that are the same, the later one counts.</summary>
    public void Add(string text, SecretValue value)
    {
        if (text.Length < Shortest) return;
        if (IsEmpty) _entries = new List<Entry>?[Buckets];
        List<Entry> same = _entries[BucketOf(text, 0)] ??= [];

        // The longest first, since a short one may be a part of it.
        int at = 0;
        while (at < same.Count && same[at].Text != text && same[at].Text.Length >= text.Length) at++;
        if (at < same.Count && same[at].Text == text) same.RemoveAt(at);
        same.Insert(at, new Entry(text, value));
        IsEmpty = false;
    }

    /// <summary>Finds the next value in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="length">Its length there.</param>
    /// <returns>What is known of it, or null when there is none.</returns>
    public SecretValue? Find(string text, int from, out int at, out int length)
    {
        length = 0;
        for (at = from; !IsEmpty && at + Shortest <= text.Length; at++)
        {
            if (_entries[BucketOf(text, at)] is not { } entries) continue;
            for (int i = 0; i < entries.Count; i++)
            {
                Entry entry = entries[i];
                if (string.CompareOrdinal(text, at, entry.Text, 0, entry.Text.Length) != 0 || !IsWhole(text, at, entry.Text.Length)) continue;
                length = entry.Text.Length;
                return entry.Value;
            }
        }

        return null;
    }

    /// <summary>A text with something in the place of each value in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="replacement">Gives it for a value and where that stands; null leaves the value.</param>
    public string Replace(string text, Func<SecretValue, int, string?> replacement)
    {
        StringBuilder? result = null;
        int from = 0;
        for (int at = 0; Find(text, at, out at, out int length) is { } value; at += length)
        {
            if (replacement(value, at) is not { } replaced) continue;
            (result ??= new StringBuilder()).Append(text, from, at - from).Append(replaced);
            from = at + length;
        }

        return result is null ? text : result.Append(text, from, text.Length - from).ToString();
    }

    private static int BucketOf(string text, int at) => ((((text[at] * 31) + text[at + 1]) * 31 + text[at + 2]) * 31 + text[at + 3]) & (Buckets - 1);

    private static bool IsWhole(string text, int at, int length) =>
        length >= LongEnough || ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length])));

    /// <summary>A value that is looked for.</summary>
    private sealed class Entry(string text, SecretValue value)
    {
        public string Text => text;

        public SecretValue Value => value;
    }
}
