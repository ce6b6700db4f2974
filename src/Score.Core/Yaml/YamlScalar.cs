using System;
using System.Collections.Generic;
using System.Globalization;
using Score.Core.Diagnostics;

namespace Score.Core.Yaml;

/// <summary>A single value.</summary>
internal sealed class YamlScalar : YamlNode
{
    private Occurrences? _occurrences;

    /// <summary>The text after unquoting, folding and escapes.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the text stands for. Quoted and block scalars are strings.</summary>
    public YamlScalarKind Kind { get; init; }

    /// <summary>
    /// The value: null, <see cref="bool"/>, <see cref="long"/>, <see cref="ulong"/>, <see cref="double"/>,
    /// or a <see cref="string"/> (for a timestamp, its RFC 3339 form).
    /// </summary>
    public object? Value { get; init; }

    /// <summary>The file that the scalar was read from, or null when it was made.</summary>
    public SourceText? Source { get; init; }

    /// <summary>Offset of the first character in <see cref="Source"/>, quotes included.</summary>
    public int Start { get; init; }

    /// <summary>Offset after the last character in <see cref="Source"/>.</summary>
    public int End { get; init; }

    /// <inheritdoc/>
    public override string Description => Kind switch
    {
        YamlScalarKind.Null => "null",
        YamlScalarKind.Boolean => "a boolean",
        YamlScalarKind.Integer or YamlScalarKind.Float => "a number",
        YamlScalarKind.Timestamp => "a date",
        _ => "a string",
    };

    /// <summary>A string that was not read from a file.</summary>
    public static YamlScalar String(string text) => new() { Text = text, Kind = YamlScalarKind.String, Value = text };

    /// <summary>A whole number that was not read from a file.</summary>
    public static YamlScalar Integer(long value) =>
        new() { Text = value.ToString(CultureInfo.InvariantCulture), Kind = YamlScalarKind.Integer, Value = value };

    /// <summary>A truth value that was not read from a file.</summary>
    public static YamlScalar Boolean(bool value) =>
        new() { Text = value ? "true" : "false", Kind = YamlScalarKind.Boolean, Value = value };

    /// <summary>
    /// The place in the file of a part of <see cref="Text"/>. Quoting, escapes and folding move characters about, so the
    /// part is looked up by its text: it is the n-th occurrence in the file's lines if it is the n-th in the value.
    /// </summary>
    /// <param name="offset">Where the part begins in <see cref="Text"/>.</param>
    /// <param name="length">Its length.</param>
    /// <returns>The part's span, or the whole scalar's when the file spells the part in another way.</returns>
    public SourceSpan SpanOf(int offset, int length)
    {
        if (Source is null || length == 0) return Span;

        string part = Text.Substring(offset, length);
        Occurrences occurrences = _occurrences is { } known && known.Part == part
            ? known
            : new Occurrences(part, Find(Text, part, 0, Text.Length), Find(Source.Text, part, Start, End));
        _occurrences = occurrences;
        if (occurrences.InText.Count != occurrences.InSource.Count) return Span;

        int at = occurrences.InSource[occurrences.InText.BinarySearch(offset)];
        return Source.SpanOf(at, at + length);
    }

    // Where a part occurs in [start, end).
    private static List<int> Find(string text, string part, int start, int end)
    {
        List<int> found = [];
        for (int at = start - 1; at + 1 < end;)
        {
            at = text.IndexOf(part, at + 1, end - at - 1, StringComparison.Ordinal);
            if (at < 0) break;
            found.Add(at);
        }

        return found;
    }

    /// <summary>Where the part that was last asked for occurs. A text full of one mistake asks for it again and again.</summary>
    private sealed record Occurrences(string Part, List<int> InText, List<int> InSource);
}
