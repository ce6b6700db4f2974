using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>What every Kubernetes object has. A part that is missing, or no text, is empty.</summary>
internal static class ManifestParts
{
    public static string Kind(YamlMapping manifest) => Text(manifest, "kind");

    public static string Name(YamlMapping manifest) => Text(Metadata(manifest), "name");

    public static string Namespace(YamlMapping manifest) => Text(Metadata(manifest), "namespace");

    public static YamlMapping? Metadata(YamlMapping manifest) => manifest["metadata"] as YamlMapping;

    /// <summary>The group of the apiVersion: <c>apps</c> for <c>apps/v1</c>, empty for <c>v1</c>.</summary>
    public static string Group(YamlMapping manifest)
    {
        string version = Text(manifest, "apiVersion");
        int slash = version.IndexOf('/');
        return slash < 0 ? "" : version.Substring(0, slash);
    }

    /// <summary>The text of a key, or empty.</summary>
    public static string Text(YamlMapping? mapping, string key) => mapping?[key] is YamlScalar scalar ? scalar.Text : "";

    /// <summary>What stands at a path of keys, if it is a mapping.</summary>
    public static YamlMapping? Mapping(YamlMapping? from, params string[] path)
    {
        foreach (string key in path) from = from?[key] as YamlMapping;
        return from;
    }

    /// <summary>The same entries, with the value of one key replaced, or the key added.</summary>
    /// <param name="mapping">The entries.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="after">The key that a new one follows; it comes last without one.</param>
    public static YamlMapping With(YamlMapping mapping, string key, YamlNode value, string after = "")
    {
        YamlMapping copy = new() { Span = mapping.Span };
        bool isNew = mapping[key] is null;
        foreach (YamlEntry entry in mapping)
        {
            copy.TryAdd(entry.Key, entry.Value);
            if (isNew && entry.Name == after) copy.Set(key, value);
        }

        copy.Set(key, value);
        return copy;
    }

    /// <summary>The same entries, with a mapping at a path of keys replaced. All mappings on the way are there.</summary>
    public static YamlMapping With(YamlMapping mapping, string[] path, YamlNode value, int from = 0) =>
        With(mapping, path[from], from == path.Length - 1 ? value : With((YamlMapping)mapping[path[from]]!, path, value, from + 1));
}
