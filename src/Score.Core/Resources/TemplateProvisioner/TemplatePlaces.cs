using System;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources.TemplateProvisioner;

/// <summary>Finds the place in the provisioner file of a place in a template.</summary>
internal static class TemplatePlaces
{
    /// <summary>The place, exact when the template is written as a literal block or in one line as it is.</summary>
    /// <param name="key">The section's key, which is the place when there is no better one.</param>
    /// <param name="template">The section's text.</param>
    /// <param name="line">The line in the text, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public static SourceSpan Of(YamlScalar key, YamlScalar template, int line, int column)
    {
        if (template.Source is not { } source || template.Start >= source.Text.Length) return key.Span;
        if (source.Text[template.Start] == '|') return InLiteral(source, template, line, column) ?? key.Span;

        int at = template.Text.Contains('\n')
            ? -1
            : source.Text.IndexOf(template.Text, template.Start, template.End - template.Start, StringComparison.Ordinal);
        return at < 0 ? key.Span : source.SpanOf(at + column - 1, Math.Min(at + column, template.End));
    }

    // The block's lines are the text's lines, each behind the same indentation.
    private static SourceSpan? InLiteral(SourceText source, YamlScalar template, int line, int column)
    {
        string[] lines = template.Text.Split('\n');
        int first = source.SpanOf(template.Start, template.Start).Line + 1;
        if (line > lines.Length || first + line - 1 > source.LineCount) return null;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || first + i > source.LineCount) continue;
            string written = source.Line(first + i);
            if (!written.EndsWith(lines[i], StringComparison.Ordinal)) return null;
            int at = written.Length - lines[i].Length + column;
            return new SourceSpan(source.Path, first + line - 1, at, first + line - 1, at + 1);
        }

        return null;
    }
}
