using System.Text;

namespace Score.Core.Templates.Functions;

/// <summary>Finds the words in names like HTTPServer, foo-bar and Bld4Floor3rd, and joins them in lower case.</summary>
internal static class WordCase
{
    private enum Sort
    {
        Start,
        Connector,
        Punctuation,
        Upper,
        Lower,
        Digit,
        OtherLetter,
    }

    /// <summary>Whether a character separates words and is replaced.</summary>
    public static bool IsConnector(char c) => c is '_' or '-' || StringFunctions.IsSpace(c);

    /// <summary>
    /// Joins the words. A word begins at a capital, of several at the last when small letters follow; at digits when small
    /// letters follow, else digits belong to the word before them; and where letters without case begin.
    /// </summary>
    public static string Join(string text, char connector)
    {
        StringBuilder result = new();
        Sort previous = Sort.Start;
        bool inNumberWord = false;
        for (int i = 0; i < text.Length;)
        {
            Sort sort = SortOf(text[i]);
            int end = i + 1;
            while (end < text.Length && SortOf(text[end]) == sort) end++;
            Sort next = end < text.Length ? SortOf(text[end]) : Sort.Start;
            bool followsWord = previous is not (Sort.Start or Sort.Connector or Sort.Punctuation);
            switch (sort)
            {
                case Sort.Connector:
                    result.Append(connector, end - i);
                    break;
                case Sort.Upper:
                    if (followsWord) result.Append(connector);
                    int lastWord = next == Sort.Lower && end - i > 1 ? end - 1 : end;
                    Append(result, text, i, lastWord);
                    if (lastWord < end) result.Append(connector);
                    Append(result, text, lastWord, end);
                    break;
                case Sort.Digit when next == Sort.Lower && followsWord && !inNumberWord:
                    result.Append(connector);
                    Append(result, text, i, end);
                    break;
                case Sort.OtherLetter when followsWord:
                    result.Append(connector);
                    Append(result, text, i, end);
                    break;
                default:
                    Append(result, text, i, end);
                    break;
            }

            inNumberWord = (sort == Sort.Digit && next == Sort.Lower) || (inNumberWord && sort is Sort.Digit or Sort.Lower);
            previous = sort;
            i = end;
        }

        return result.ToString();
    }

    private static Sort SortOf(char c)
    {
        if (IsConnector(c)) return Sort.Connector;
        if (char.IsUpper(c)) return Sort.Upper;
        if (char.IsLower(c)) return Sort.Lower;
        if (char.IsDigit(c)) return Sort.Digit;
        return char.IsLetter(c) || char.IsSurrogate(c) ? Sort.OtherLetter : Sort.Punctuation;
    }

    private static void Append(StringBuilder result, string text, int start, int end)
    {
        for (int i = start; i < end; i++) result.Append(char.ToLowerInvariant(text[i]));
    }
}
