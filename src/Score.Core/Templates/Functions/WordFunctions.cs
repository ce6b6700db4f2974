using System;
using System.Text;
using Score.Core.Templates.Execution;
using Score.Core.Templates.Text;
using Score.Core.Templates.Values;

namespace Score.Core.Templates.Functions;

/// <summary>Those functions of Sprig's chapter "String Functions" that look at words and letters: case and wrapping.</summary>
internal static class WordFunctions
{
    public static readonly string[] Names =
    [
        "camelcase", "initials", "kebabcase", "snakecase", "swapcase", "title", "untitle", "wrap", "wrapWith",
    ];

    public static TemplateFunction? Create(string name) => name switch
    {
        "camelcase" => Text(name, c => PascalCase(c.Text(0)), GoType.String),
        "initials" => Text(name, c => Initials(c.Text(0)), GoType.String),
        "kebabcase" => Text(name, c => WordCase.Join(c.Text(0), '-'), GoType.String),
        "snakecase" => Text(name, c => WordCase.Join(c.Text(0), '_'), GoType.String),
        "swapcase" => Text(name, c => SwapCase(c.Text(0)), GoType.String),
        "title" => Text(name, c => Title(c.Text(0)), GoType.String),
        "untitle" => Text(name, c => Untitle(c.Text(0)), GoType.String),
        "wrap" => Text(name, c => Wrap(c.Budget, c.Text(1), c.Long(0), "\n", false), GoType.Int, GoType.String),
        "wrapWith" => Text(name, c => Wrap(c.Budget, c.Text(2), c.Long(0), c.Text(1), true), GoType.Int, GoType.String, GoType.String),
        _ => null,
    };

    private static TemplateFunction Text(string name, Func<FunctionCall, string> body, params GoType[] parameters) =>
        TemplateFunction.Create(name, c => GoValue.Of(body(c)), parameters);

    // Underscores, hyphens and spaces between words go, the first of several stays away; those at the ends stay. A word's
    // capitals at its start become one: GOLANG is Golang.
    private static string PascalCase(string text)
    {
        StringBuilder result = new();
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            while (i < text.Length && WordCase.IsConnector(text[i])) i++;
            int connectors = i - start;
            bool isInner = start > 0 && i < text.Length;
            result.Append(text, start + (isInner ? 1 : 0), Math.Max(connectors - (isInner ? 1 : 0), 0));
            bool isFirst = true;
            bool inCapitals = true;
            for (; i < text.Length && !WordCase.IsConnector(text[i]); i++, isFirst = false)
            {
                char c = text[i];
                if (isFirst)
                {
                    inCapitals = char.IsUpper(c);
                    result.Append(char.ToUpperInvariant(c));
                    continue;
                }

                inCapitals = inCapitals && char.IsUpper(c);
                result.Append(inCapitals ? char.ToLowerInvariant(c) : c);
            }
        }

        return result.ToString();
    }

    private static string Initials(string text)
    {
        StringBuilder result = new();
        bool isStart = true;
        for (int i = 0; i < text.Length;)
        {
            int at = i;
            bool isSpace = StringFunctions.IsSpace(GoText.NextRune(text, ref i));
            if (isStart && !isSpace) result.Append(text, at, i - at);
            isStart = isSpace;
        }

        return result.ToString();
    }

    private static string SwapCase(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (char c in text) result.Append(char.IsUpper(c) ? char.ToLowerInvariant(c) : char.IsLower(c) ? char.ToUpperInvariant(c) : c);
        return result.ToString();
    }

    // Anything but letters, digits and underscores ends a word in ASCII, and beyond it only spaces do.
    private static string Title(string text)
    {
        StringBuilder result = new(text.Length);
        bool isStart = true;
        foreach (char c in text)
        {
            result.Append(isStart ? char.ToUpperInvariant(c) : c);
            isStart = c < 0x80 ? !(char.IsLetterOrDigit(c) || c == '_') : StringFunctions.IsSpace(c);
        }

        return result.ToString();
    }

    private static string Untitle(string text)
    {
        StringBuilder result = new(text.Length);
        bool isStart = true;
        foreach (char c in text)
        {
            bool isSpace = StringFunctions.IsSpace(c);
            result.Append(isStart && !isSpace ? char.ToLowerInvariant(c) : c);
            isStart = isSpace;
        }

        return result.ToString();
    }

    // Breaks lines at the last space that fits. A word that does not fit is cut or runs over the width.
    private static string Wrap(Budget budget, string text, long width, string lineBreak, bool cutsWords)
    {
        if (lineBreak.Length == 0) lineBreak = "\n";
        if (width < 1) width = 1;
        LimitedText result = new(budget);
        byte[] bytes = GoText.ToBytes(text);
        int at = 0;
        while (bytes.Length - at > width)
        {
            budget.Charge(1);
            if (bytes[at] == ' ')
            {
                at++;
                continue;
            }

            int limit = at + (int)width;
            int space = limit;
            while (space >= at && bytes[space] != ' ') space--;
            if (space < at && cutsWords)
            {
                result.Append(GoText.FromBytes(bytes, at, (int)width)).Append(lineBreak);
                at = limit;
                continue;
            }

            if (space < at) space = Array.IndexOf(bytes, (byte)' ', limit);
            if (space < 0) break;
            result.Append(GoText.FromBytes(bytes, at, space - at)).Append(lineBreak);
            at = space + 1;
        }

        return result.Append(GoText.FromBytes(bytes, at, bytes.Length - at)).ToString();
    }
}
