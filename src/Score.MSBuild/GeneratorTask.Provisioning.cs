using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <content>What provisioning resources needs.</content>
public abstract partial class GeneratorTask
{
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

    /// <summary>
    /// The file that receives the full paths of the files that provisioners made, one a line. Their paths do not tell
    /// them from other files, so only those that it names and that are no longer made are deleted.
    /// </summary>
    public ITaskItem? ProvisionedListFile { get; set; }

    /// <summary>Provisions the resources of all workloads; null with a finding when a provisioner file cannot be read at all.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="options">What the platform says; the provisioners and the properties of this task are added here.</param>
    /// <param name="diagnostics">Receives the findings.</param>
    private protected ProvisionedResources? Provision(IReadOnlyList<LoadedWorkload> workloads, ProvisioningOptions options, DiagnosticBag diagnostics)
    {
        if (ReadProvisioners(options.Platform, diagnostics) is not { } provisioners) return null;
        ProvisioningOptions complete = options with
        {
            Provisioners = provisioners,
            UseStock = UseDefaultProvisioners,
            Unknown = (UnknownResources)Option("ScoreUnknownResources", UnknownResources, ["Environment", "Error"], diagnostics),
            Seed = LoadSeed,
        };
        return ProvisionedResources.Provision(workloads.Select(w => w.Workload).ToList(), complete, diagnostics);
    }

    /// <summary>The key of random values.</summary>
    /// <exception cref="SeedException">There is none.</exception>
    private protected byte[] LoadSeed() => Seed.Length > 0 ? Core.Resources.Seed.Of(Seed) : Core.Resources.Seed.Load(Core.Resources.Seed.DefaultPath);

    // Null when a file cannot be read at all: its resources would seem to be of unknown type. The tasks of one build share what
    // was read, with its findings.
    private IReadOnlyList<Provisioner>? ReadProvisioners(Platform platform, DiagnosticBag diagnostics)
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

    private bool IsFor(Platform platform, ITaskItem item, DiagnosticBag diagnostics)
    {
        string given = item.GetMetadata("Platform");
        if (given.Length == 0) return true;
        int index = Array.FindIndex(Platforms, n => string.Equals(n, given, StringComparison.OrdinalIgnoreCase));
        if (index < 0) diagnostics.Add(DiagnosticDescriptors.InvalidProperty, PlaceOf(item), given, "Platform of a ScoreProvisioners item", Phrase.Alternatives(Platforms), Suggestion.Sentence(given, Platforms));
        return index == (int)platform;
    }

    private static ReadFiles Read(List<NamedFile> files, List<byte[]> contents)
    {
        DiagnosticBag findings = new();
        ProvisionerFileReader reader = new(findings);
        bool isRead = true;
        for (int i = 0; i < files.Count; i++) isRead &= SourceReader.Decode(files[i].FullPath, contents[i], findings) is { } source && reader.Read(source);
        return new ReadFiles(isRead ? reader.Provisioners : null, findings);
    }

    /// <summary>Provisioner files as they were read.</summary>
    private sealed record ReadFiles(IReadOnlyList<Provisioner>? Provisioners, DiagnosticBag Findings);
}
