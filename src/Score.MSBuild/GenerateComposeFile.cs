using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Parity;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>Translates score files to a compose.yaml and the files that it mounts. Nothing is written when there is an error.</summary>
[MSBuildMultiThreadableTask]
public sealed class GenerateComposeFile : GeneratorTask
{
    /// <summary>The file to write, such as <c>compose.yaml</c>.</summary>
    public ITaskItem ComposeFile { get; set; } = null!;

    /// <summary>The folder for files that containers mount, such as <c>.score-compose/mounts</c>.</summary>
    public ITaskItem MountsDirectory { get; set; } = null!;

    /// <summary>The Compose project's name, such as <c>shop</c>; when empty that of the state file, else the name of the project's folder.</summary>
    public string ProjectName { get; set; } = "";

    /// <summary>The env file that receives the names of the variables that compose.yaml needs, such as <c>.env</c>; none when absent.</summary>
    public ITaskItem? EnvironmentFile { get; set; }

    /// <summary>What becomes of HTTP probes: <c>curl</c>, <c>wget</c> or <c>ignore</c>; a warning when empty.</summary>
    public string HttpProbe { get; set; } = "";

    /// <summary>Containers to build, with the metadata <c>Context</c>, <c>Dockerfile</c>, <c>Args</c> (<c>A=1;B=2</c>) and <c>Stage</c>.</summary>
    public ITaskItem[] Builds { get; set; } = [];

    /// <summary>Ports to publish, such as <c>8080:shop:80</c>.</summary>
    public ITaskItem[] Ports { get; set; } = [];

    /// <inheritdoc/>
    private protected override OutputFiles? Prepare(WorkloadSet workloads, DiagnosticBag diagnostics) =>
        ArePathsUsable(new OutputPath(this, diagnostics)) && Translate(workloads.Workloads, diagnostics) is { } project ? ComposeOutputs.Prepare(this, project, workloads.FileNames.ToList(), diagnostics) : null;

    private bool ArePathsUsable(OutputPath path)
    {
        bool isUsable = path.IsFile(ComposeFile, "ScoreComposeFile", "the path of a file, such as 'compose.yaml'.");
        isUsable &= path.IsFolder(MountsDirectory, "ScoreMountsDirectory", ".score-compose/mounts");
        TakenFiles = isUsable ? [ComposeFile] : [];
        return (EnvironmentFile is null || path.IsFile(EnvironmentFile, "ScoreEnvFile", "the path of a file, such as '.env'.")) && isUsable;
    }

    private ComposeProject? Translate(IReadOnlyList<LoadedWorkload> workloads, DiagnosticBag diagnostics)
    {
        if (ReadState(diagnostics) is not { } state) return null;
        ComposeOptions options = new(
            CheckedProjectName(workloads, state, diagnostics),
            ComposeOutputs.Reference(this, FullPath(MountsDirectory)),
            Image,
            (HttpProbeMode)Option("ScoreComposeHttpProbe", HttpProbe, ["Warn", "Ignore", "Curl", "Wget"], diagnostics),
            EnvironmentValues.Reader(EnvironmentFile, diagnostics),
            EnvironmentValues.Hint(EnvironmentFile))
        {
            Builds = ComposeItems.Builds(this),
            Ports = ComposeItems.Ports(this),
            Seed = LoadSeed,
        };
        ProvisioningOptions provisioning = new(new ComposePlatform(options.MountsReference), options.ProjectName, options.ReadVariable, options.VariableHint) { State = state };
        if (Provision(workloads, provisioning, diagnostics) is not { } resources) return null;
        ComposeProject project = ComposeTranslator.Translate(workloads, resources, options, diagnostics);
        resources.ReportFallbacks(diagnostics);
        if (ReportParity) ParityHandover.Leave(this, workloads, new ComposeFacts(resources, options.HttpProbe, options.Ports));
        PatchOptions patching = new(provisioning.RandomScope, LoadSeed, options.ReadVariable) { Cancellation = Cancellation };
        return ComposePatches.Apply(project, ReadPatches(ComposePlatform.PlatformName, state, diagnostics), workloads.Select(w => w.Workload), patching, diagnostics);
    }

    private string CheckedProjectName(IReadOnlyList<LoadedWorkload> workloads, ExistingState state, DiagnosticBag diagnostics)
    {
        string folder = new DirectoryInfo(FullPath(ProjectDirectory)).Name;
        string name = ProjectName.Length > 0 ? ProjectName : Core.Compose.ComposeFile.ProjectName(folder);

        // The tool's name is part of the names of its volumes.
        if (ProjectName.Length == 0 && Core.Compose.ComposeFile.IsProjectName(state.ComposeProject)) name = state.ComposeProject;
        if (Core.Compose.ComposeFile.IsProjectName(name)) return name;
        string proposed = Core.Compose.ComposeFile.ProjectName(name);
        string example = proposed.Length > 0 ? proposed : workloads[0].Workload.Name.Text;
        diagnostics.Add(DiagnosticDescriptors.InvalidProjectName, SourceSpan.WholeFile(FullPath(ScoreFiles[0])), ProjectName.Length > 0 ? ProjectName : folder, new Phrase($", for example to '{example}'"));
        return name;
    }
}
