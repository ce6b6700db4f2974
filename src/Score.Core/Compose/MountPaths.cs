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

    /// <summary>The paths of a container's files below the mounts folder, with <c>/</c>, in the order of the files.</summary>
    public static List<string> Of(Workload workload, Container container)
    {
        List<string> targets = [];
        List<string> paths = [];
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (ContainerFile file in container.Files)
        {
            string target = TargetRules.Normalize(file.Target.Text)!;
            string path = string.Join("/", target.Split('/').Select(Safe));
            targets.Add(target);
            paths.Add(path);
            for (int slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) taken.Add(path.Substring(0, slash));
        }

        string prefix = $"files/{Safe(workload.Name.Text)}/{Safe(container.Name)}";
        for (int i = 0; i < paths.Count; i++)
        {
            string path = paths[i];
            if (path != targets[i] || !taken.Add(path))
            {
                do path += "-" + Hash(targets[i]);
                while (!taken.Add(path));
            }

            paths[i] = prefix + path;
        }

        return paths;
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
