using System.Globalization;
using System.Text;

namespace Score.Core.Text;

/// <summary>Text that is fit to stand in a one-line message.</summary>
internal static class OneLine
{
    private const int MaxNameLength = 120;

    /// <summary>Escapes control characters and cuts long text, keeping its start.</summary>
    /// <param name="text">The text, such as a name of a user's file.</param>
    /// <param name="maxLength">How many characters are kept.</param>
    public static string Of(string text, int maxLength = MaxNameLength)
    {
        bool clean = text.Length <= maxLength;
        for (int i = 0; clean && i < text.Length; i++) clean = !IsUnprintable(text[i]);
        if (clean) return text;

        StringBuilder result = new();
        foreach (char c in text)
        {
            if (result.Length >= maxLength)
            {
                if (char.IsHighSurrogate(result[result.Length - 1])) result.Length--;
                result.Append("...");
                break;
            }

            if (c == '\n') result.Append("\\n");
            else if (c == '\t') result.Append("\\t");
            else if (IsUnprintable(c)) result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else result.Append(c);
        }

        return result.ToString();
    }

    private static bool IsUnprintable(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
