using System;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;

namespace Score.MSBuild;

/// <summary>
/// What the tasks share that translate score files for a platform: they read, provision, translate and check everything first,
/// report, and only then write. Nothing is written when there is an error.
/// </summary>
public abstract partial class GeneratorTask : ScoreTask
{
    /// <summary>The image that <c>image: .</c> stands for, such as <c>registry.example.com/shop:1.0</c>.</summary>
    public string Image { get; set; } = "";

    /// <summary>Whether another task of this build has reported the findings about the score files themselves.</summary>
    public bool FindingsReported { get; set; }

    /// <summary>The file that receives the full paths of all written files, one a line. Files that it names and that are no longer written are deleted.</summary>
    public ITaskItem? OutputListFile { get; set; }

    /// <summary>The file that receives the names of the environment variables whose values were put into files, one a line.</summary>
    public ITaskItem? EnvironmentListFile { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        WorkloadSet workloads = WorkloadSet.Load(this);
        DiagnosticBag diagnostics = new();
        if (!FindingsReported) diagnostics.AddRange(workloads.Diagnostics);

        // Reported before anything is written: a warning may be an error in this build.
        OutputFiles? outputs = workloads.Diagnostics.HasErrors ? null : Prepare(workloads, diagnostics);
        Report(ReportedFindings.WithoutRepeated(this, diagnostics.ToSortedList()));
        if (outputs is null || diagnostics.HasErrors || Log.HasLoggedErrors || workloads.Diagnostics.HasErrors) return false;

        DiagnosticBag writing = new();
        outputs.Write(writing);
        WriteList(OutputListFile, outputs.Paths, writing);
        WriteList(ProvisionedListFile, outputs.ProvisionedPaths, writing);
        WriteList(EnvironmentListFile, outputs.VariablesRead, writing);
        Report(writing);
        return !Log.HasLoggedErrors;
    }

    /// <summary>Translates workloads without errors, and collects what is to be written.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="diagnostics">Receives all findings.</param>
    /// <returns>The outputs; null when there is nothing to write. Not to be used when the diagnostics have errors.</returns>
    private protected abstract OutputFiles? Prepare(WorkloadSet workloads, DiagnosticBag diagnostics);

    /// <summary>
    /// The value of a property that takes one of a few words. They stand in the order of the enumeration's values, and the first
    /// is the default. Enum.TryParse would do the same by reflection, at a cost that a cold build notices.
    /// </summary>
    private protected int Option(string property, string value, string[] names, DiagnosticBag diagnostics)
    {
        int index = value.Length == 0 ? 0 : Array.FindIndex(names, n => string.Equals(n, value, StringComparison.OrdinalIgnoreCase));
        if (index >= 0) return index;
        diagnostics.Add(DiagnosticDescriptors.InvalidProperty, SourceSpan.WholeFile(FullPath(ScoreFiles[0])), value, property, Phrase.Alternatives(names), Suggestion.Sentence(value, names));
        return 0;
    }
}
