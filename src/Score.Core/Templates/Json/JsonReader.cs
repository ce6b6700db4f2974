using System.Globalization;
using System.Text;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Json;

/// <summary>Reads JSON text strictly.</summary>
internal sealed class JsonReader
{
    private readonly Budget _budget;
    private readonly string _text;
    private readonly bool _keepsIntegers;
    private int _at;

    private JsonReader(Budget budget, string text, bool keepsIntegers)
    {
        _budget = budget;
        _text = text;
        _keepsIntegers = keepsIntegers;
    }

    /// <summary>The value that a text holds. All numbers become floating point numbers, as in Go.</summary>
    /// <exception cref="FunctionException">The text is not JSON.</exception>
    public static GoValue Read(Budget budget, string text) => new JsonReader(budget, text, keepsIntegers: false).ReadAll();

    /// <summary>Reads a text whose content must not show in a message. Whole numbers stay what they are.</summary>
    /// <param name="budget">The limits.</param>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    /// <param name="offset">Where the text stops being JSON.</param>
    /// <returns>Whether the text is JSON.</returns>
    public static bool TryRead(Budget budget, string text, out GoValue value, out int offset)
    {
        JsonReader reader = new(budget, text, keepsIntegers: true);
        try
        {
            value = reader.ReadAll();
            offset = text.Length;
            return true;
        }
        catch (FunctionException)
        {
            value = GoValue.None;
            offset = System.Math.Min(reader._at, text.Length);
            return false;
        }
    }

    private GoValue ReadAll()
    {
        GoValue value = Value(0);
        SkipSpace();
        return _at == _text.Length ? value : throw Unexpected("after the value");
    }

    private GoValue Value(int depth)
    {
        _budget.Charge(1);
        _budget.CheckValueDepth(depth);
        SkipSpace();
        switch (Peek())
        {
            case '{': return GoValue.Of(Object(depth));
            case '[': return GoValue.Of(Array(depth));
            case '"': return GoValue.Of(String());
            case 't': return Word("true", GoValue.True);
            case 'f': return Word("false", GoValue.False);
            case 'n': return Word("null", GoValue.Nil);
            case '-' or (>= '0' and <= '9'): return Number();
            default: throw Unexpected("where a value should begin");
        }
    }

    private GoMap Object(int depth)
    {
        GoMap map = new();
        _at++;
        SkipSpace();
        if (TryTake('}')) return map;
        while (true)
        {
            SkipSpace();
            if (Peek() != '"') throw Unexpected("where a key in quotes should begin");
            string key = String();
            SkipSpace();
            if (!TryTake(':')) throw Unexpected("after a key");
            map[key] = Value(depth + 1);
            SkipSpace();
            if (TryTake('}')) return map;
            if (!TryTake(',')) throw Unexpected("after a value in an object");
        }
    }

    private GoList Array(int depth)
    {
        GoListBuilder items = new();
        _at++;
        SkipSpace();
        if (TryTake(']')) return GoList.Of(items);
        while (true)
        {
            items.Add(Value(depth + 1));
            SkipSpace();
            if (TryTake(']')) return GoList.Of(items);
            if (!TryTake(',')) throw Unexpected("after a value in an array");
        }
    }

    private GoValue Word(string word, GoValue value)
    {
        foreach (char c in word)
        {
            if (!TryTake(c)) throw Unexpected($"in the word '{word}'");
        }

        return value;
    }

    private GoValue Number()
    {
        int start = _at;
        TryTake('-');
        if (!TryTake('0')) Digits();
        if (TryTake('.')) Digits();
        if (TryTake('e') || TryTake('E'))
        {
            if (!TryTake('+')) TryTake('-');
            Digits();
        }

        string text = _text.Substring(start, _at - start);
        if (_keepsIntegers && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)) return GoValue.Int(whole);
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        if (!isNumber || double.IsInfinity(number)) throw new FunctionException("A number is too large.");
        return GoValue.Of(number);
    }

    private void Digits()
    {
        int start = _at;
        while (Peek() is >= '0' and <= '9') _at++;
        if (_at == start) throw Unexpected("in a number");
    }

    private string String()
    {
        StringBuilder value = new();
        _at++;
        while (true)
        {
            char c = Peek();
            if (c < ' ') throw Unexpected("in a string");
            _at++;
            if (c == '"') return WithoutLoneSurrogates(value.ToString());
            if (c == '\\') Escape(value);
            else value.Append(c);
        }
    }

    private void Escape(StringBuilder value)
    {
        char c = Peek();
        _at++;
        switch (c)
        {
            case '"' or '\\' or '/':
                value.Append(c);
                break;
            case 'b':
                value.Append('\b');
                break;
            case 'f':
                value.Append('\f');
                break;
            case 'n':
                value.Append('\n');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 't':
                value.Append('\t');
                break;
            case 'u':
                string digits = _text.Substring(_at, System.Math.Min(4, _text.Length - _at));
                if (digits.Length < 4 || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
                    throw Unexpected("in an escape sequence");
                value.Append((char)code);
                _at += 4;
                break;
            default:
                _at--;
                throw Unexpected("in an escape sequence");
        }
    }

    private static string WithoutLoneSurrogates(string text)
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

    private void SkipSpace()
    {
        while (Peek() is ' ' or '\t' or '\r' or '\n') _at++;
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private bool TryTake(char c)
    {
        if (Peek() != c || _at >= _text.Length) return false;
        _at++;
        return true;
    }

    private FunctionException Unexpected(string where)
    {
        if (_at >= _text.Length) return new FunctionException("The JSON text ends too early.");
        string offset = _at.ToString(CultureInfo.InvariantCulture);
        return new FunctionException($"The character at offset {offset} of the JSON text cannot stand {where}.");
    }
}
