using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Pods;
using Score.Core.Kubernetes.Secrets;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Secrets;
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
    /// <summary>The names of the workloads that objects belong to, by the texts of ids without namespaces.</summary>
    public IReadOnlyDictionary<string, string> Owners { get; init; } = new Dictionary<string, string>();

    /// <summary>The Secrets, when they are not among the manifests.</summary>
    public ConcealedSecrets Secrets { get; init; } = ConcealedSecrets.None;

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
    public override PlatformProject Conceal(SecretValues secrets, DiagnosticBag diagnostics)
    {
        SecretSplit split = SecretSplit.Of(Manifests, secrets, diagnostics);
        ConcealedSecrets concealed = ConcealedSecrets.Of(split.Secrets, secrets, Options.Secrets, Resources.Options.Environment);
        SortedSet<string> read = new(StringComparer.Ordinal);
        foreach (string name in VariablesRead) read.Add(name);
        foreach (SecretValue value in concealed.Values)
        {
            if (value.Name.Length > 0 && value.Origin != SecretOrigin.Computed) read.Add(value.Name);
        }

        return this with
        {
            Manifests = Options.Secrets.Mode == SecretsMode.ExternalSecrets ? WithExternalSecrets(split, secrets) : split.Others,
            Secrets = concealed,
            VariablesRead = read,
        };
    }

    private List<YamlMapping> WithExternalSecrets(SecretSplit split, SecretValues secrets) =>
        [.. split.Others, .. split.Secrets.Select(s => ExternalSecret.Of(s, secrets, Options.Secrets))];

    /// <inheritdoc/>
    public override PlatformOutput Write(IReadOnlyList<string> scoreFiles)
    {
        ManifestOutputOptions names = Names(scoreFiles);
        List<PlatformFile> files = Output(ManifestFiles.Of(Options.Layout, Options.Format, Hashed(this), names));
        files.AddRange(SecretFiles.Of(Options.Layout, Options.Format, names));
        return new PlatformOutput(files);
    }

    /// <summary>What is written for several environments: the folder <c>base</c>, and <c>overlays/NAME</c> for each, for kustomize.</summary>
    /// <param name="scoreFiles">The names of the score files.</param>
    /// <param name="overlays">What was built for each environment.</param>
    public PlatformOutput WriteWithOverlays(IReadOnlyList<string> scoreFiles, IReadOnlyList<EnvironmentBuild> overlays)
    {
        ManifestOutputOptions names = Names(scoreFiles);
        IReadOnlyList<YamlMapping> common = Hashed(this);
        List<PlatformFile> files = Output(ManifestFiles.Of(ManifestLayout.Kustomize, Options.Format, common, names), "base/");
        files.AddRange(SecretFiles.Of(ManifestLayout.Kustomize, Options.Format, names, "base/"));
        foreach (EnvironmentBuild overlay in overlays)
        {
            KubernetesProject project = (KubernetesProject)overlay.Build.Patched;
            ManifestOutputOptions own = project.Names(scoreFiles) with { BaseSecrets = names.WrittenSecrets };
            string folder = $"overlays/{overlay.Environment}/";
            files.AddRange(Output(KustomizeOverlay.Write(Options.Format, common, Hashed(project).Select(KeyOrder.Of).ToList(), own, "../../base"), folder));
            files.AddRange(SecretFiles.Of(ManifestLayout.Kustomize, Options.Format, own, folder));
        }

        return new PlatformOutput(files);
    }

    private static IReadOnlyList<YamlMapping> Hashed(KubernetesProject project) => ConfigurationHash.AddTo(project.Manifests, project.Secrets.Shapes);

    private ManifestOutputOptions Names(IReadOnlyList<string> scoreFiles) => new(scoreFiles)
    {
        Namespace = Options.Namespace,
        ChartName = Options.ProjectName,
        Description = Options.ChartDescription,
        AppVersion = Options.AppVersion,
        WrittenSecrets = Options.Secrets.Mode == SecretsMode.Separate ? Secrets.Objects : [],
        OtherSecrets = Secrets.Others,
        Values = Secrets.All,
        Notes = Options.Secrets.Mode == SecretsMode.External ? SecretNotes.Of(this) : [],
    };

    private static List<PlatformFile> Output(IReadOnlyList<ManifestFile> files, string folder = "")
    {
        List<PlatformFile> output = [];
        foreach (ManifestFile file in files) output.Add(new PlatformFile(PlatformFileKind.Generated, folder + file.Path, file.Bytes));
        return output;
    }
}

/// <summary>An object that the user brings.</summary>
/// <param name="Kind"><c>Secret</c>, <c>ConfigMap</c> or <c>ServiceAccount</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keys">The keys that workloads ask for, in ordinal order; none when they refer to it as a whole.</param>
internal sealed record ExternalObject(string Kind, string Name, IReadOnlyList<string> Keys);
