using System;
using System.Collections.Generic;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Resources.Outputs;
using Score.Core.Text;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Pods;

/// <summary>Writes references to keys of Secrets and ConfigMaps, and remembers them and other objects that are referred to.</summary>
internal sealed class References
{
    private readonly Dictionary<string, SortedSet<string>> _used = new(StringComparer.Ordinal);

    /// <summary>A reference as a variable's <c>valueFrom</c>.</summary>
    public YamlMapping ValueFrom(OutputReference reference)
    {
        (string kind, string name, string key) = Use(reference);
        return new YamlMapping { [kind == "Secret" ? "secretKeyRef" : "configMapKeyRef"] = new YamlMapping { ["name"] = name, ["key"] = key } };
    }

    /// <summary>The kind, the name and the key that a reference leads to.</summary>
    public (string Kind, string Name, string Key) Use(OutputReference reference)
    {
        (string kind, string name, string key) = Parts(reference);
        string id = $"{kind}/{name}";
        if (!_used.TryGetValue(id, out SortedSet<string>? keys)) _used.Add(id, keys = new SortedSet<string>(StringComparer.Ordinal));
        keys.Add(key);
        return (kind, name, key);
    }

    /// <summary>Remembers an object that is referred to as a whole.</summary>
    public void Use(string kind, string name)
    {
        string id = $"{kind}/{name}";
        if (!_used.ContainsKey(id)) _used.Add(id, new SortedSet<string>(StringComparer.Ordinal));
    }

    /// <summary>The name of a variable that holds what a reference leads to.</summary>
    public static string HelperName(OutputReference reference)
    {
        (string kind, string name, string key) = Parts(reference);
        return "__ref_" + Hexadecimal.OfHash($"{kind}/{name}/{key}", 16);
    }

    /// <summary>What is referred to and is not among the manifests.</summary>
    public List<ExternalObject> ExternalTo(Manifests manifests)
    {
        List<string> ids = new(_used.Keys);
        ids.Sort(StringComparer.Ordinal);
        List<ExternalObject> external = [];
        foreach (string id in ids)
        {
            (string kind, string name) = (id.Substring(0, id.IndexOf('/')), id.Substring(id.IndexOf('/') + 1));
            if (!manifests.Has(kind, name)) external.Add(new ExternalObject(kind, name, new List<string>(_used[id])));
        }

        return external;
    }

    private static (string Kind, string Name, string Key) Parts(OutputReference reference) => reference switch
    {
        SecretReference secret => ("Secret", secret.Secret, secret.Key),
        ConfigMapReference map => ("ConfigMap", map.ConfigMap, map.Key),
        _ => throw new InvalidOperationException("Kubernetes has no such reference."),
    };
}
