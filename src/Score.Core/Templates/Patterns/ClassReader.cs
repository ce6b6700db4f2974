using System;
using System.Collections.Generic;
using Score.Core.Templates.Formatting;
using Score.Core.Templates.Text;
using Score.Core.Text;

namespace Score.Core.Templates.Patterns;

/// <summary>Reads character classes and escape sequences in RE2's syntax.</summary>
internal sealed class ClassReader
{
    private static readonly Dictionary<string, string> PosixClasses = new(StringComparer.Ordinal)
    {
        ["alnum"] = "09AZaz",
        ["alpha"] = "AZaz",
        ["ascii"] = "\0\x7F",
        ["blank"] = "\t\t  ",
        ["cntrl"] = "\0\x1F\x7F\x7F",
        ["digit"] = "09",
        ["graph"] = "!~",
        ["lower"] = "az",
        ["print"] = " ~",
        ["punct"] = "!/:@[`{~",
        ["space"] = "\t\r  ",
        ["upper"] = "AZ",
        ["word"] = "09AZ__az",
        ["xdigit"] = "09AFaf",
    };

    private static readonly HashSet<string> Categories = new(StringComparer.Ordinal)
    {
        "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No",
        "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs",
    };

    private readonly string _text;

    public ClassReader(string text) => _text = text;

    /// <summary>Reads a class after its opening bracket.</summary>
    public CharacterSet Read(ref int at)
    {
        CharacterSet set = new();
        if (at < _text.Length && _text[at] == '^')
        {
            set.IsNegated = true;
            at++;
        }

        for (bool isFirst = true; ; isFirst = false)
        {
            if (at >= _text.Length) throw new PatternException("A '[' is not closed.");
            if (_text[at] == ']' && !isFirst)
            {
                at++;
                return set;
            }

            if (TryReadPosix(ref at, set) || TryReadSet(_text, ref at, set)) continue;

            int first = ReadCharacter(ref at);
            int last = first;
            if (at + 1 < _text.Length && _text[at] == '-' && _text[at + 1] != ']')
            {
                at++;
                last = ReadCharacter(ref at);
                if (last < first) throw new PatternException("The characters of a range in a class are in the wrong order.");
            }

            set.Add(first, last);
        }
    }

    /// <summary>Reads an escape sequence that stands for several characters, such as <c>\d</c> or <c>\p{Lu}</c>.</summary>
    public static bool TryReadSet(string text, ref int at, CharacterSet set)
    {
        if (text[at] != '\\' || at + 1 >= text.Length) return false;
        char c = text[at + 1];
        switch (c)
        {
            case 'd' or 'D':
                set.AddAscii("09", c == 'D');
                break;
            case 'w' or 'W':
                set.AddAscii("09AZ__az", c == 'W');
                break;
            case 's' or 'S':
                set.AddAscii("\t\n\f\r  ", c == 'S');
                break;
            case 'p' or 'P':
                ReadCategory(text, ref at, set);
                return true;
            default: return false;
        }

        at += 2;
        return true;
    }

    /// <summary>Reads an escape sequence that stands for one character.</summary>
    public static int ReadEscape(string text, ref int at)
    {
        if (at + 1 >= text.Length) throw new PatternException("A backslash ends the pattern.");
        char c = text[at + 1];
        at += 2;
        switch (c)
        {
            case 'a': return '\a';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'v': return '\v';
            case 'x': return ReadHexadecimal(text, ref at);
            case >= '0' and <= '7': return ReadOctal(text, ref at, c);
        }

        if (c < 0x80 && !char.IsLetterOrDigit(c)) return c;
        string reason = char.IsDigit(c) ? "is a reference to a group, which is not supported" : "is no escape sequence";
        throw new PatternException($"'\\{OneLine.Of(c.ToString())}' {reason}.");
    }

    private int ReadCharacter(ref int at)
    {
        if (at >= _text.Length) throw new PatternException("A '[' is not closed.");
        return _text[at] == '\\' ? ReadEscape(_text, ref at) : GoText.NextRune(_text, ref at);
    }

    // [:alpha:] and [:^alpha:]
    private bool TryReadPosix(ref int at, CharacterSet set)
    {
        if (string.CompareOrdinal(_text, at, "[:", 0, 2) != 0) return false;
        int end = _text.IndexOf(":]", at + 2, StringComparison.Ordinal);
        if (end < 0) return false;
        string name = _text.Substring(at + 2, end - at - 2);
        bool isNegated = name.StartsWith('^');
        if (!PosixClasses.TryGetValue(isNegated ? name.Substring(1) : name, out string? pairs))
            throw new PatternException($"There is no class '[:{OneLine.Of(name)}:]'.");
        set.AddAscii(pairs, isNegated);
        at = end + 2;
        return true;
    }

    // \pL, \p{Lu}, \p{^Lu} and with P the opposite.
    private static void ReadCategory(string text, ref int at, CharacterSet set)
    {
        bool isNegated = text[at + 1] == 'P';
        int start = at + 2;
        int end = start + 1;
        if (start < text.Length && text[start] == '{')
        {
            end = text.IndexOf('}', ++start);
            if (end < 0) throw new PatternException("The name of a category is not closed by '}'.");
        }

        string name = end <= text.Length ? text.Substring(start, end - start) : "";
        if (name.StartsWith('^'))
        {
            isNegated = !isNegated;
            name = name.Substring(1);
        }

        if (name == "Any")
        {
            if (!isNegated) set.Add(0, 0x10FFFF);
        }
        else if (Categories.Contains(name))
        {
            set.AddCategory(name, isNegated);
        }
        else
        {
            throw new PatternException($"The category '{OneLine.Of(name)}' is not supported; scripts such as Greek are not.");
        }

        at = text[at + 2] == '{' ? end + 1 : end;
    }

    private static int ReadHexadecimal(string text, ref int at)
    {
        int start = at;
        bool hasBraces = at < text.Length && text[at] == '{';
        int end = hasBraces ? text.IndexOf('}', at) : at + 2;
        string digits = end > at && end <= text.Length ? text.Substring(hasBraces ? start + 1 : start, end - start - (hasBraces ? 1 : 0)) : "";
        if (!GoNumber.TryParseLong(digits, 16, out long rune) || rune is < 0 or > 0x10FFFF || digits[0] is '+' or '-')
            throw new PatternException("'\\x' is followed by two hexadecimal digits, or by more in braces.");
        at = hasBraces ? end + 1 : end;
        return (int)rune;
    }

    // A single digit but 0 would be a reference to a group.
    private static int ReadOctal(string text, ref int at, char first)
    {
        bool hasMore = at < text.Length && text[at] is >= '0' and <= '7';
        if (first != '0' && !hasMore) throw new PatternException($"'\\{first}' is a reference to a group, which is not supported.");
        int rune = first - '0';
        for (int i = 0; i < 2 && at < text.Length && text[at] is >= '0' and <= '7'; i++) rune = (rune * 8) + text[at++] - '0';
        return rune;
    }
}
