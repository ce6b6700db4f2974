using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Score.Core.Yaml;

/// <summary>
/// Decides what a plain scalar stands for, as go-yaml v3 does: YAML 1.2's core schema, plus the older octal form, binary
/// integers, digit separators and timestamps. <c>yes</c>, <c>on</c> and <c>12:30</c> are strings.
/// </summary>
internal static class ScalarResolver
{
    /// <summary>The kind and the value of a plain scalar.</summary>
    public static YamlScalarKind Resolve(string text, out object? value)
    {
        value = null;
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return YamlScalarKind.Null;
            case "true" or "True" or "TRUE":
                value = true;
                return YamlScalarKind.Boolean;
            case "false" or "False" or "FALSE":
                value = false;
                return YamlScalarKind.Boolean;
            case ".nan" or ".NaN" or ".NAN":
                value = double.NaN;
                return YamlScalarKind.Float;
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                value = double.PositiveInfinity;
                return YamlScalarKind.Float;
            case "-.inf" or "-.Inf" or "-.INF":
                value = double.NegativeInfinity;
                return YamlScalarKind.Float;
        }

        value = text;
        if (text[0] is not ((>= '0' and <= '9') or '+' or '-' or '.')) return YamlScalarKind.String;
        if (TryTimestamp(text) is { } timestamp)
        {
            value = timestamp;
            return YamlScalarKind.Timestamp;
        }

        string plain = text.Replace("_", "");
        if (TryInteger(plain) is { } integer)
        {
            value = integer;
            return YamlScalarKind.Integer;
        }

        if (!IsFloat(plain) || !double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || double.IsInfinity(number))
            return YamlScalarKind.String;
        value = number;
        return YamlScalarKind.Float;
    }

    /// <summary>The value that a tag such as <c>!!int</c> asks for.</summary>
    /// <returns>Whether the text fits the tag.</returns>
    public static bool TryResolveAs(YamlScalarKind wanted, string text, out object? value)
    {
        value = text;
        if (wanted == YamlScalarKind.String) return true;
        YamlScalarKind kind = Resolve(text, out value);
        if (wanted != YamlScalarKind.Float || kind != YamlScalarKind.Integer) return kind == wanted;
        value = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return true;
    }

    private static object? TryInteger(string text)
    {
        int at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        bool negative = text.Length > 0 && text[0] == '-';
        int radix = 10;
        if (text.Length > at + 1 && text[at] == '0')
        {
            // A leading zero alone is the octal form of YAML 1.1.
            (radix, int prefix) = text[at + 1] switch { 'x' or 'X' => (16, 2), 'o' or 'O' => (8, 2), 'b' or 'B' => (2, 2), _ => (8, 1) };
            at += prefix;
        }

        if (at >= text.Length) return null;
        ulong magnitude = 0;
        for (; at < text.Length; at++)
        {
            int digit = text[at] switch
            {
                >= '0' and <= '9' => text[at] - '0',
                >= 'a' and <= 'f' => text[at] - 'a' + 10,
                >= 'A' and <= 'F' => text[at] - 'A' + 10,
                _ => 99,
            };
            if (digit >= radix) return null;
            if (magnitude > (ulong.MaxValue - (ulong)digit) / (ulong)radix) return null;
            magnitude = (magnitude * (ulong)radix) + (ulong)digit;
        }

        if (!negative) return magnitude <= long.MaxValue ? (long)magnitude : magnitude;
        const ulong LowestMagnitude = (ulong)long.MaxValue + 1;
        if (magnitude > LowestMagnitude) return null;
        return magnitude == LowestMagnitude ? long.MinValue : -(long)magnitude;
    }

    // [-+]? (digits [. digits?] | . digits) ([eE] [-+]? digits)?
    private static bool IsFloat(string text)
    {
        int at = 0;
        if (at < text.Length && text[at] is '+' or '-') at++;
        int whole = Digits(text, ref at);
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0 && whole == 0) return false;
        }
        else if (whole == 0)
        {
            return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            if (Digits(text, ref at) == 0) return false;
        }

        return at == text.Length;
    }

    private static int Digits(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9') at++;
        return at - start;
    }

    private static string? TryTimestamp(string text)
    {
        if (text.Length is < 8 or > 40 || text[4] != '-' || text[0] is < '0' or > '9') return null; // Before the regular expression is loaded.
        Match match = Regex.Match(
            text,
            @"\A([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:[Tt]| )([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})?)?\z",
            RegexOptions.CultureInvariant);
        if (!match.Success) return null;

        int Number(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        bool hasTime = match.Groups[4].Success;
        bool separatedBySpace = hasTime && text.Contains(' ');
        string zone = match.Groups[8].Value;
        if (hasTime && separatedBySpace != (zone.Length == 0)) return null;
        (int year, int month, int day) = (Number(1), Number(2), Number(3));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        if (Number(4) > 23 || Number(5) > 59 || Number(6) > 59) return null;
        string fraction = match.Groups[7].Value.TrimEnd('0').TrimEnd('.');
        return string.Format(
            CultureInfo.InvariantCulture,
            "{0:0000}-{1:00}-{2:00}T{3:00}:{4:00}:{5:00}{6}{7}",
            year,
            month,
            day,
            Number(4),
            Number(5),
            Number(6),
            fraction,
            zone.Length == 0 || zone is "+00:00" or "-00:00" ? "Z" : zone);
    }
}
