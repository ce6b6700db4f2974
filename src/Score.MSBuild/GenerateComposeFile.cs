using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Hosts;
using Score.Core.Resources.Secrets;

namespace Score.MSBuild;

/// <summary>Translates score files to a compose.yaml and the files that it mounts. Nothing is written when there is an error.</summary>
[MSBuildMultiThreadableTask]
public sealed partial class GenerateComposeFile : GeneratorTask
{
    private EnvironmentValues? _environment;

    private static readonly string[] DefaultNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>The file to write, such as <c>compose.yaml</c>.</summary>
    public ITaskItem ComposeFile { get; set; } = null!;

    /// <summary>The folder for files that containers mount, such as <c>.score-compose/mounts</c>.</summary>
    public ITaskItem MountsDirectory { get; set; } = null!;

    /// <summary>What becomes of HTTP probes: <c>Auto</c> (the default), <c>Warn</c>, <c>Ignore</c>, <c>Curl</c>, <c>Wget</c> or <c>DotNet</c>.</summary>
    public string HttpProbe { get; set; } = "";

    /// <summary>Whether the project has the Aspire dashboard: <c>true</c> or <c>false</c> (the default).</summary>
    public string Dashboard { get; set; } = "";

    /// <summary>
    /// Containers to build, with the metadata <c>Context</c>, <c>Dockerfile</c>, <c>Args</c> (<c>A=1;B=2</c>), <c>Stage</c>, <c>Tags</c>,
    /// <c>Platforms</c>, <c>Secrets</c> (<c>NAME;NAME=FILE</c>) and <c>ScoreFile</c> or <c>Project</c> (full path) when it is for their workloads only.
    /// </summary>
    public ITaskItem[] Builds { get; set; } = [];

    /// <summary>Ports to publish, such as <c>8080:shop:80</c>.</summary>
    public ITaskItem[] Ports { get; set; } = [];

    /// <summary>Where the values of secrets go: <c>EnvFile</c> (the default) or <c>Inline</c>.</summary>
    public string Secrets { get; set; } = "";

    // Where Docker Compose looks for it by itself; an environment has one of its own.
    private ITaskItem? EnvironmentFileOrDefault =>
        EnvironmentFile ?? (IsInline
            ? null
            : new TaskItem(Path.Combine(Path.GetDirectoryName(ComposeFile.ItemSpec) ?? "", EnvironmentName.Length > 0 ? $".env.{EnvironmentName}" : ".env")));

