using System.Globalization;
using System.Text;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Text;

namespace Score.Core.Templates.Formatting;

/// <summary>Writes numbers and strings with flags, width and precision.</summary>
internal sealed class ScalarWriter
{
    private const string LowerDigits = "0123456789abcdefx";
    private const string UpperDigits = "0123456789ABCDEFX";

    private readonly LimitedText _output;

    public ScalarWriter(LimitedText output) => _output = output;

    /// <summary>Fills up to the width: on the left, or on the right with the minus flag. Only on the left with zeros.</summary>
    public void Pad(string text, in PrintFlags flags, bool withZeros)
    {
        int padding = flags.Width is int width ? width - GoText.RuneCount(text) : 0;
        if (flags.Minus) _output.Append(text).Append(' ', padding);
        else _output.Append(withZeros ? '0' : ' ', padding).Append(text);
    }

    public void Text(string text, char verb, in PrintFlags flags)
    {
        switch (verb)
        {
            case 'x' or 'X':
                HexadecimalText(text, verb, flags);
                return;
            case 'q':
                string cut = Truncate(text, flags);
                Pad(flags.Sharp && GoQuote.CanBackquote(cut) ? "`" + cut + "`" : GoQuote.Quote(cut, flags.Plus), flags, flags.Zero);
                return;
            default:
                Pad(Truncate(text, flags), flags, flags.Zero);
                return;
        }
    }

    public void Integer(bool isNegative, ulong magnitude, int numberBase, char verb, in PrintFlags flags)
    {
        int digitCount = 0;
        if (flags.Precision is int precision)
        {
            digitCount = precision;
            if (precision == 0 && magnitude == 0)
            {
                _output.Append(' ', flags.Width ?? 0);
                return;
            }
        }
        else if (flags.Zero && !flags.Minus && flags.Width is int width)
        {
            digitCount = isNegative || flags.Plus || flags.Space ? width - 1 : width;
        }

        StringBuilder reversed = new();
        string digits = verb == 'X' ? UpperDigits : LowerDigits;
        ulong rest = magnitude;
        do
        {
            reversed.Append(digits[(int)(rest % (ulong)numberBase)]);
            rest /= (ulong)numberBase;
        }
        while (rest > 0);
        _output.Reserve(digitCount);
        if (reversed.Length < digitCount) reversed.Append('0', digitCount - reversed.Length);
        if (flags.Sharp)
        {
            if (numberBase == 2) reversed.Append("b0");
            else if (numberBase == 8 && reversed[reversed.Length - 1] != '0') reversed.Append('0');
            else if (numberBase == 16) reversed.Append(digits[16]).Append('0');
        }

        if (verb == 'O') reversed.Append("o0");
        if (isNegative) reversed.Append('-');
        else if (flags.Plus) reversed.Append('+');
        else if (flags.Space) reversed.Append(' ');
        Pad(Reverse(reversed), flags, false);
    }

    public void Float(double value, char verb, int precision, in PrintFlags flags)
    {
        _output.Reserve(flags.Precision ?? 0);
        string number = GoFloat.Format(value, verb, flags.Precision ?? precision);
        if (number[0] is not ('-' or '+')) number = "+" + number;
        if (flags.Space && number[0] == '+' && !flags.Plus) number = " " + number.Substring(1);
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            // Zeros before these would be strange. "+Inf" keeps its sign only when asked to.
            bool bare = number[0] == '+' && !flags.Plus;
            if (double.IsInfinity(value) && number[0] == '+') bare = false;
            Pad(bare ? number.Substring(1) : number, flags, false);
            return;
        }

        if (flags.Sharp && verb != 'b') number = WithPoint(number, verb, flags.Precision ?? precision);
        if (flags.Plus || number[0] != '+')
        {
            if (flags.Zero && !flags.Minus && flags.Width > number.Length)
            {
                _output.Append(number[0]).Append('0', flags.Width.Value - number.Length).Append(number.Substring(1));
                return;
            }

            Pad(number, flags, flags.Zero);
            return;
        }

        Pad(number.Substring(1), flags, flags.Zero);
    }

    public void Unicode(ulong rune, in PrintFlags flags)
    {
        string text = "U+" + rune.ToString("X", CultureInfo.InvariantCulture).PadLeft(flags.Precision is > 4 ? flags.Precision.Value : 4, '0');
        if (flags.Sharp && rune <= 0x10FFFF && GoQuote.IsPrintable((int)rune)) text += " '" + char.ConvertFromUtf32((int)rune) + "'";
        Pad(text, flags, false);
    }

    // The sharp flag forces a decimal point, and for %g keeps the zeros at the end.
    private static string WithPoint(string number, char verb, int precision)
    {
        int wanted = verb is 'g' or 'G' or 'x' or 'X' ? (precision < 0 ? 6 : precision) : 0;
        int tailAt = number.IndexOfAny(verb is 'x' or 'X' ? ['p', 'P'] : ['e', 'E']);
        string tail = tailAt < 0 ? "" : number.Substring(tailAt);
        StringBuilder head = new(tailAt < 0 ? number : number.Substring(0, tailAt));
        bool sawPoint = false;
        bool sawDigit = false;
        for (int i = verb is 'x' or 'X' ? 3 : 1; i < head.Length; i++)
        {
            if (head[i] == '.')
            {
                sawPoint = true;
            }
            else
            {
                if (head[i] != '0') sawDigit = true;
                if (sawDigit) wanted--;
            }
        }

        if (!sawPoint)
        {
            // A single zero before the point counts as a digit.
            if (head.Length == 2 && head[1] == '0') wanted--;
            head.Append('.');
        }

        if (wanted > 0 && verb is 'g' or 'G' or 'x' or 'X') head.Append('0', wanted);
        return head + tail;
    }

    private void HexadecimalText(string text, char verb, in PrintFlags flags)
    {
        byte[] bytes = GoText.ToBytes(text);
        int count = flags.Precision is int precision && precision < bytes.Length ? precision : bytes.Length;
        _output.Reserve(5L * count);
        string digits = verb == 'X' ? UpperDigits : LowerDigits;
        StringBuilder result = new();
        for (int i = 0; i < count; i++)
        {
            if (flags.Space && i > 0) result.Append(' ');
            if (flags.Sharp && (flags.Space || i == 0)) result.Append('0').Append(digits[16]);
            result.Append(digits[bytes[i] >> 4]).Append(digits[bytes[i] & 0xF]);
        }

        Pad(result.ToString(), flags, flags.Zero);
    }

    private static string Truncate(string text, in PrintFlags flags)
    {
        if (flags.Precision is not int precision) return text;
        int at = 0;
        for (int i = 0; i < precision && at < text.Length; i++) GoText.NextRune(text, ref at);
        return text.Substring(0, at);
    }

    private static string Reverse(StringBuilder reversed)
    {
        char[] characters = new char[reversed.Length];
        for (int i = 0; i < characters.Length; i++) characters[i] = reversed[characters.Length - 1 - i];
        return new string(characters);
    }
}

