using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Formatting;
using Score.Core.Templates.Text;
using Score.Core.Templates.Values;
using Score.Core.Text;

namespace Score.Core.Templates.Functions;

/// <summary>Sprig's chapter "String Functions": cutting, padding, searching, quoting. Those about words are in <see cref="WordFunctions"/>.</summary>
internal static class StringFunctions
{
    public static readonly string[] Names =
    [
        "abbrev", "abbrevboth", "cat", "contains", "hasPrefix", "hasSuffix", "hello", "indent", "lower", "nindent", "nospace", "plural", "quote",
        "repeat", "replace", "squote", "substr", "trim", "trimAll", "trimPrefix", "trimSuffix", "trimall", "trunc", "upper",
    ];

    public static TemplateFunction? Create(string name) => name switch
    {
        "hello" => Text(name, _ => "Hello!"),
        "abbrev" => Text(name, c => c.Long(0) < 4 ? c.Text(1) : Abbreviate(c.Text(1), 0, c.Long(0)), GoType.Int, GoType.String),
        "abbrevboth" => Text(name, c => AbbreviateBoth(c.Text(2), c.Long(0), c.Long(1)), GoType.Int, GoType.Int, GoType.String),
        "cat" => TemplateFunction.Variadic(name, c => GoValue.Of(Cat(c)), GoType.Any),
        "contains" => Test(name, c => c.Text(1).IndexOf(c.Text(0), StringComparison.Ordinal) >= 0),
        "hasPrefix" => Test(name, c => c.Text(1).StartsWith(c.Text(0), StringComparison.Ordinal)),
        "hasSuffix" => Test(name, c => c.Text(1).EndsWith(c.Text(0), StringComparison.Ordinal)),
        "indent" => Text(name, c => Indent(c, ""), GoType.Int, GoType.String),
        "nindent" => Text(name, c => Indent(c, "\n"), GoType.Int, GoType.String),
        "lower" => Text(name, c => c.Text(0).ToLowerInvariant(), GoType.String),
        "upper" => Text(name, c => c.Text(0).ToUpperInvariant(), GoType.String),
        "nospace" => Text(name, c => WithoutSpace(c.Text(0)), GoType.String),
        "plural" => Text(name, c => c.Long(2) == 1 ? c.Text(0) : c.Text(1), GoType.String, GoType.String, GoType.Int),
        "quote" => TemplateFunction.Variadic(name, c => GoValue.Of(Quote(c, GoQuoted)), GoType.Any),
        "squote" => TemplateFunction.Variadic(name, c => GoValue.Of(Quote(c, static text => "'" + text + "'")), GoType.Any),
        "repeat" => Text(name, Repeat, GoType.Int, GoType.String),
        "replace" => Text(name, c => Replace(c.Budget, c.Text(2), c.Text(0), c.Text(1)), GoType.String, GoType.String, GoType.String),
        "substr" => Text(name, c => Substring(c.Long(0), c.Long(1), c.Text(2)), GoType.Int, GoType.Int, GoType.String),
        "trim" => Text(name, c => TrimSpace(c.Text(0)), GoType.String),
        "trimAll" or "trimall" => Text(name, c => TrimAny(c.Text(1), c.Text(0)), GoType.String, GoType.String),
        "trimPrefix" => Text(name, c => TrimPrefix(c.Text(1), c.Text(0)), GoType.String, GoType.String),
        "trimSuffix" => Text(name, c => TrimSuffix(c.Text(1), c.Text(0)), GoType.String, GoType.String),
        "trunc" => Text(name, c => Truncate(c.Long(0), c.Text(1)), GoType.Int, GoType.String),
        _ => null,
    };

