using Score.Core.Text;

namespace Score.Core.Diagnostics;

/// <summary>Makes text from a user's file fit to stand in a one-line message.</summary>
internal static class Excerpt
{
    // What somebody wrote to be shown may be longer.
    private const int MaxMessageLength = 1500;

    /// <summary>Escapes control characters and cuts long text, keeping its start.</summary>
    public static string Of(string text) => OneLine.Of(text);

    /// <summary>The same for a text that was written to be shown as a message.</summary>
    public static string OfMessage(string text) => OneLine.Of(text, MaxMessageLength);
}
