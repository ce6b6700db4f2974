using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Score.Core.Templates.Formatting;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>
/// The text of a Helm template for one object. Values that Helm works out stand in the tree as words that do not occur in it
/// otherwise; once the tree is text, each of these words becomes an action, and what would look like one is escaped.
/// </summary>
internal sealed class HelmTemplate
{
    // Helm takes this away from what a template gives, because Go prints it for a value that is not there.
    private const string NoValue = "<no value>";

    private readonly ManifestFormat _format;
    private readonly List<HelmInsert> _inserts = [];
    private readonly string _word = "helmvalue";

    /// <summary>A template for an object.</summary>
    public HelmTemplate(ManifestFormat format, YamlMapping manifest)
    {
        _format = format;
        string text = ManifestsText.Document(format, manifest);
        while (text.IndexOf(_word, StringComparison.Ordinal) >= 0) _word += "x";
    }

    /// <summary>The variables that the template begins with, such as <c>$workload := …</c>.</summary>
    public List<string> Variables { get; } = [];

    /// <summary>The action on which the object is there at all, such as <c>if .Values.namespace</c>; null when it always is.</summary>
    public string? Condition { get; set; }

    /// <summary>The node that stands for a value in the tree.</summary>
    public YamlScalar Value(HelmInsert insert)
    {
        _inserts.Add(insert);
        return YamlScalar.String(_word + (_inserts.Count - 1).ToString(CultureInfo.InvariantCulture) + ".");
    }

    /// <summary>A text as a literal of the template language.</summary>
    public static string Literal(string text) => GoQuote.Quote(text);

    /// <summary>Text that Helm prints as it is.</summary>
    public static string Escape(string text) => text.Replace("{{", "{{ \"{{\" }}");

    /// <summary>The text of the file.</summary>
    /// <param name="tree">The object, with values from <see cref="Value"/>.</param>
    /// <param name="header">The first line.</param>
    public string Write(YamlMapping tree, string header)
    {
        StringBuilder output = new(Escape(header));
        if (Condition is not null) output.Append("{{- ").Append(Condition).Append(" }}\n");
        foreach (string variable in Variables) output.Append("{{- ").Append(variable).Append(" }}\n");

        // Helm and the actions below take white space away before them and at the end of the document.
        string text = _format == ManifestFormat.Yaml
            ? YamlWriter.Write(tree, isTrimmed: true, avoided: NoValue)
            : ManifestsText.Document(_format, tree).Replace(NoValue, YamlWriter.Escaped(NoValue));

        // Helm puts the line between documents itself, and would take the comment before another one for a document.
        if (_format == ManifestFormat.Kyaml) text = text.Substring("---\n".Length);
        foreach (string line in text.Substring(0, text.Length - 1).Split('\n')) AppendLine(output, line);
        if (Condition is not null) output.Append("{{- end }}\n");
        return output.ToString();
    }

    private void AppendLine(StringBuilder output, string line)
    {
        int start = line.IndexOf(_word, StringComparison.Ordinal);
        if (start < 0)
        {
            output.Append(Escape(line)).Append('\n');
            return;
        }

        int numberStart = start + _word.Length;
        int end = line.IndexOf('.', numberStart);
        HelmInsert insert = _inserts[int.Parse(line.Substring(numberStart, end - numberStart), CultureInfo.InvariantCulture)];
        int quote = _format == ManifestFormat.Kyaml ? 1 : 0;
        string before = line.Substring(0, start - quote);
        string after = line.Substring(end + 1 + quote);
        int keyColumn = 0;
        while (before[keyColumn] is ' ' or '-') keyColumn++;
        string indent = Indentation.Of(keyColumn);
        if (insert.Condition is not null) output.Append(indent).Append("{{- ").Append(insert.Condition).Append(" }}\n");
        if (insert.Form == HelmInsertForm.Tree && _format == ManifestFormat.Yaml)
        {
            int column = keyColumn + 2;
            output.Append(Escape(before.TrimEnd(' '))).Append('\n').Indent(column);
            output.Append("{{- toYaml ").Append(Argument(insert.Pipeline)).Append(" | nindent ").Append(column.ToString(CultureInfo.InvariantCulture))
                .Append(" }}\n");
        }
        else
        {
            output.Append(Escape(before)).Append("{{ ").Append(Inline(insert)).Append(" }}").Append(Escape(after)).Append('\n');
        }

        if (insert.Condition is not null) output.Append(indent).Append("{{- end }}\n");
    }

    // JSON is what fits between the braces of flow style.
    private static string Inline(HelmInsert insert) =>
        insert.Form == HelmInsertForm.Text ? $"{insert.Pipeline} | quote" : $"toJson {Argument(insert.Pipeline)}";

    private static string Argument(string pipeline) => pipeline.Contains(' ') ? $"({pipeline})" : pipeline;
}
