using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>Brings a compose.yaml that patch templates have changed into the form that Compose takes.</summary>
internal static class ComposePatches
{
    /// <summary>The tree in that form.</summary>
    /// <param name="root">The tree; it is not changed.</param>
    /// <param name="file">The patch template.</param>
    /// <param name="diagnostics">Receives SCORE0341, SCORE0342, SCORE0412 and SCORE0413.</param>
    public static YamlNode Check(YamlNode root, PatchFile file, DiagnosticBag diagnostics)
    {
        if (FiniteNumbers.FirstOther(root) is { } infinite)
        {
            diagnostics.Add(DiagnosticDescriptors.UnusableComposeValue, PlaceOf(file, AddedForms.LastKey(infinite)), infinite, new Phrase("a finite number"),
                new Phrase("infinite or none"));
        }
        ComposeNormalForm form = new(
            (path, key, hint) => AddedForms.ReportUnknown(diagnostics, PlaceOf(file, key.Text), path, key.Text, hint),
            (path, node, expected) => diagnostics.Add(DiagnosticDescriptors.UnusableComposeValue, PlaceOf(file, AddedForms.LastKey(path)), path,
                new Phrase(expected), new Phrase(node.Description)),
            (path, key, finding, sentence) => diagnostics.Add(finding, PlaceOf(file, key), path, sentence));
        return form.Of(ComposeKeys.Shape(ComposeKeys.Project), "", (YamlMapping)root);
    }

    /// <summary>Where a patch template writes a key as such, or at the end of a path.</summary>
    public static SourceSpan PlaceOf(PatchFile file, string key)
    {
        string text = file.Source.Text;
        int at = KeySearch.Find(text, key);
        if (at < 0) at = KeySearch.FindInPath(text, key);
        return at < 0 ? file.Place : file.PlaceOf(file.Source.SpanOf(at, at + key.Length));
    }
}
