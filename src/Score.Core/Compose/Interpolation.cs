using System;
using System.Text;
using Score.Core.Text;

namespace Score.Core.Compose;

/// <summary>
/// Replaces variables in a text as Docker Compose does: <c>$X</c>, <c>${X}</c>, and with <c>:-</c>, <c>-</c>, <c>:+</c>, <c>+</c>,
/// <c>:?</c> and <c>?</c>. <c>$$</c> is a dollar, and so is one before anything else.
/// </summary>
/// <param name="find">The value of a variable, or null when it is not set.</param>
internal sealed class Interpolation(Func<string, string?> find)
{
    /// <summary>The most characters that a value may become. Variables that name each other twice would else fill the memory.</summary>
    public const int MaxTextLength = 1024 * 1024;

    private const int MaxDepth = 50;

    /// <summary>What is wrong with the last text, in a sentence that holds no value; empty when nothing is.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Replaces the variables; null with a problem when Docker Compose would refuse the text.</summary>
    public string? Replace(string text)
    {
        Problem = "";
        return Replace(text, 0);
    }

    private string? Replace(string text, int depth)
    {
        if (text.IndexOf('$') < 0) return text;
        if (depth > MaxDepth) return Fail($"Its default values are nested more than {MaxDepth} times.");
        StringBuilder result = new();
        for (int i = 0; i < text.Length;)
        {
            char next = text[i] == '$' && i + 1 < text.Length ? text[i + 1] : ' ';
            if (next == '$')
            {
                result.Append('$');
                i += 2;
            }
            else if (next == '{')
            {
                int end = EndOf(text, i);
                if (end < 0) return Fail("A '${' has no '}'. Write '$$' for a dollar that is meant literally.");
                if (Braced(text.Substring(i + 2, end - i - 2), depth) is not { } value) return null;
                result.Append(value);
                i = end + 1;
            }
            else if (IsStart(next))
            {
                int end = i + 1;
                while (end < text.Length && IsPart(text[end])) end++;
                result.Append(find(text.Substring(i + 1, end - i - 1)));
                i = end;
            }
            else
            {
                result.Append(text[i++]);
            }

            if (result.Length > MaxTextLength) return Fail($"A value becomes longer than {MaxTextLength} characters.");
        }

        return result.ToString();
    }

    // The word after the sign is looked at whether it is needed or not, as Docker Compose does.
    private string? Braced(string content, int depth)
    {
        int end = 0;
        while (end < content.Length && IsPart(content[end])) end++;
        string name = content.Substring(0, end);
        int sign = end < content.Length && content[end] == ':' ? end + 1 : end;
        bool isKnown = VariableName.IsValid(name) && (end == content.Length || (sign < content.Length && content[sign] is '-' or '+' or '?'));
        if (!isKnown || content.IndexOf('\n') >= 0)
            return Fail("What stands between '${' and '}' is no variable. Write '$$' for a dollar that is meant literally.");

        string? value = find(name);
        if (end == content.Length) return value ?? "";
        if (Replace(content.Substring(sign + 1), depth + 1) is not { } word) return null;
        bool isThere = value is not null && (sign == end || value.Length > 0);
        return content[sign] switch
        {
            '-' => isThere ? value : word,
            '+' => isThere ? word : "",
            _ => isThere ? value : Fail($"It requires the variable '{name}', which is not set."),
        };
    }

    private static int EndOf(string text, int start)
    {
        int open = 0;
        for (int i = start; i < text.Length; i++)
        {
            if (text[i] == '}' && --open == 0) return i;
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{') open++;
        }

        return -1;
    }

    private static bool IsStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsPart(char c) => IsStart(c) || c is >= '0' and <= '9';

    private string? Fail(string problem)
    {
        Problem = problem;
        return null;
    }
}
