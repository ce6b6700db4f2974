using System;
using System.Text;

namespace Score.Core.Text;

/// <summary>Spaces at the start of lines.</summary>
internal static class Indentation
{
    private const string Spaces = "                                ";

    /// <summary>A number of spaces.</summary>
    public static string Of(int count) => new StringBuilder(count).Indent(count).ToString();

    /// <summary>Appends spaces.</summary>
    /// <remarks>Appending a repeated character uses vectors, which a cold build has to compile.</remarks>
    public static StringBuilder Indent(this StringBuilder output, int count)
    {
        for (; count > Spaces.Length; count -= Spaces.Length) output.Append(Spaces);
        return output.Append(Spaces, 0, Math.Max(count, 0));
    }
}
