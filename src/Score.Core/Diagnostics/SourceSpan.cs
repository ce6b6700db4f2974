using System;
using System.IO;

namespace Score.Core.Diagnostics;

/// <summary>A stretch of a source file.</summary>
/// <remarks>
/// A class, like all small values here that go into collections: ahead-of-time code covers the framework's collections of
/// classes, but those of our own structs are compiled anew in every build.
/// </remarks>
/// <param name="File">The full path.</param>
/// <param name="Line">First line, from 1; 0 when the finding is about the file as a whole.</param>
/// <param name="Column">First column in UTF-16 code units, from 1; 0 as for <paramref name="Line"/>.</param>
/// <param name="EndLine">Last line, from 1.</param>
/// <param name="EndColumn">The column after the last character.</param>
internal sealed record SourceSpan(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The place of what was not read from a file.</summary>
    public static SourceSpan None { get; } = new("", 0, 0, 0, 0);

    /// <summary>The file as a whole.</summary>
    public static SourceSpan WholeFile(string file) => new(file, 0, 0, 0, 0);

    /// <summary>Where this is, in a message about another place: <c>line 12</c>, with the name of the file if it is another one.</summary>
    public Phrase LineSeenFrom(SourceSpan other)
    {
        string name = Excerpt.Of(Path.GetFileName(File));
        if (Line == 0) return new Phrase($"set in {name}");
        return new Phrase(string.Equals(File, other.File, StringComparison.Ordinal) ? $"line {Line}" : $"line {Line} of {name}");
    }
}
