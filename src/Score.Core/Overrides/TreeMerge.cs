using Score.Core.Yaml;

namespace Score.Core.Overrides;

/// <summary>Lays one tree over another.</summary>
internal static class TreeMerge
{
    /// <summary>
    /// Merges mappings key by key. Any other value replaces what was there, and null takes the key away. Neither tree is changed,
    /// since a node behind an alias stands in several places; what comes from the changes keeps its place there.
    /// </summary>
    public static YamlMapping Merge(YamlMapping target, YamlMapping changes)
    {
        YamlMapping result = new() { Span = target.Span };
        foreach (YamlEntry entry in target)
        {
            if (changes.Find(entry.Name) is not { } change) result.TryAdd(entry.Key, entry.Value);
            else if (entry.Value is YamlMapping inner && change.Value is YamlMapping innerChanges) result.TryAdd(entry.Key, Merge(inner, innerChanges));
            else if (!IsNull(change.Value)) result.TryAdd(change.Key, change.Value);
        }

        foreach (YamlEntry change in changes)
        {
            if (target.Find(change.Name) is null && !IsNull(change.Value)) result.TryAdd(change.Key, change.Value);
        }

        return result;
    }

    /// <summary>Whether a value says that there is none.</summary>
    public static bool IsNull(YamlNode node) => node is YamlScalar { Kind: YamlScalarKind.Null };
}
