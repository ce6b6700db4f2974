using System;
using System.Collections.Generic;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>The values of Secrets that a file holds from before.</summary>
internal sealed class ExistingSecrets
{
    private readonly Dictionary<string, byte[]> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>The objects of the file, of which those stay that the build does not know.</summary>
    public List<YamlMapping> Objects { get; } = [];

    /// <summary>The value of a key, or null. A Secret that is in no such namespace is looked for in others, as far as there is only one of its name.</summary>
    public byte[]? this[string secret, string key]
    {
        get
        {
            if (_values.TryGetValue($"{secret}\n{key}", out byte[]? value)) return value;
            return _ids.TryGetValue(NameOf(secret), out string? other) && _values.TryGetValue($"{other}\n{key}", out value) ? value : null;
        }
    }

    /// <summary>Adds a value, unless there is one of the key.</summary>
    /// <param name="secret">What tells the Secret from others (<see cref="SecretObject.Id"/>).</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public void Add(string secret, string key, byte[] value)
    {
        string id = $"{secret}\n{key}";
        if (_values.ContainsKey(id)) return;
        _values.Add(id, value);
        string name = NameOf(secret);
        _ids[name] = !_ids.TryGetValue(name, out string? other) || other == secret ? secret : "";
    }

    private static string NameOf(string secret) => secret.Substring(secret.IndexOf('/') + 1);
}
