using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Score.Core.Templates.Formatting;
using Score.Core.Templates.Text;
using Score.Core.Text;

namespace Score.Core.Templates.Patterns;

/// <summary>
/// Reads a regular expression in RE2's syntax and writes it in .NET's. What .NET reads differently is spelt out: <c>\d</c>,
/// <c>\w</c> and <c>\b</c> know ASCII only, <c>$</c> is the very end, groups count in their order whether named or not. What
/// RE2 does not have, such as look-ahead, is an error.
/// </summary>
internal sealed class PatternTranslator
{
    private const int MaxRepetition = 1000;
    private const int DeepestGroup = 200;
    private const string Word = "[0-9A-Za-z_]";

    private readonly string _text;
    private readonly StringBuilder _output = new();
    private int _at;
    private Flags _flags;
    private int _groups;
    private int _depth;

    private PatternTranslator(string text) => _text = text;

    /// <summary>The numbers of the named groups.</summary>
    public Dictionary<string, int> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Translates a pattern.</summary>
    /// <exception cref="PatternException">The text is not a pattern.</exception>
    public static (string Pattern, Dictionary<string, int> Names) Translate(string text)
    {
        PatternTranslator translator = new(text);
        translator.Alternatives();
        if (translator._at < text.Length) throw new PatternException("A ')' has no '(' before it.");
        return (translator._output.ToString(), translator.Names);
    }

    // Returns the largest number of repetitions in it, as RE2 multiplies those of nested groups.
    private int Alternatives()
    {
        int largest = Sequence();
        while (TryTake('|'))
        {
            _output.Append('|');
            largest = Math.Max(largest, Sequence());
        }

        return largest;
    }

    private int Sequence()
    {
        int largest = 1;
        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            int start = _output.Length;
            int? repetitions = Atom();
            if (repetitions is not null) largest = Math.Max(largest, Repetition(start, repetitions.Value));
        }

