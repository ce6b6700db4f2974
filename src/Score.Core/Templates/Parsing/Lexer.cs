using System;
using System.Globalization;
using Score.Core.Text;

namespace Score.Core.Templates.Parsing;

/// <summary>Cuts a template's text into tokens, one at a time, so that an error is only found when the parser gets there.</summary>
internal sealed class Lexer
{
    private const string LeftDelimiter = "{{";
    private const string RightDelimiter = "}}";
    private const string LeftComment = "/*";
    private const string RightComment = "*/";

    // Beyond this many characters a message shows the beginning of a token only.
    private const int QuotedLength = 40;

    private readonly string _text;
    private readonly bool _hasBreak;
    private readonly bool _hasContinue;
    private int _position;
    private int _actionStart;
    private int _parentheses;
    private bool _insideAction;
    private bool _trimNext;

    /// <param name="text">The template's text.</param>
    /// <param name="hasBreak">Whether <c>break</c> is the keyword, and not a function of that name.</param>
    /// <param name="hasContinue">The same for <c>continue</c>.</param>
    public Lexer(string text, bool hasBreak, bool hasContinue)
    {
        _text = text;
        _hasBreak = hasBreak;
        _hasContinue = hasContinue;
    }

    /// <summary>The next token; at the end of the text, that again and again.</summary>
    public Token Next() => _insideAction ? NextInAction() : NextOutside();

    private Token NextOutside()
    {
        while (true)
        {
            int start = _position;
            int action = _text.IndexOf(LeftDelimiter, start, StringComparison.Ordinal);
            int end = action < 0 ? _text.Length : action;
            if (_trimNext)
            {
                while (start < end && IsSpace(_text[start])) start++;
                _trimNext = false;
            }

            bool trimmed = action >= 0 && IsAt(action + 2, "-") && action + 3 < _text.Length && IsSpace(_text[action + 3]);
            int textEnd = end;
            while (trimmed && textEnd > start && IsSpace(_text[textEnd - 1])) textEnd--;
            _position = end;
            if (textEnd > start)
            {
                // The delimiter is looked at again by the next call, which finds no text before it.
                return new Token(TokenKind.Text, start, _text.Substring(start, textEnd - start));
            }

            if (action < 0) return new Token(TokenKind.EndOfText, _text.Length, "");
            int afterMarker = action + (trimmed ? 4 : 2);
            if (IsAt(afterMarker, LeftComment))
            {
                SkipComment(action, afterMarker);
                continue;
            }

            _actionStart = action;
            _position = afterMarker;
            _insideAction = true;
            _parentheses = 0;
            return new Token(TokenKind.LeftDelimiter, action, LeftDelimiter);
        }
    }

    private void SkipComment(int action, int start)
    {
        int end = _text.IndexOf(RightComment, start + LeftComment.Length, StringComparison.Ordinal);
        if (end < 0) throw new SyntaxException(action, "The comment is not closed.");
        _position = end + RightComment.Length;
        int length = RightDelimiterLength();
        if (length == 0) throw new SyntaxException(action, "The comment must be the whole action: '}}' must follow its '*/'.");
        _trimNext = length > RightDelimiter.Length;
        _position += length;
    }

    private Token NextInAction()
    {
        int start = _position;
        int delimiter = RightDelimiterLength();
        if (delimiter > 0)
        {
            if (_parentheses > 0) throw new SyntaxException(start, "A '(' is not closed before the end of the action.");
            return CloseAction(start, delimiter);
        }

        if (start >= _text.Length) throw UnclosedAction();
        char c = _text[_position++];
        switch (c)
        {
            case '=': return Make(TokenKind.Assign, start);
            case ':': return Declaration(start);
            case '|': return Make(TokenKind.Pipe, start);
            case ',': return Make(TokenKind.Comma, start);
            case '"': return Quoted(start, '"', TokenKind.String);
            case '\'': return Quoted(start, '\'', TokenKind.Character);
            case '`': return RawString(start);
            case '$': return FieldOrVariable(start, TokenKind.Variable, TokenKind.Variable);
            case '(':
                _parentheses++;
                return Make(TokenKind.LeftParenthesis, start);
            case ')':
                if (--_parentheses < 0) throw new SyntaxException(start, "A ')' has no '(' before it.");
                return Make(TokenKind.RightParenthesis, start);
            case '.' when !IsDigit(Peek()): return FieldOrVariable(start, TokenKind.Field, TokenKind.Dot);
        }

        if (IsSpace(c)) return Space(start);
        if (c is '.' or '+' or '-' || IsDigit(c)) return Number(start);
        if (IsAlphanumeric(c)) return Identifier(start);
        if (c is > ' ' and < '\x7F') return Make(TokenKind.Other, start);
        throw new SyntaxException(start, $"The character U+{(int)c:X4} cannot stand in an action.");
    }

    private Token CloseAction(int start, int length)
    {
        _position = start + length;
        _insideAction = false;
        _trimNext = length > RightDelimiter.Length;
        return new Token(TokenKind.RightDelimiter, start, RightDelimiter);
    }

    private Token Space(int start)
    {
        while (_position < _text.Length && IsSpace(_text[_position]))
        {
            // The last space may belong to a trim marker.
            if (RightDelimiterLength() > 0) break;
            _position++;
        }

        return Make(TokenKind.Space, start);
    }

    private Token Declaration(int start)
    {
        if (Peek() != '=') throw new SyntaxException(start, "':' must be followed by '='.");
        _position++;
        return Make(TokenKind.Declare, start);
    }

