using System;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>Checks the images of containers, wherever a score file or what overrides it says them.</summary>
internal static class ImageRules
{
    /// <summary>The image that stands for the one that the project makes.</summary>
    public const string Own = ".";

    // What begins a text to replace in images, here and in other tools.
    private static readonly string[] Marks = ["${", "$(", "{{", "#{", "<", "$"];

    /// <summary>Checks the image of a container.</summary>
    /// <param name="container">The container.</param>
    /// <param name="diagnostics">Receives SCORE0217 and SCORE0518.</param>
    public static void Check(Container container, DiagnosticBag diagnostics)
    {
        if (container.Image is not { Text: { Length: > 0 } text } image || text == Own || HasText(container, image, diagnostics)) return;
        if (ImageName.Problem(text) is { } problem) diagnostics.Add(DiagnosticDescriptors.InvalidImage, image.Span, text, problem);
    }

    // A text that is meant to be replaced, and is not.
    private static bool HasText(Container container, YamlScalar image, DiagnosticBag diagnostics)
    {
        string text = image.Text;
        foreach (string mark in Marks)
        {
            int at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0) continue;
            int end = EndOf(text, at, mark);
            bool isTag = at > 0 && text.LastIndexOf(':', at) > text.LastIndexOf('/', at);
            string shown = isTag ? Excerpt.Of(text.Substring(0, at) + "$(Version)" + text.Substring(end)) : "registry.example.com/shop:$(Version)";
            string set = $"<ScoreOverride Include=\"containers.{Excerpt.Of(container.Name)}.image\" Value=\"{shown}\" />";
            string advice = $"Write 'image: .' for the image that the build makes, or set the image in the project file: {set}.";
            diagnostics.Add(DiagnosticDescriptors.PlaceholderInImage, image.SpanOf(at, end - at), text.Substring(at, end - at), new Phrase(advice));
            return true;
        }

        return false;
    }

    // Where a text to replace ends: at its closing sign, else at the end of a name.
    private static int EndOf(string text, int at, string mark)
    {
        string close = mark switch { "${" => "}", "$(" => ")", "{{" => "}}", "#{" => "}", "<" => ">", _ => "" };
        int end = close.Length == 0 ? -1 : text.IndexOf(close, at, StringComparison.Ordinal);
        if (end >= 0) return Math.Min(text.Length, end + close.Length + (mark == "#{" && end + 1 < text.Length && text[end + 1] == '#' ? 1 : 0));
        if (close.Length > 0) return text.Length;
        end = at + mark.Length;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')) end++;
        return end;
    }
}
