using System;
using System.Globalization;

namespace Score.Core.Templates.Dates;

/// <summary>Reads times by a layout. Without a zone they are in UTC.</summary>
internal sealed class TimeParser
{
    private readonly string _text;
    private int _at;
    private int _year = 1;
    private int _month = 1;
    private int _day = 1;
    private int _dayOfYear;
    private int _hour;
    private int _minute;
    private int _second;
    private long _ticks;
    private bool _hasTwelveHours;
    private bool _isAfternoon;
    private TimeSpan _offset = TimeSpan.Zero;
    private string? _zone;
    private bool _hasYear;

    private TimeParser(string text) => _text = text;

    /// <summary>Reads a time; null when the text is not as the layout says.</summary>
    public static GoTime? TryParse(string layout, string text)
    {
        TimeParser parser = new(text);
        foreach (LayoutPart part in TimeLayout.Parse(layout))
        {
            bool taken = part.Field.Length == 0 ? parser.TakeText(part.Text) : parser.Take(part.Field);
            if (!taken) return null;
        }

        return parser._at == text.Length ? parser.Result() : null;
    }

    private GoTime? Result()
    {
        if (_hasTwelveHours) _hour = (_hour % 12) + (_isAfternoon ? 12 : 0);

        // Go's times without a year are in the year 0, which .NET does not have; they become the year 1.
        if (!_hasYear) _year = 1;
        if (_year is < 1 or > 9999 || _month is < 1 or > 12 || _day < 1 || _day > DateTime.DaysInMonth(_year, _month)) return null;
        if (_hour > 23 || _minute > 59 || _second > 59) return null;
        DateTime clock = new(_year, _month, _day, _hour, _minute, _second, DateTimeKind.Unspecified);
        if (_dayOfYear > 0)
        {
            clock = clock.AddDays(_dayOfYear - clock.DayOfYear);
            if (clock.Year != _year) return null;
        }

        clock = clock.AddTicks(_ticks);
        long utc = clock.Ticks - _offset.Ticks;
        return utc < 0 || utc > DateTime.MaxValue.Ticks ? null : GoTime.OfClock(clock, _offset, _zone);
    }

    private bool Take(string field)
    {
        switch (field)
        {
            case "2006":
                _hasYear = true;
                return TakeNumber(4, 4, out _year);
            case "06":
                _hasYear = true;
                if (!TakeNumber(2, 2, out _year)) return false;
                _year += _year >= 69 ? 1900 : 2000;
                return true;
            case "January": return TakeName(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, out _month);
            case "Jan": return TakeName(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, out _month);
            case "Monday": return TakeName(CultureInfo.InvariantCulture.DateTimeFormat.DayNames, out _);
            case "Mon": return TakeName(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames, out _);
            case "01": return TakeNumber(2, 2, out _month);
            case "1": return TakeNumber(1, 2, out _month);
            case "02": return TakeNumber(2, 2, out _day);
            case "2" or "_2":
                if (field == "_2" && Peek() == ' ') _at++;
                return TakeNumber(1, 2, out _day);
            case "002": return TakeNumber(3, 3, out _dayOfYear);
            case "__2":
                while (Peek() == ' ') _at++;
                return TakeNumber(1, 3, out _dayOfYear);
            case "15": return TakeNumber(1, 2, out _hour);
            case "03": return TakeNumber(2, 2, out _hour) && _hour is >= 0 and <= 12;
            case "3": return TakeNumber(1, 2, out _hour) && _hour is >= 0 and <= 12;
            case "04": return TakeNumber(2, 2, out _minute);
            case "4": return TakeNumber(1, 2, out _minute);
            case "05" or "5": return TakeNumber(field.Length, 2, out _second) && TakeOptionalFraction();
            case "fraction": return TakeFraction();
            case "PM": return TakeHalf("AM", "PM");
            case "pm": return TakeHalf("am", "pm");
            case "MST": return TakeZoneName();
            default: return TakeOffset(field);
        }
    }

    // White space in the layout stands for any white space.
    private bool TakeText(string expected)
    {
        foreach (char c in expected)
        {
            if (c == ' ')
            {
                while (Peek() == ' ') _at++;
                continue;
            }

            if (Peek() != c) return false;
            _at++;
        }

        return true;
    }

    private bool TakeNumber(int least, int most, out int number)
    {
        number = 0;
        int start = _at;
        while (_at - start < most && Peek() is >= '0' and <= '9') number = (number * 10) + _text[_at++] - '0';
        return _at - start >= least;
    }

    private bool TakeName(string[] names, out int number)
    {
        for (number = 1; number <= names.Length; number++)
        {
            string name = names[number - 1];
            if (name.Length == 0 || string.Compare(_text, _at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            _at += name.Length;
            return true;
        }

        return false;
    }

    // Digits after the seconds count even when the layout has none.
    private bool TakeOptionalFraction()
    {
        bool isFraction = Peek() is '.' or ',' && _at + 1 < _text.Length && _text[_at + 1] is >= '0' and <= '9';
        return !isFraction || TakeFraction();
    }

    private bool TakeFraction()
    {
        if (Peek() is not ('.' or ',')) return true;
        int start = ++_at;
        while (Peek() is >= '0' and <= '9') _at++;
        string digits = _text.Substring(start, _at - start);
        if (digits.Length == 0) return false;
        _ticks = long.Parse(digits.PadRight(7, '0').Substring(0, 7), CultureInfo.InvariantCulture);
        return true;
    }

    private bool TakeHalf(string morning, string afternoon)
    {
        string half = _text.Substring(_at, Math.Min(2, _text.Length - _at));
        _hasTwelveHours = true;
        _isAfternoon = half == afternoon;
        _at += half.Length;
        return _isAfternoon || half == morning;
    }

    private bool TakeZoneName()
    {
        int start = _at;
        while (Peek() is >= 'A' and <= 'Z') _at++;
        _zone = _text.Substring(start, _at - start);
        return _zone.Length is >= 3 and <= 5;
    }

    private bool TakeOffset(string field)
    {
        if (field[0] == 'Z' && Peek() == 'Z')
        {
            _at++;
            _zone ??= "UTC";
            return true;
        }

        if (Peek() is not ('+' or '-')) return false;
        int sign = _text[_at++] == '-' ? -1 : 1;
        bool hasColons = field.IndexOf(':') >= 0;
        int[] parts = [0, 0, 0];
        int count = (field.Replace(":", "").Length - 1) / 2;
        for (int i = 0; i < count; i++)
        {
            if (i > 0 && hasColons && !TakeText(":")) return false;
            if (!TakeNumber(2, 2, out parts[i])) return false;
        }

        if (parts[0] > 24 || parts[1] > 60 || parts[2] > 60) return false;
        _offset = TimeSpan.FromTicks(new TimeSpan(parts[0], parts[1], parts[2]).Ticks * sign);
        return true;
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';
}
