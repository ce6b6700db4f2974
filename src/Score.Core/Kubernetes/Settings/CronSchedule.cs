using System;
using System.Globalization;
using System.Linq;

namespace Score.Core.Kubernetes.Settings;

/// <summary>The schedules that a CronJob takes: five fields with lists, ranges, steps and names, or one of a few words.</summary>
internal static class CronSchedule
{
    private static readonly string[] Words = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];
    private static readonly string[] NoNames = [];
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    // In the order in which a schedule has them.
    private static readonly Field[] Fields =
    [
        new("minute", 0, 59, NoNames), new("hour", 0, 23, NoNames), new("day of the month", 1, 31, NoNames), new("month", 1, 12, Months),
        new("day of the week", 0, 6, Days),
    ];

    /// <summary>A sentence on what is wrong with a schedule; null when nothing is.</summary>
    public static string? Mistake(string schedule)
    {
        string trimmed = schedule.Trim();
        if (trimmed.StartsWith('@')) return Words.Contains(trimmed) ? null : $"The names are {string.Join(", ", Words)}.";
        string[] fields = trimmed.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != Fields.Length) return fields.Length == 1 ? "This is one field." : $"These are {fields.Length} fields.";
        for (int i = 0; i < fields.Length; i++)
        {
            if (fields[i].Split(',').FirstOrDefault(item => !IsItem(item, Fields[i])) is not null) return Explain(fields[i], Fields[i]);
        }

        return null;
    }

    private static bool IsItem(string item, Field field)
    {
        string[] step = item.Split('/');
        if (step.Length > 2 || (step.Length == 2 && Number(step[1]) is null or 0)) return false;
        if (step[0] is "*" or "?") return true;
        string[] ends = step[0].Split('-');
        if (ends.Length > 2 || Position(ends[0], field) is not { } first) return false;
        return ends.Length == 1 || (Position(ends[1], field) is { } last && first <= last);
    }

    private static int? Position(string text, Field field)
    {
        int name = Array.FindIndex(field.Names, n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase));
        if (name >= 0) return field.First + name;
        return Number(text) is { } number && number >= field.First && number <= field.Last ? number : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string Explain(string text, Field field)
    {
        string names = field.Names.Length == 0 ? "" : $" or {field.Names[0]} to {field.Names[field.Names.Length - 1]}";
        return $"Its {field.Name} is '{Diagnostics.Excerpt.Of(text)}', and may be '*' or numbers from {field.First} to {field.Last}{names}, with ',' between " +
            "them, '-' for ranges and '/' for steps.";
    }

    /// <summary>What one of the fields may hold.</summary>
    private sealed record Field(string Name, int First, int Last, string[] Names);
}
