using System;
using System.Collections.Generic;
using System.Text;
using Score.Core.Text;

namespace Score.Core.Resources;

/// <summary>
/// Gives each resource a name that its services, volumes and objects can bear: <c>TYPE-ID</c>, or <c>TYPE-CLASS-ID</c>, as a DNS
/// label. It says what it is for, stays the same from build to build, and differs from that of every other resource.
/// </summary>
internal static class ResourceNames
{
    /// <summary>The most characters, so that suffixes of pods and of revisions still fit into a DNS label.</summary>
    private const int MaxNameLength = 52;

    /// <summary>The most characters of a project in a name, so that there is room for what the name is for.</summary>
    private const int MaxProjectLength = 30;

    private const int HashLength = 6;

    /// <summary>Names resources.</summary>
    /// <param name="nodes">All resources of the build.</param>
    public static void Assign(IReadOnlyCollection<ResourceNode> nodes)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        HashSet<string> shared = new(StringComparer.Ordinal);
        foreach (ResourceNode node in nodes)
        {
            node.Name = Readable(node.Id);
            if (!taken.Add(node.Name)) shared.Add(node.Name);
        }

        foreach (ResourceNode node in nodes)
        {
            if (node.Name.Length > MaxNameLength || shared.Contains(node.Name)) node.Name = WithHash(node.Name, node.Uid);
        }
    }

    /// <summary>The project's name as a part of names: a DNS label of at most 30 characters. A hash takes the place of what it must not have.</summary>
    public static string OfProject(string project)
    {
        StringBuilder label = new();
        foreach (char c in project) label.Append(DnsName.IsLowerOrDigit(c) ? c : '-');
        string name = label.ToString().Trim('-');
        if (name == project && name.Length is > 0 and <= MaxProjectLength) return name;
        string start = name.Substring(0, Math.Min(name.Length, MaxProjectLength - HashLength - 1)).Trim('-');
        return start.Length == 0 ? Hash(project) : $"{start}-{Hash(project)}";
    }

    // Dots become dashes, so 'a-b.c' and 'a.b-c' meet here.
    private static string Readable(ResourceId id)
    {
        string text = id.Class == ResourceId.DefaultClass ? $"{id.Type}-{id.Id}" : $"{id.Type}-{id.Class}-{id.Id}";
        string label = text.Replace('.', '-').ToLowerInvariant();
        return label[0] is >= '0' and <= '9' ? "r-" + label : label;
    }

    private static string WithHash(string name, string uid)
    {
        string start = name.Substring(0, Math.Min(name.Length, MaxNameLength - HashLength - 1)).TrimEnd('-');
        return $"{start}-{Hash(uid)}";
    }

    private static string Hash(string text) => Hexadecimal.OfHash(text, HashLength);
}