        return largest;
    }

    // One thing that can be repeated. Null for what only sets flags.
    private int? Atom()
    {
        char c = _text[_at];
        switch (c)
        {
            case '(': return Group();
            case '[':
                _at++;
                _output.Append(new ClassReader(_text).Read(ref _at).ToPattern());
                return 1;
            case '.':
                _at++;
                CharacterSet any = new() { IsNegated = true };
                if (!_flags.DotMatchesLineBreak) any.Add('\n', '\n');
                _output.Append(any.ToPattern());
                return 1;
            case '^':
                _at++;
                _output.Append(_flags.IsMultiline ? "(?m:^)" : "(?:\\A)");
                return 1;
            case '$':
                _at++;
                _output.Append(_flags.IsMultiline ? "(?m:$)" : "(?:\\z)");
                return 1;
            case '\\': return Escape();
            case '*' or '+' or '?': throw new PatternException($"There is nothing before '{c}' that could be repeated.");
            case '{' when RepetitionAt(_at) is not null: throw new PatternException("There is nothing before '{' that could be repeated.");
        }

        Literal(GoText.NextRune(_text, ref _at));
        return 1;
    }

    private void Literal(int rune)
    {
        if (rune <= 0xFFFF)
        {
            _output.Append(rune < 0x80 && char.IsLetterOrDigit((char)rune) ? ((char)rune).ToString() : CharacterSet.Escape(rune));
            return;
        }

        string pair = char.ConvertFromUtf32(rune);
        _output.Append("(?:").Append(CharacterSet.Escape(pair[0])).Append(CharacterSet.Escape(pair[1])).Append(')');
    }

    private int? Group()
    {
        if (++_depth > DeepestGroup) throw new PatternException("Groups are nested too deeply.");
        _at++;
        Flags outer = _flags;
        if (!TryTake('?'))
        {
            _output.Append("(?<").Append((++_groups).ToString(CultureInfo.InvariantCulture)).Append('>');
        }
        else if (NameAt() is string name)
        {
            Names[name] = ++_groups;
            _output.Append("(?<").Append(_groups.ToString(CultureInfo.InvariantCulture)).Append('>');
        }
        else if (!FlagsOfGroup(ref outer))
        {
            _depth--;
            return null;
        }

        int largest = Alternatives();
        if (!TryTake(')')) throw new PatternException("A '(' is not closed.");
        _output.Append(')');
        _flags = outer;
        _depth--;
        return largest;
    }

    // (?P<name> or (?<name>.
    private string? NameAt()
    {
        int start = _at;
        TryTake('P');
        if (!TryTake('<'))
        {
            _at = start;
            return null;
        }

        int end = _text.IndexOf('>', _at);
        string name = end < 0 ? "" : _text.Substring(_at, end - _at);
        bool isValid = name.Length > 0;
        foreach (char c in name) isValid &= c == '_' || (c < 0x80 && char.IsLetterOrDigit(c));
        if (!isValid) throw new PatternException("A group's name is not one; look-behind is not supported.");
        if (Names.ContainsKey(name)) throw new PatternException($"Two groups have the name '{OneLine.Of(name)}'.");
        _at = end + 1;
        return name;
    }

    // (?i) changes the rest of the group around it, and is no group itself; (?i: is one.
    private bool FlagsOfGroup(ref Flags outer)
    {
        bool isOn = true;
        Flags flags = _flags;
        StringBuilder forDotNet = new();
        for (bool any = false; _at < _text.Length; any = true)
        {
            char c = _text[_at++];
            switch (c)
            {
                case 'i':
                    forDotNet.Append(isOn ? "i" : "-i");
                    break;
                case 'm':
                    flags.IsMultiline = isOn;
                    break;
                case 's':
                    flags.DotMatchesLineBreak = isOn;
                    break;
                case 'U':
                    flags.IsUngreedy = isOn;
                    break;
                case '-' when isOn:
                    isOn = false;
                    break;
                case ':':
                    _flags = flags;
                    _output.Append("(?").Append(forDotNet).Append(':');
                    return true;
                case ')' when any && _text[_at - 2] != '-':
                    if (forDotNet.Length > 0) _output.Append("(?").Append(forDotNet).Append(')');
                    _flags = outer = flags;
                    return false;
                default: throw new PatternException($"'(?{OneLine.Of(c.ToString())}' is not supported; there is no look-ahead and no look-behind.");
            }
        }

        throw new PatternException("A '(' is not closed.");
    }

    private int? Escape()
    {
        if (_at + 1 >= _text.Length) throw new PatternException("A backslash ends the pattern.");
        char c = _text[_at + 1];
        switch (c)
        {
            case 'A' or 'z':
                _output.Append("(?:\\").Append(c).Append(')');
                break;
            case 'b':
                _output.Append($"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))");
                break;
            case 'B':
                _output.Append($"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))");
                break;
            case 'Q':
                return Quoted();
            default:
                CharacterSet set = new();
                if (ClassReader.TryReadSet(_text, ref _at, set)) _output.Append(set.ToPattern());
                else Literal(ClassReader.ReadEscape(_text, ref _at));
                return 1;
        }

        _at += 2;
        return 1;
    }

    // \Q...\E: literally. Only the last character is repeated by what follows.
    private int? Quoted()
    {
        int start = _at + 2;
        int end = _text.IndexOf("\\E", start, StringComparison.Ordinal);
        string quoted = end < 0 ? _text.Substring(start) : _text.Substring(start, end - start);
        _at = end < 0 ? _text.Length : end + 2;
        if (quoted.Length == 0) return null;
        for (int i = 0; i < quoted.Length;)
        {
            int rune = GoText.NextRune(quoted, ref i);
            int at = _output.Length;
            Literal(rune);
            if (i == quoted.Length) Repetition(at, 1);
        }

        return null;
    }

    private int Repetition(int start, int inner)
    {
        if (_at >= _text.Length) return inner;
        string? quantifier = _text[_at] switch
        {
            '*' or '+' or '?' => _text[_at].ToString(),
            '{' => RepetitionAt(_at),
            _ => null,
        };
        if (quantifier is null) return inner;
        _at += quantifier.Length;
        int count = MaxCount(quantifier);
        if (count > MaxRepetition || (long)count * inner > MaxRepetition)
            throw new PatternException($"More than {MaxRepetition} repetitions are not supported.");
        bool isLazy = TryTake('?') != _flags.IsUngreedy;
        if (_at < _text.Length && (_text[_at] is '*' or '+' or '?' || (_text[_at] == '{' && RepetitionAt(_at) is not null)))
            throw new PatternException($"A repetition cannot be repeated: '{OneLine.Of(quantifier)}{_text[_at]}'.");

        // Whatever was written is one thing for .NET only in a group.
        _output.Insert(start, "(?:").Append(')').Append(quantifier).Append(isLazy ? "?" : "");
        return Math.Max(inner * Math.Max(count, 1), 1);
    }

    // "{2}", "{2,}" or "{2,5}"; any other brace is a character.
    private string? RepetitionAt(int at)
    {
        int end = _text.IndexOf('}', at);
        if (end < 0) return null;
        string[] bounds = _text.Substring(at + 1, end - at - 1).Split(',');
        if (bounds.Length > 2 || !IsCount(bounds[0]) || (bounds.Length == 2 && bounds[1].Length > 0 && !IsCount(bounds[1]))) return null;
        return _text.Substring(at, end - at + 1);
    }

    private static bool IsCount(string text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9') return false;
        }

        return text.Length > 0;
    }

    private static int MaxCount(string quantifier)
    {
        if (quantifier[0] != '{') return 1;
        int largest = 0;
        int previous = -1;
        foreach (string bound in quantifier.Trim('{', '}').Split(','))
        {
            if (bound.Length == 0) continue;
            int count = GoNumber.TryParseLong(bound, 10, out long number) && number <= MaxRepetition ? (int)number : MaxRepetition + 1;
            if (count < previous) throw new PatternException($"The bounds of '{OneLine.Of(quantifier)}' are in the wrong order.");
            largest = Math.Max(largest, count);
            previous = count;
        }

        return largest;
    }

    private bool TryTake(char c)
    {
        if (_at >= _text.Length || _text[_at] != c) return false;
        _at++;
        return true;
    }

    private struct Flags
    {
        public bool IsMultiline;
        public bool DotMatchesLineBreak;
        public bool IsUngreedy;
    }
}
