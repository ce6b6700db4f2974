using System;
using System.Collections.Generic;
using System.Text;

namespace Score.Core.Compose;

/// <summary>
/// Reads an env file as Docker Compose does: comments, <c>export</c>, <c>NAME: VALUE</c>, quotes, escapes, values over several
/// lines, and variables in values that are not in single quotes.
/// </summary>
internal sealed class EnvironmentFileReader
{
    private readonly string _text;
    private readonly Interpolation _interpolation;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<EnvironmentStatement> _statements = [];
    private string _name = "";
    private int _at;

    private EnvironmentFileReader(string text, Func<string, string?> readVariable)
    {
        _text = text;
        _interpolation = new Interpolation(name => readVariable(name) ?? (_values.TryGetValue(name, out string? value) ? value : null));
    }

    /// <summary>Reads the text of a file, without a byte order mark. After a line that cannot be read, reading goes on in the next one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="readVariable">The environment of the process, which goes before the file.</param>
    public static EnvironmentFileContent Read(string text, Func<string, string?> readVariable)
    {
        EnvironmentFileReader reader = new(text, readVariable);
        (int problemAt, string problem) = (-1, "");
        while (reader.SkipToStatement())
        {
            int start = reader._at;
            string sentence = reader.ReadStatement();
            if (sentence.Length == 0)
            {
                if (reader._name.Length > 0) reader._statements.Add(new EnvironmentStatement(reader._name, LineOf(text, start), start, reader._at));
                continue;
            }

            if (problemAt < 0) (problemAt, problem) = (start, sentence);
            reader._at = start;
            reader.SkipLine();
        }

        return new EnvironmentFileContent(reader._values, reader._names, problemAt < 0 ? 0 : LineOf(text, problemAt), problem)
        {
            Statements = reader._statements,
        };
    }

    private static int LineOf(string text, int at)
    {
        int line = 1;
        for (int i = 0; i < at; i++)
        {
            if (text[i] == '\n') line++;
        }

        return line;
    }

    private bool SkipToStatement()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at])) _at++;
            else if (_text[_at] == '#') SkipLine();
            else return true;
        }

        return false;
    }

    private void SkipLine()
    {
        int end = _text.IndexOf('\n', _at);
        _at = end < 0 ? _text.Length : end + 1;
    }

    // What is wrong, in a sentence; empty when nothing is.
    private string ReadStatement()
    {
        SkipExport();
        int start = _at;
        while (_at < _text.Length && _text[_at] is not ('=' or ':' or '\n'))
        {
            char c = _text[_at];
            if (!IsSpace(c) && !char.IsLetterOrDigit(c) && c is not ('_' or '.' or '-' or '[' or ']'))
                return "A name is followed by '=', and a comment begins with '#'.";
            _at++;
        }

        string name = _text.Substring(start, _at - start).TrimEnd();
        _name = name;
        if (name.Contains(' ')) return "A name cannot have spaces. Write NAME=VALUE, and a value over several lines in quotes.";
        if (_at == _text.Length)
        {
            _names.Add(name);
            return $"The file ends after the name '{name}'. Write '=' after it.";
        }

        if (_text[_at++] == '\n')
        {
            // The variable of the process, which is looked at before this file anyway.
            if (name.Length > 0) _names.Add(name);
            return "";
        }

        if (name.Length == 0) return "There is no name before the value.";
        _names.Add(name);
        while (_at < _text.Length && IsSpace(_text[_at])) _at++;
        bool isQuoted = _at < _text.Length && _text[_at] is '"' or '\'';
        string? value = isQuoted ? ReadQuoted(_text[_at]) : ReadPlain();
        if (value is null) return "A quoted value has no end.";
        if (!isQuoted || _text[_at - 1] == '"') value = _interpolation.Replace(value);
        if (value is null) return _interpolation.Problem;
        _values[name] = value;
        return "";
    }

    private void SkipExport()
    {
        const string Export = "export";
        int end = _at + Export.Length;
        if (string.CompareOrdinal(_text, _at, Export, 0, Export.Length) != 0 || end >= _text.Length || !char.IsWhiteSpace(_text[end])) return;
        _at = end;
        while (_at < _text.Length && IsSpace(_text[_at])) _at++;
    }

    private string ReadPlain()
    {
        int start = _at;
        SkipLine();
        string line = _text.Substring(start, _at - start);
        int comment = line.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? line : line.Substring(0, comment)).TrimEnd();
    }

    // A backslash before the quote takes its meaning away. Between double quotes there are other escapes.
    private string? ReadQuoted(char quote)
    {
        StringBuilder result = new();
        for (_at++; _at < _text.Length; _at++)
        {
            char c = _text[_at];
            if (c == quote)
            {
                _at++;
                return result.ToString();
            }

            if (c != '\\' || _at + 1 == _text.Length)
            {
                result.Append(c);
                continue;
            }

            c = _text[++_at];
            if (quote == '"') AppendEscape(result, c);
            else if (c == quote) result.Append(c);
            else result.Append('\\').Append(c);
        }

        return null;
    }

    private void AppendEscape(StringBuilder result, char c)
    {
        const string Letters = "abfnrtv\"\\";
        const string Meanings = "\a\b\f\n\r\t\v\"\\";
        int index = Letters.IndexOf(c);
        if (index >= 0) result.Append(Meanings[index]);
        else if (c == '$') result.Append("$$");
        else if (c == '0') AppendOctal(result);
        else result.Append('\\').Append(c);
    }

    // \0 and three octal digits. With fewer of them Docker Compose takes the 0 away and nothing else.
    private void AppendOctal(StringBuilder result)
    {
        int value = 0;
        int digits = 0;
        while (digits < 3 && _at + 1 + digits < _text.Length && _text[_at + 1 + digits] is >= '0' and <= '9')
        {
            int digit = _text[_at + 1 + digits++] - '0';
            value = digit > 7 || value < 0 ? -1 : value * 8 + digit;
        }

        if (digits == 3 && value is >= 0 and < 256) result.Append((char)value);
        else result.Append('\\').Append(_text, _at + 1, digits);
        _at += digits;
    }

    private static bool IsSpace(char c) => c is '\t' or '\v' or '\f' or '\r' or ' ' or '\u0085' or '\u00A0';
}

/// <summary>What an env file says.</summary>
/// <param name="Values">The values of the variables that it sets.</param>
/// <param name="Names">The names that stand in it, also those without a value.</param>
/// <param name="ProblemLine">The first line that Docker Compose cannot read, from 1; 0 when it can read all.</param>
/// <param name="Problem">What is wrong there, in a sentence that holds no value.</param>
internal sealed record EnvironmentFileContent(IReadOnlyDictionary<string, string> Values, ISet<string> Names, int ProblemLine, string Problem)
{
    /// <summary>The statements that can be read, in order.</summary>
    public List<EnvironmentStatement> Statements { get; init; } = [];
}

/// <summary>A statement of an env file.</summary>
/// <param name="Name">The name that it sets.</param>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends; for a value without quotes after the line break.</param>
internal sealed record EnvironmentStatement(string Name, int Line, int Start, int End);
