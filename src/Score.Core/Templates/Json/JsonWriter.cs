using System;
using System.Globalization;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Formatting;
using Score.Core.Templates.Text;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Json;

/// <summary>Writes values as Go's <c>encoding/json</c> does: keys sorted, and what HTML could take for markup escaped.</summary>
internal sealed class JsonWriter
{
    private readonly Budget _budget;
    private readonly LimitedText _output;
    private readonly bool _isIndented;
    private readonly bool _escapesHtml;

    private JsonWriter(Budget budget, bool isIndented, bool escapesHtml)
    {
        _budget = budget;
        _output = new LimitedText(budget);
        _isIndented = isIndented;
        _escapesHtml = escapesHtml;
    }

    /// <summary>The JSON text of a value.</summary>
    /// <exception cref="FunctionException">A number in it is not finite, or it is nested too deeply.</exception>
    public static string Write(Budget budget, GoValue value, bool isIndented, bool escapesHtml)
    {
        JsonWriter writer = new(budget, isIndented, escapesHtml);
        writer.Value(value, 0);
        return writer._output.ToString();
    }

    private void Value(GoValue value, int depth)
    {
        _budget.Charge(1);
        _budget.CheckValueDepth(depth);
        if (value.IsNilReference)
        {
            _output.Append("null");
            return;
        }

        if (value.Type.JsonText is Func<GoValue, string> jsonText)
        {
            String(jsonText(value));
            return;
        }

        switch (value.Kind)
        {
            case GoKind.Bool:
                _output.Append(value.AsBool ? "true" : "false");
                break;
            case GoKind.Int or GoKind.Int64:
                _output.Append(value.AsLong.ToString(CultureInfo.InvariantCulture));
                break;
            case GoKind.Uint8 or GoKind.Uint64:
                _output.Append(value.AsUnsigned.ToString(CultureInfo.InvariantCulture));
                break;
            case GoKind.Float64:
                _output.Append(Number(value.AsDouble));
                break;
            case GoKind.String:
                String(value.AsString);
                break;
            case GoKind.Slice:
                List(value.AsList, depth);
                break;
            case GoKind.Map:
                Map(value.AsMap, depth);
                break;
            default:
                Struct(value, depth);
                break;
        }
    }

    private void List(GoList list, int depth)
    {
        _output.Append('[');
        for (int i = 0; i < list.Count; i++)
        {
            Separate(i, depth + 1);
            Value(list[i], depth + 1);
        }

        Close(']', list.Count, depth);
    }

    private void Map(GoMap map, int depth)
    {
        _output.Append('{');
        string[] keys = map.SortedKeys();
        for (int i = 0; i < keys.Length; i++) Member(keys[i], map[keys[i]], i, depth);
        Close('}', keys.Length, depth);
    }

    private void Struct(GoValue value, int depth)
    {
        _output.Append('{');
        for (int i = 0; i < value.Type.Fields.Count; i++)
        {
            GoField field = value.Type.Fields[i];
            Member(field.JsonName ?? field.Name, value.AsStruct[i], i, depth);
        }

        Close('}', value.Type.Fields.Count, depth);
    }

    private void Member(string name, GoValue value, int index, int depth)
    {
        Separate(index, depth + 1);
        String(name);
        _output.Append(_isIndented ? ": " : ":");
        Value(value, depth + 1);
    }

    private void Separate(int index, int depth)
    {
        if (index > 0) _output.Append(',');
        if (_isIndented) _output.Append('\n').Append(' ', 2 * depth);
    }

    private void Close(char bracket, int count, int depth)
    {
        if (_isIndented && count > 0) _output.Append('\n').Append(' ', 2 * depth);
        _output.Append(bracket);
    }

    // Exponents only for the very large and small, without a zero at their start.
    private static string Number(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) throw new FunctionException("JSON has no numbers that are infinite or no number.");
        double magnitude = Math.Abs(value);
        if (magnitude == 0 || (magnitude >= 1e-6 && magnitude < 1e21)) return GoFloat.Format(value, 'f', -1);
        return GoFloat.Format(value, 'e', -1).Replace("e-0", "e-").Replace("e+0", "e+");
    }

    private void String(string text)
    {
        _output.Append('"');
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            int rune = GoText.NextRune(text, ref i);
            string? escape = rune switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or 0x2028 or 0x2029 => Escape(rune),
                '<' or '>' or '&' when _escapesHtml => Escape(rune),
                0xFFFD when char.IsSurrogate(text[start]) => Escape(rune),
                _ => null,
            };
            if (escape is null) _output.Append(text, start, i - start);
            else _output.Append(escape);
        }

        _output.Append('"');
    }

    private static string Escape(int rune) => "\\u" + rune.ToString("x4", CultureInfo.InvariantCulture);
}
