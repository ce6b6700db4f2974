using System;
using System.Collections.Generic;
using System.Text;
using Score.Core.Text;

namespace Score.Core.Resources.Secrets;

/// <summary>
/// Names secret values as one names environment variables: <c>TYPE_ID_KEY</c>, or <c>TYPE_CLASS_ID_KEY</c>. A name says what it is
/// for, and is the same in each build of the same resources.
/// </summary>
internal sealed class SecretNames
{
    private const int HashDigits = 6;

    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>What the names of a resource's values begin with.</summary>
    public static string PrefixOf(ResourceId id) =>
        Words(id.Class == ResourceId.DefaultClass ? $"{id.Type}_{id.Id}" : $"{id.Type}_{id.Class}_{id.Id}");

    /// <summary>What the names of values begin with that the resources of a type share.</summary>
    public static string PrefixOfShared(ResourceId id) => Words(id.Type);

    /// <summary>A name that nothing else has.</summary>
    /// <param name="prefix">What it begins with.</param>
    /// <param name="keys">The keys that lead to the value.</param>
    /// <param name="identity">What tells the value from all others, in every build. Asked a second time for one, the name is the same.</param>
    public string For(string prefix, IEnumerable<string> keys, string identity)
    {
        string name = Words(prefix + "_" + string.Join("_", keys)).Trim('_');
        if (name.Length == 0) name = "VALUE";
        if (name[0] is >= '0' and <= '9') name = "_" + name;
        if (IsFree(name, identity)) return name;
        name = $"{name}_{Hexadecimal.OfHash(identity, HashDigits).ToUpperInvariant()}";
        return IsFree(name, identity) ? name : $"{name}_{Hexadecimal.OfHash(identity, 64).ToUpperInvariant()}";
    }

    /// <summary>Upper-case words with <c>_</c> between them: <c>instanceRootPassword</c> gives <c>INSTANCE_ROOT_PASSWORD</c>.</summary>
    public static string Words(string text)
    {
        StringBuilder words = new();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool beginsWord = c is >= 'A' and <= 'Z' && i > 0 && text[i - 1] is (>= 'a' and <= 'z') or (>= '0' and <= '9');
            if (beginsWord) words.Append('_');
            if (c is >= 'a' and <= 'z') words.Append((char)(c - ('a' - 'A')));
            else if (c is (>= 'A' and <= 'Z') or (>= '0' and <= '9')) words.Append(c);
            else if (words.Length > 0 && words[words.Length - 1] != '_') words.Append('_');
        }

        return words.ToString();
    }

    private bool IsFree(string name, string identity)
    {
        if (_owners.TryGetValue(name, out string? owner)) return owner == identity;
        _owners.Add(name, identity);
        return true;
    }
}
