using System;
using System.Globalization;
using System.Text;
using Score.Core.Text;

namespace Score.Core.Yaml;

/// <summary>
/// Writes a tree as KYAML, the dialect of YAML that Kubernetes prints (KEP-5295): braces and brackets, commas after the last
/// entry too, all strings in double quotes, and keys without quotes where no reader takes them for something else. A text of
/// several lines stands on lines of its own, each with its break written out.
/// </summary>
internal sealed class KyamlWriter
{
    private const int IndentStep = 2;

    private readonly StringBuilder _output = new();

    private KyamlWriter()
    {
    }

    /// <summary>The document for a tree, from <c>---</c> to one line break at the end.</summary>
    public static string Write(YamlNode root)
    {
        KyamlWriter writer = new();
        writer._output.Append("---\n");
        writer.WriteNode(root, 0);
        writer._output.Append('\n');
        return writer._output.ToString();
    }

    // Writes a node where its line stands; further lines get the indentation given here.
    private void WriteNode(YamlNode node, int indent)
    {
        switch (node)
        {
            case YamlMapping mapping:
                WriteMapping(mapping, indent);
                break;
            case YamlSequence sequence:
                WriteSequence(sequence, indent);
                break;
            default:
                WriteScalar((YamlScalar)node, indent);
                break;
        }
    }

    private void WriteMapping(YamlMapping mapping, int indent)
    {
        _output.Append('{');
        foreach (YamlEntry entry in mapping)
        {
            NewLine(indent + IndentStep);
            WriteKey(entry.Name);
            _output.Append(": ");
            WriteNode(entry.Value, indent + IndentStep);
            _output.Append(',');
        }

        if (mapping.Count > 0) NewLine(indent);
        _output.Append('}');
    }

    // Items that are all mappings or lists share their lines with the brackets.
    private void WriteSequence(YamlSequence sequence, int indent)
    {
        bool isCuddled = sequence.Items.TrueForAll(i => i is not YamlScalar);
        _output.Append('[');
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            if (!isCuddled) NewLine(indent + IndentStep);
            else if (i > 0) _output.Append(", ");
            WriteNode(sequence.Items[i], isCuddled ? indent : indent + IndentStep);
            if (!isCuddled) _output.Append(',');
        }

        if (!isCuddled) NewLine(indent);
        _output.Append(']');
    }

    // A key longer than 1,024 characters needs the explicit form to be read as one.
    private void WriteKey(string key)
    {
        const int MaxSimpleKeyLength = 1000;
        int start = _output.Length;
        if (IsPlainKey(key)) _output.Append(key);
        else AppendQuoted(key);
        if (_output.Length - start > MaxSimpleKeyLength) _output.Insert(start, "? ").Append(' ');
    }

    private void WriteScalar(YamlScalar scalar, int indent)
    {
        switch (scalar.Value)
        {
            case null:
                _output.Append("null");
                break;
            case bool boolean:
                _output.Append(boolean ? "true" : "false");
                break;
            case double number:
                _output.Append(YamlWriter.FormatFloat(number));
                break;
            case IFormattable integer when scalar.Kind == YamlScalarKind.Integer:
                _output.Append(integer.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                if (scalar.Text.Contains('\n')) AppendLines(scalar.Text, indent + IndentStep);
                else AppendQuoted(scalar.Text);
                break;
        }
    }

    // A backslash at the end of a line takes away the line's own break and the spaces that the next one begins with.
    private void AppendLines(string text, int indent)
    {
        _output.Append("\"\\");
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            string line = end < 0 ? text.Substring(start) : text.Substring(start, end - start + 1);
            start += line.Length;

            // The backslash that keeps a space at the beginning stands left of the text, so that the text stays aligned.
            NewLine(indent);
            _output.Append(line[0] == ' ' ? '\\' : ' ');
            foreach (char c in Characters(line)) AppendCharacter(c);
            _output.Append('\\');
        }

        NewLine(indent);
        _output.Append('"');
    }

    private void AppendQuoted(string text)
    {
        _output.Append('"');
        foreach (char c in Characters(text)) AppendCharacter(c);
        _output.Append('"');
    }

    private void AppendCharacter(char c)
    {
        switch (c)
        {
            case '"': _output.Append("\\\""); break;
            case '\\': _output.Append("\\\\"); break;
            case '\n': _output.Append("\\n"); break;
            case '\r': _output.Append("\\r"); break;
            case '\t': _output.Append("\\t"); break;
            case '\0': _output.Append("\\0"); break;
            case '\u00A0': _output.Append("\\_"); break;
            default:
                if (char.IsSurrogate(c) || YamlWriter.IsPrintable(c)) _output.Append(c);
                else if (c <= 0xFF) _output.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
                else _output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                break;
        }
    }

    // UTF-8 has no form for half a pair.
    private static string Characters(string text)
    {
        StringBuilder? replaced = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else (replaced ??= new StringBuilder(text))[i] = '\uFFFD';
        }

        return replaced?.ToString() ?? text;
    }

    private void NewLine(int indent) => _output.Append('\n').Indent(indent);

    // The words for truth of one letter are none in YAML, but Kubernetes' own writer quotes them.
    private static bool IsPlainKey(string key)
    {
        if (key is "t" or "T" or "f" or "F" || !PlainScalars.IsSafe(key)) return false;
        for (int i = 0; i < key.Length; i++)
        {
            bool isInner = i > 0 && i < key.Length - 1;
            if (key[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') && !(isInner && key[i] is '-' or '.' or '/'))
                return false;
        }

        return true;
    }
}
