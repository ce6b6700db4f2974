using System.Globalization;
using System.Text;

namespace Score.Core.Diagnostics;

/// <summary>Makes text from a user's file fit to stand in a one-line message.</summary>
internal static class Excerpt
{
    private const int MaxNameLength = 120;

    // What somebody wrote to be shown may be longer.
    private const int MaxMessageLength = 1500;

    /// <summary>Escapes control characters and cuts long text, keeping its start.</summary>
    public static string Of(string text) => Of(text, MaxNameLength);

    /// <summary>The same for a text that was written to be shown as a message.</summary>
    public static string OfMessage(string text) => Of(text, MaxMessageLength);

    private static string Of(string text, int maximumLength)
    {
        bool clean = text.Length <= maximumLength;
        for (int i = 0; clean && i < text.Length; i++) clean = !IsUnprintable(text[i]);
        if (clean) return text;

        StringBuilder result = new();
        foreach (char c in text)
        {
            if (result.Length >= maximumLength)
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
