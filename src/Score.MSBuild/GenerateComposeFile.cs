using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Resources;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>Translates score files to a compose.yaml and the files that it mounts. Nothing is written when there is an error.</summary>
[MSBuildMultiThreadableTask]
public sealed partial class GenerateComposeFile : ScoreTask
{
    /// <summary>The file to write, such as <c>compose.yaml</c>.</summary>
    [Required]
    public ITaskItem ComposeFile { get; set; } = null!;

    /// <summary>The folder for files that containers mount, such as <c>.score-compose/mounts</c>.</summary>
    [Required]
    public ITaskItem MountsDirectory { get; set; } = null!;

    /// <summary>The Compose project's name, such as <c>shop</c>; the name of the project's folder when empty.</summary>
    public string ProjectName { get; set; } = "";

    /// <summary>The env file that receives the names of the variables that compose.yaml needs, such as <c>.env</c>; none when absent.</summary>
    public ITaskItem? EnvironmentFile { get; set; }

    /// <summary>What becomes of resources of unknown type: <c>Environment</c> (the default) or <c>Error</c>.</summary>
    public string UnknownResources { get; set; } = "";

    /// <summary>What becomes of HTTP probes: <c>curl</c>, <c>wget</c> or <c>ignore</c>; a warning when empty.</summary>
    public string HttpProbe { get; set; } = "";

    /// <summary>The image that <c>image: .</c> stands for, such as <c>registry.example.com/shop:1.0</c>.</summary>
    public string Image { get; set; } = "";

    /// <summary>Containers to build, with the metadata <c>Context</c>, <c>Dockerfile</c>, <c>Args</c> (<c>A=1;B=2</c>) and <c>Stage</c>.</summary>
    public ITaskItem[] Builds { get; set; } = [];

    /// <summary>Ports to publish, such as <c>8080:shop:80</c>.</summary>
    public ITaskItem[] Ports { get; set; } = [];

    /// <summary>Whether another task of this build has reported the findings about the score files themselves.</summary>
    public bool FindingsReported { get; set; }

    /// <summary>The file that receives the full paths of all written files, one a line. Files that it names and that are no longer written are deleted.</summary>
    public ITaskItem? OutputListFile { get; set; }

    /// <summary>The file that receives the names of the environment variables whose values were put into mounted files, one a line.</summary>
    public ITaskItem? EnvironmentListFile { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        WorkloadSet workloads = WorkloadSet.Load(this);
        DiagnosticBag diagnostics = new();
        if (!FindingsReported) diagnostics.AddRange(workloads.Diagnostics);
        ComposeProject? project = workloads.Diagnostics.HasErrors ? null : Translate(workloads.Workloads, diagnostics);

        // Reported before anything is written: a warning may be an error in this build.
        ComposeOutputs? outputs = project is null ? null : ComposeOutputs.Prepare(this, project, workloads.FileNames.ToList(), diagnostics);
        Report(diagnostics);
        if (outputs is null || Log.HasLoggedErrors || workloads.Diagnostics.HasErrors) return false;

        DiagnosticBag writing = new();
        outputs.Write(writing);
        WriteList(OutputListFile, outputs.Paths, writing);
        WriteList(ProvisionedListFile, outputs.ProvisionedPaths, writing);
        WriteList(EnvironmentListFile, project!.VariablesRead, writing);
        Report(writing);
        return !Log.HasLoggedErrors;
    }

    private ComposeProject? Translate(IReadOnlyList<LoadedWorkload> workloads, DiagnosticBag diagnostics)
    {
        UnknownResources unknown = (UnknownResources)Option("ScoreUnknownResources", UnknownResources, ["Environment", "Error"], diagnostics);
        HttpProbeMode httpProbe = (HttpProbeMode)Option("ScoreComposeHttpProbe", HttpProbe, ["Warn", "Ignore", "Curl", "Wget"], diagnostics);
        string name = ProjectName.Length > 0 ? ProjectName : Core.Compose.ComposeFile.ProjectName(new DirectoryInfo(FullPath(ProjectDirectory)).Name);
        if (!Core.Compose.ComposeFile.IsProjectName(name))
        {
            string proposed = Core.Compose.ComposeFile.ProjectName(name);
            string example = proposed.Length > 0 ? proposed : workloads[0].Workload.Name.Text;
            string shown = ProjectName.Length > 0 ? ProjectName : new DirectoryInfo(FullPath(ProjectDirectory)).Name;
            diagnostics.Add(DiagnosticDescriptors.InvalidProjectName, SourceSpan.WholeFile(FullPath(ScoreFiles[0])), shown, new Phrase($", for example to '{example}'"));
        }

        IReadOnlyDictionary<string, string> values = EnvironmentFile is null || !File.Exists(FullPath(EnvironmentFile))
            ? new Dictionary<string, string>()
            : Core.Compose.EnvironmentFile.Values(BoundedFile.Read(FullPath(EnvironmentFile), FileContents.SourceSize).Bytes ?? []);
        ComposeOptions options = new(
            name,
            ComposeOutputs.Reference(this, FullPath(MountsDirectory)),
            Image,
            httpProbe,
            variable => Environment.GetEnvironmentVariable(variable) ?? (values.TryGetValue(variable, out string? value) ? value : null),
            EnvironmentFile is null ? "" : $", or give it a value in '{EnvironmentFile.ItemSpec}'")
        {
            Builds = ComposeItems.Builds(this),
            Ports = ComposeItems.Ports(this),
        };
        if (Provision(workloads, options, unknown, diagnostics) is not { } resources) return null;
        ComposeProject project = ComposeTranslator.Translate(workloads, resources, options, diagnostics);
        resources.ReportFallbacks(diagnostics);
        return project;
    }

    // The names stand in the order of the enumeration's values, and the first is the default. Enum.TryParse would do the same
    // by reflection, at a cost that a cold build notices.
    private int Option(string property, string value, string[] names, DiagnosticBag diagnostics)
    {
        int index = value.Length == 0 ? 0 : Array.FindIndex(names, n => string.Equals(n, value, StringComparison.OrdinalIgnoreCase));
        if (index >= 0) return index;
        diagnostics.Add(DiagnosticDescriptors.InvalidProperty, SourceSpan.WholeFile(FullPath(ScoreFiles[0])), value, property, Phrase.Alternatives(names), Suggestion.Sentence(value, names));
        return 0;
    }
}
