using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Pods;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>All that a build writes for Kubernetes.</summary>
/// <param name="Manifests">The objects, in the order in which they are to be applied.</param>
/// <param name="External">The objects that workloads refer to and that are not among the manifests, by kind and name.</param>
/// <param name="Workloads">The workloads that they were made of.</param>
/// <param name="Resources">Their resources.</param>
/// <param name="Options">How the build wants them.</param>
internal sealed record KubernetesProject(
    IReadOnlyList<YamlMapping> Manifests,
    IReadOnlyList<ExternalObject> External,
    IReadOnlyList<Workload> Workloads,
    ProvisionedResources Resources,
    KubernetesOptions Options) : PlatformProject
{
    /// <summary>The names of the workloads that objects belong to, by ids without namespaces.</summary>
    public IReadOnlyDictionary<ManifestId, string> Owners { get; init; } = new Dictionary<ManifestId, string>();

    /// <inheritdoc/>
    public override YamlNode Tree => new YamlSequence(Manifests);

    /// <inheritdoc/>
    public override PatchData PatchData => KubernetesPatches.DataOf(this);

    /// <inheritdoc/>
    public override PlatformProject With(YamlNode tree, PatchFile last, DiagnosticBag diagnostics) =>
        this with { Manifests = KubernetesPatches.Manifests(((YamlSequence)tree).Items, last, diagnostics) };

    /// <inheritdoc/>
    public override IEnumerable<PublishedAddress> Addresses() => ManifestAddresses.Of(this);

    /// <inheritdoc/>
    public override PlatformOutput Write(IReadOnlyList<string> scoreFiles) =>
        Output(ManifestFiles.Of(Options.Layout, Options.Format, ConfigurationHash.AddTo(Manifests), Names(scoreFiles)));

    /// <summary>What is written for several environments: the folder <c>base</c>, and <c>overlays/NAME</c> for each, for kustomize.</summary>
    /// <param name="scoreFiles">The names of the score files.</param>
    /// <param name="overlays">What was built for each environment.</param>
    public PlatformOutput WriteWithOverlays(IReadOnlyList<string> scoreFiles, IReadOnlyList<EnvironmentBuild> overlays)
    {
        ManifestOutputOptions names = Names(scoreFiles);
        IReadOnlyList<YamlMapping> common = ConfigurationHash.AddTo(Manifests);
        List<ManifestFile> files = ManifestFiles.Of(ManifestLayout.Kustomize, Options.Format, common, names)
            .Select(f => f with { Path = "base/" + f.Path }).ToList();
        foreach (EnvironmentBuild overlay in overlays)
        {
            IReadOnlyList<YamlMapping> manifests = ConfigurationHash.AddTo(((KubernetesProject)overlay.Build.Patched).Manifests).Select(KeyOrder.Of).ToList();
            IReadOnlyList<ManifestFile> written = KustomizeOverlay.Write(Options.Format, common, manifests, names, "../../base");
            files.AddRange(written.Select(f => f with { Path = $"overlays/{overlay.Environment}/{f.Path}" }));
        }

        return Output(files);
    }

    private ManifestOutputOptions Names(IReadOnlyList<string> scoreFiles) => new(scoreFiles)
    {
        Namespace = Options.Namespace,
        ChartName = Options.ProjectName,
        Description = Options.ChartDescription,
        AppVersion = Options.AppVersion,
    };

    private static PlatformOutput Output(IEnumerable<ManifestFile> files) =>
        new(files.Select(f => new PlatformFile(PlatformFileKind.Generated, f.Path, f.Bytes)).ToList());
}

/// <summary>An object that the user brings.</summary>
/// <param name="Kind"><c>Secret</c>, <c>ConfigMap</c> or <c>ServiceAccount</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keys">The keys that workloads ask for, in ordinal order; none when they refer to it as a whole.</param>
internal sealed record ExternalObject(string Kind, string Name, IReadOnlyList<string> Keys);
