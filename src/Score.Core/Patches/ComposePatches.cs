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
    /// <param name="diagnostics">Receives SCORE0325 and SCORE0620 to SCORE0628.</param>
    /// <returns>The patched project; not to be used when the diagnostics have errors.</returns>
    public static ComposeProject Apply(ComposeProject project, IReadOnlyList<PatchFile> files, IEnumerable<Workload> workloads, PatchOptions options, DiagnosticBag diagnostics)
    {
        if (files.Count == 0) return project;
        SortedSet<string> variablesRead = new(project.VariablesRead, StringComparer.Ordinal);
        YamlNode patched = PatchTemplates.Apply(project.Tree, files, PatchData.OfCompose(workloads), options, variablesRead, diagnostics);
        return project with { Tree = (YamlMapping)patched, VariablesRead = variablesRead };
    }
}
