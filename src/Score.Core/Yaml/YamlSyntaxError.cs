using System;
using Score.Core.Diagnostics;
using YamlDotNet.Core;

namespace Score.Core.Yaml;

/// <summary>Turns the parser's exceptions into a sentence at the place where the author has to look.</summary>
/// <param name="source">The text.</param>
/// <param name="lastOffset">Where the last part ends that the parser understood.</param>
/// <param name="openFlow">Where the innermost bracket or brace stands that is still open, or null.</param>
internal sealed class YamlSyntaxError(SourceText source, int lastOffset, SourceSpan? openFlow)
{
    private const string OpenFlow = "This bracket or brace is not closed, or a comma is missing inside it.";

    private string _problem = "";

    /// <summary>Adds the finding for an exception of the parser or, where its code slips, of the framework.</summary>
    public void Report(Exception exception, DiagnosticBag diagnostics)
    {
        _problem = exception.Message;
        YamlException? known = exception as YamlException;
        SourceSpan last = source.SpanOf(lastOffset, lastOffset);
        SourceSpan start = known is null ? last : source.SpanOf(known.Start, known.Start);
        SourceSpan end = known is null ? last : source.SpanOf(known.End, known.End);
        if (Says("surrogate"))
        {
            diagnostics.Add(DiagnosticDescriptors.InvalidEscape, known is null ? FindSurrogate() : source.SpanOf(known.Start, known.End));
        }
        else if (FindTab(start.Line, last.Line) is { } tab)
        {
            diagnostics.Add(DiagnosticDescriptors.TabIndentation, tab);
        }
        else if (ExplainScalar(start, end) is { } scalar)
        {
            diagnostics.Add(DiagnosticDescriptors.SyntaxError, scalar.Span, new Phrase(scalar.Sentence));
        }
        else if (openFlow is not null && FindPlaceholder(openFlow.Line, start.Line) is { } placeholder)
        {
            diagnostics.Add(DiagnosticDescriptors.SyntaxError, placeholder,
                new Phrase("Inside braces and brackets a text with '${' must stand in quotes: \"${...}\"."));
        }
        else if (openFlow is not null)
        {
            diagnostics.Add(DiagnosticDescriptors.SyntaxError, openFlow, new Phrase(OpenFlow));
        }
        else
        {
            diagnostics.Add(DiagnosticDescriptors.SyntaxError, ExplainBlock(start, out string sentence), new Phrase(sentence));
        }
    }

    private bool Says(string words) => _problem.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    private Explanation? ExplainScalar(SourceSpan start, SourceSpan end)
    {
        if (Says("quoted scalar"))
        {
            return Says("escape") || Says("hexadecimal")
                ? new(end with { EndColumn = end.Column + 2 },
                    "This escape sequence is not known inside double quotes. Write '\\\\' for a backslash, or use single quotes.")
                : new(start, "This quote is never closed, or the lines after it are not indented. Add the same quote at the end of the text.");
        }

        if (Says("block scalar"))
        {
            return Says("comment or line break")
                ? new(start, "Nothing but '-', '+' or a digit can follow this '|' or '>'. Begin the text on the next line.")
                : new(end, "The text under this '|' or '>' is not indented as its header says. Indent all its lines by the same number of spaces.");
        }

        if (Says("character that cannot start any token")) return new(start, "A value cannot begin with this character. Put the value in quotes.");
        if (Says("anchor or alias"))
            return new(start, "An anchor (&) or alias (*) needs a name of letters and digits. If the text begins with that character, put it in quotes.");
        if (Says("tag")) return new(start, "A value cannot begin with '!' unless it is a tag. Put the value in quotes.");
        if (Says("directive")) return new(start, "A line cannot begin with '%' here. Put the text in quotes.");
        return null;
    }

