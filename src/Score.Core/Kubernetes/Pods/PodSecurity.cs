using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Settings;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>
/// What the containers of a workload may do: the profile <c>Restricted</c> is the pod security standard of that name with a root
/// file system that is read only. Users, groups and writable paths count without it too.
/// </summary>
internal sealed class PodSecurity(Workload workload, WorkloadSettings settings, PodVolumes volumes, DiagnosticBag diagnostics)
{
    private const int FirstUnprivilegedPort = 1024;

    private static readonly string[] DefaultPaths = ["/tmp"];

    // What the standard takes as a volume's source.
    private static readonly string[] Sources = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    private readonly bool _isRestricted = !settings.IsEmpty && settings[KnownSettings.SecurityProfile] is { Text: "Restricted" };

    /// <summary>The paths of a container at which it finds an empty folder that it can write to.</summary>
    public IReadOnlyList<string> WritablePaths(Container container)
    {
        if (settings.IsEmpty) return [];
        if (settings[KnownSettings.WritablePaths, container]?.Node is YamlSequence paths) return paths.Items.Select(p => ((YamlScalar)p).Text).ToList();
        return _isRestricted ? DefaultPaths : [];
    }

    /// <summary>The mounts of those folders, but for those where a volume is mounted already.</summary>
    public IEnumerable<YamlMapping> MountsOf(Container container)
    {
        HashSet<string> taken = new(container.Volumes.Select(v => MountPoint.Of(v.Target.Text).Path), StringComparer.Ordinal);
        foreach (string path in WritablePaths(container).Where(taken.Add))
        {
            if (container.Files.FirstOrDefault(f => IsAtOrBelow(path, MountPoint.Of(f.Target.Text).Path)) is { } file)
            {
                // One that nobody asked for can be left out.
                if (settings[KnownSettings.WritablePaths, container] is { } asked)
                    diagnostics.Add(DiagnosticDescriptors.UnmountablePath, asked.ValueSpan, path, new Phrase($"the file '{Excerpt.Of(file.Target.Text)}' of the container '{Excerpt.Of(container.Name)}' is there. Remove the folder from 'k8s.score.dev/writable-paths'."));
                continue;
            }

            string name = volumes.UniqueName("writable-", container, YamlScalar.String(path));
            volumes.Add(name, "emptyDir", new YamlMapping());
            YamlMapping mount = new();
            mount.Set("name", name);
            mount.Set("mountPath", path);
            yield return mount;
        }
    }

    private static bool IsAtOrBelow(string path, string file) =>
        path.StartsWith(file, StringComparison.Ordinal) && (path.Length == file.Length || path[file.Length] == '/');

    /// <summary>What holds for the pod, or null. To be asked for when all volumes are there.</summary>
    public YamlMapping? OfPod()
    {
        if (settings.IsEmpty) return null;
        YamlMapping context = new();
        if (_isRestricted)
        {
            context.Set("runAsNonRoot", YamlScalar.Boolean(true));
            if (settings[KnownSettings.RunAsUser] is { Number: 0 } root) diagnostics.Add(DiagnosticDescriptors.RestrictedRoot, root.ValueSpan);
        }

        settings.Write(KnownSettings.RunAsUser, context);
        settings.Write(KnownSettings.RunAsGroup, context);
        if (settings[KnownSettings.FsGroup] is { } group) context.Set(group.Setting.Key, group.Node);
        else if (_isRestricted && HasVolumes && settings[KnownSettings.RunAsUser] is { } user) context.Set(KnownSettings.FsGroup.Key, user.Node);
        if (_isRestricted)
        {
            YamlMapping seccomp = new();
            seccomp.Set("type", "RuntimeDefault");
            context.Set("seccompProfile", seccomp);
            CheckPorts();
            CheckVolumes();
        }

        return context.Count > 0 ? context : null;
    }

    /// <summary>What holds for each container, or null.</summary>
    public YamlMapping? OfContainer()
    {
        if (!_isRestricted) return null;
        YamlMapping capabilities = new();
        capabilities.Set("drop", YamlSequence.Strings(["ALL"]));
        YamlMapping context = new();
        context.Set("allowPrivilegeEscalation", YamlScalar.Boolean(false));
        context.Set("capabilities", capabilities);
        context.Set("readOnlyRootFilesystem", YamlScalar.Boolean(true));
        return context;
    }

    private bool HasVolumes => workload.Containers.Any(c => c.Volumes.Count > 0 || c.Files.Count > 0);

    private void CheckPorts()
    {
        foreach (ServicePort port in workload.Ports.Where(p => p.TargetPort < FirstUnprivilegedPort))
            diagnostics.Add(DiagnosticDescriptors.RestrictedPort, port.TargetPlace, port.TargetPort);
    }

    private void CheckVolumes()
    {
        foreach (YamlMapping volume in volumes.Volumes.Items.OfType<YamlMapping>())
        {
            if (volume.FirstOrDefault(e => e.Name != "name") is not { } source || Sources.Contains(source.Name)) continue;
            string name = ((YamlScalar)volume["name"]!).Text;
            diagnostics.Add(DiagnosticDescriptors.RestrictedVolume, volumes.PlaceOf(name) ?? workload.Name.Span, source.Name);
        }
    }
}
