using System;
using System.Collections.Generic;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>Finds the references to Secrets in expanded texts: what placeholders stood for and what the author wrote is one text.</summary>
internal sealed class SecretText
{
    private readonly List<TextSegment> _result = [];
    private readonly List<TextSegment> _run = [];
    private readonly StringBuilder _text = new();
    private readonly Func<int, int, SourceSpan> _spanOf;
    private readonly DiagnosticBag _diagnostics;

    private SecretText(Func<int, int, SourceSpan> spanOf, DiagnosticBag diagnostics)
    {
        _spanOf = spanOf;
        _diagnostics = diagnostics;
    }

    /// <summary>The segments with references for marks, with neighbouring literal ones as one, and without empty ones.</summary>
    /// <param name="segments">The expanded text.</param>
    /// <param name="spanOf">The place of a part of it, by offset and length.</param>
    /// <param name="diagnostics">Receives SCORE0356.</param>
    public static List<TextSegment> Resolve(IReadOnlyList<TextSegment> segments, Func<int, int, SourceSpan> spanOf, DiagnosticBag diagnostics)
    {
        SecretText text = new(spanOf, diagnostics);
        foreach (TextSegment segment in segments)
        {
            if (segment.Reference is null)
            {
                text._run.Add(segment);
                text._text.Append(segment.Text);
                continue;
            }

            text.Flush();
            text._result.Add(segment);
        }

        text.Flush();
        return text._result;
    }

    /// <summary>Reports references in those texts of a workload that no variable or file takes.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="diagnostics">Receives SCORE0511.</param>
    public static void CheckElsewhere(Workload workload, DiagnosticBag diagnostics)
    {
        if (workload.Metadata["annotations"] is { } annotations) Check(annotations, diagnostics);
        if (workload.Root["containers"] is not YamlMapping containers) return;
        foreach (YamlEntry container in containers)
        {
            if (container.Value is not YamlMapping parts) continue;
            foreach (YamlEntry part in parts)
            {
                if (part.Name is not ("variables" or "files" or "volumes")) Check(part.Value, diagnostics);
            }
        }
    }

    private static void Check(YamlNode node, DiagnosticBag diagnostics)
    {
        if (SecretMark.Find(node) is { } text) diagnostics.Add(DiagnosticDescriptors.SecretInManifest, text.Span, new Phrase("This text"));
    }

    private void Flush()
    {
        string text = _text.ToString();
        int from = 0;
        for (int at = 0; SecretMark.TryFind(text, at, out at, out int length);)
        {
            string mark = text.Substring(at, length);
            TextSegment origin = OriginOf(at, length);
            if (SecretMark.Read(mark, out string problem) is { } reference)
            {
                if (at > from) _result.Add(new TextSegment(text.Substring(from, at - from), null, 0, 0));
                _result.Add(new TextSegment("", reference, origin.Offset, origin.Length));
                from = at + length;
            }
            else
            {
                _diagnostics.Add(DiagnosticDescriptors.InvalidSecretReference, _spanOf(origin.Offset, origin.Length), mark, new Phrase(problem));
            }

            at += length;
        }

        if (from < text.Length) _result.Add(new TextSegment(text.Substring(from), null, 0, 0));
        _run.Clear();
        _text.Clear();
    }

    // Where the text of a mark was written: the mark itself, or the placeholder in whose value it begins.
    private TextSegment OriginOf(int at, int length)
    {
        int start = 0;
        foreach (TextSegment segment in _run)
        {
            int end = start + segment.Text.Length;
            bool isAsWritten = segment.Text.Length == segment.Length && at + length <= end;
            if (at < end) return isAsWritten ? segment with { Offset = segment.Offset + at - start, Length = length } : segment;
            start = end;
        }

        return _run[_run.Count - 1];
    }
}
