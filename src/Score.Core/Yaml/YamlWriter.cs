using System;
using System.Globalization;
using System.Text;
using Score.Core.Text;

namespace Score.Core.Yaml;

/// <summary>
/// Writes a tree as block-style YAML with LF line ends. Strings are quoted whenever a YAML 1.1 or a YAML 1.2 reader would take
/// them for something else, so both read the same.
/// </summary>
internal sealed class YamlWriter
{
    private const int IndentStep = 2;

    private readonly StringBuilder _output = new();
    private readonly bool _isTrimmed;
    private readonly string _avoided;

    private YamlWriter(bool isTrimmed, string avoided)
    {
        _isTrimmed = isTrimmed;
        _avoided = avoided;
    }

    /// <summary>The document for a tree, with one line break at the end.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="isTrimmed">Whether somebody may take white space away at the end of a line, so that no value may depend on it.</param>
    /// <param name="avoided">A text of characters from ASCII that must not stand in the document, because somebody would take it away; empty for none.</param>
    public static string Write(YamlNode root, bool isTrimmed = false, string avoided = "")
    {
        YamlWriter writer = new(isTrimmed, avoided);
        writer.WriteNode(root, 0);
        writer._output.Append('\n');
        return writer._output.ToString();
    }

    // Writes a node after its line's own indentation; further lines get the indentation given here.
    private void WriteNode(YamlNode node, int indent)
    {
        switch (node)
        {
            case YamlMapping { Count: 0 }:
                _output.Append("{}");
                break;
            case YamlMapping mapping:
                WriteMapping(mapping, indent);
                break;
            case YamlSequence { Items.Count: 0 }:
                _output.Append("[]");
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
        bool first = true;
        foreach (YamlEntry entry in mapping)
        {
            if (!first) NewLine(indent);
            first = false;
            WriteKey(entry.Name);
            if (IsBlock(entry.Value))
            {
                NewLine(indent + IndentStep);
                WriteNode(entry.Value, indent + IndentStep);
            }
            else
            {
                _output.Append(' ');
                WriteNode(entry.Value, indent + IndentStep);
            }
        }
    }

    private void WriteSequence(YamlSequence sequence, int indent)
    {
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            if (i > 0) NewLine(indent);
            _output.Append("- ");
            WriteNode(sequence.Items[i], indent + IndentStep);
        }
    }

    // A key longer than 1,024 characters needs the explicit form to be read as one.
    private void WriteKey(string key)
    {
        const int MaxSimpleKeyLength = 1000;
        int start = _output.Length;
        AppendInline(key);
        if (_output.Length - start <= MaxSimpleKeyLength)
        {
            _output.Append(':');
            return;
        }

        _output.Insert(start, "? ");
        int lineStart = start;
        while (lineStart > 0 && _output[lineStart - 1] != '\n') lineStart--;
        _output.Append('\n').Indent(start - lineStart).Append(':');
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
                _output.Append(FormatFloat(number));
                break;
            case IFormattable integer when scalar.Kind == YamlScalarKind.Integer:
                _output.Append(integer.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                if (CanBeLiteral(scalar.Text) && !HasAvoided(scalar.Text) && !(_isTrimmed && EndsInSpace(scalar.Text))) AppendLiteral(scalar.Text, indent);
                else AppendInline(scalar.Text);
                break;
        }
    }

    private void AppendLiteral(string text, int indent)
    {
        string body = text.TrimEnd('\n');
        int breaks = text.Length - body.Length;
        _output.Append(breaks switch { 0 => "|-", 1 => "|", _ => "|+" });
        foreach (string line in body.Split('\n'))
        {
            _output.Append('\n');
            if (line.Length > 0) _output.Indent(indent).Append(line);
        }

        // The writer ends every line itself, which stands for the first of the kept breaks.
        for (int i = 1; i < breaks; i++) _output.Append('\n');
    }

    private void AppendInline(string text)
    {
        if (HasAvoided(text)) AppendEscaped(text);
        else if (PlainScalars.IsSafe(text)) _output.Append(text);
        else if (text.IndexOfAny(['"', '\\']) >= 0 && text.IndexOf('\'') < 0 && IsPrintable(text, allowBreaks: false))
            _output.Append('\'').Append(text).Append('\'');
        else AppendDoubleQuoted(text);
    }

    private bool HasAvoided(string text) => _avoided.Length > 0 && text.IndexOf(_avoided, StringComparison.Ordinal) >= 0;

    private void AppendEscaped(string text)
    {
        int start = _output.Length;
        AppendDoubleQuoted(text);
        _output.Replace(_avoided, Escaped(_avoided), start, _output.Length - start);
    }

    /// <summary>A text of characters from ASCII as it may stand between double quotes, so that the text itself does not.</summary>
    public static string Escaped(string text) => $"\\x{((int)text[0]).ToString("x2", CultureInfo.InvariantCulture)}{text.Substring(1)}";

    private void AppendDoubleQuoted(string text)
    {
        _output.Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '"': _output.Append("\\\""); break;
                case '\\': _output.Append("\\\\"); break;
                case '\n': _output.Append("\\n"); break;
                case '\r': _output.Append("\\r"); break;
                case '\t': _output.Append("\\t"); break;
                case '\0': _output.Append("\\0"); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) _output.Append(c).Append(text[++i]);
                    else if (IsPrintable(c)) _output.Append(c);
                    else if (c <= 0xFF) _output.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
                    else _output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        _output.Append('"');
    }

    private void NewLine(int indent) => _output.Append('\n').Indent(indent);

    private static bool IsBlock(YamlNode node) => node is YamlMapping { Count: > 0 } or YamlSequence { Items.Count: > 0 };

    // A literal block keeps its lines as they are, but cannot begin with space, and holds only printable characters.
    private static bool CanBeLiteral(string text)
    {
        int firstBreak = text.IndexOf('\n');
        if (firstBreak <= 0 || text[0] is ' ' or '\t' || !IsPrintable(text, allowBreaks: true)) return false;
        return text.TrimEnd('\n').Length > 0;
    }

    // Whether a literal block would have more than a line break after the last character that can be seen.
    private static bool EndsInSpace(string text)
    {
        int end = text.EndsWith('\n') ? text.Length - 1 : text.Length;
        return text[end - 1] is '\n' or ' ' or '\t';
    }

    private static bool IsPrintable(string text, bool allowBreaks)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (!IsPrintable(c) && !(allowBreaks && c is '\n' or '\t')) return false;
        }

        return true;
    }

    // YAML's printable characters, less the line breaks of YAML 1.1 and the byte order mark.
    internal static bool IsPrintable(char c) =>
        c is (>= ' ' and <= '~') or (>= '\u00A0' and <= '\uD7FF' and not '\u2028' and not '\u2029') or (>= '\uE000' and <= '\uFFFD' and not '\uFEFF');

    internal static string FormatFloat(double number)
    {
        if (double.IsNaN(number)) return ".nan";
        if (double.IsInfinity(number)) return number > 0 ? ".inf" : "-.inf";
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        if (text.Contains('.')) return text;

        // YAML 1.1 knows a number with an exponent by its point.
        int exponent = text.IndexOf('E');
        return exponent < 0 ? text + ".0" : text.Insert(exponent, ".0");
    }
}
