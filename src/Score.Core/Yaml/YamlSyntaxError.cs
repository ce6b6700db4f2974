using System;
using Score.Core.Diagnostics;
using YamlDotNet.Core;

namespace Score.Core.Yaml;

/// <summary>Turns the parser's exceptions into a sentence at the place where the author has to look.</summary>
internal static class YamlSyntaxError
{
    /// <summary>Adds the finding for an exception.</summary>
    public static void Report(SourceText source, YamlException exception, DiagnosticBag diagnostics)
    {
        if (FindTab(source, At(source, exception.Start).Line) is { } tab)
        {
            diagnostics.Add(DiagnosticDescriptors.TabIndentation, tab);
            return;
        }

        (SourceSpan span, string sentence) = Explain(source, exception);
        diagnostics.Add(DiagnosticDescriptors.SyntaxError, span, new Phrase(sentence));
    }

    private static (SourceSpan Span, string Sentence) Explain(SourceText source, YamlException exception)
    {
        string problem = exception.Message;
        bool Says(string words) => problem.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;
        SourceSpan start = At(source, exception.Start);
        SourceSpan end = At(source, exception.End);

        if (Says("quoted scalar"))
        {
            return Says("escape")
                ? (end, "This escape sequence is not known inside double quotes. Write '\\\\' for a backslash, or use single quotes.")
                : (start, "This quote is never closed. Add the same quote at the end of the text.");
        }

        if (Says("flow sequence") || Says("flow mapping") || Says("flow collection"))
            return (start, "This bracket or brace is not closed, or a comma is missing inside it.");
        if (Says("block scalar")) return (end, "The text under this '|' or '>' is not indented as its header says. Indent all its lines by the same number of spaces.");
        if (Says("character that cannot start any token"))
            return (start, "A value cannot begin with this character. Put the value in quotes.");
        if (Says("mapping values are not allowed") || Says("': ' or ") || Says("multiline"))
            return (start, "A ':' is not expected here. If it belongs to the text, put the text in quotes; else check the indentation of this line.");
        if (Says("simple key")) return (start, "A ':' is missing after this key, or the line is indented too far or too little.");
        if (Says("block mapping") || Says("block collection") || Says("block sequence") || Says("did not find expected <document start>"))
            return (end, "The indentation of this line does not fit the lines above it. Lines of one mapping or list start in the same column.");
        if (Says("anchor") || Says("alias")) return (start, "An anchor (&) or alias (*) needs a name of letters and digits. If the text begins with that character, put it in quotes.");
        if (Says("tag")) return (start, "A value cannot begin with '!' unless it is a tag. Put the value in quotes.");
        if (Says("directive")) return (start, "A line cannot begin with '%' here. Put the text in quotes.");
        return (start, "This is not valid YAML. Check the indentation and the quotes of this line and the one above.");
    }

    // The scanner notices a tab in the indentation of a line only on that line or the next one.
    private static SourceSpan? FindTab(SourceText source, int line)
    {
        for (int candidate = line; candidate >= Math.Max(1, line - 1); candidate--)
        {
            string text = source.Line(candidate);
            for (int i = 0; i < text.Length && char.IsWhiteSpace(text[i]); i++)
            {
                if (text[i] == '\t' && text.Trim().Length > 0) return new SourceSpan(source.Path, candidate, i + 1, candidate, i + 2);
            }
        }

        return null;
    }

    private static SourceSpan At(SourceText source, Mark mark) =>
        source.SpanOf(mark, mark);
}
