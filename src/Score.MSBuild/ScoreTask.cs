using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Diagnostics;
using Score.Core.Files;

namespace Score.MSBuild;

/// <summary>What the tasks share: the score files, and how findings become build diagnostics.</summary>
public abstract partial class ScoreTask : Task
{
    private ProjectInfo? _project;
    private SharedBuild? _shared;

    /// <summary>
    /// The score files, such as <c>score.yaml</c>. Each is one workload. Those of an application's projects have the metadata
    /// <c>Project</c> and what that project says of them: <c>OverridesFile</c>, <c>OverridesConfiguration</c> and <c>Overrides</c>.
    /// </summary>
    public ITaskItem[] ScoreFiles { get; set; } = [];

    /// <summary>The project's folder, to which paths in metadata are relative.</summary>
    [Required]
    public ITaskItem ProjectDirectory { get; set; } = null!;

    /// <summary>The project file, at which findings about its own settings are reported.</summary>
    public ITaskItem? ProjectFile { get; set; }

    /// <summary>The configuration, such as <c>Release</c>, whose <c>score.Release.yaml</c> is laid over <c>score.yaml</c>; empty for none.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>A YAML file that is laid over the only score file; for several, each item has the metadata <c>OverridesFile</c>.</summary>
    public ITaskItem? OverridesFile { get; set; }

    /// <summary>Values at single paths, such as <c>containers.web.image</c>, with the metadata <c>Value</c>, and optionally <c>Path</c> and
    /// <c>File</c>.</summary>
    public ITaskItem[] Overrides { get; set; } = [];

    /// <summary>More of them in one text, such as <c>containers.web.image=nginx;service=</c>.</summary>
    public string OverridesProperty { get; set; } = "";

    /// <summary>An empty file whose time says when the task has last done its work; made when it succeeds.</summary>
    public ITaskItem? StampFile { get; set; }

    /// <summary>The page that explains the codes, such as <c>docs/diagnostics.md</c> of the package. Diagnostics link to it.</summary>
    public ITaskItem? DiagnosticsPage { get; set; }

    /// <summary>The project's <c>TreatWarningsAsErrors</c>, which MSBuild itself applies to the compiler's warnings only.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The project's <c>WarningsAsErrors</c>: codes, such as <c>SCORE0301;SCORE0402</c>.</summary>
    public string WarningsAsErrors { get; set; } = "";

    /// <summary>The project's <c>WarningsNotAsErrors</c>: codes that <see cref="TreatWarningsAsErrors"/> leaves out.</summary>
    public string WarningsNotAsErrors { get; set; } = "";

    /// <summary>The project's <c>NoWarn</c>: codes of warnings and messages that are not shown.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary>Tells whether two full paths are the same.</summary>
    internal static StringComparer PathComparer { get; } = Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The project.</summary>
    private protected ProjectInfo Project => _project ??= new ProjectInfo(ProjectDirectory, ProjectFile ?? ScoreFiles[0]);

    /// <summary>What the tasks of this build share.</summary>
    private protected SharedBuild Shared => _shared ??= SharedBuild.Of(BuildEngine, $"{FullPath(ProjectFile ?? ProjectDirectory)};{EnvironmentName}");

    /// <summary>Reads and checks the score files.</summary>
    private protected WorkloadSet LoadWorkloads()
    {
        DiagnosticBag diagnostics = new();
        CheckEnvironments(diagnostics);
        WorkloadSet workloads = LoadWorkloads(EnvironmentName);
        workloads.Diagnostics.AddRange(diagnostics);
        return workloads;
    }

    /// <summary>Reads and checks the score files for an environment.</summary>
    /// <param name="environment">The environment, or nothing.</param>
    private protected WorkloadSet LoadWorkloads(string environment) =>
        WorkloadSet.Load(ScoreFiles, Project, new OverrideInputs(Configuration, environment, OverridesFile, Overrides, OverridesProperty), Shared);

    /// <summary>The value of a property that takes one of <see cref="PropertyWords"/>, as its position among them.</summary>
    private protected int Option(string property, string value, string[] words, DiagnosticBag diagnostics)
    {
        if (value.Length == 0) return 0;
        for (int i = 0; i < words.Length; i++)
        {
            if (string.Equals(words[i], value, StringComparison.OrdinalIgnoreCase)) return i;
        }

        AddInvalidProperty(property, value, Phrase.Alternatives(words), diagnostics, Suggestion.Sentence(value, words));
        return 0;
    }

    /// <summary>The value of a property that is true or false.</summary>
    private protected bool Flag(string property, string value, DiagnosticBag diagnostics, bool otherwise = false) =>
        value.Length == 0 ? otherwise : Option(property, value, PropertyWords.Flag, diagnostics) == 1;

