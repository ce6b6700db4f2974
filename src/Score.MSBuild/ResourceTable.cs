using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Resources;

namespace Score.MSBuild;

/// <summary>How resources are shown: their outputs are named, and never given, as they may be secret.</summary>
internal static class ResourceTable
{
    private static readonly string[] Header = ["RESOURCE", "PROVISIONER", "OUTPUTS", "WORKLOAD"];

    /// <summary>The lines of a table for people.</summary>
    public static IEnumerable<string> Lines(IReadOnlyCollection<ListedResource> resources) =>
        resources.Count == 0 ? ["The score files of this project have no resources."] : TextTable.Lines(Header, resources.Select(Row));

    /// <summary>A resource as an item.</summary>
    public static ITaskItem Item(ListedResource resource)
    {
        TaskItem item = new(resource.Uid);
        item.SetMetadata("Provisioner", resource.Provisioner);
        item.SetMetadata("Outputs", string.Join(", ", resource.Outputs ?? []));
        item.SetMetadata("Workload", resource.Workload);
        return item;
    }

    private static string[] Row(ListedResource resource) =>
    [
        resource.Uid,
        resource.Provisioner.Length > 0 ? resource.Provisioner : $"({resource.Origin})",
        resource.Outputs is null ? "(any)" : string.Join(", ", resource.Outputs),
        resource.Workload,
    ];
}
