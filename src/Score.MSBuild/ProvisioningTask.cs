using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <summary>What the tasks share that provision resources.</summary>
public abstract partial class ProvisioningTask : ScoreTask, ICancelableTask
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>What becomes of resources of unknown type: <c>Environment</c> (the default) or <c>Error</c>.</summary>
    public string UnknownResources { get; set; } = "";

    /// <summary>
    /// The provisioner files, such as <c>.score/10-shop.provisioners.yaml</c>. They are tried in the order of their names. Those
    /// whose metadata <c>Platform</c> is <c>Compose</c> or <c>Kubernetes</c> are for that platform only.
    /// </summary>
    public ITaskItem[] Provisioners { get; set; } = [];

    /// <summary>Whether the provisioners that come along serve what the files do not.</summary>
    public bool UseDefaultProvisioners { get; set; } = true;

    /// <summary>The key of random values, such as <c>0b5c-2f31</c>; the user's own file when empty.</summary>
    public string Seed { get; set; } = "";

    /// <summary>Whether programs of <c>cmd://</c> provisioners may run: <c>true</c> or <c>false</c> (the default).</summary>
    public string AllowCommandProvisioners { get; set; } = "";

    /// <summary>How many seconds each program may take; 60 when empty.</summary>
    public string CommandProvisionerTimeout { get; set; } = "";

    /// <summary>Whether the text of each rendered template section is kept: <c>true</c> or <c>false</c> (the default).</summary>
    public string KeepRenderedTemplates { get; set; } = "";

    /// <summary>The folder for these texts, such as <c>obj/score/rendered</c>.</summary>
    public ITaskItem? RenderedFolder { get; set; }

    /// <summary>The state file of a command-line tool, such as <c>.score-compose/state.yaml</c>. It need not exist, and is only read.</summary>
    public ITaskItem? StateFile { get; set; }

    /// <summary>Stops whatever takes long when the build is cancelled.</summary>
    private protected CancellationToken Cancellation => _cancellation.Token;

    /// <summary>The full paths of the programs that made outputs.</summary>
    private protected IReadOnlyCollection<string> Programs { get; private set; } = [];

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            return Run();
        }
        catch (OperationCanceledException)
        {
            return false; // MSBuild says that the build was cancelled.
        }
    }

    /// <summary>Does the task's work.</summary>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    private protected abstract bool Run();

    /// <summary>Provisions the resources of all workloads; null with a finding when a provisioner file cannot be read at all.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="options">What the platform says; the provisioners and the properties of this task are added here.</param>
    /// <param name="diagnostics">Receives the findings.</param>
    private protected ProvisionedResources? Provision(IReadOnlyList<LoadedWorkload> workloads, ProvisioningOptions options, DiagnosticBag diagnostics)
    {
        if (ReadProvisioners(options.Platform.Name, diagnostics) is not { } provisioners) return null;
        bool keepsRendered = Option("ScoreKeepRenderedTemplates", KeepRenderedTemplates, ["false", "true"], diagnostics) == 1;
        ProvisioningOptions complete = options with
        {
            Provisioners = provisioners,
            UseStock = UseDefaultProvisioners,
            Unknown = (UnknownResources)Option("ScoreUnknownResources", UnknownResources, ["Environment", "Error"], diagnostics),
            Seed = LoadSeed,
            Commands = Commands(diagnostics),
            RenderedFolder = keepsRendered && RenderedFolder is not null ? FullPath(RenderedFolder) : "",
            Cancellation = Cancellation,
            KnownPlatforms = Platforms.All,
        };
        ProvisionedResources resources = ProvisionedResources.Provision(workloads.Select(w => w.Workload).ToList(), complete, diagnostics);
        Programs = resources.Programs;
        return resources;
    }

    /// <summary>The key of random values.</summary>
    /// <exception cref="SeedException">There is none.</exception>
    private protected byte[] LoadSeed() => Seed.Length > 0 ? Core.Resources.Seed.Of(Seed) : Core.Resources.Seed.Load(Core.Resources.Seed.DefaultPath);

    /// <summary>
    /// Reads the provisioner files; null when one cannot be read at all, as its resources would seem to be of unknown type. The
    /// tasks of one build share what was read, with its findings.
    /// </summary>
    private protected IReadOnlyList<Provisioner>? ReadProvisioners(string platform, DiagnosticBag diagnostics)
    {
        if (Provisioners.Length == 0) return [];
        HashSet<string> seen = new(PathComparer);
        List<NamedFile> files = Provisioners
            .Where(p => IsFor(platform, p, diagnostics))
            .Select(NamedFile.Of)
            .OrderBy(f => Path.GetFileName(f.FullPath), StringComparer.Ordinal)
            .ThenBy(f => f.FullPath, StringComparer.Ordinal)
            .Where(f => seen.Add(f.FullPath))
            .ToList();
        List<byte[]?> contents = files.Select(f => SourceReader.ReadBytes(f.Name, f.FullPath, diagnostics)).ToList();
        if (contents.Contains(null)) return null;

        List<byte[]> key = [.. contents.OfType<byte[]>(), Encoding.UTF8.GetBytes(string.Join("\n", files.Select(f => f.FullPath)))];
        ReadFiles read = BuildCache.GetOrRead(this, "provisioners;" + FullPath(ProjectDirectory), key, () => Read(files, contents!));
        diagnostics.AddRange(read.Findings);
        return read.Provisioners;
    }

    private bool IsFor(string platform, ITaskItem item, DiagnosticBag diagnostics)
    {
        string given = item.GetMetadata("Platform");
        if (given.Length == 0) return true;
        int index = Array.FindIndex(Platforms.Names, n => string.Equals(n, given, StringComparison.OrdinalIgnoreCase));
        if (index < 0) diagnostics.Add(DiagnosticDescriptors.InvalidProperty, PlaceOf(item), given, "Platform of a ScoreProvisioners item", Phrase.Alternatives(Platforms.Names), Suggestion.Sentence(given, Platforms.Names));
        return index >= 0 && Platforms.Names[index] == platform;
    }

    private static ReadFiles Read(List<NamedFile> files, List<byte[]> contents)
    {
        DiagnosticBag findings = new();
        ProvisionerFileReader reader = new(Platforms.Sections, findings);
        bool isRead = true;
        for (int i = 0; i < files.Count; i++) isRead &= SourceReader.Decode(files[i].FullPath, contents[i], findings) is { } source && reader.Read(source);
        return new ReadFiles(isRead ? reader.Provisioners : null, findings);
    }

    /// <summary>Provisioner files as they were read.</summary>
    private sealed record ReadFiles(IReadOnlyList<Provisioner>? Provisioners, DiagnosticBag Findings);
}
