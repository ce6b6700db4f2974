using System;
using System.Collections.Generic;
using Score.Core.Templates.Text;

namespace Score.Core.Templates.Values;

/// <summary>
/// A map from strings. It is a reference: <c>set</c> changes it for everyone who holds it. Go leaves the order of its maps
/// to chance where it does not sort them; here every walk over a map is in the order of the keys' bytes.
/// </summary>
internal sealed class GoMap
{
    private const int LongKey = 100;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public GoMap()
        : this(GoType.AnyMap)
    {
    }

    public GoMap(GoType type) => Type = type;

    /// <summary>The map type.</summary>
    public GoType Type { get; }

    public int Count => _entries.Count;

    /// <summary>The lengths together of all keys that are longer than names usually are: what sorting them costs.</summary>
    public long LongKeys { get; private set; }

    /// <summary>Sets an entry; an absent one is read with <see cref="TryGet"/>.</summary>
    public GoValue this[string key]
    {
        get => _entries[key].Value;
        set
        {
            if (key.Length > LongKey && !_entries.ContainsKey(key)) LongKeys += key.Length;
            _entries[key] = new Entry(value.Wrap());
        }
    }

    public bool TryGet(string key, out GoValue value)
    {
        bool isThere = _entries.TryGetValue(key, out Entry? entry);
        value = entry is null ? GoValue.None : entry.Value;
        return isThere;
    }

    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    public void Remove(string key)
    {
        if (_entries.Remove(key) && key.Length > LongKey) LongKeys -= key.Length;
    }

    /// <summary>The keys in order, as they are now.</summary>
    public string[] SortedKeys()
    {
        string[] keys = new string[_entries.Count];
        _entries.Keys.CopyTo(keys, 0);
        Array.Sort(keys, GoText.Compare);
        return keys;
    }

    /// <summary>The values in the order of their keys, as they are now.</summary>
    public GoValue[] SortedValues()
    {
        string[] keys = SortedKeys();
        GoValue[] values = new GoValue[keys.Length];
        for (int i = 0; i < keys.Length; i++) values[i] = this[keys[i]];
        return values;
    }

    /// <summary>A value as an object: ahead-of-time code does not cover the framework's dictionaries of our structs.</summary>
    private sealed class Entry(GoValue value)
    {
        public GoValue Value { get; } = value;
    }
}
