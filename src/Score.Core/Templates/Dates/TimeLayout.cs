using System.Collections.Generic;

namespace Score.Core.Templates.Dates;

/// <summary>Finds the fields in a layout, which shows how the reference time would be written: Mon Jan 2 15:04:05 MST 2006.</summary>
internal static class TimeLayout
{
    // Longer ones first where one is the start of another.
    private static readonly string[] Fields =
    [
        "January", "Jan", "Monday", "Mon", "MST", "2006", "__2", "_2", "002", "01", "02", "03", "04", "05", "06", "15", "PM", "pm",
        "Z070000", "Z07:00:00", "Z0700", "Z07:00", "Z07", "-070000", "-07:00:00", "-0700", "-07:00", "-07", "1", "2", "3", "4", "5",
    ];

    /// <summary>Cuts a layout into its parts.</summary>
    public static List<LayoutPart> Parse(string layout)
    {
        List<LayoutPart> parts = [];
        int textStart = 0;
        for (int at = 0; at < layout.Length;)
        {
            string field = FieldAt(layout, at);
            if (field.Length == 0)
            {
                at++;
                continue;
            }

            if (at > textStart) parts.Add(new LayoutPart("", layout.Substring(textStart, at - textStart)));
            parts.Add(new LayoutPart(field[0] is '.' or ',' ? "fraction" : field, field));
            at += field.Length;
            textStart = at;
        }

        if (textStart < layout.Length) parts.Add(new LayoutPart("", layout.Substring(textStart)));
        return parts;
    }

    private static string FieldAt(string layout, int at)
    {
        if (layout[at] is '.' or ',') return FractionAt(layout, at);
        foreach (string field in Fields)
        {
            if (string.CompareOrdinal(layout, at, field, 0, field.Length) != 0) continue;

            // "Jan" in "Janet" is no month, and "_2006" is an underscore and a year.
            bool isWord = field is "Jan" or "Mon" && at + 3 < layout.Length && layout[at + 3] is >= 'a' and <= 'z';
            bool isYear = field == "_2" && string.CompareOrdinal(layout, at, "_2006", 0, 5) == 0;
            if (!isWord && !isYear) return field;
        }

        return "";
    }

    // A point or comma with zeros or nines after it and no further digit: a fraction of a second.
    private static string FractionAt(string layout, int at)
    {
        int end = at + 1;
        if (end >= layout.Length || layout[end] is not ('0' or '9')) return "";
        char digit = layout[end];
        while (end < layout.Length && layout[end] == digit) end++;
        bool isNumber = end < layout.Length && layout[end] is >= '0' and <= '9';
        return isNumber ? "" : layout.Substring(at, end - at);
    }
}
