using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Placeholders;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>Finds texts that are meant to be replaced, and are not: the specification replaces nothing in them, or they are written as elsewhere.</summary>
internal static class UnreplacedText
{
    private const string Elsewhere = "placeholders are replaced in variables, files, volumes and params only. Set a variable to it, and let the program read " +
        "that.";

    /// <summary>Checks a workload's texts.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="diagnostics">Receives SCORE0219.</param>
    public static void Check(Workload workload, DiagnosticBag diagnostics)
    {
        foreach (Container container in workload.Containers)
        {
            foreach (TextEntry variable in container.Variables) CheckForms(variable.Value, workload, diagnostics);
            IEnumerable<YamlScalar>?[] lists = [container.Command, container.Args, container.LivenessProbe?.Exec, container.ReadinessProbe?.Exec];
            foreach (IEnumerable<YamlScalar>? list in lists)
            {
                if (list is null) continue;
                foreach (YamlScalar text in list) CheckLiteral(text, workload, diagnostics);
            }
        }
    }

    // A placeholder for what the workload has, where placeholders are not replaced.
    private static void CheckLiteral(YamlScalar text, Workload workload, DiagnosticBag diagnostics)
    {
        if (text.Text.IndexOf("${", StringComparison.Ordinal) < 0) return;
        foreach (PlaceholderPart part in PlaceholderParser.Parse(text.Text))
        {
            if (!part.IsPlaceholder || PlaceholderParser.Elements(part.Text) is not { } elements || !PlaceholderHints.IsThere(elements, workload)) continue;
            diagnostics.Add(DiagnosticDescriptors.PlaceholderNotReplaced, text.SpanOf(part.Offset, part.Length), $"${{{part.Text}}}", new Phrase(Elsewhere));
            return;
        }
    }

    // A placeholder in the form of another language, for what the workload has: $resources.db.host, $(resources.db.host), {{ resources.db.host }}.
    private static void CheckForms(YamlScalar scalar, Workload workload, DiagnosticBag diagnostics)
    {
        string text = scalar.Text;
        foreach (string root in (string[])["resources.", "metadata."])
        {
            int name = text.IndexOf(root, StringComparison.Ordinal);
            if (name <= 0) continue;
            int end = name;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-')) end++;
            string content = text.Substring(name, end - name).TrimEnd('.', '-');
            if (Opening(text, name) is not { } start
                || PlaceholderParser.Elements(content) is not { } elements
                || !PlaceholderHints.IsThere(elements, workload))
            {
                continue;
            }
            string close = text.Substring(start, 2) switch { "{{" => "}}", "$(" => ")", _ => "" };
            int closed = close.Length == 0 ? -1 : text.IndexOf(close, end, StringComparison.Ordinal);
            int length = (closed < 0 ? name + content.Length : closed + close.Length) - start;
            diagnostics.Add(DiagnosticDescriptors.PlaceholderNotReplaced, scalar.SpanOf(start, length), text.Substring(start, length),
                new Phrase($"a placeholder is written '${{{Excerpt.Of(content)}}}'."));
            return;
        }
    }

    private static int? Opening(string text, int name)
    {
        int at = name - 1;
        if (text[at] == '$') return at > 0 && text[at - 1] == '$' ? null : at;
        while (at >= 0 && text[at] is ' ' or '.') at--;
        if (at <= 0) return null;
        bool isOther = text[at - 1] == '{' ? text[at] == '{' : text[at - 1] == '$' && text[at] == '(';
        return isOther && (at < 2 || text[at - 2] != '$') ? at - 1 : null;
    }
}