    /// <summary>Whether Go calls a character white space.</summary>
    public static bool IsSpace(int rune) => rune is (>= '\t' and <= '\r') or ' ' or 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A)
        or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000;

    /// <summary>Removes white space from both ends.</summary>
    public static string TrimSpace(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return text.Substring(start, end - start);
    }

    /// <summary>Replaces every occurrence; an empty one is before each character and at the end.</summary>
    public static string Replace(Budget budget, string text, string old, string replacement)
    {
        LimitedText result = new(budget);
        int at = 0;
        while (at <= text.Length)
        {
            int found = old.Length == 0 ? at : text.IndexOf(old, at, StringComparison.Ordinal);
            if (found < 0) break;
            result.Append(text, at, found - at).Append(replacement);
            int next = found + old.Length;
            if (old.Length == 0)
            {
                if (at >= text.Length) return result.ToString();
                GoText.NextRune(text, ref next);
                result.Append(text, found, next - found);
            }

            at = next;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static TemplateFunction Text(string name, Func<FunctionCall, string> body, params GoType[] parameters) =>
        TemplateFunction.Create(name, c => GoValue.Of(body(c)), parameters);

    private static TemplateFunction Test(string name, Func<FunctionCall, bool> body) =>
        TemplateFunction.Create(name, c => GoValue.Of(body(c)), GoType.String, GoType.String);

    // Keeps a stretch from an offset on, within a maximal length that counts the dots.
    private static string Abbreviate(string text, long offset, long length)
    {
        byte[] bytes = GoText.ToBytes(text);
        long total = bytes.Length;
        if (total <= length || length < 4) return text;
        offset = Math.Min(offset, total);
        if (total - offset < length - 3) offset = total - (length - 3);
        if (offset <= 4) return GoText.FromBytes(bytes, 0, (int)length - 3) + "...";
        if (length < 7) return "";
        if (offset + length - 3 < total)
            return "..." + Abbreviate(GoText.FromBytes(bytes, (int)offset, (int)(total - offset)), 0, length - 3);
        return "..." + GoText.FromBytes(bytes, (int)(total - (length - 3)), (int)length - 3);
    }

    private static string AbbreviateBoth(string text, long left, long right) =>
        right < 4 || (left > 0 && right < 7) ? text : Abbreviate(text, left, right);

    private static string Cat(FunctionCall call)
    {
        LimitedText result = new(call.Budget);
        bool isFirst = true;
        for (int i = 0; i < call.Count; i++)
        {
            if (call[i].IsNothing) continue;
            if (!isFirst) result.Append(' ');
            isFirst = false;
            result.Append(SprigText.Of(call.Budget, call[i]));
        }

        return result.ToString();
    }

    private static string Indent(FunctionCall call, string before)
    {
        if (call.Long(0) < 0) throw new FunctionException("The number of spaces is negative.");
        call.Budget.CheckLength(call.Long(0));
        string padding = Indentation.Of((int)call.Long(0));
        return before + padding + Replace(call.Budget, call.Text(1), "\n", "\n" + padding);
    }

    private static string WithoutSpace(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (char c in text)
        {
            if (!IsSpace(c)) result.Append(c);
        }

        return result.ToString();
    }

    private static string GoQuoted(string text) => GoQuote.Quote(text);

    private static string Quote(FunctionCall call, Func<string, string> quote)
    {
        LimitedText result = new(call.Budget);
        bool any = false;
        for (int i = 0; i < call.Count; i++)
        {
            if (call[i].IsNothing) continue;
            if (any) result.Append(' ');
            any = true;
            result.Append(quote(SprigText.Of(call.Budget, call[i])));
        }

        return result.ToString();
    }

    private static string Repeat(FunctionCall call)
    {
        long count = call.Long(0);
        string text = call.Text(1);
        if (count < 0) throw new FunctionException("The number of repetitions is negative.");
        if (text.Length == 0) return "";
        if (count > call.Budget.Limits.StringLength) call.Budget.CheckLength(count);
        call.Budget.CheckLength(count * text.Length);
        return new StringBuilder(text.Length * (int)count).Insert(0, text, (int)count).ToString();
    }

    private static string Substring(long start, long end, string text)
    {
        int length = GoText.ByteLength(text);
        if (start < 0) return Cut(text, 0, end, length);
        if (end < 0 || end > length) return Cut(text, start, length, length);
        return Cut(text, start, end, length);
    }

    private static string Cut(string text, long start, long end, int length)
    {
        if (start < 0 || end > length || start > end)
        {
            string message = string.Format(CultureInfo.InvariantCulture, "The range {0} to {1} is not within a string of {2} bytes.", start, end, length);
            throw new FunctionException(message);
        }

        return GoText.Slice(text, (int)start, (int)end);
    }

    private static string Truncate(long count, string text)
    {
        int length = GoText.ByteLength(text);
        if (count < 0 && length + count > 0) return GoText.Slice(text, (int)(length + count), length);
        return count >= 0 && length > count ? GoText.Slice(text, 0, (int)count) : text;
    }

    private static string TrimAny(string text, string cutset)
    {
        // A set of numbers is compiled at run time, and most cutsets are ASCII.
        bool[] ascii = new bool[0x80];
        HashSet<int>? others = null;
        for (int i = 0; i < cutset.Length;)
        {
            int rune = GoText.NextRune(cutset, ref i);
            if (rune < ascii.Length) ascii[rune] = true;
            else (others ??= new()).Add(rune);
        }

        int start = 0;
        int end = 0;
        bool started = false;
        for (int i = 0; i < text.Length;)
        {
            int at = i;
            int rune = GoText.NextRune(text, ref i);
            if (rune < ascii.Length ? ascii[rune] : others is not null && others.Contains(rune)) continue;
            if (!started) start = at;
            started = true;
            end = i;
        }

        return text.Substring(start, end - start);
    }

    private static string TrimPrefix(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) ? text.Substring(prefix.Length) : text;

    private static string TrimSuffix(string text, string suffix) =>
        text.EndsWith(suffix, StringComparison.Ordinal) ? text.Substring(0, text.Length - suffix.Length) : text;
}