    private Token Quoted(int start, char quote, TokenKind kind)
    {
        while (_position < _text.Length && _text[_position] != '\n')
        {
            char c = _text[_position++];
            if (c == quote) return Make(kind, start);
            if (c == '\\' && _position < _text.Length && _text[_position] != '\n') _position++;
        }

        string what = kind == TokenKind.String ? "quoted string" : "character constant";
        throw new SyntaxException(start, $"The {what} is not closed on its line.");
    }

    private Token RawString(int start)
    {
        int end = _text.IndexOf('`', _position);
        if (end < 0) throw new SyntaxException(start, "The raw quoted string is not closed.");
        _position = end + 1;
        return Make(TokenKind.RawString, start);
    }

    private Token FieldOrVariable(int start, TokenKind named, TokenKind bare)
    {
        if (IsAtTerminator()) return Make(bare, start);
        SkipAlphanumeric();
        CheckTerminator();
        return Make(named, start);
    }

    private Token Identifier(int start)
    {
        SkipAlphanumeric();
        CheckTerminator();
        Token token = Make(TokenKind.Identifier, start);
        TokenKind kind = token.Text switch
        {
            "true" or "false" => TokenKind.Boolean,
            "nil" => TokenKind.Nil,
            "block" => TokenKind.Block,
            "break" when _hasBreak => TokenKind.Break,
            "continue" when _hasContinue => TokenKind.Continue,
            "define" => TokenKind.Define,
            "else" => TokenKind.Else,
            "end" => TokenKind.End,
            "if" => TokenKind.If,
            "range" => TokenKind.Range,
            "template" => TokenKind.Template,
            "with" => TokenKind.With,
            _ => TokenKind.Identifier,
        };
        return new Token(kind, token.Offset, token.Text);
    }

    private Token Number(int start)
    {
        _position = start;
        bool valid = ScanNumber();
        if (valid && Peek() is '+' or '-')
        {
            valid = ScanNumber();
            if (valid && _text[_position - 1] == 'i') throw Complex(start);
            valid = false;
        }

        if (!valid)
        {
            if (_position < _text.Length && IsAlphanumeric(_text[_position])) _position++;
            throw new SyntaxException(start, $"'{Shorten(_text.Substring(start, _position - start))}' is not a number.");
        }

        if (_text[_position - 1] == 'i') throw Complex(start);
        return Make(TokenKind.Number, start);
    }

    // Moves over what looks like a number; whether it is one is for the number's own rules to say.
    private bool ScanNumber()
    {
        if (Peek() is '+' or '-') _position++;
        string digits = "0123456789_";
        if (Peek() == '0')
        {
            _position++;
            if (Peek() is 'x' or 'X') digits = "0123456789abcdefABCDEF_";
            else if (Peek() is 'o' or 'O') digits = "01234567_";
            else if (Peek() is 'b' or 'B') digits = "01_";
            if (digits != "0123456789_") _position++;
        }

        SkipAny(digits);
        if (Peek() == '.')
        {
            _position++;
            SkipAny(digits);
        }

        bool isHexadecimal = digits.Length > 20;
        bool isDecimal = digits.Length == 11;
        if ((isDecimal && Peek() is 'e' or 'E') || (isHexadecimal && Peek() is 'p' or 'P'))
        {
            _position++;
            if (Peek() is '+' or '-') _position++;
            SkipAny("0123456789_");
        }

        if (Peek() == 'i') _position++;
        return !IsAlphanumeric(Peek());
    }

    private void SkipAny(string accepted)
    {
        while (_position < _text.Length && accepted.IndexOf(_text[_position]) >= 0) _position++;
    }

    private void SkipAlphanumeric()
    {
        while (_position < _text.Length && IsAlphanumeric(_text[_position])) _position++;
    }

    private bool IsAtTerminator()
    {
        if (_position >= _text.Length) return true;
        char c = _text[_position];
        return IsSpace(c) || c is '.' or ',' or '|' or ':' or ')' or '(' || IsAt(_position, RightDelimiter);
    }

    private void CheckTerminator()
    {
        if (!IsAtTerminator())
        {
            throw new SyntaxException(_position,
                $"The character '{OneLine.Of(_text[_position].ToString())}' cannot stand here; a space may be missing before it.");
        }
    }

    // 0 when no right delimiter is here, 2 for a plain one, 4 with a trim marker.
    private int RightDelimiterLength()
    {
        if (IsAt(_position, RightDelimiter)) return 2;
        bool trims = _position + 1 < _text.Length && IsSpace(_text[_position]) && _text[_position + 1] == '-';
        return trims && IsAt(_position + 2, RightDelimiter) ? 4 : 0;
    }

    private SyntaxException UnclosedAction()
    {
        int line = 1;
        for (int i = 0; i < _actionStart; i++)
        {
            if (_text[i] == '\n') line++;
        }

        string message = string.Format(CultureInfo.InvariantCulture, "The action that began in line {0} is not closed: '}}}}' is missing.", line);
        return new SyntaxException(_text.Length, message);
    }

    private static SyntaxException Complex(int offset) => new(offset, "Complex numbers are not supported.", TemplateErrorKind.Unsupported);

    private Token Make(TokenKind kind, int start) => new(kind, start, _text.Substring(start, _position - start));

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private bool IsAt(int position, string expected) =>
        position + expected.Length <= _text.Length && string.CompareOrdinal(_text, position, expected, 0, expected.Length) == 0;

    private static string Shorten(string text) => text.Length <= QuotedLength ? text : text.Substring(0, QuotedLength) + "...";

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsAlphanumeric(char c) => c == '_' || char.IsLetterOrDigit(c);
}
