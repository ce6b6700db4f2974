using System;
using System.IO;
using System.Linq;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;
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
        Documents.Write(ManifestFiles.Of(ManifestLayout.Kustomize, ManifestFormat.Kyaml, project.Manifests, options), Path.Combine(folder, "kustomize"));
        if (isRestricted) File.WriteAllText(Path.Combine(folder, "restricted"), "");
        if (project.External.Count > 0) File.WriteAllLines(Path.Combine(folder, "external.txt"), project.External.Select(o => $"{o.Kind}/{o.Name}"));
    }

    /// <summary>Writes a folder with the manifests and with a chart of the same, for Helm.</summary>
    public static void KeepChart(string name, KubernetesProject project)
    {
        if (Environment.GetEnvironmentVariable("SCORE_CHART_ARTIFACTS") is not { Length: > 0 } keep) return;
        ManifestOutputOptions options = new(["score.yaml"]) { ChartName = "test" };
        Documents.Write(ManifestFiles.Of(ManifestLayout.File, ManifestFormat.Yaml, project.Manifests, options), Path.Combine(keep, name));
        Documents.Write(ManifestFiles.Of(ManifestLayout.Helm, ManifestFormat.Yaml, project.Manifests, options), Path.Combine(keep, name, "chart"));
    }
}
