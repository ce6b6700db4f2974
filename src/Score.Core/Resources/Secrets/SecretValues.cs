using System;
using System.Collections.Generic;
using Score.Core.Yaml;

namespace Score.Core.Resources.Secrets;

/// <summary>
/// The values of a build that must not be in a file that one commits: the one place that decides which they are. Templates add
/// them while they run: what they draw from the keyed stream, what they make of that, and what a state file keeps in its place.
/// In everything that is provisioned stands the text of each (<see cref="SecretValue.Text"/>): a platform puts a reference in its
/// place, or the value itself in a file that is not committed (<see cref="Reveal"/>).
/// </summary>
/// <param name="given">The value that whoever builds gave for a name, or null. It goes before a drawn one.</param>
internal sealed class SecretValues(Func<string, string?> given)
{
    private static readonly string[] SecretWords = ["PASSWORD", "PASSWD", "PASS", "SECRET", "TOKEN", "KEY", "CREDENTIAL", "CREDENTIALS"];

    private readonly SecretIndex _index = new();
    private readonly HashSet<string> _exposed = new(StringComparer.Ordinal);

    /// <summary>Gives names.</summary>
    public SecretNames Names { get; } = new();

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => All.Count == 0;

    /// <summary>All of them, those without a name included, in the order in which they were made.</summary>
    public List<SecretValue> All { get; } = [];

    /// <summary>The value that whoever builds gave for a name, or null.</summary>
    public string? Given(string name) => given(name) is { Length: > 0 } value ? value : null;

    /// <summary>Adds a value. White space around its text is not part of it, as YAML may take that away.</summary>
    public void Add(SecretValue value)
    {
        string text = value.Text.Trim();
        if (text.Length == 0) return;
        value = value with { Text = text, Value = value.Value == value.Text ? text : value.Value };
        if (value.Name.Length == 0 && Exactly(text) is { } same && same.Value == value.Value) return;
        All.Add(value);
        _index.Add(text, value);
    }

    /// <summary>Gives a name to a value that was drawn where it is used.</summary>
    /// <param name="value">The value, without a name.</param>
    /// <param name="owner">What the name begins with when the value belongs to no resource.</param>
    /// <param name="key">The key at that place.</param>
    /// <param name="identity">What tells the place from all others, in every build.</param>
    public SecretValue Name(SecretValue value, string owner, string key, string identity)
    {
        string prefix = value.Prefix.Length > 0 ? value.Prefix : owner;
        int index = 0;
        while (index < All.Count && !All[index].Equals(value)) index++;
        SecretValue named = value with { Name = Names.For(prefix, (string[])[key], identity) };
        if (index < All.Count) All[index] = named;
        _index.Add(named.Text, named);
        return named;
    }

    /// <summary>Puts a value in the place of another one for which the same text stands.</summary>
    public void Put(SecretValue old, SecretValue value)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i].Text == old.Text) All[i] = value with { Name = All[i].Name.Length > 0 ? All[i].Name : value.Name };
        }

        _index.Add(value.Text, value);
    }

    /// <summary>Takes note that a value is part of a name that everybody sees, such as that of a service: it is no secret.</summary>
    public void Expose(SecretValue value) => _exposed.Add(value.Text);

    /// <summary>Whether a value was exposed.</summary>
    public bool IsExposed(SecretValue value) => _exposed.Contains(value.Text);

    /// <summary>Whether a text holds a secret value.</summary>
    public bool IsIn(string text) => Next(text, 0, out _, out _) is not null;

    /// <summary>Finds the next secret value in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="length">The length of the text that stands for it.</param>
    public SecretValue? Next(string text, int from, out int at, out int length) => _index.Find(text, from, out at, out length);

    /// <summary>The secret value that a text stands for, and nothing besides; null when it does not.</summary>
    public SecretValue? Exactly(string text) => Next(text, 0, out int at, out int length) is { } value && at == 0 && length == text.Length ? value : null;

    /// <summary>A text with the values themselves.</summary>
    public string Reveal(string text) => Replace(text, v => v.Value == v.Text || IsExposed(v) ? null : v.Value);

    /// <summary>A text with something in the place of each value; null leaves it.</summary>
    public string Replace(string text, Func<SecretValue, string?> replacement) => _index.Replace(text, (value, _) => replacement(value));

    /// <summary>Whether a value that a state file keeps under a key is taken for secret.</summary>
    public static bool IsSecretKey(string key)
    {
        foreach (string word in SecretNames.Words(key).Split('_'))
        {
            if (Array.IndexOf(SecretWords, word) >= 0) return true;
        }

        return false;
    }

    /// <summary>The scalar at a path of keys, or null.</summary>
    public static string? TextAt(YamlNode? node, IEnumerable<string> path)
    {
        foreach (string key in path) node = (node as YamlMapping)?[key];
        return (node as YamlScalar)?.Text;
    }
}
