using System;
using System.Collections.Generic;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Patches;

/// <summary>Patches a Compose project.</summary>
internal static class ComposePatches
{
    /// <summary>Patches compose.yaml. The mounted files stay as they are; variables that a template reads join those that went into files.</summary>
    /// <param name="project">The project; it is not changed.</param>
    /// <param name="files">The patch templates, in the order in which they are applied.</param>
    /// <param name="workloads">The workloads, for templates to look at.</param>
    /// <param name="options">What templates need to know of the build.</param>
    /// <param name="diagnostics">Receives SCORE0325, SCORE0341, SCORE0342 and SCORE0620 to SCORE0628.</param>
    /// <returns>The patched project; not to be used when the diagnostics have errors.</returns>
    public static ComposeProject Apply(ComposeProject project, IReadOnlyList<PatchFile> files, IEnumerable<Workload> workloads, PatchOptions options, DiagnosticBag diagnostics)
    {
        if (files.Count == 0) return project;
        SortedSet<string> variablesRead = new(project.VariablesRead, StringComparer.Ordinal);
        YamlNode patched = PatchTemplates.Apply(project.Tree, files, PatchData.OfCompose(workloads), options, variablesRead, diagnostics, NormalForm);
        return project with { Tree = (YamlMapping)patched, VariablesRead = variablesRead };
    }

    private static YamlNode NormalForm(YamlNode root, PatchFile file, DiagnosticBag diagnostics)
    {
        if (FiniteNumbers.FirstOther(root) is { } infinite)
            diagnostics.Add(DiagnosticDescriptors.UnusableComposeValue, PlaceOf(file, AddedForms.LastKey(infinite)), infinite, new Phrase("a finite number"), new Phrase("infinite or none"));
        ComposeNormalForm form = new(
            (path, key, hint) => AddedForms.ReportUnknown(diagnostics, PlaceOf(file, key.Text), path, key.Text, hint),
            (path, node, expected) => diagnostics.Add(DiagnosticDescriptors.UnusableComposeValue, PlaceOf(file, AddedForms.LastKey(path)), path, new Phrase(expected), new Phrase(node.Description)));
        return form.Of(ComposeKeys.Shape(ComposeKeys.Project), "", (YamlMapping)root);
    }

    // Where the template writes the key as such, or at the end of a path.
    private static SourceSpan PlaceOf(PatchFile file, string key)
    {
        string text = file.Source.Text;
        int at = KeySearch.Find(text, key);
        if (at < 0) at = KeySearch.FindInPath(text, key);
        return at < 0 ? file.Place : file.PlaceOf(file.Source.SpanOf(at, at + key.Length));
    }
}
