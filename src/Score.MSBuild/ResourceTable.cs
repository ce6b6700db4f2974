using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Platforms;
using Score.Core.Resources;

namespace Score.MSBuild;

/// <summary>How resources and published ports are shown: outputs are named, and never given, as they may be secret.</summary>
/// <param name="list">What there is to show; nothing when null.</param>
internal sealed class ResourceTable(PlatformList? list)
{
    private static readonly string[] Header = ["RESOURCE", "PROVISIONER", "OUTPUTS", "WORKLOAD", "URLS"];
    private static readonly string[] PortHeader = ["PUBLISHED", "TARGET"];

    private readonly List<ListedResource> _resources = list?.Resources.List().ToList() ?? [];
    private readonly List<PublishedAddress> _ports = list?.Addresses.Where(a => a.Uid.Length == 0).ToList() ?? [];

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => _resources.Count == 0 && _ports.Count == 0;

    /// <summary>The lines for people.</summary>
    public IEnumerable<string> Lines()
    {
        if (list is null) return [];
        IEnumerable<string> lines = _resources.Count == 0
            ? ["The score files of this project have no resources."]
            : TextTable.Lines(Header, _resources.Select(Row));
        return _ports.Count == 0 ? lines : [.. lines, "", .. TextTable.Lines(PortHeader, _ports.Select(p => new[] { p.Text, p.Target }))];
    }

    /// <summary>The same as items.</summary>
    public ITaskItem[] Items() => [.. _resources.Select(ItemOf), .. _ports.Select(ItemOf)];

    /// <summary>An output as an item.</summary>
    /// <param name="name">Its name with that of its resource.</param>
    /// <param name="value">Its value.</param>
    public static ITaskItem ItemOf(string name, string value)
    {
        TaskItem item = new(name);
        item.SetMetadata("Value", value.Replace("%", "%25")); // Items take texts as escaped.
        return item;
    }

    private ITaskItem ItemOf(ListedResource resource)
    {
        TaskItem item = new(resource.Uid);
        item.SetMetadata("Kind", "Resource");
        item.SetMetadata("Provisioner", resource.Provisioner);
        item.SetMetadata("Outputs", string.Join(", ", resource.Outputs ?? []));
        item.SetMetadata("Workload", resource.Workload);
        item.SetMetadata("Urls", Urls(resource));
        return item;
    }

    private static ITaskItem ItemOf(PublishedAddress port)
    {
        TaskItem item = new(port.Text);
        item.SetMetadata("Kind", "Port");
        item.SetMetadata("LeadsTo", port.Target);
        return item;
    }

    private string Urls(ListedResource resource) =>
        string.Join(", ", list!.Addresses.Where(a => string.Equals(a.Uid, resource.Uid, StringComparison.Ordinal)).Select(a => a.Text));

    private string[] Row(ListedResource resource) =>
    [
        resource.Uid,
        resource.Provisioner.Length > 0 ? resource.Provisioner : $"({resource.Origin})",
        resource.Outputs is null ? "(any)" : string.Join(", ", resource.Outputs),
        resource.Workload,
        Urls(resource),
    ];
}
