using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>A workload as its score file states it. Parts keep their nodes, and with them their place in the file.</summary>
/// <param name="Path">The score file's full path.</param>
/// <param name="Root">The whole tree, in today's form.</param>
/// <param name="Name">The name, from <c>metadata.name</c>.</param>
/// <param name="Metadata">All metadata, for placeholders.</param>
/// <param name="Annotations">The workload's annotations.</param>
/// <param name="Service">The network service, or null when it has none.</param>
/// <param name="Containers">The containers, by name in ordinal order.</param>
/// <param name="Resources">The resources, by name in ordinal order.</param>
internal sealed record Workload(
    string Path,
    YamlMapping Root,
    YamlScalar Name,
    YamlMapping Metadata,
    IReadOnlyList<TextEntry> Annotations,
    Service? Service,
    IReadOnlyList<Container> Containers,
    IReadOnlyList<Resource> Resources)
{
    private readonly Dictionary<string, Resource> _resources = Resources.ToDictionary(r => r.Name, StringComparer.Ordinal);

    /// <summary>The ports of the service, by name in ordinal order; none without a service.</summary>
    public IReadOnlyList<ServicePort> Ports => Service?.Ports ?? [];

    /// <summary>Whether a container starts before others.</summary>
    public bool HasOrder
    {
        get
        {
            foreach (Container container in Containers)
            {
                if (container.Before.Count > 0) return true;
            }

            return false;
        }
    }

    /// <summary>The resource of a name, or null.</summary>
    public Resource? FindResource(string name) => _resources.TryGetValue(name, out Resource? resource) ? resource : null;
}

/// <summary>A key with a text value: a variable or an annotation.</summary>
internal sealed record TextEntry(YamlScalar Key, YamlScalar Value)
{
    /// <summary>The key's text.</summary>
    public string Name => Key.Text;
}
