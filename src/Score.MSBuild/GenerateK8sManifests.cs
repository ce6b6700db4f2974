using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Pods;
using Score.Core.Parity;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>Translates score files to Kubernetes manifests. Nothing is written when there is an error.</summary>
[MSBuildMultiThreadableTask]
public sealed partial class GenerateK8sManifests : GeneratorTask
{
    /// <summary>The file to write, such as <c>manifests.yaml</c>.</summary>
    public ITaskItem ManifestsFile { get; set; } = null!;

    /// <summary>The folder to write when there are several files, such as <c>k8s</c>.</summary>
    public ITaskItem ManifestsDirectory { get; set; } = null!;

    /// <summary>How the objects are spread over files: <c>File</c>, <c>Kustomize</c> or <c>Helm</c>; <c>File</c> when empty.</summary>
    public string Layout { get; set; } = "";

    /// <summary>The dialect of YAML: <c>Yaml</c> or <c>Kyaml</c>; <c>Yaml</c> when empty.</summary>
    public string Format { get; set; } = "";

    /// <summary>The version of the application in a Helm chart, such as <c>1.4.0</c>, of which the chart's own is made; not given when empty.</summary>
    public string AppVersion { get; set; } = "";

    /// <summary>What a Helm chart is, such as <c>The shop and its API</c>; a sentence of our own when empty.</summary>
    public string Description { get; set; } = "";

    /// <summary>The name of the whole, such as <c>shop</c>, from which instance labels and random values are derived; the name of the project file when empty.</summary>
    public string ProjectName { get; set; } = "";

    /// <summary>The namespace of all objects, such as <c>prod</c>; left to whoever applies them when empty.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>Whether the namespace itself is among the manifests.</summary>
    public bool GenerateNamespace { get; set; }

    // Not the folder's name, as for Compose: a checkout may have another one, and a cluster does not let selectors change.
    private string Name => ProjectName.Length > 0 ? ProjectName : Core.Compose.ComposeFile.ProjectName(Path.GetFileNameWithoutExtension(FullPath(ProjectFile ?? ScoreFiles[0]))) is { Length: > 0 } name ? name : "score";

    /// <inheritdoc/>
    private protected override OutputFiles? Prepare(WorkloadSet workloads, DiagnosticBag diagnostics)
    {
        ManifestLayout layout = (ManifestLayout)Option("ScoreK8sLayout", Layout, ["File", "Kustomize", "Helm"], diagnostics);
        ManifestFormat format = (ManifestFormat)Option("ScoreK8sFormat", Format, ["Yaml", "Kyaml"], diagnostics);
        if (!IsPathUsable(layout, new OutputPath(this, diagnostics)) || Translate(workloads.Workloads, diagnostics) is not { } project) return null;
        ManifestOutputOptions options = new(workloads.FileNames.ToList()) { Namespace = Namespace, ChartName = Name, AppVersion = AppVersion, Description = Description };
        return ManifestOutputs.Prepare(this, project, layout, format, options, diagnostics);
    }

    private bool IsPathUsable(ManifestLayout layout, OutputPath path) => layout == ManifestLayout.File
        ? path.IsFile(ManifestsFile, "ScoreK8sManifestsFile", "the path of a file, such as 'manifests.yaml'; for a folder with a file for each object set ScoreK8sLayout to Kustomize or Helm, and ScoreK8sManifestsDirectory to the folder.")
        : path.IsFolder(ManifestsDirectory, "ScoreK8sManifestsDirectory", layout == ManifestLayout.Helm ? "chart" : "k8s", mayBeProject: true);

    private KubernetesProject? Translate(IReadOnlyList<LoadedWorkload> workloads, DiagnosticBag diagnostics)
    {
        if (ReadState(diagnostics) is not { } state) return null;
        CheckNamespace(diagnostics);
        KubernetesOptions options = new(Name, Image) { Namespace = Namespace, GenerateNamespace = GenerateNamespace && Namespace.Length > 0, Defaults = ReadDefaults(diagnostics), State = state };
        ProvisioningOptions provisioning = new(new KubernetesPlatform(Namespace, ReadRouteOptions(diagnostics)), Name, Environment.GetEnvironmentVariable, "") { State = state };
        if (Provision(workloads, provisioning, diagnostics) is not { } resources) return null;
        KubernetesProject project = KubernetesTranslator.Translate(workloads, resources, options, diagnostics);
        resources.ReportFallbacks(diagnostics);
        if (ReportParity && !ReportOnly && !diagnostics.HasErrors && ParityHandover.Take(this, workloads) is { } compose) ParityReport.Write(workloads, compose, new KubernetesFacts(resources, project, options.Defaults), diagnostics);
        PatchOptions patching = new(provisioning.RandomScope, LoadSeed, Environment.GetEnvironmentVariable) { Cancellation = Cancellation };
        KubernetesProject patched = KubernetesPatches.Apply(project, ReadPatches(KubernetesPlatform.PlatformName, state, diagnostics), workloads.Select(w => w.Workload).ToList(), resources, Namespace, patching, diagnostics);
        return patched with { Manifests = ConfigurationHash.AddTo(patched.Manifests) };
    }

    private void CheckNamespace(DiagnosticBag diagnostics)
    {
        if (Namespace.Length == 0 && !GenerateNamespace) return;
        if (KubernetesNames.IsLabel(Namespace)) return;
        string reason = Namespace.Length == 0 ? " ScoreK8sGenerateNamespace is true, so there must be one." : "";
        diagnostics.Add(DiagnosticDescriptors.InvalidProperty, PropertyPlace(), Namespace, "ScoreK8sNamespace", new Phrase("at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends, such as 'prod'"), new Phrase(reason));
    }

    private SourceSpan PropertyPlace() => SourceSpan.WholeFile(FullPath(ProjectFile ?? ScoreFiles[0]));
}
