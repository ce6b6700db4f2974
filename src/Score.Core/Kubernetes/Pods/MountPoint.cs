using Score.Core.Specification;

namespace Score.Core.Kubernetes.Pods;

/// <summary>A path at which something is mounted, in the form that Kubernetes takes: with <c>/</c> and without a drive.</summary>
/// <param name="Path">The whole path.</param>
internal sealed record MountPoint(string Path)
{
    /// <summary>The folder.</summary>
    public string Directory => Path.LastIndexOf('/') is > 0 and var slash ? Path.Substring(0, slash) : "/";

    /// <summary>The name in the folder.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>Reads a path that has been checked.</summary>
    public static MountPoint Of(string target)
    {
        string path = TargetRules.Normalize(target)!;
        if (target.StartsWith('/')) return new MountPoint(path);
        int slash = path.IndexOf('/', 1);
        return new MountPoint(slash < 0 ? path : path.Substring(slash));
    }
}
