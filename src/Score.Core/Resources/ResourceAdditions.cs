using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>What a provisioner adds to a platform besides outputs. A part that it does not add is null or empty.</summary>
/// <param name="Node">The resource.</param>
/// <param name="Provisioner">The provisioner.</param>
internal sealed record ResourceAdditions(ResourceNode Node, Provisioner Provisioner)
{
    /// <summary>Folders that exist below the mounts folder.</summary>
    public IReadOnlyList<string> Directories { get; init; } = [];

    /// <summary>Files below the mounts folder: a mapping from paths to texts.</summary>
    public YamlMapping? Files { get; init; }

    /// <summary>Networks by name.</summary>
    public YamlMapping? Networks { get; init; }

    /// <summary>Services by name.</summary>
    public YamlMapping? Services { get; init; }

    /// <summary>Volumes by name.</summary>
    public YamlMapping? Volumes { get; init; }

    /// <summary>Models by name.</summary>
    public YamlMapping? Models { get; init; }

    /// <summary>Kubernetes objects.</summary>
    public IReadOnlyList<YamlMapping> Manifests { get; init; } = [];

    /// <summary>The place of one of the provisioner's sections.</summary>
    public SourceSpan PlaceOf(string section) => Provisioner.PlaceFor(Node, (Provisioner.Entry.Find(section)?.Key ?? Provisioner.Uri).Span);

    /// <summary>The place of a key in one of the provisioner's sections: where its template first writes it, else the section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="key">The key.</param>
    public SourceSpan PlaceOf(string section, string key)
    {
        if (Provisioner.IsStock || Provisioner.Entry[section] is not YamlScalar template || template.Source is null) return PlaceOf(section);
        int at = KeySearch.Find(template.Text, key);
        return at < 0 ? PlaceOf(section) : template.SpanOf(at, key.Length);
    }
}
