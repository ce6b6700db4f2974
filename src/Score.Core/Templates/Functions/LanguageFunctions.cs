using System.Collections.Generic;
using System.Globalization;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Formatting;
using Score.Core.Templates.Text;
using Score.Core.Templates.Values;
using static Score.Core.Templates.TemplateFunction;

namespace Score.Core.Templates.Functions;

/// <summary>The functions of the template language itself.</summary>
internal static class LanguageFunctions
{
    public static readonly string[] Names =
    [
        "and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or", "print", "printf", "println", "urlquery",
    ];

    public static TemplateFunction? Create(string name) => name switch
    {
        "and" => ShortCircuiting(name, decidedBy: false),
        "or" => ShortCircuiting(name, decidedBy: true),
        "not" => TemplateFunction.Create(name, c => GoValue.Of(!Truth.Of(c[0])), GoType.Raw),
        "call" =>
            Variadic(name, _ => throw new FunctionException("No value of a template is a function, so there is nothing to call."), GoType.Raw, GoType.Raw),
        "eq" => Variadic(name, c => GoValue.Of(IsAnyEqual(c)), GoType.Raw, GoType.Raw),
        "ne" => TemplateFunction.Create(name, c => GoValue.Of(!Comparison.AreEqual(c[0], c[1])), GoType.Raw, GoType.Raw),
        "lt" => TemplateFunction.Create(name, c => GoValue.Of(Comparison.IsLess(c[0], c[1])), GoType.Raw, GoType.Raw),
        "le" => TemplateFunction.Create(name, c => GoValue.Of(Comparison.IsLessOrEqual(c[0], c[1])), GoType.Raw, GoType.Raw),
        "gt" => TemplateFunction.Create(name, c => GoValue.Of(!Comparison.IsLessOrEqual(c[0], c[1])), GoType.Raw, GoType.Raw),
        "ge" => TemplateFunction.Create(name, c => GoValue.Of(!Comparison.IsLess(c[0], c[1])), GoType.Raw, GoType.Raw),
        "len" => TemplateFunction.Create(name, c => GoValue.Int(Length(c[0])), GoType.Raw),
        "index" => Variadic(name, c => Index(c[0], c.From(1)), GoType.Raw, GoType.Raw),
        "print" => Variadic(name, c => GoValue.Of(GoPrinter.PrintAll(c.Budget, c.From(0))), GoType.Any),
        "println" => Variadic(name, c => GoValue.Of(GoPrinter.PrintLine(c.Budget, c.From(0))), GoType.Any),
        "printf" => Variadic(name, c => GoValue.Of(GoPrinter.PrintFormat(c.Budget, c.Text(0), c.From(1))), GoType.String, GoType.Any),
        "html" => Variadic(name, c => GoValue.Of(Html(c.Budget, Printed(c))), GoType.Any),
        "js" => Variadic(name, c => GoValue.Of(JavaScript(c.Budget, Printed(c))), GoType.Any),
        "urlquery" => Variadic(name, c => GoValue.Of(UrlEscaping.Query(c.Budget, Printed(c))), GoType.Any),
        _ => null,
    };

    private static bool IsAnyEqual(FunctionCall call)
    {
        if (call.Count < 2) throw new FunctionException("There is nothing to compare with.");
        for (int i = 1; i < call.Count; i++)
        {
            if (Comparison.AreEqual(call[0], call[i])) return true;
        }

        return false;
    }

    private static long Length(GoValue value) => value.Kind switch
    {
        GoKind.String => GoText.ByteLength(value.AsString),
        GoKind.Slice => value.AsList.Count,
        GoKind.Map => value.AsMap.Count,
        _ => throw new FunctionException($"{Describe.Value(value)} has no length."),
    };

    private static GoValue Index(GoValue value, GoValue[] indexes)
    {
        if (value.IsNothing) throw new FunctionException("nil has no elements.");
        foreach (GoValue index in indexes)
        {
            switch (value.Kind)
            {
                case GoKind.String:
                    byte[] bytes = GoText.ToBytes(value.AsString);
                    value = GoValue.Byte(bytes[IndexOf(index, bytes.Length)]);
                    break;
                case GoKind.Slice:
                    value = value.AsList[IndexOf(index, value.AsList.Count)];
                    break;
                case GoKind.Map:
                    value = Entry(value, index);
                    break;
                case GoKind.Interface: throw new FunctionException("nil has no elements.");
                default: throw new FunctionException($"{Describe.Value(value)} has no elements.");
            }
        }

        return value;
    }

    private static GoValue Entry(GoValue map, GoValue key)
    {
        if (key.Kind != GoKind.String) throw new FunctionException($"The keys of a map are strings, but this is {Describe.Value(key)}.");
        return map.AsMap.TryGet(key.AsString, out GoValue found) ? found : GoValue.Zero(map.Type.Element!);
    }

    private static int IndexOf(GoValue index, int count)
    {
        if (!index.IsSigned && !index.IsUnsigned) throw new FunctionException($"An index is a whole number, not {Describe.Value(index)}.");
        if (index.AsLong < 0 || index.AsLong >= count)
            throw new FunctionException($"The index is out of range: there are {count.ToString(CultureInfo.InvariantCulture)} elements.");
        return (int)index.AsLong;
    }

    // Nothing shows as in the output, not as "print" shows it.
    private static string Printed(FunctionCall call)
    {
        GoValue[] values = new GoValue[call.Count];
        for (int i = 0; i < values.Length; i++) values[i] = call[i].IsNothing ? GoValue.Of(GoPrinter.NoValue) : call[i];
        return GoPrinter.PrintAll(call.Budget, values);
    }

    private static string Html(Budget budget, string text)
    {
        LimitedText escaped = new(budget);
        foreach (char c in text)
        {
            switch (c)
            {
                case '\0':
                    escaped.Append('\uFFFD');
                    break;
                case '"':
                    escaped.Append("&#34;");
                    break;
                case '\'':
                    escaped.Append("&#39;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    private static readonly Dictionary<char, string> JavaScriptEscapes = new()
    {
        ['\\'] = "\\\\",
        ['\''] = "\\'",
        ['"'] = "\\\"",
        ['<'] = "\\u003C",
        ['>'] = "\\u003E",
        ['&'] = "\\u0026",
        ['='] = "\\u003D",
    };

    private static string JavaScript(Budget budget, string text)
    {
        LimitedText escaped = new(budget);
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            int rune = GoText.NextRune(text, ref i);
            if (rune < 0x80 && JavaScriptEscapes.TryGetValue((char)rune, out string? escape)) escaped.Append(escape);
            else if (rune < ' ' || (rune >= 0x80 && !GoQuote.IsPrintable(rune))) escaped.Append("\\u" + rune.ToString("X4", CultureInfo.InvariantCulture));
            else escaped.Append(text, start, i - start);
        }

        return escaped.ToString();
    }
}
