using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Resources.Secrets;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>
/// Lets the values that a secrets file holds from before go before drawn ones. What stands in a longer text, such as a connection
/// string, is found by what stands around it.
/// </summary>
internal sealed class KeptSecrets(SecretValues secrets)
{
    private readonly Dictionary<string, SecretValue> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The values that went before drawn ones, by the names of these. Those without a name are left out.</summary>
    public IReadOnlyDictionary<string, string> ByName
    {
        get
        {
            Dictionary<string, string> values = new(StringComparer.Ordinal);
            foreach (SecretValue kept in _kept.Values)
            {
                if (kept.Name.Length > 0) values.TryAdd(kept.Name, kept.Value);
            }

            return values;
        }
    }

    /// <summary>Whether values were made of drawn ones in whose place there are others now: the build is to run again with these.</summary>
    public bool IsToRepeat => _kept.Count > 0 && ByName.Count > 0
        && secrets.All.Exists(s => s.Origin == SecretOrigin.Computed && s.Sources.Any(_kept.ContainsKey));

    /// <summary>Takes over values.</summary>
    /// <param name="objects">The Secrets of the build.</param>
    /// <param name="existing">What the file holds.</param>
    public void Take(IEnumerable<SecretObject> objects, ExistingSecrets existing)
    {
        if (existing.IsEmpty) return;
        foreach (SecretObject secret in objects)
        {
            foreach (SecretKey key in secret.Keys)
            {
                if (!secrets.IsIn(key.Text) || existing[secret.Id, key.Name] is not { } bytes) continue;
                string? text = key.IsBase64 ? Convert.ToBase64String(bytes) : SecretKey.TextOf(bytes);
                if (text is not null) Take(key.Text, text);
            }
        }
    }

    /// <summary>The names of Secrets and keys with values that nobody knows but this build.</summary>
    /// <param name="objects">The Secrets of the build.</param>
    public List<string> Unknown(IReadOnlyList<SecretObject> objects)
    {
        List<string> names = [];
        foreach (SecretObject secret in objects)
        {
            foreach (SecretKey key in secret.Keys)
            {
                if (IsUnknown(key.Text)) names.Add($"{secret.Name}/{key.Name}");
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private bool IsUnknown(string text)
    {
        for (int at = 0; secrets.Next(text, at, out at, out int length) is { } secret; at += length)
        {
            if (IsUnknown(secret, 0)) return true;
        }

        return false;
    }

    private bool IsUnknown(SecretValue secret, int depth)
    {
        if (secrets.IsExposed(secret) || _known.Contains(secret.Text)) return false;
        if (secret.Origin != SecretOrigin.Computed || depth == 16) return secret.Origin == SecretOrigin.Drawn;
        foreach (string text in secret.Sources)
        {
            if (secrets.Exactly(text) is { } source && IsUnknown(source, depth + 1)) return true;
        }

        return false;
    }

    private void Take(string pattern, string text)
    {
        List<SecretValue> found = [];
        List<string> values = [];
        int from = 0;
        int position = 0;
        SecretValue? open = null;
        for (int at = 0; secrets.Next(pattern, at, out at, out int length) is { } secret; at += length)
        {
            if (!Close(pattern.Substring(from, at - from), isLast: false)) return;
            open = secret;
            from = at + length;
        }

        if (!Close(pattern.Substring(from), isLast: true)) return;
        for (int i = 0; i < found.Count; i++) Keep(found[i], values[i]);

        // What stands between two values tells where the first one ends.
        bool Close(string literal, bool isLast)
        {
            if (open is null)
            {
                if (string.CompareOrdinal(text, 0, literal, 0, literal.Length) != 0) return false;
                position = literal.Length;
                return !isLast || position == text.Length;
            }

            int end = isLast ? (text.EndsWith(literal, StringComparison.Ordinal) ? text.Length - literal.Length : -1)
                : literal.Length == 0 ? -1 : text.IndexOf(literal, position, StringComparison.Ordinal);
            if (end <= position) return false;
            found.Add(open);
            values.Add(text.Substring(position, end - position));
            position = end + literal.Length;
            return true;
        }
    }

    // What is computed follows its sources; where these have no name the build cannot run again with them, and it stays as it was.
    private void Keep(SecretValue secret, string value)
    {
        _known.Add(secret.Text);
        bool isFree = secret.Origin == SecretOrigin.Computed
            ? secret.Sources.All(s => secrets.Exactly(s) is { Name: "" })
            : secret.Origin != SecretOrigin.Given;
        if (!isFree || value == secret.Value || _kept.ContainsKey(secret.Text)) return;
        SecretValue kept = secret with { Value = value, Origin = SecretOrigin.Given };
        _kept.Add(secret.Text, kept);
        secrets.Put(secret, kept);
    }
}
