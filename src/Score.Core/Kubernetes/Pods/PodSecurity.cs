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
internal sealed class PodSecurity(WorkloadContext context, PodVolumes volumes)
{
    private const int FirstUnprivilegedPort = 1024;

    private static readonly string[] DefaultPaths = ["/tmp"];

    // What the standard takes as a volume's source.
    private static readonly string[] Sources = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    private readonly Workload _workload = context.Workload;
    private readonly WorkloadSettings _settings = context.Settings;
    private readonly DiagnosticBag _diagnostics = context.Diagnostics;
    private readonly bool _isRestricted = !context.Settings.IsEmpty && context.Settings[KnownSettings.SecurityProfile] is { Text: "Restricted" };

    /// <summary>The paths of a container at which it finds an empty folder that it can write to.</summary>
    public IReadOnlyList<string> WritablePaths(Container container)
    {
        if (_settings[KnownSettings.WritablePaths, container]?.Node is YamlSequence paths) return paths.Items.Select(p => ((YamlScalar)p).Text).ToList();
        return _isRestricted ? DefaultPaths : [];
    }

    /// <summary>Adds the mounts of those folders, but for those where a volume is mounted already.</summary>
    public void AddMounts(YamlSequence mounts, Container container)
    {
        HashSet<string> taken = new(container.Volumes.Select(v => MountPoint.Of(v.Target.Text).Path), StringComparer.Ordinal);
        foreach (string path in WritablePaths(container).Where(taken.Add))
        {
            if (container.Files.FirstOrDefault(f => IsAtOrBelow(path, MountPoint.Of(f.Target.Text).Path)) is { } file)
            {
                // One that nobody asked for can be left out.
                if (_settings[KnownSettings.WritablePaths, container] is { } asked) ReportTaken(asked, path, container, file);
                continue;
            }

            string name = volumes.UniqueName("writable-", container, YamlScalar.String(path));
            volumes.Add(name, "emptyDir", new YamlMapping());
            mounts.Items.Add(new YamlMapping { ["name"] = name, ["mountPath"] = path });
        }
    }

    private void ReportTaken(SettingValue asked, string path, Container container, ContainerFile file)
    {
        string who = $"the file '{Excerpt.Of(file.Target.Text)}' of the container '{Excerpt.Of(container.Name)}'";
        Phrase problem = new($"{who} is there. Remove the folder from 'k8s.score.dev/writable-paths'.");
        _diagnostics.Add(DiagnosticDescriptors.UnmountablePath, asked.ValueSpan, path, problem);
    }

    private static bool IsAtOrBelow(string path, string file) =>
        path.StartsWith(file, StringComparison.Ordinal) && (path.Length == file.Length || path[file.Length] == '/');

    /// <summary>What holds for the pod, or null. To be asked for when all volumes are there.</summary>
    public YamlMapping? OfPod()
    {
        if (_settings.IsEmpty) return null;
        if (_isRestricted)
        {
            if (_settings[KnownSettings.RunAsUser] is { Number: 0 } root) _diagnostics.Add(DiagnosticDescriptors.RestrictedRoot, root.ValueSpan);
            CheckPorts();
            CheckVolumes();
        }

        YamlNode? user = _settings.ValueOf(KnownSettings.RunAsUser);
        return new YamlMapping
        {
            ["runAsNonRoot"] = _isRestricted ? true : null,
            ["runAsUser"] = user,
            ["runAsGroup"] = _settings.ValueOf(KnownSettings.RunAsGroup),
            ["fsGroup"] = _settings.ValueOf(KnownSettings.FsGroup) ?? (_isRestricted && HasVolumes ? user : null),
            ["seccompProfile"] = _isRestricted ? new YamlMapping { ["type"] = "RuntimeDefault" } : null,
        }.UnlessEmpty;
    }

    /// <summary>What holds for each container, or null.</summary>
    public YamlMapping? OfContainer()
    {
        if (!_isRestricted) return null;
        return new YamlMapping
        {
            ["allowPrivilegeEscalation"] = false,
            ["capabilities"] = new YamlMapping { ["drop"] = YamlSequence.Strings(["ALL"]) },
            ["readOnlyRootFilesystem"] = true,
        };
    }

    private bool HasVolumes => _workload.Containers.Any(c => c.Volumes.Count > 0 || c.Files.Count > 0);

    private void CheckPorts()
    {
        foreach (ServicePort port in _workload.Ports.Where(p => p.TargetPort < FirstUnprivilegedPort))
            _diagnostics.Add(DiagnosticDescriptors.RestrictedPort, port.TargetPlace, port.TargetPort);
    }

    private void CheckVolumes()
    {
        foreach (YamlMapping volume in volumes.Volumes.Items.OfType<YamlMapping>())
        {
            if (volume.FirstOrDefault(e => e.Name != "name") is not { } source || Sources.Contains(source.Name)) continue;
            string name = ((YamlScalar)volume["name"]!).Text;
            _diagnostics.Add(DiagnosticDescriptors.RestrictedVolume, volumes.PlaceOf(name) ?? _workload.Name.Span, source.Name);
        }
    }
}