    /// <summary>Adds the finding that a property has no such value.</summary>
    /// <param name="property">The property.</param>
    /// <param name="value">Its value.</param>
    /// <param name="allowed">What it can be, in words that follow "Use".</param>
    /// <param name="diagnostics">Receives SCORE0603.</param>
    /// <param name="more">A further sentence with a leading space, or null.</param>
    private protected void AddInvalidProperty(string property, string value, Phrase allowed, DiagnosticBag diagnostics, Phrase? more = null) =>
        diagnostics.Add(DiagnosticDescriptors.InvalidProperty, Project.PropertyPlace, value, property, allowed, more ?? new Phrase(""));

    /// <summary>Logs findings in the order of files and lines.</summary>
    private protected void Report(DiagnosticBag diagnostics) => Report(diagnostics.ToSortedList());

    /// <summary>Logs findings.</summary>
    private protected void Report(IReadOnlyList<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0) return;
        string page = DiagnosticsPage is null ? "" : new Uri(FullPath(DiagnosticsPage)).AbsoluteUri;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            string code = diagnostic.Descriptor.Code;
            string? link = page.Length == 0 ? null : page + "#" + code.ToLowerInvariant();
            SourceSpan span = diagnostic.Span;
            switch (EffectiveSeverity(diagnostic.Descriptor))
            {
                case null:
                    break;
                case DiagnosticSeverity.Error:
                    Log.LogError("score", code, null, link, span.File, span.Line, span.Column, span.EndLine, span.EndColumn, "{0}", diagnostic.Message);
                    break;
                case DiagnosticSeverity.Warning:
                    Log.LogWarning("score", code, null, link, span.File, span.Line, span.Column, span.EndLine, span.EndColumn, "{0}", diagnostic.Message);
                    break;
                default:
                    Log.LogMessage("score", code, null, span.File, span.Line, span.Column, span.EndLine, span.EndColumn, MessageImportance.High, "{0}",
                        diagnostic.Message);
                    break;
            }
        }
    }

    /// <summary>Whether the project wants no warnings of a finding's code.</summary>
    private protected bool Hides(Diagnostic finding) => IsHidden(finding.Descriptor);

    /// <summary>Whether the project wants no warnings of a code.</summary>
    private protected bool IsHidden(DiagnosticDescriptor descriptor) => Lists(NoWarn, descriptor.Code);

    private DiagnosticSeverity? EffectiveSeverity(DiagnosticDescriptor descriptor)
    {
        if (descriptor.Severity == DiagnosticSeverity.Error) return DiagnosticSeverity.Error;
        if (Lists(NoWarn, descriptor.Code)) return null;
        if (descriptor.Severity == DiagnosticSeverity.Message) return DiagnosticSeverity.Message;
        bool isError = BuildEngine is IBuildEngine8 engine && engine.ShouldTreatWarningAsError(descriptor.Code); // -warnaserror
        isError |= Lists(WarningsAsErrors, descriptor.Code) || (TreatWarningsAsErrors && !Lists(WarningsNotAsErrors, descriptor.Code));
        return isError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
    }

    private static bool Lists(string codes, string code) =>
        codes.Split(';', ',', ' ', '\r', '\n', '\t').Contains(code, StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes the task's lists in the notes for the next build, such as the files that a workload reads.</summary>
    private protected static void WriteNotes(ITaskItem? file, DiagnosticBag diagnostics, int first, params IEnumerable<string>[] lists)
    {
        if (file is null) return;
        string fullPath = FullPath(file);
        Try(fullPath, diagnostics, () => AtomicFile.WriteIfDifferent(fullPath, Notes.Write(Notes.Read(file), first, lists)));
    }

    /// <summary>Notes that the task has done its work. MSBuild has a task for that, which a cold build would have to load.</summary>
    /// <returns>Whether it has: without errors.</returns>
    private protected bool Stamp()
    {
        if (Log.HasLoggedErrors || StampFile is null) return !Log.HasLoggedErrors;
        string path = FullPath(StampFile);
        DiagnosticBag writing = new();
        Try(path, writing, () =>
        {
            if (File.Exists(path)) File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            else File.WriteAllBytes(path, []);
        });
        Report(writing);
        return !Log.HasLoggedErrors;
    }

    /// <summary>Does something to a file, and makes a finding of what goes wrong.</summary>
    internal static void Try(string fullPath, DiagnosticBag diagnostics, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            diagnostics.Add(DiagnosticDescriptors.CannotWrite, SourceSpan.WholeFile(fullPath), Path.GetFileName(fullPath), new Phrase(e.Message));
        }
    }

    /// <summary>An item's full path. MSBuild computes it from the project's folder, whatever the current directory is.</summary>
    private protected static string FullPath(ITaskItem item) => item.GetMetadata("FullPath");
}
