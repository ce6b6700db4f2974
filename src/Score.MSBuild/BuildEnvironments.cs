using System;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Text;

namespace Score.MSBuild;

/// <summary>The environments of a project, such as <c>staging</c>, and the files that have their names.</summary>
internal static class BuildEnvironments
{
    /// <summary>A path with the name of an environment before its extension: <c>score.staging.yaml</c>.</summary>
    public static string PathFor(string environment, string fullPath) =>
        Path.Combine(Path.GetDirectoryName(fullPath)!, $"{Path.GetFileNameWithoutExtension(fullPath)}.{environment}{Path.GetExtension(fullPath)}");

    /// <summary>The items of an environment, before those that are for every one.</summary>
    /// <param name="items">Items, some of which have the metadata <c>Environment</c>.</param>
    /// <param name="environment">The environment, or nothing.</param>
    public static ITaskItem[] ItemsOf(ITaskItem[] items, string environment) =>
        [
            .. environment.Length == 0 ? [] : items.Where(i => i.GetMetadata("Environment") == environment),
            .. items.Where(i => i.GetMetadata("Environment").Length == 0)
        ];

    /// <summary>The environment that a patch template is for: <c>staging</c> for <c>limits.staging.tpl</c>; empty when it is for every one.</summary>
    public static string OfPatch(ITaskItem item)
    {
        if (item.GetMetadata("Environment") is { Length: > 0 } given) return given;
        string name = Path.GetFileNameWithoutExtension(item.GetMetadata("FullPath"));
        int dot = name.LastIndexOf('.');
        string part = dot <= 0 ? "" : name.Substring(dot + 1);
        return DnsName.IsLabel(part) && !Platforms.Names.Contains(part, StringComparer.OrdinalIgnoreCase) && part != "k8s" ? part : "";
    }
}
