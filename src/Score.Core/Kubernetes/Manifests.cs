using System;
using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>The manifests of a build in their order. Of two for one object the later counts, in the place of the earlier.</summary>
internal sealed class Manifests(string @namespace, DiagnosticBag diagnostics)
{
    private readonly List<YamlMapping> _list = [];

    // By the texts of ids.
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _builtIn = new(StringComparer.Ordinal);

    /// <summary>The names of the workloads that objects belong to, which name no namespace, by the texts of ids.</summary>
    public IReadOnlyDictionary<string, string> Owners => _owners;

    /// <summary>The manifests.</summary>
    public IReadOnlyList<YamlMapping> List => _list;

    /// <summary>An object without its content.</summary>
    public static YamlMapping Create(string apiVersion, string kind, YamlMapping metadata) => new()
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = metadata,
    };

    /// <summary>Adds an object.</summary>
    public void Add(YamlMapping manifest)
    {
        YamlMapping placed = WithNamespace(manifest);
        string id = ManifestId.Of(placed).ToString();
        if (_places.TryGetValue(id, out int place))
        {
            _list[place] = placed;
            return;
        }

        _places.Add(id, _list.Count);
        _list.Add(placed);
    }

    /// <summary>
    /// Adds an object of a resource. What a user's provisioner makes stands in place of what a built-in one does, in whatever
    /// order they come.
    /// </summary>
    public void Add(YamlMapping manifest, ResourceAdditions from)
    {
        string id = ManifestId.Of(WithNamespace(manifest)).ToString();
        if (from.Provisioner.IsBuiltIn && _places.ContainsKey(id) && !_builtIn.ContainsKey(id)) return;
        if (from.Provisioner.IsBuiltIn) _builtIn[id] = from.Node.Uid;
        else _builtIn.Remove(id);
        Add(manifest);
    }

    /// <summary>Adds an object of a workload, of which no other workload may have one.</summary>
    /// <param name="manifest">The object.</param>
    /// <param name="workload">The workload's name.</param>
    /// <param name="at">Where a finding about its name is reported.</param>
    public void Add(YamlMapping manifest, string workload, SourceSpan at)
    {
        ManifestId id = ManifestId.Of(manifest);
        if (_owners.TryGetValue(id.ToString(), out string? owner))
            diagnostics.Add(DiagnosticDescriptors.ManifestNameTaken, at, id.Kind, id.Name, workload, owner);
        else _owners.Add(id.ToString(), workload);
        if (_builtIn.TryGetValue(ManifestId.Of(WithNamespace(manifest)).ToString(), out string? resource))
            diagnostics.Add(DiagnosticDescriptors.ManifestOfResource, at, id.Kind, id.Name, workload, resource);
        Add(manifest);
    }

    /// <summary>Whether there is an object of a kind and name in the namespace of the build.</summary>
    public bool Has(string kind, string name) => _places.ContainsKey(new ManifestId("v1", kind, @namespace, name).ToString());

    private YamlMapping WithNamespace(YamlMapping manifest)
    {
        YamlMapping metadata = (YamlMapping)manifest["metadata"]!;
        if (@namespace.Length == 0 || metadata["namespace"] is not null || ObjectScope.IsCluster(ManifestId.Of(manifest).Kind)) return manifest;

        // A copy: aliases may put one mapping into several manifests.
        YamlMapping placed = new();
        foreach (YamlEntry entry in metadata)
        {
            placed.TryAdd(entry.Key, entry.Value);
            if (entry.Name == "name") placed["namespace"] = @namespace;
        }

        YamlMapping result = new();
        foreach (YamlEntry entry in manifest) result.TryAdd(entry.Key, entry.Name == "metadata" ? placed : entry.Value);
        return result;
    }
}
