using Score.Core.Templates.Values;

namespace Score.Core.Templates.Formatting;

/// <summary>Goes through a format string and prints an argument for each of its verbs. Mistakes become text in the output.</summary>
internal sealed class FormatReader
{
    // Widths and precisions beyond this are mistakes.
    private const int MaxNumber = 1_000_000;

    private readonly GoPrinter _printer;
    private readonly string _format;
    private readonly GoValue[] _arguments;
    private PrintFlags _flags;
    private int _at;
    private int _argument;
    private bool _isIndexGood;
    private bool _isAfterIndex;
    private bool _isReordered;

    public FormatReader(GoPrinter printer, string format, GoValue[] arguments)
    {
        _printer = printer;
        _format = format;
        _arguments = arguments;
    }

    /// <summary>Prints everything.</summary>
    public void Run()
    {
        while (_at < _format.Length)
        {
            int percent = _format.IndexOf('%', _at);
            if (percent < 0) percent = _format.Length;
            _printer.Literal(_format, _at, percent - _at);
            _at = percent + 1;
            if (percent < _format.Length) Verb();
        }

        if (!_isReordered && _argument < _arguments.Length) Extra();
    }

    private void Verb()
    {
        _flags = default;
        _isIndexGood = true;
        ReadFlags();
        ReadIndex();
        ReadWidth();
        ReadPrecision();
        if (!_isAfterIndex) ReadIndex();
        if (_at >= _format.Length)
        {
            _printer.Literal("%!(NOVERB)");
            return;
        }

        char verb = _format[_at];
        int length = char.IsHighSurrogate(verb) && _at + 1 < _format.Length ? 2 : 1;
        string name = _format.Substring(_at, length);
        _at += length;
        if (verb == '%')
        {
            _printer.Literal("%");
        }
        else if (!_isIndexGood)
        {
            _printer.Literal($"%!{name}(BADINDEX)");
        }
        else if (_argument >= _arguments.Length)
        {
            _printer.Literal($"%!{name}(MISSING)");
        }
        else
        {
            if (verb is 'v' or 'w') _flags.ApplyToValueVerb();
            _printer.Argument(_arguments[_argument++].Wrap(), verb, _flags);
        }
    }

    private void ReadFlags()
    {
        for (; _at < _format.Length; _at++)
        {
            switch (_format[_at])
            {
                case '#':
                    _flags.Sharp = true;
                    break;
                case '0':
                    _flags.Zero = true;
                    break;
                case '+':
                    _flags.Plus = true;
                    break;
                case '-':
                    _flags.Minus = true;
                    break;
                case ' ':
                    _flags.Space = true;
                    break;
                default:
                    return;
            }
        }
    }

    // "[3]": the argument that is used next.
    private void ReadIndex()
    {
        _isAfterIndex = false;
        if (_at >= _format.Length || _format[_at] != '[') return;
        _isReordered = true;
        int end = _format.IndexOf(']', _at);
        if (end < 0)
        {
            _isIndexGood = false;
            _at++;
            return;
        }

        int at = _at + 1;
        bool isNumber = TryReadNumber(ref at, end, out int index) && at == end;
        _at = end + 1;
        _isAfterIndex = isNumber;
        if (isNumber && index >= 1 && index <= _arguments.Length) _argument = index - 1;
        else _isIndexGood = false;
    }

    private void ReadWidth()
    {
        if (_at < _format.Length && _format[_at] == '*')
        {
            _at++;
            _flags.Width = NumberFromArgument();
            if (_flags.Width is null) _printer.Literal("%!(BADWIDTH)");
            if (_flags.Width < 0)
            {
                _flags.Width = -_flags.Width;
                _flags.Minus = true;
            }

            _isAfterIndex = false;
            return;
        }

        if (!TryReadNumber(ref _at, _format.Length, out int width)) return;
        _flags.Width = width;
        if (_isAfterIndex) _isIndexGood = false;
    }

    private void ReadPrecision()
    {
        if (_at >= _format.Length || _format[_at] != '.') return;
        _at++;
        if (_isAfterIndex) _isIndexGood = false;
        ReadIndex();
        if (_at < _format.Length && _format[_at] == '*')
        {
            _at++;
            int? precision = NumberFromArgument();
            if (precision is >= 0) _flags.Precision = precision;
            else _printer.Literal("%!(BADPREC)");
            _isAfterIndex = false;
            return;
        }

        _flags.Precision = TryReadNumber(ref _at, _format.Length, out int number) ? number : 0;
    }

    private int? NumberFromArgument()
    {
        if (_argument >= _arguments.Length) return null;
        GoValue value = _arguments[_argument++];
        if (!value.IsSigned && !value.IsUnsigned) return null;
        return value.AsLong is >= -MaxNumber and <= MaxNumber ? (int)value.AsLong : null;
    }

    private bool TryReadNumber(ref int at, int end, out int number)
    {
        number = 0;
        int start = at;
        for (; at < end && _format[at] is >= '0' and <= '9'; at++)
        {
            if (number > MaxNumber)
            {
                number = 0;
                at = end;
                return false;
            }

            number = (number * 10) + _format[at] - '0';
        }

        return at > start;
    }

    private void Extra()
    {
        _printer.Literal("%!(EXTRA ");
        for (int i = _argument; i < _arguments.Length; i++)
        {
            if (i > _argument) _printer.Literal(", ");
            _printer.TypeAndValue(_arguments[i].Wrap(), default);
        }

        _printer.Literal(")");
    }
}
