using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;

namespace Score.MSBuild;

/// <summary>Lines of columns for people. What is in a cell comes from files, so it is cut to one readable line.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>The lines of a table.</summary>
    /// <param name="header">The heads of the columns.</param>
    /// <param name="rows">The cells, as many in each row as there are heads.</param>
    public static IEnumerable<string> Lines(string[] header, IEnumerable<string[]> rows)
    {
        List<string[]> all = [header, .. rows.Select(r => r.Select(Excerpt.Of).ToArray())];
        int[] widths = header.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (string[] row in all) yield return string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
    }
}
