using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Pods;
using Score.Core.Specification;

namespace Score.Core.Parity;

/// <summary>Files, which Kubernetes mounts by the folder and for reading only.</summary>
internal static class FileParity
{
    private const int OwnerMayWrite = 0x80;

    /// <summary>Reports the files of a container: one finding for its folders, and one for the modes.</summary>
    /// <param name="container">The container.</param>
    /// <param name="areAlone">Whether Kubernetes mounts each file by itself too.</param>
    /// <param name="diagnostics">Receives SCORE0580 and SCORE0581.</param>
    public static void Report(Container container, bool areAlone, DiagnosticBag diagnostics)
    {
        HashSet<string> shown = new(container.Volumes.Select(v => MountPoint.Of(v.Target.Text).Path), StringComparer.Ordinal) { "/" };
        List<ContainerFile> first = container.Files.Where(f => shown.Add(MountPoint.Of(f.Target.Text).Directory)).ToList();
        if (first.Count > 0 && !areAlone)
        {
            List<string> folders = first.Select(f => MountPoint.Of(f.Target.Text).Directory).ToList();
            diagnostics.Add(DiagnosticDescriptors.FilesHideFolder, first[0].Target.Span, container.Name, ParityWords.Enumerate(folders));
        }

        ContainerFile? writable = container.Files.FirstOrDefault(f => f.Mode is { } mode && (Convert.ToInt32(mode.Text, 8) & OwnerMayWrite) != 0);
        if (writable is not null) diagnostics.Add(DiagnosticDescriptors.FileReadOnlyInKubernetes, writable.Mode!.Span);
    }
}
