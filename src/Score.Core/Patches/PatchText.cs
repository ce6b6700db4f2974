using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>What a patch template made, with a way back to the template for what was copied from it as it is.</summary>
internal sealed class PatchText
{
    private const string Hidden = "*";

    private readonly PatchFile _file;
    private readonly SourceText _template;
    private readonly bool _isCopy;

    public PatchText(PatchFile file, string made)
    {
        _file = file;
        _template = file.Source;
        _isCopy = string.Equals(_template.Text, made, StringComparison.Ordinal);
        Source = new SourceText(_template.Path, made);
    }

    /// <summary>The template as a whole.</summary>
    public SourceSpan Place => _file.Place;

    /// <summary>The text. Its places are not those of the template.</summary>
    public SourceText Source { get; }

    /// <summary>
    /// The place in the template: that of the line from which this line was copied, when there is exactly one such line, else
    /// the template as a whole.
    /// </summary>
    /// <param name="span">A place in the text.</param>
    public SourceSpan PlaceOf(SourceSpan span)
    {
        if (_isCopy) return _file.PlaceOf(span);
        string line = Source.Line(span.Line);
        int found = 0;
        for (int i = 1; i <= _template.LineCount && line.Length > 0; i++)
        {
            if (!string.Equals(_template.Line(i), line, StringComparison.Ordinal)) continue;
            if (found > 0) return Place;
            found = i;
        }

        if (found == 0) return Place;
        int end = span.EndLine == span.Line ? span.EndColumn : line.Length + 1;
        return _file.PlaceOf(new SourceSpan(_template.Path, found, span.Column, found, end));
    }

    /// <summary>
    /// Whether a line stands in the template just as it is, so that messages may quote it. Whatever else a template makes may be
    /// secret.
    /// </summary>
    /// <param name="span">A place in the line.</param>
    public bool IsWritten(SourceSpan span)
    {
        if (_isCopy) return true;
        if (span.EndLine != span.Line) return false;
        string line = Source.Line(span.Line);
        for (int i = 1; i <= _template.LineCount; i++)
        {
            if (string.Equals(_template.Line(i), line, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The parts of a path as messages show them: with a mark in place of those that the template does not have as a word.</summary>
    /// <param name="path">The path.</param>
    public IReadOnlyList<string> Shown(YamlScalar path)
    {
        IReadOnlyList<string> parts = TreePath.Parse(path.Text);
        return IsWritten(path.Span) ? parts : parts.Select(p => Words.Has(_template.Text, p) ? p : Hidden).ToList();
    }

    /// <summary>What messages call an operation, which in a loop stands in one line of the template and in many of the text.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="node">The operation.</param>
    public Phrase NameOf(int number, YamlNode node) =>
        new(_isCopy ? "This operation" : $"Operation {number} (line {node.Span.Line} of what the template made)");
}
