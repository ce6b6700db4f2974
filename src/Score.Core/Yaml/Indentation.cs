using System;
using System.Text;

namespace Score.Core.Yaml;

/// <summary>Spaces at the start of lines.</summary>
internal static class Indentation
{
    private const string Spaces = "                                ";

    /// <summary>Appends spaces.</summary>
    /// <remarks>Appending a repeated character uses vectors, which a cold build has to compile.</remarks>
    public static StringBuilder Indent(this StringBuilder output, int count)
    {
        for (; count > Spaces.Length; count -= Spaces.Length) output.Append(Spaces);
        return output.Append(Spaces, 0, Math.Max(count, 0));
    }
}
