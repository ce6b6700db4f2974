using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>Translates score files to Kubernetes manifests. Nothing is written when there is an error.</summary>
[MSBuildMultiThreadableTask]
public sealed class GenerateK8sManifests : GeneratorTask
{
    /// <summary>The file to write, such as <c>manifests.yaml</c>.</summary>
    [Required]
    public ITaskItem ManifestsFile { get; set; } = null!;

    /// <summary>The name of the whole, such as <c>shop</c>, from which instance labels and random values are derived; the name of the project's folder when empty.</summary>
    public string ProjectName { get; set; } = "";

    /// <summary>The namespace of all objects, such as <c>prod</c>; left to whoever applies them when empty.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>Whether the namespace itself is among the manifests.</summary>
    public bool GenerateNamespace { get; set; }

    /// <inheritdoc/>
    private protected override OutputFiles? Prepare(WorkloadSet workloads, DiagnosticBag diagnostics)
    {
        if (Translate(workloads.Workloads, diagnostics) is not { } project) return null;
        OutputFiles outputs = new(FullPath(ProjectDirectory), project.VariablesRead, diagnostics);
        outputs.AddMarked(FullPath(ManifestsFile), ManifestsFile.ItemSpec, "ScoreK8sManifestsFile", Core.Kubernetes.ManifestsFile.Write(project.Manifests, workloads.FileNames));
        return outputs;
    }

    private KubernetesProject? Translate(IReadOnlyList<LoadedWorkload> workloads, DiagnosticBag diagnostics)
    {
        if (ReadState(diagnostics) is not { } state) return null;
        CheckNamespace(diagnostics);
        string name = ProjectName.Length > 0 ? ProjectName : Core.Compose.ComposeFile.ProjectName(new DirectoryInfo(FullPath(ProjectDirectory)).Name);
        KubernetesOptions options = new(name, Image) { Namespace = Namespace, GenerateNamespace = GenerateNamespace && Namespace.Length > 0 };
        ProvisioningOptions provisioning = new(Platform.Kubernetes, name, Environment.GetEnvironmentVariable, "") { Namespace = Namespace, State = state };
        if (Provision(workloads, provisioning, diagnostics) is not { } resources) return null;
        KubernetesProject project = KubernetesTranslator.Translate(workloads, resources, options, diagnostics);
        resources.ReportFallbacks(diagnostics);
        PatchOptions patching = new(name, LoadSeed, Environment.GetEnvironmentVariable) { Cancellation = Cancellation };
        return KubernetesPatches.Apply(project, ReadPatches(Platform.Kubernetes, diagnostics), workloads.Select(w => w.Workload), Namespace, patching, diagnostics);
    }

    private void CheckNamespace(DiagnosticBag diagnostics)
    {
        if (Namespace.Length == 0 && !GenerateNamespace) return;
        if (KubernetesNames.IsLabel(Namespace)) return;
        string reason = Namespace.Length == 0 ? " ScoreK8sGenerateNamespace is true, so there must be one." : "";
        diagnostics.Add(DiagnosticDescriptors.InvalidProperty, SourceSpan.WholeFile(FullPath(ProjectFile ?? ScoreFiles[0])), Namespace, "ScoreK8sNamespace", new Phrase("at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends, such as 'prod'"), new Phrase(reason));
    }
}
