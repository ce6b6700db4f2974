using System;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Formatting;

/// <summary>Prints values as Go's <c>fmt</c> does.</summary>
internal sealed class GoPrinter
{
    /// <summary>How the absence of a value shows in the output.</summary>
    public const string NoValue = "<no value>";

    private readonly Budget _budget;
    private readonly LimitedText _output;
    private readonly ScalarWriter _writer;

    // While a value is printed in an error, its own way of printing is not asked for.
    private bool _isError;

    public GoPrinter(Budget budget)
    {
        _budget = budget;
        _output = new LimitedText(budget);
        _writer = new ScalarWriter(_output);
    }

    /// <summary>The text of one value.</summary>
    public static string Print(Budget budget, GoValue value)
    {
        if (value.Kind == GoKind.String && value.Type.Print is null) return value.AsString;
        GoPrinter printer = new(budget);
        printer.Argument(value.Wrap(), 'v', default);
        return printer._output.ToString();
    }

    /// <summary>The text of several values, with a space between two of which neither is a string.</summary>
    public static string PrintAll(Budget budget, GoValue[] values)
    {
        GoPrinter printer = new(budget);
        bool previousIsString = true;
        foreach (GoValue value in values)
        {
            bool isString = value.Kind == GoKind.String;
            if (!isString && !previousIsString) printer._output.Append(' ');
            previousIsString = isString;
            printer.Argument(value.Wrap(), 'v', default);
        }

        return printer._output.ToString();
    }