    private SourceSpan ExplainBlock(SourceSpan start, out string sentence)
    {
        if (Says("multiline plain scalar"))
        {
            sentence = "A ':' is not expected here, because the line above is not of the form 'KEY: VALUE' with a space after the colon. Fix that line.";
            return start;
        }

        if (Says("invalid mapping") || Says("mapping values are not allowed"))
        {
            sentence = "A ':' is not expected here. If it belongs to the text, put the text in quotes; else check the indentation of this line.";
            return start;
        }

        if (Says("sequence entries are not allowed"))
        {
            sentence = "A list item is not expected here. Begin a list on a line of its own, or put the text in quotes.";
            return start;
        }

        if (Says("node content"))
        {
            sentence = "A value cannot begin with this character. Put the value in quotes.";
            return start;
        }

        if (Says("simple key"))
        {
            sentence = "A ':' is missing after this key, or the line is indented too far or too little.";
            return start;
        }

        string line = source.Line(start.Line);
        if (line.StartsWith("<<<<<<< ", StringComparison.Ordinal)
            || line.StartsWith("=======", StringComparison.Ordinal)
            || line.StartsWith(">>>>>>> ", StringComparison.Ordinal))
        {
            sentence = "This is a mark of a merge conflict. Resolve the conflict, and remove the marks.";
            return start;
        }

        string text = line.TrimStart();
        if (text.Length > 0 && start.Column - 1 > line.Length - text.Length)
            sentence = "Nothing can follow the value here. If all of it is one text, put the whole text in quotes.";
        else if (text.Length > 0 && !text.StartsWith('-') && text.IndexOf(": ", StringComparison.Ordinal) < 0 && !text.EndsWith(':'))
            sentence = "This line is not of the form 'KEY: VALUE' with a space after the colon. Fix it, or indent it if it belongs to the text above.";
        else if (Says("block mapping") || Says("block collection") || Says("block sequence") || Says("<document start>"))
            sentence = "The indentation of this line does not fit the lines above it. Lines of one mapping or list start in the same column.";
        else
            sentence = "This is not valid YAML. Check the indentation and the quotes of this line and the one above.";
        return start;
    }

    // The parser says where the text begins that a tab spoils, or stops on the tab's line or the next one.
    private SourceSpan? FindTab(int startLine, int lastLine)
    {
        bool saysTab = Says("tab character") || Says("invalid tab");
        int first = saysTab ? Math.Max(startLine, lastLine) : Math.Max(1, startLine - 1);
        int end = saysTab ? int.MaxValue : startLine;
        for (int line = first; line <= end && line <= source.LineCount; line++)
        {
            string text = source.Line(line);
            for (int i = 0; i < text.Length && text[i] is ' ' or '\t'; i++)
            {
                if (text[i] == '\t' && text.Trim().Length > 0) return new SourceSpan(source.Path, line, i + 1, line, i + 2);
            }
        }

        return null;
    }

    // One that is not in quotes, on the lines from the open brace to where the parser stops.
    private SourceSpan? FindPlaceholder(int first, int last)
    {
        for (int line = first; line <= last && line <= source.LineCount; line++)
        {
            string text = source.Line(line);
            int at = text.IndexOf("${", StringComparison.Ordinal);
            if (at >= 0 && text.IndexOfAny(['"', '\'']) is var quote && (quote < 0 || quote > at))
                return new SourceSpan(source.Path, line, at + 1, line, at + 3);
        }

        return null;
    }

    private SourceSpan FindSurrogate()
    {
        int at = source.Text.IndexOf("\\u", lastOffset, StringComparison.OrdinalIgnoreCase);
        while (at >= 0 && (at + 3 > source.Text.Length || source.Text[at + 2] is not ('d' or 'D' or '0')))
            at = source.Text.IndexOf("\\u", at + 2, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? source.SpanOf(lastOffset, lastOffset) : source.SpanOf(at, at + 2);
    }

    /// <summary>A place and what is wrong there.</summary>
    private sealed record Explanation(SourceSpan Span, string Sentence);
}
