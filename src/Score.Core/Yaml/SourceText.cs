using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using YamlDotNet.Core;

namespace Score.Core.Yaml;

/// <summary>The text of a file, with a way from offsets to lines and columns.</summary>
internal sealed class SourceText
{
    private int[]? _lineStarts;

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The decoded text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The number of lines.</summary>
    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLineStarts();

    /// <summary>The span from one offset to another.</summary>
    public SourceSpan SpanOf(int start, int end)
    {
        (int line, int column) = PositionOf(start);
        (int endLine, int endColumn) = PositionOf(end);
        return new SourceSpan(Path, line, column, endLine, endColumn);
    }

    /// <summary>The offset of a mark.</summary>
    public int OffsetOf(Mark mark) => (int)Math.Min(mark.Index, Text.Length);

    /// <summary>
    /// The span from one mark to another. The parser's own lines also end at YAML 1.1's line breaks (NEL, LS and PS), which
    /// editors do not count; its offsets are right.
    /// </summary>
    public SourceSpan SpanOf(Mark start, Mark end) => SpanOf(OffsetOf(start), OffsetOf(end));

    /// <summary>The text of a line, without its line break; empty when there is no such line.</summary>
    /// <param name="line">The line's number, from 1.</param>
    public string Line(int line)
    {
        int[] starts = LineStarts;
        if (line < 1 || line > starts.Length) return "";
        int start = starts[line - 1];
        int end = line < starts.Length ? starts[line] : Text.Length;
        return Text.Substring(start, end - start).TrimEnd('\r', '\n');
    }

    private (int Line, int Column) PositionOf(int offset)
    {
        // Array.BinarySearch of numbers is compiled at run time.
        int[] starts = LineStarts;
        int first = 0;
        int after = starts.Length;
        while (after - first > 1)
        {
            int middle = (first + after) / 2;
            if (starts[middle] <= offset) first = middle;
            else after = middle;
        }

        return (first + 1, offset - starts[first] + 1);
    }

    private int[] FindLineStarts()
    {
        List<int> starts = new();
        starts.Add(0);
        for (int i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n'))) starts.Add(i + 1);
        }

        return starts.ToArray();
    }
}
