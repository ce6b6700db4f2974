using System;
using System.Collections;
using System.Collections.Generic;

namespace Score.Core.Yaml;

/// <summary>A mapping from strings to nodes that keeps the order of its entries.</summary>
internal sealed class YamlMapping : YamlNode, IReadOnlyList<YamlEntry>
{
    private readonly List<YamlEntry> _entries = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Description => "a mapping";

    /// <summary>Whether it has a key that is no text, about which there is a finding, so that the entry is left out.</summary>
    public bool IsIncomplete { get; set; }

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public YamlEntry this[int index] => _entries[index];

    /// <summary>The value of a key, or null when there is none. Setting one to null leaves the mapping as it is.</summary>
    public YamlNode? this[string name]
    {
        get => _index.TryGetValue(name, out int index) ? _entries[index].Value : null;
        set
        {
            if (value is not null) Set(name, value);
        }
    }

    /// <summary>The mapping itself, or null when there is nothing in it.</summary>
    public YamlMapping? UnlessEmpty => _entries.Count > 0 ? this : null;

    /// <summary>The entry of a key, or null when there is none.</summary>
    public YamlEntry? Find(string name) => _index.TryGetValue(name, out int index) ? _entries[index] : null;

    /// <summary>Adds an entry at the end, unless the key is there already.</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(YamlScalar key, YamlNode value)
    {
        if (!_index.TryAdd(key.Text, _entries.Count)) return false;
        _entries.Add(new YamlEntry(key, value));
        return true;
    }

    /// <summary>Sets the value of a key, in place when the key is there already.</summary>
    public void Set(string name, YamlNode value)
    {
        if (_index.TryGetValue(name, out int index)) _entries[index] = new YamlEntry(_entries[index].Key, value);
        else TryAdd(YamlScalar.String(name), value);
    }

    /// <summary>Sets the value of a key, which takes the place of one with the same text.</summary>
    public void Set(YamlScalar key, YamlNode value)
    {
        if (_index.TryGetValue(key.Text, out int index)) _entries[index] = new YamlEntry(key, value);
        else TryAdd(key, value);
    }

    /// <summary>Sets a key to a string.</summary>
    public void Set(string name, string value) => Set(name, YamlScalar.String(value));

    /// <summary>The same entries, by key in ordinal order.</summary>
    public YamlMapping Sorted()
    {
        List<string> names = [.. _index.Keys];
        names.Sort(StringComparer.Ordinal);
        YamlMapping sorted = new() { Span = Span };
        foreach (string name in names) sorted.TryAdd(_entries[_index[name]].Key, _entries[_index[name]].Value);
        return sorted;
    }

    /// <inheritdoc/>
    public IEnumerator<YamlEntry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