    /// <summary>The text of several values with a space between any two and a line break at the end.</summary>
    public static string PrintLine(Budget budget, GoValue[] values)
    {
        GoPrinter printer = new(budget);
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0) printer._output.Append(' ');
            printer.Argument(values[i].Wrap(), 'v', default);
        }

        return printer._output.Append('\n').ToString();
    }

    /// <summary>The text that a format makes of its arguments.</summary>
    public static string PrintFormat(Budget budget, string format, GoValue[] values)
    {
        GoPrinter printer = new(budget);
        new FormatReader(printer, format, values).Run();
        return printer._output.ToString();
    }

    /// <summary>Text that is printed as it is.</summary>
    public void Literal(string text) => _output.Append(text);

    /// <summary>A part of a text that is printed as it is.</summary>
    public void Literal(string text, int start, int count) => _output.Append(text, start, count);

    /// <summary>One argument by a verb.</summary>
    public void Argument(GoValue value, char verb, in PrintFlags flags)
    {
        if (value.IsNothing)
        {
            if (verb is 'T' or 'v') _writer.Pad("<nil>", flags, flags.Zero);
            else BadVerb(value, verb, flags);
            return;
        }

        if (verb == 'T') _writer.Text(value.TypeName, 's', flags);
        else Value(value, verb, flags, 0);
    }

    /// <summary>The type and value of an argument, as errors show them.</summary>
    public void TypeAndValue(GoValue value, in PrintFlags flags)
    {
        if (value.IsNothing)
        {
            _output.Append("<nil>");
            return;
        }

        _output.Append(value.TypeName).Append('=');
        Argument(value, 'v', flags);
    }

    private void Value(GoValue value, char verb, in PrintFlags flags, int depth)
    {
        _budget.Charge(1);
        _budget.CheckValueDepth(depth);
        if (!_isError
            && !flags.Source
            && value.Kind != GoKind.Invalid
            && value.Type.Print is Func<GoValue, string> print
            && verb is 'v' or 's' or 'x' or 'X' or 'q')
        {
            _writer.Text(print(value), verb, flags);
            return;
        }

        switch (value.Kind)
        {
            case GoKind.Bool when verb is 't' or 'v':
                _writer.Pad(value.AsBool ? "true" : "false", flags, flags.Zero);
                break;
            case GoKind.Int or GoKind.Int64 or GoKind.Uint8 or GoKind.Uint64:
                Integer(value, verb, flags);
                break;
            case GoKind.Float64:
                Float(value, verb, flags);
                break;
            case GoKind.String when verb is 'v' or 's' or 'x' or 'X' or 'q':
                _writer.Text(value.AsString, verb == 'v' && flags.Source ? 'q' : verb, flags);
                break;
            case GoKind.Interface or GoKind.Invalid:
                _output.Append(flags.Source ? "interface {}(nil)" : "<nil>");
                break;
            case GoKind.Slice:
                List(value, verb, flags, depth);
                break;
            case GoKind.Map:
                Map(value, verb, flags, depth);
                break;
            case GoKind.Struct when value.Type.Fields.Count > 0:
                Struct(value, verb, flags, depth);
                break;
            case GoKind.Struct or GoKind.Pointer:
                // What is only known by its methods prints by them, whatever the verb.
                _writer.Text(value.Type.Print?.Invoke(value) ?? value.TypeName, 's', flags);
                break;
            default:
                BadVerb(value, verb, flags);
                break;
        }
    }

    private void BadVerb(GoValue value, char verb, in PrintFlags flags)
    {
        _isError = true;
        _output.Append("%!").Append(verb).Append('(');
        TypeAndValue(value, flags);
        _output.Append(')');
        _isError = false;
    }

    private void Integer(GoValue value, char verb, in PrintFlags flags)
    {
        bool isNegative = value.IsSigned && value.AsLong < 0;
        ulong magnitude = isNegative ? unchecked((ulong)-value.AsLong) : value.AsUnsigned;
        switch (verb)
        {
            case 'v' when flags.Source && value.IsUnsigned:
                _writer.Integer(false, magnitude, 16, verb, flags with { Sharp = true });
                break;
            case 'v' or 'd':
                _writer.Integer(isNegative, magnitude, 10, verb, flags);
                break;
            case 'b':
                _writer.Integer(isNegative, magnitude, 2, verb, flags);
                break;
            case 'o' or 'O':
                _writer.Integer(isNegative, magnitude, 8, verb, flags);
                break;
            case 'x' or 'X':
                _writer.Integer(isNegative, magnitude, 16, verb, flags);
                break;
            case 'c':
                _writer.Pad(Text.GoText.FromRune(value.AsLong), flags, flags.Zero);
                break;
            case 'q':
                _writer.Pad(GoQuote.QuoteRune(value.AsLong, flags.Plus), flags, flags.Zero);
                break;
            case 'U':
                _writer.Unicode(value.AsUnsigned, flags);
                break;
            default:
                BadVerb(value, verb, flags);
                break;
        }
    }

    private void Float(GoValue value, char verb, in PrintFlags flags)
    {
        switch (verb)
        {
            case 'v':
                _writer.Float(value.AsDouble, 'g', -1, flags);
                break;
            case 'b' or 'g' or 'G' or 'x' or 'X':
                _writer.Float(value.AsDouble, verb, -1, flags);
                break;
            case 'f' or 'F' or 'e' or 'E':
                _writer.Float(value.AsDouble, verb == 'F' ? 'f' : verb, 6, flags);
                break;
            default:
                BadVerb(value, verb, flags);
                break;
        }
    }

    private void List(GoValue value, char verb, in PrintFlags flags, int depth)
    {
        if (Open(value, flags, "[")) return;
        GoList list = value.AsList;
        for (int i = 0; i < list.Count; i++)
        {
            if (i > 0) _output.Append(flags.Source ? ", " : " ");
            Value(list[i], verb, flags, depth + 1);
        }

        _output.Append(flags.Source ? '}' : ']');
    }

    private void Map(GoValue value, char verb, in PrintFlags flags, int depth)
    {
        if (Open(value, flags, "map[")) return;
        GoMap map = value.AsMap;
        bool isFirst = true;
        foreach (string key in map.SortedKeys())
        {
            if (!isFirst) _output.Append(flags.Source ? ", " : " ");
            isFirst = false;
            Value(GoValue.Of(key), verb, flags, depth + 1);
            _output.Append(':');
            Value(map[key], verb, flags, depth + 1);
        }

        _output.Append(flags.Source ? '}' : ']');
    }

    // Whether that was all: a nil list or map has no elements to show in source.
    private bool Open(GoValue value, in PrintFlags flags, string bracket)
    {
        if (!flags.Source)
        {
            _output.Append(bracket);
            return false;
        }

        _output.Append(value.TypeName).Append(value.IsNilReference ? "(nil)" : "{");
        return value.IsNilReference;
    }

    private void Struct(GoValue value, char verb, in PrintFlags flags, int depth)
    {
        if (flags.Source) _output.Append(value.TypeName);
        _output.Append('{');
        GoStruct content = value.AsStruct;
        for (int i = 0; i < value.Type.Fields.Count; i++)
        {
            if (i > 0) _output.Append(flags.Source ? ", " : " ");
            if (flags.Source || flags.Named) _output.Append(value.Type.Fields[i].Name).Append(':');
            Value(content[i], verb, flags, depth + 1);
        }

        _output.Append('}');
    }
}
