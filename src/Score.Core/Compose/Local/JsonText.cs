using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Score.Core.Compose.Local;

/// <summary>
/// The text of a JSON file that a user writes by hand, with comments: where its values stand, so that one can be changed and all else
/// stays as it is.
/// </summary>
internal sealed class JsonText
{
    private const int MaxDepth = 64;

    private readonly string _text;
    private int _at;

    private JsonText(string text) => _text = text;

    /// <summary>All values that are no objects or lists, in the order in which they stand.</summary>
    public List<JsonProperty> Properties { get; } = [];

    /// <summary>Where the object opens, after its bracket.</summary>
    public int Open { get; private set; }

    /// <summary>Where its last property ends, with the comma that may follow; <see cref="Open"/> when it has none.</summary>
    public int LastEnd { get; private set; }

    /// <summary>Whether another property needs a comma before it.</summary>
    public bool NeedsComma { get; private set; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What is in it, or null when it is no object, or no JSON.</returns>
    public static JsonText? Read(string text)
    {
        JsonText json = new(text);
        try
        {
            json.Skip();
            json.ReadObject("", 0);
            json.Skip();
            return json._at == text.Length ? json : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private void ReadObject(string path, int depth)
    {
        if (depth > MaxDepth) throw new FormatException();
        Expect('{');
        if (depth == 0) LastEnd = Open = _at;
        while (true)
        {
            Skip();
            if (Peek() == '}') break;
            int start = _at;
            string key = path + ReadString();
            Skip();
            Expect(':');
            Skip();
            ReadValue(key, start, depth);
            if (depth == 0) (LastEnd, NeedsComma) = (_at, true);
            Skip();
            if (Peek() != ',') break;
            _at++;
            if (depth == 0) (LastEnd, NeedsComma) = (_at, false);
        }

        Expect('}');
    }

    private void ReadValue(string key, int start, int depth)
    {
        int at = _at;
        switch (Peek())
        {
            case '{':
                ReadObject(key + ":", depth + 1);
                return;
            case '[':
                ReadList(key, start, depth + 1);
                return;
            case '"':
                string text = ReadString();
                Properties.Add(new JsonProperty(key, text, start, at, _at, depth == 0));
                return;
        }

        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.')) _at++;
        if (_at == at) throw new FormatException();
        Properties.Add(new JsonProperty(key, null, start, at, _at, depth == 0));
    }

    private void ReadList(string key, int start, int depth)
    {
        if (depth > MaxDepth) throw new FormatException();
        Expect('[');
        for (int i = 0; ; i++)
        {
            Skip();
            if (Peek() == ']') break;
            ReadValue($"{key}:{i.ToString(CultureInfo.InvariantCulture)}", start, depth);
            Skip();
            if (Peek() != ',') break;
            _at++;
        }

        Expect(']');
    }

    private string ReadString()
    {
        Expect('"');
        StringBuilder result = new();
        while (Peek() != '"')
        {
            char c = _text[_at++];
            if (c is '\n' or '\r') throw new FormatException();
            if (c == '\\') c = Escaped();
            result.Append(c);
        }

        _at++;
        return result.ToString();
    }

    private char Escaped()
    {
        char c = Peek();
        _at++;
        if (c != 'u')
        {
            return c switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                '"' or '\\' or '/' => c,
                _ => throw new FormatException(),
            };
        }

        if (_at + 4 > _text.Length) throw new FormatException();
        _at += 4;
        return (char)int.Parse(_text.Substring(_at - 4, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    // White space and comments.
    private void Skip()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\uFEFF') _at++;
            else if (string.CompareOrdinal(_text, _at, "//", 0, 2) == 0) SkipTo("\n");
            else if (string.CompareOrdinal(_text, _at, "/*", 0, 2) == 0) SkipTo("*/");
            else return;
        }
    }

    private void SkipTo(string end)
    {
        int at = _text.IndexOf(end, Math.Min(_at + 2, _text.Length), StringComparison.Ordinal);
        if (at < 0 && end != "\n") throw new FormatException();
        _at = at < 0 ? _text.Length : at + end.Length;
    }

    private char Peek() => _at < _text.Length ? _text[_at] : throw new FormatException();

    private void Expect(char c)
    {
        if (Peek() != c) throw new FormatException();
        _at++;
    }
}

/// <summary>A value in a JSON text.</summary>
/// <param name="Key">The keys that lead to it, with ':' between them, as the configuration of .NET calls it.</param>
/// <param name="Text">The text; null for a value that is none.</param>
/// <param name="Start">Where its key begins.</param>
/// <param name="ValueStart">Where the value begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsAtTop">Whether it is right in the outermost object.</param>
internal sealed record JsonProperty(string Key, string? Text, int Start, int ValueStart, int End, bool IsAtTop);
