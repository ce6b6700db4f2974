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
    /// <inheritdoc/>
    public override YamlNode Tree => new YamlSequence(Manifests);

    /// <inheritdoc/>
    public override PatchData PatchData => KubernetesPatches.DataOf(this);

    /// <inheritdoc/>
    public override PlatformProject With(YamlNode tree, PatchFile last, DiagnosticBag diagnostics) =>
        this with { Manifests = KubernetesPatches.Manifests(((YamlSequence)tree).Items, last, diagnostics) };

    /// <inheritdoc/>
    public override PlatformOutput Write(IReadOnlyList<string> scoreFiles)
    {
        ManifestOutputOptions options = new(scoreFiles)
        {
            Namespace = Options.Namespace,
            ChartName = Options.ProjectName,
            Description = Options.ChartDescription,
            AppVersion = Options.AppVersion,
        };
        IReadOnlyList<ManifestFile> files = ManifestFiles.Of(Options.Layout, Options.Format, ConfigurationHash.AddTo(Manifests), options);
        return new PlatformOutput(files.Select(f => new PlatformFile(PlatformFileKind.Generated, f.Path, f.Bytes)).ToList());
    }
}

/// <summary>An object that the user brings.</summary>
/// <param name="Kind"><c>Secret</c>, <c>ConfigMap</c> or <c>ServiceAccount</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keys">The keys that workloads ask for, in ordinal order; none when they refer to it as a whole.</param>
internal sealed record ExternalObject(string Kind, string Name, IReadOnlyList<string> Keys);
