using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>Checks the paths in the container at which files and volumes are mounted.</summary>
internal static class TargetRules
{
    // No system takes a longer path, and the checks look at each part of a path.
    private const int MaxPathLength = 4096;

    /// <summary>Checks that the paths are absolute and do not collide.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="diagnostics">Receives SCORE0209, SCORE0215 and SCORE0216.</param>
    public static void Check(Workload workload, DiagnosticBag diagnostics)
    {
        foreach (Container container in workload.Containers)
        {
            if (container.Files.Count + container.Volumes.Count == 0) continue;

            // The kind of what is mounted, by path.
            Dictionary<string, string> taken = new(StringComparer.Ordinal);
            foreach (ContainerFile file in container.Files) Take(workload, container, file.Target, "file", taken, diagnostics);
            foreach (ContainerVolume volume in container.Volumes) Take(workload, container, volume.Target, "volume", taken, diagnostics);
            foreach (string path in taken.Keys)
            {
                for (int slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
                {
                    if (!taken.TryGetValue(path.Substring(0, slash), out string? kind) || kind != "file") continue;
                    YamlScalar inner = First(container, path);
                    YamlScalar outer = First(container, path.Substring(0, slash));
                    diagnostics.Add(DiagnosticDescriptors.TargetInsideFile, inner.Span, inner.Text, outer.Text, outer.Span.LineSeenFrom(inner.Span));
                }
            }
        }
    }

    /// <summary>The path without repeated and trailing slashes, or null when it is not an absolute path.</summary>
    public static string? Normalize(string target)
    {
        if (target.Length > MaxPathLength) return null;
        bool isWindows = target.Length >= 3 && target[1] == ':' && target[2] is '\\' or '/';
        if (isWindows) target = "/" + target[0] + target.Substring(2).Replace('\\', '/');
        if (!target.StartsWith('/') || target.IndexOf('\0') >= 0) return null;

        List<string> segments = [];
        foreach (string segment in target.Split('/'))
        {
            if (segment == "..") return null;
            if (segment.Length > 0 && segment != ".") segments.Add(segment);
        }

        return segments.Count == 0 ? null : "/" + string.Join("/", segments);
    }

    private static void Take(
        Workload workload, Container container, YamlScalar target, string kind, Dictionary<string, string> taken, DiagnosticBag diagnostics)
    {
        string? path = Normalize(target.Text);
        if (path is null && HasOtherTarget(workload, container, target, kind)) return;
        if (path is null)
        {
            diagnostics.Add(DiagnosticDescriptors.InvalidTarget, target.Span, target.Text);
        }
        else if (!taken.ContainsKey(path))
        {
            taken.Add(path, kind);
        }
        else
        {
            diagnostics.Add(DiagnosticDescriptors.DuplicateTarget, target.Span, container.Name, new Phrase(taken[path]), path,
                First(container, path).Span.LineSeenFrom(target.Span));
        }
    }

    // The first that is mounted at a path.
    private static YamlScalar First(Container container, string path) =>
        container.Files.Select(f => f.Target).Concat(container.Volumes.Select(v => v.Target)).First(t => Normalize(t.Text) == path);

    // The path is given by a key that there is not, about which there is a finding.
    private static bool HasOtherTarget(Workload workload, Container container, YamlScalar target, string kind)
    {
        YamlMapping? written = (workload.Root["containers"] as YamlMapping)?[container.Name] as YamlMapping;
        YamlMapping? mount = (written?[kind + "s"] as YamlMapping)?[target.Text] as YamlMapping;
        return mount is not null && (mount["target"] ?? mount["mountPath"]) is not null;
    }
}
