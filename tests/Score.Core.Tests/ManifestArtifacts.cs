using System;
using System.IO;
using System.Linq;
using Score.Core.Kubernetes;

namespace Score.Core.Tests;

/// <summary>Keeps the manifests that tests made, for the strict reader that .ci/run starts.</summary>
internal static class ManifestArtifacts
{
    /// <summary>Writes a folder with the manifests, and a list of the objects that they expect from elsewhere.</summary>
    public static void Keep(string name, KubernetesProject project)
    {
        if (Environment.GetEnvironmentVariable("SCORE_MANIFEST_ARTIFACTS") is not { Length: > 0 } keep) return;
        string folder = Path.Combine(keep, name);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "manifests.yaml"), ManifestsFile.Write(project.Manifests, ["score.yaml"]));
        if (project.External.Count > 0) File.WriteAllLines(Path.Combine(folder, "external.txt"), project.External.Select(o => $"{o.Kind}/{o.Name}"));
    }
}
