using System;
using System.Collections.Generic;
using System.Globalization;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Text;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "String List Functions".</summary>
internal static class StringListFunctions
{
    public static readonly string[] Names = ["join", "sortAlpha", "split", "splitList", "splitn", "toStrings"];

    public static TemplateFunction? Create(string name) => name switch
    {
        "join" => TemplateFunction.Create(name, c => GoValue.Of(Join(c.Budget, SprigText.ListOf(c.Budget, c[1]), c.Text(0))), GoType.String, GoType.Any),
        "sortAlpha" => TemplateFunction.Create(name, c => SortAlpha(c.Budget, c[0]), GoType.Any),
        "split" => TemplateFunction.Create(name, c => Numbered(Split(c.Budget, c.Text(1), c.Text(0), -1)), GoType.String, GoType.String),
        "splitn" => TemplateFunction.Create(name, c => Numbered(Split(c.Budget, c.Text(2), c.Text(0), c.Long(1))), GoType.String, GoType.Int, GoType.String),
        "splitList" => TemplateFunction.Create(name, c => Strings(Split(c.Budget, c.Text(1), c.Text(0), -1)), GoType.String, GoType.String),
        "toStrings" => TemplateFunction.Create(name, c => ToStrings(c.Budget, c[0]), GoType.Any),
        _ => null,
    };

    /// <summary>A list of strings as a value.</summary>
    public static GoValue Strings(List<string> items) => GoValue.Of(GoList.OfStrings(items));

    /// <summary>The parts between separators; an empty separator is between any two characters.</summary>
    /// <param name="budget">What the run has left.</param>
    /// <param name="text">What is split.</param>
    /// <param name="separator">Where.</param>
    /// <param name="count">The most parts, of which the last is the rest; negative for no limit.</param>
    public static List<string> Split(Budget budget, string text, string separator, long count)
    {
        List<string> parts = [];
        if (count == 0) return parts;
        int start = 0;
        while (count < 0 || parts.Count < count - 1)
        {
            int end;
            if (separator.Length == 0)
            {
                if (start >= text.Length) break;
                end = start;
                GoText.NextRune(text, ref end);
                if (end >= text.Length) break;
            }
            else
            {
                end = text.IndexOf(separator, start, StringComparison.Ordinal);
                if (end < 0) break;
            }

            parts.Add(text.Substring(start, end - start));
            if ((parts.Count & 0xFFF) == 0) budget.CheckElements(parts.Count);
            start = end + separator.Length;
        }

        if (separator.Length > 0 || start < text.Length) parts.Add(text.Substring(start));
        return parts;
    }

    private static string Join(Budget budget, List<string> items, string separator)
    {
        LimitedText result = new(budget);
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0) result.Append(separator);
            result.Append(items[i]);
        }

        return result.ToString();
    }

    private static GoValue ToStrings(Budget budget, GoValue value) =>
        value.Kind == GoKind.Slice && value.Type.Is(GoType.StringList) ? value : Strings(SprigText.ListOf(budget, value));

    // A list of strings is sorted where it is: whoever holds it sees it sorted.
    private static GoValue SortAlpha(Budget budget, GoValue value)
    {
        if (value.IsNothing) return Strings([SprigText.Of(budget, value)]);
        GoValue strings = ToStrings(budget, value);

        // Before the sorting, since what a comparison throws comes out of it as another exception.
        int comparisons = 1;
        for (int count = strings.AsList.Count; count > 1; count >>= 1) comparisons++;
        foreach (GoValue text in strings.AsList.Items)
        {
            budget.Charge(comparisons);
            budget.ChargeText((long)text.AsString.Length * comparisons);
        }

        // As texts: to sort structs of ours is compiled at run time.
        GoValue[] items = strings.AsList.Items;
        string[] texts = new string[items.Length];
        for (int i = 0; i < items.Length; i++) texts[i] = items[i].AsString;
        Array.Sort(texts, GoText.Compare);
        for (int i = 0; i < items.Length; i++) items[i] = GoValue.Of(texts[i]);
        return strings;
    }

    private static GoValue Numbered(List<string> parts)
    {
        GoMap map = new(GoType.StringMap);
        for (int i = 0; i < parts.Count; i++) map["_" + i.ToString(CultureInfo.InvariantCulture)] = GoValue.Of(parts[i]);
        return GoValue.Of(map);
    }
}