    private bool IsInline => string.Equals(Secrets, nameof(ComposeSecretsMode.Inline), StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    private protected override int FirstList => Notes.Compose;

    /// <inheritdoc/>
    private protected override OutputKind[] Kinds => Notes.OfCompose;

    /// <inheritdoc/>
    private protected override bool ArePathsUsable(OutputPath path)
    {
        bool isUsable = path.IsFile(ComposeFile, "ScoreComposeFile", "the path of a file, such as 'compose.yaml'.");
        isUsable &= path.IsFolder(MountsDirectory, "ScoreMountsDirectory", ".score-compose/mounts");
        isUsable &= ResourcesFile is null || path.IsFile(ResourcesFile, "ScoreResourcesFile", "the path of a file, such as 'compose.resources.yaml'.");
        return (EnvironmentFile is null || path.IsFile(EnvironmentFile, "ScoreEnvFile", "the path of a file, such as '.env'.")) && isUsable;
    }

    /// <inheritdoc/>
    private protected override BuildOptions OptionsFor(WorkloadSet workloads, ExistingState state, DiagnosticBag diagnostics)
    {
        _workloads = workloads;
        ComposeOptions options = new(ComposeOutputs.Reference(ComposeFile, MountsDirectory))
        {
            Image = ProjectImages.Read(workloads, ImageOrAny, Project, diagnostics),
            HttpProbe = (HttpProbeMode)Option("ScoreComposeHttpProbe", HttpProbe, PropertyWords.HttpProbeMode, diagnostics),
            HasDashboard = Flag("ScoreDashboard", Dashboard, diagnostics),
            DashboardPlace = Project.PropertyPlace,
            Builds = ComposeItems.Builds(Builds, workloads, ComposeFile, Project, diagnostics),
            Ports = Ports.Length == 0 ? [] : PublishedPorts(),
        };
        string name = Name(workloads, state, diagnostics);
        bool isInline = Option("ScoreComposeSecrets", Secrets, PropertyWords.ComposeSecretsMode, diagnostics) == (int)ComposeSecretsMode.Inline;
        _environment = new EnvironmentValues(EnvironmentFileOrDefault, diagnostics);
        if (EnvironmentFile is not null) _environment.Check();

        // A build that verifies looks at no file that has values, so it needs none.
        Func<string, string?> read = Verifies ? variable => _environment.Read(variable) ?? "" : _environment.Read;
        return new BuildOptions(new ComposePlatform(options), name, read, _environment.Hint)
        {
            Secrets = isInline ? null : new SecretValues(read),
            Hosts = ResourcesFile is null ? null : new HostMarks(),
        };
    }

    /// <inheritdoc/>
    private protected override OutputFiles Collect(PlatformBuild build, DiagnosticBag diagnostics)
    {
        string mounts = FullPath(MountsDirectory);
        PlatformOutput output = build.Output;
        OutputFiles outputs = new(mounts, diagnostics) { Project = FullPath(Project.File), Main = FullPath(ComposeFile) };
        if (WritesComposeFile) ReportShadows(diagnostics);

        // A list that was deleted; nothing but files of builds was ever in this folder.
        string files = Path.Combine(mounts, "files");
        outputs.Own(ComposeOutputs.OwnedFilesOf(Project.File, mounts), Notes.ReadPaths(NotesFile, OutputKind.Mount).Where(p => PhysicalPath.IsBelow(p, files)));
        foreach (PlatformFile file in output.Files)
        {
            if (file.Kind != PlatformFileKind.Generated) outputs.AddBelowRoot(file.Path, file.Bytes, file.Mode);
            else if (WritesComposeFile)
                outputs.AddMarked(FullPath(ComposeFile), ComposeFile.ItemSpec, "ScoreComposeFile", OutputKind.Compose, file.Bytes);
        }

        foreach (string directory in output.Directories) outputs.AddDirectoryBelowRoot(directory);
        outputs.IsRootSecret = output.Files.Any(f => f.IsSecret);
        if (EnvironmentFileOrDefault is { } environment && !Verifies) AddEnvironmentFile(new EnvironmentOutput(environment, diagnostics), build, outputs);
        if (outputs.IsRootSecret) MountsIgnore.AddTo(outputs, mounts);
        AddLocal(build, outputs, diagnostics);
        outputs.ReportForeign(MountsDirectory.ItemSpec);
        return outputs;
    }

    private IReadOnlyList<PublishedPort> PublishedPorts() => Ports.Select(item => new PublishedPort(item.ItemSpec, Project.PlaceOf(item))).ToList();

    // One that nobody asked for is for values only: a name without one would hide that a required variable is not set. What the build
    // itself needs and does not find is listed in any case.
    private void AddEnvironmentFile(EnvironmentOutput environment, PlatformBuild build, OutputFiles outputs)
    {
        PlatformOutput output = build.Output;
        IEnumerable<string> names = build.Patched.VariablesRead;
        names = EnvironmentFile is null ? names.Where(n => _environment!.Read(n) is null) : names.Concat(output.Variables);
        environment.AddTo(outputs, output.Values, names);
    }

    // Docker Compose takes the first of these names that it finds in a folder.
    private void ReportShadows(DiagnosticBag diagnostics)
    {
        string own = Path.GetFileName(FullPath(ComposeFile));
        int rank = Array.IndexOf(DefaultNames, own);
        for (int i = 0; rank >= 0 && i < DefaultNames.Length; i++)
        {
            string path = Path.Combine(Path.GetDirectoryName(FullPath(ComposeFile))!, DefaultNames[i]);
            if (i == rank || !File.Exists(path)) continue;
            diagnostics.Add(DiagnosticDescriptors.ShadowedComposeFile, SourceSpan.WholeFile(path), DefaultNames[Math.Max(i, rank)],
                DefaultNames[Math.Min(i, rank)]);
        }
    }

    private string Name(WorkloadSet workloads, ExistingState state, DiagnosticBag diagnostics)
    {
        // The tool's name is part of the names of its volumes.
        string folder = new DirectoryInfo(Project.Directory).Name;
        string name = Core.Compose.ComposeFile.IsProjectName(state.ProjectName) ? state.ProjectName : Core.Compose.ComposeFile.ProjectName(folder);

        // Containers and volumes of two environments on one machine are not the same.
        if (EnvironmentName.Length > 0 && name.Length > 0) name = $"{name}-{EnvironmentName}";
        return CheckedProjectName(name, folder, workloads.Workloads[0].Workload.Name.Text, diagnostics);
    }
}
