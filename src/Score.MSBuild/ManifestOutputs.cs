using System.Collections.Generic;
using System.IO;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Layouts;

namespace Score.MSBuild;

/// <summary>Where the files of Kubernetes objects go.</summary>
internal static class ManifestOutputs
{
    /// <summary>Collects what is to be written, and checks that it may be.</summary>
    /// <param name="task">The task, which says where.</param>
    /// <param name="project">The objects.</param>
    /// <param name="layout">How they are spread over files.</param>
    /// <param name="format">The dialect of YAML.</param>
    /// <param name="options">Names and versions.</param>
    /// <param name="diagnostics">Receives SCORE0601, SCORE0602 and SCORE0604.</param>
    public static OutputFiles Prepare(GenerateK8sManifests task, KubernetesProject project, ManifestLayout layout, ManifestFormat format, ManifestOutputOptions options, DiagnosticBag diagnostics)
    {
        IReadOnlyList<ManifestFile> files = ManifestFiles.Of(layout, format, project.Manifests, options);
        if (layout == ManifestLayout.File)
        {
            OutputFiles single = new(task.ProjectDirectory.GetMetadata("FullPath"), project.VariablesRead, diagnostics);
            single.AddMarked(task.ManifestsFile.GetMetadata("FullPath"), task.ManifestsFile.ItemSpec, "ScoreK8sManifestsFile", files[0].Bytes);
            return single;
        }

        string folder = task.ManifestsDirectory.GetMetadata("FullPath");
        OutputFiles outputs = new(folder, project.VariablesRead, diagnostics);
        foreach (ManifestFile file in files) outputs.AddMarkedBelowRoot(file.Path, Path.Combine(task.ManifestsDirectory.ItemSpec, file.Path), "ScoreK8sManifestsDirectory", file.Bytes);
        outputs.DeleteStale(task.OutputListFile, folder);
        outputs.DeleteEarlier(EarlierManifests.In(folder));
        return outputs;
    }
}
