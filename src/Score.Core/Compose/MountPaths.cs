using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Files;
using Score.Core.Specification;
using Score.Core.Text;

namespace Score.Core.Compose;

/// <summary>
/// Names the written files: <c>files/WORKLOAD/CONTAINER/</c> and the path in the container, so that a reader finds them and no
/// two share a name, nor one the name of another's folder. A path that some file system cannot hold is changed a little and gets a
/// hash.
/// </summary>
internal static class MountPaths
{
    private const int MaxSegmentLength = 80;

    /// <summary>The paths of a container's files below the mounts folder, with <c>/</c>.</summary>
    public static IReadOnlyDictionary<ContainerFile, string> Of(Workload workload, Container container)
    {
        List<string> targets = container.Files.Select(f => TargetRules.Normalize(f.Target.Text)!).ToList();
        List<string> safe = targets.Select(t => string.Join("/", t.Split('/').Select(Safe))).ToList();
        HashSet<string> taken = new(safe.SelectMany(Folders), StringComparer.OrdinalIgnoreCase);
        string prefix = $"files/{Safe(workload.Name.Text)}/{Safe(container.Name)}";
        Dictionary<ContainerFile, string> paths = [];
        for (int i = 0; i < targets.Count; i++)
        {
            string path = safe[i];
            if (path != targets[i] || !taken.Add(path))
            {
                do path += "-" + Hash(targets[i]);
                while (!taken.Add(path));
            }

            paths[container.Files[i]] = prefix + path;
        }

        return paths;
    }

    private static IEnumerable<string> Folders(string path)
    {
        for (int slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path.Substring(0, slash);
    }

    private static string Safe(string segment)
    {
        StringBuilder safe = new();
        foreach (char c in segment)
        {
            bool keep = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-' or '+' or '=';
            safe.Append(keep ? c : '_');
            if (safe.Length == MaxSegmentLength) break;
        }

        if (safe.Length > 0 && safe[safe.Length - 1] == '.') safe[safe.Length - 1] = '_';
        return DeviceName.Is(safe.ToString()) ? "_" + safe : safe.ToString();
    }

    private static string Hash(string text) => Hexadecimal.OfHash(text, 8);
}
