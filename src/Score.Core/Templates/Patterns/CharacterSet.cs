using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Score.Core.Templates.Patterns;

/// <summary>The characters that a class stands for: ranges of code points and Unicode categories.</summary>
internal sealed class CharacterSet
{
    private readonly List<(int First, int Last)> _ranges = [];
    private readonly StringBuilder _categories = new();

    /// <summary>Whether the class stands for all other characters.</summary>
    public bool IsNegated { get; set; }

    public void Add(int first, int last) => _ranges.Add((first, last));

    /// <summary>Adds a Unicode category, such as "Lu", or all but it.</summary>
    public void AddCategory(string name, bool isNegated) => _categories.Append(isNegated ? "\\P{" : "\\p{").Append(name).Append('}');

    /// <summary>Adds ranges given as pairs of ASCII characters, or all others.</summary>
    public void AddAscii(string pairs, bool isNegated)
    {
        int next = 0;
        for (int i = 0; i < pairs.Length; i += 2)
        {
            if (!isNegated) Add(pairs[i], pairs[i + 1]);
            else if (pairs[i] > next) Add(next, pairs[i] - 1);
            next = pairs[i + 1] + 1;
        }

        if (isNegated) Add(next, 0x10FFFF);
    }

    /// <summary>The class in .NET's syntax, where a character beyond the basic plane is two.</summary>
    public string ToPattern()
    {
        StringBuilder basic = new();
        List<string> pairs = [];
        foreach ((int first, int last) in _ranges)
        {
            if (first <= 0xFFFF) AppendRange(basic, first, Math.Min(last, 0xFFFF));
            if (last > 0xFFFF) AddPairs(pairs, Math.Max(first, 0x10000), last);
        }

        string members = basic.Append(_categories).ToString();
        if (IsNegated)
        {
            // A pair that is not in the class, or a single character that is not. The second half of a pair must not be
            // found where its first is refused; where any pair is accepted, a match always begins before it.
            string single = "[^" + members + "\\uD800-\\uDBFF]";
            if (pairs.Count == 0) return "(?:[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|" + single + ")";
            string excluded = "(?!" + string.Join("|", pairs) + ")";
            return "(?:" + excluded + "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|(?<![\\uD800-\\uDBFF])" + single + ")";
        }

        if (pairs.Count == 0) return members.Length > 0 ? "[" + members + "]" : "(?!)";
        if (members.Length > 0) pairs.Add("[" + members + "]");
        return "(?:" + string.Join("|", pairs) + ")";
    }

    /// <summary>A character as .NET's patterns write it wherever it stands.</summary>
    public static string Escape(int unit) => "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);

    // The first surrogates with all second ones in the middle, and the incomplete rows at both ends.
    private static void AddPairs(List<string> pairs, int first, int last)
    {
        string low = char.ConvertFromUtf32(first);
        string high = char.ConvertFromUtf32(last);
        if (low[0] == high[0])
        {
            pairs.Add(Row(low[0], low[0], low[1], high[1]));
            return;
        }

        pairs.Add(Row(low[0], low[0], low[1], '\uDFFF'));
        if (high[0] - low[0] > 1) pairs.Add(Row((char)(low[0] + 1), (char)(high[0] - 1), '\uDC00', '\uDFFF'));
        pairs.Add(Row(high[0], high[0], '\uDC00', high[1]));
    }

    private static string Row(char first, char last, char low, char high)
    {
        StringBuilder row = new("[");
        AppendRange(row, first, last);
        row.Append("][");
        AppendRange(row, low, high);
        return row.Append(']').ToString();
    }

    private static void AppendRange(StringBuilder pattern, int first, int last)
    {
        pattern.Append(Escape(first));
        if (last > first) pattern.Append('-').Append(Escape(last));
    }
}
