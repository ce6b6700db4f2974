using System;
using System.IO;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Secrets;
using Score.Core.Platforms;
using Score.Core.Tests.Kubernetes.Layouts;

namespace Score.Core.Tests;

/// <summary>Keeps the manifests that tests made, for the strict reader that .ci/run starts.</summary>
internal static class ManifestArtifacts
{
    /// <summary>Writes a folder with the manifests, a list of the objects that they expect from elsewhere, and whether all pods must be restricted.</summary>
    public static void Keep(string name, KubernetesProject project, bool isRestricted = false)
    {
        if (Environment.GetEnvironmentVariable("SCORE_MANIFEST_ARTIFACTS") is not { Length: > 0 } keep) return;
        string folder = Path.Combine(keep, name);
        Directory.CreateDirectory(folder);
        ManifestOutputOptions options = new(["score.yaml"]);
        Documents.Write(ManifestFiles.Of(ManifestLayout.File, ManifestFormat.Yaml, project.Manifests, options), folder);
        Write(ManifestLayout.Kustomize, ManifestFormat.Kyaml, project, options, Path.Combine(folder, "kustomize"));
        if (isRestricted) File.WriteAllText(Path.Combine(folder, "restricted"), "");
        if (project.External.Count > 0) File.WriteAllLines(Path.Combine(folder, "external.txt"), project.External.Select(o => $"{o.Kind}/{o.Name}"));
    }

    /// <summary>Writes a folder with the manifests and with a chart of the same, for Helm.</summary>
    public static void KeepChart(string name, KubernetesProject project)
    {
        if (Environment.GetEnvironmentVariable("SCORE_CHART_ARTIFACTS") is not { Length: > 0 } keep) return;
        ManifestOutputOptions options = new(["score.yaml"]) { ChartName = "test" };
        Documents.Write(ManifestFiles.Of(ManifestLayout.File, ManifestFormat.Yaml, project.Manifests, options), Path.Combine(keep, name));
        Write(ManifestLayout.Helm, ManifestFormat.Yaml, project, options, Path.Combine(keep, name, "chart"));
    }

    // With the Secrets kept apart, as a build has it.
    private static void Write(ManifestLayout layout, ManifestFormat format, KubernetesProject project, ManifestOutputOptions options, string folder)
    {
        SecretSplit split = SecretSplit.Of(project.Manifests, options.Values, new DiagnosticBag());
        options = options with { WrittenSecrets = split.Secrets };
        Documents.Write(ManifestFiles.Of(layout, format, split.Others, options), folder);
        foreach (PlatformFile file in SecretFiles.Of(layout, format, options))
        {
            string path = layout == ManifestLayout.Helm ? folder + ".secrets.yaml" : Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes);
        }
    }
}
