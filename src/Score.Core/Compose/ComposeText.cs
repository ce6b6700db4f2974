using System.Collections.Generic;
using System.Text;
using Score.Core.Compose.Outputs;
using Score.Core.Resources.Outputs;

namespace Score.Core.Compose;

/// <summary>
/// Writes text so that it survives Compose's interpolation, which replaces <c>$X</c> and <c>${X}</c> in every value of the
/// file and reads <c>$$</c> as one dollar.
/// </summary>
internal static class ComposeText
{
    /// <summary>Expanded text: every literal dollar is doubled, and references are written as Compose's own.</summary>
    public static string Write(IReadOnlyList<TextSegment> segments)
    {
        StringBuilder text = new();
        foreach (TextSegment segment in segments) text.Append(Write(segment));
        return text.ToString();
    }

    /// <summary>Literal text: every dollar is doubled.</summary>
    public static string Literal(string text) => text.Replace("$", "$$");

    /// <summary>Text that Score does not expand, in which an author may have doubled dollars already: a pair stays as it is.</summary>
    public static string Unexpanded(string text)
    {
        if (!text.Contains('$')) return text;
        StringBuilder result = new();
        for (int i = 0; i < text.Length; i++)
        {
            result.Append(text[i]);
            if (text[i] != '$') continue;
            result.Append('$');
            if (i + 1 < text.Length && text[i + 1] == '$') i++;
        }

        return result.ToString();
    }

    private static string Write(TextSegment segment) => segment.Reference switch
    {
        EnvironmentReference { Required: true } reference => $"${{{reference.Name}?required}}",
        EnvironmentReference reference => $"${{{reference.Name}}}",
        _ => Literal(segment.Text),
    };
}
