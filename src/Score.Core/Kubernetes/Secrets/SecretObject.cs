using System;
using System.Collections.Generic;
using System.Text;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>A Secret. In its texts secret values are what stands for them.</summary>
/// <param name="Manifest">The object.</param>
/// <param name="Keys">What it holds.</param>
internal sealed record SecretObject(YamlMapping Manifest, IReadOnlyList<SecretKey> Keys)
{
    private static readonly string[] Contents = ["data", "stringData"];

    /// <summary>Its name.</summary>
    public string Name => ManifestParts.Name(Manifest);

    /// <summary>Its namespace, or empty.</summary>
    public string Namespace => ManifestParts.Namespace(Manifest);

    /// <summary>What tells it from others.</summary>
    public string Id => IdOf(Namespace, Name);

    /// <summary>Its type, or empty for the usual one.</summary>
    public string Type => ManifestParts.Text(Manifest, "type") is "Opaque" ? "" : ManifestParts.Text(Manifest, "type");

    /// <summary>What tells a Secret from others.</summary>
    public static string IdOf(string place, string name) => place.Length == 0 ? name : $"{place}/{name}";

    /// <summary>Whether an object is a Secret.</summary>
    public static bool Is(YamlMapping manifest) => ManifestParts.Kind(manifest) == "Secret" && ManifestParts.Group(manifest).Length == 0;

    /// <summary>Reads an object.</summary>
    /// <param name="manifest">The object.</param>
    /// <param name="secrets">The secret values of the build.</param>
    public static SecretObject Of(YamlMapping manifest, SecretValues secrets)
    {
        List<SecretKey> keys = [];
        foreach (string map in Contents)
        {
            foreach (YamlEntry entry in manifest[map] as YamlMapping ?? [])
            {
                if (entry.Value is not YamlScalar scalar) continue;

                // Of a key in both the text counts.
                if (map != Contents[0]) Remove(keys, entry.Name);
                keys.Add(SecretKey.Of(entry.Name, map, scalar.Text, secrets));
            }
        }

        return new SecretObject(manifest, keys);
    }

    private static void Remove(List<SecretKey> keys, string name)
    {
        for (int i = keys.Count - 1; i >= 0; i--)
        {
            if (keys[i].Name == name) keys.RemoveAt(i);
        }
    }

    /// <summary>The object with its values.</summary>
    public YamlMapping Reveal(SecretValues secrets)
    {
        YamlMapping result = Manifest;
        foreach (string map in Contents)
        {
            if (Manifest[map] is not YamlMapping) continue;
            YamlMapping content = new();
            foreach (SecretKey key in Keys)
            {
                if (key.Map != map) continue;
                content.Set(key.Name, YamlScalar.String(map == "data" ? key.Base64(secrets) : secrets.Reveal(key.Text)));
            }

            result = ManifestParts.With(result, map, content);
        }

        return result;
    }

    /// <summary>The object with names in the place of secret values, and without all other values: what may be known of it.</summary>
    public YamlMapping Shape(SecretValues secrets)
    {
        YamlMapping content = new();
        foreach (SecretKey key in Keys)
            content.Set(key.Name, YamlScalar.String(secrets.IsIn(key.Text) ? key.Shown(secrets) : ""));
        YamlMapping shape = new() { ["apiVersion"] = Manifest["apiVersion"], ["kind"] = Manifest["kind"], ["metadata"] = Manifest["metadata"] };
        shape.Set("stringData", content);
        return shape;
    }
}

/// <summary>A key of a Secret.</summary>
/// <param name="Name">The key.</param>
/// <param name="Map">Where it stands: <c>data</c> or <c>stringData</c>.</param>
/// <param name="Text">Its value, in which texts stand for secret values.</param>
/// <param name="IsBase64">Whether that is the base64 of the value.</param>
internal sealed record SecretKey(string Name, string Map, string Text, bool IsBase64)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a key.</summary>
    public static SecretKey Of(string name, string map, string text, SecretValues secrets)
    {
        if (map != "data") return new SecretKey(name, map, text, false);
        if (secrets.Exactly(text.Trim()) is { Origin: SecretOrigin.Computed } made)
        {
            foreach (string source in made.Sources)
            {
                if (secrets.Exactly(source) is { } value && Convert.ToBase64String(Encoding.UTF8.GetBytes(value.Value)) == made.Value)
                    return new SecretKey(name, map, source, false);
            }
        }

        return !secrets.IsIn(text) && TextOf(Decode(text)) is { } plain ? new SecretKey(name, map, plain, false) : new SecretKey(name, map, text, true);
    }

    /// <summary>The value.</summary>
    public byte[] Bytes(SecretValues secrets)
    {
        string text = secrets.Reveal(Text);
        return IsBase64 ? Decode(text) ?? Encoding.UTF8.GetBytes(text) : Encoding.UTF8.GetBytes(text);
    }

    /// <summary>The value in base64. What is none already stays as it is, so that Kubernetes says so.</summary>
    public string Base64(SecretValues secrets) => IsBase64 ? secrets.Reveal(Text) : Convert.ToBase64String(Bytes(secrets));

    /// <summary>
    /// The parts of the text: what stands in it as it is, and secret values. What a function has put around a value, such as quotes, is no part
    /// of that.
    /// </summary>
    public List<(string Text, SecretValue? Secret)> Parts(SecretValues secrets)
    {
        List<(string Text, SecretValue? Secret)> parts = [];
        int from = 0;
        for (int at = 0; secrets.Next(Text, at, out at, out int length) is { } secret; at += length)
        {
            string before = Text.Substring(from, at - from);
            string after = "";
            SecretValue whole = secret;
            if (SourceIn(whole, secrets) is { } inner)
            {
                int start = secret.Text.IndexOf(inner.Text, StringComparison.Ordinal);
                before += secret.Text.Substring(0, start);
                after = secret.Text.Substring(start + inner.Text.Length);
                secret = inner;
            }

            if (before.Length > 0) parts.Add((before, null));
            parts.Add((secret.Name, secret));
            if (after.Length > 0) parts.Add((after, null));
            from = at + length;
        }

        if (from < Text.Length) parts.Add((Text.Substring(from), null));
        return parts;
    }

    private static SecretValue? SourceIn(SecretValue value, SecretValues secrets)
    {
        foreach (string text in value.Sources)
        {
            if (secrets.Exactly(text) is { } source && value.Text.Contains(source.Text)) return source;
        }

        return null;
    }

    /// <summary>The text with names in the place of secret values.</summary>
    public string Shown(SecretValues secrets)
    {
        StringBuilder shown = new();
        foreach ((string text, SecretValue? secret) in Parts(secrets)) shown.Append(secret is null ? text : $"<{text}>");
        return shown.ToString();
    }

    /// <summary>The text that bytes are, or null when they are none.</summary>
    public static string? TextOf(byte[]? bytes)
    {
        if (bytes is null) return null;
        try
        {
            string text = Utf8.GetString(bytes);
            return text.IndexOf('\0') >= 0 ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>What a text in base64 stands for; null when it is none.</summary>
    public static byte[]? Decode(string text)
    {
        try
        {
            return Convert.FromBase64String(text.Trim());
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
