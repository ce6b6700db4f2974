using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Secrets;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Secrets;
using Score.Core.Text;
using Score.Core.Yaml;

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

    /// <summary>The namespace of all objects, such as <c>prod</c>; left to whoever applies them when empty.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>Whether the namespace itself is among the manifests: <c>true</c> or <c>false</c> (the default).</summary>
    public string GenerateNamespace { get; set; } = "";

    /// <summary>The OTLP receiver to which workloads send their telemetry, such as <c>http://collector.monitoring:4317</c>; none when empty.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <inheritdoc/>
    private protected override int FirstList => Notes.Kubernetes;

    /// <inheritdoc/>
    private protected override OutputKind[] Kinds => Notes.OfKubernetes;

    /// <inheritdoc/>
    private protected override bool ArePathsUsable(OutputPath path)
    {
        bool isHelm = string.Equals(Layout, nameof(ManifestLayout.Helm), StringComparison.OrdinalIgnoreCase);
        if (isHelm || string.Equals(Layout, nameof(ManifestLayout.Kustomize), StringComparison.OrdinalIgnoreCase))
            return path.IsFolder(ManifestsDirectory, "ScoreK8sManifestsDirectory", isHelm ? "chart" : "k8s", mayBeProject: true);
        const string Example = "the path of a file, such as 'manifests.yaml'; for a folder with a file for each object set ScoreK8sLayout to Kustomize or " +
            "Helm, and ScoreK8sManifestsDirectory to the folder.";
        return path.IsFile(ManifestsFile, "ScoreK8sManifestsFile", Example);
    }

    /// <inheritdoc/>
    private protected override BuildOptions OptionsFor(WorkloadSet workloads, ExistingState state, DiagnosticBag diagnostics)
    {
        bool generatesNamespace = Flag("ScoreK8sGenerateNamespace", GenerateNamespace, diagnostics);
        CheckNamespace(generatesNamespace, diagnostics);
        if (Image.Length == 0) ProjectImages.CheckRegistries(workloads, Project, diagnostics);
        KubernetesOptions options = new()
        {
            Image = ProjectImages.Read(workloads, ImageOrAny, Project, diagnostics),
            Namespace = Namespace,
            GenerateNamespace = generatesNamespace && Namespace.Length > 0,
            Defaults = ReadDefaults(diagnostics),
            Route = ReadRouteOptions(diagnostics),
            Layout = (ManifestLayout)Option("ScoreK8sLayout", Layout, PropertyWords.ManifestLayout, diagnostics),
            Secrets = ReadSecrets(diagnostics),
            Format = (ManifestFormat)Option("ScoreK8sFormat", Format, PropertyWords.ManifestFormat, diagnostics),
            ChartDescription = Description,
            AppVersion = AppVersion,
            Telemetry = ReadTelemetry(diagnostics),
        };
        return new BuildOptions(new KubernetesPlatform(options), Name(diagnostics), Environment.GetEnvironmentVariable, "")
        {
            Secrets = options.Secrets.Mode == SecretsMode.Inline ? null : new SecretValues(Environment.GetEnvironmentVariable),
        };
    }

    private Telemetry? ReadTelemetry(DiagnosticBag diagnostics)
    {
        if (OtlpEndpoint.Length == 0) return null;
        if (Telemetry.IsEndpoint(OtlpEndpoint)) return new Telemetry(OtlpEndpoint);
        AddInvalidProperty("ScoreK8sOtlpEndpoint", OtlpEndpoint, new Phrase("a URL such as 'http://collector.monitoring:4317'"), diagnostics);
        return null;
    }

    /// <inheritdoc/>
    private protected override OutputFiles Collect(PlatformBuild build, DiagnosticBag diagnostics)
    {
        // Once, by the first build that writes them.
        if (!Verifies && NotesFile is not null && Notes.ReadPaths(NotesFile, Notes.OfKubernetes).Count == 0) ReportServers(build, diagnostics);
        IReadOnlyList<PlatformFile> files = OverlayBuilds.Count == 0 || diagnostics.HasErrors ? build.Output.Files : OutputWithOverlays(build).Files;
        if (((KubernetesPlatform)build.Options.Target).Options.Layout != ManifestLayout.File) return CollectFolder(files, diagnostics);
        OutputFiles outputs = new(FullPath(ProjectDirectory), diagnostics) { Project = FullPath(Project.File), Main = FullPath(ManifestsFile) };
        outputs.AddMarked(FullPath(ManifestsFile), ManifestsFile.ItemSpec, "ScoreK8sManifestsFile", OutputKind.Manifest, files[0].Bytes);
        AddSecrets(outputs, files, diagnostics);
        return outputs;
    }

    private OutputFiles CollectFolder(IReadOnlyList<PlatformFile> files, DiagnosticBag diagnostics)
    {
        string folder = FullPath(ManifestsDirectory);
        OutputFiles outputs = new(folder, diagnostics) { Project = FullPath(Project.File), Main = folder };
        foreach (PlatformFile file in files.Where(f => f.Kind == PlatformFileKind.Generated))
        {
            string shown = Path.Combine(ManifestsDirectory.ItemSpec, file.Path);
            outputs.AddMarkedBelowRoot(file.Path, shown, "ScoreK8sManifestsDirectory", KindOf(file.Path), file.Bytes);
        }

        AddSecrets(outputs, files, diagnostics);
        outputs.DeleteStale(NotesFile, folder);
        outputs.DeleteEarlier(EarlierManifests.In(folder));
        foreach (string part in OverlayBuilds.Select(o => $"overlays/{o.Environment}").Append("base"))
        {
            if (OverlayBuilds.Count > 0) outputs.DeleteEarlier(EarlierManifests.In(Path.Combine(folder, part)));
        }

        return outputs;
    }

    private OutputKind KindOf(string path) => Path.GetFileName(path) switch
    {
        "kustomization.yaml" => OutputKind.Kustomization,
        "Chart.yaml" => OutputKind.Chart,
        "values.yaml" when IsHelm => OutputKind.Values,
        _ => OutputKind.Manifest,
    };

    private void ReportServers(PlatformBuild build, DiagnosticBag diagnostics)
    {
        List<string> names = build.Resources.Additions.Select(ServerObjects.ServerOf).OfType<YamlMapping>().Select(ManifestParts.Name).Distinct()
            .OrderBy(n => n, StringComparer.Ordinal).Select(n => $"'{n}'").ToList();
        if (names.Count > 0) diagnostics.Add(DiagnosticDescriptors.DevelopmentServers, Project.PropertyPlace, new Phrase(string.Join(", ", names)));
    }

    private PlatformOutput OutputWithOverlays(PlatformBuild build) =>
        ((KubernetesProject)build.Patched).WriteWithOverlays(build.Options.ScoreFiles, OverlayBuilds);

    // Not the folder's name, as for Compose: a checkout may have another one, and a cluster does not let selectors change.
    private string Name(DiagnosticBag diagnostics)
    {
        string file = Path.GetFileNameWithoutExtension(FullPath(Project.File));
        string name = Core.Compose.ComposeFile.ProjectName(file);
        return CheckedProjectName(name.Length > 0 ? name : "score", file, "shop", diagnostics);
    }

    private void CheckNamespace(bool isGenerated, DiagnosticBag diagnostics)
    {
        if (Namespace.Length == 0 && !isGenerated) return;
        if (DnsName.IsLabel(Namespace)) return;
        string reason = Namespace.Length == 0 ? " ScoreK8sGenerateNamespace is true, so there must be one." : "";
        AddInvalidProperty(
            "ScoreK8sNamespace",
            Namespace,
            new Phrase("at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends, such as 'prod'"),
            diagnostics,
            new Phrase(reason));
    }
}
