using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>
/// Takes the Secrets out of the objects of a build, and puts references to keys of Secrets in the place of secret values in the
/// others. A ConfigMap that holds some becomes a Secret.
/// </summary>
internal sealed class SecretSplit
{
    private readonly SecretValues _secrets;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<YamlMapping> _rest = [];
    private readonly Dictionary<string, string> _turned = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];

    private SecretSplit(IEnumerable<YamlMapping> manifests, SecretValues secrets, DiagnosticBag diagnostics)
    {
        _secrets = secrets;
        _diagnostics = diagnostics;
        foreach (YamlMapping manifest in manifests)
        {
            if (ManifestParts.Kind(manifest) == "List" && manifest["items"] is YamlSequence list) AddParts(manifest, list);
            else Add(manifest);
        }
    }

    /// <summary>The Secrets.</summary>
    public List<SecretObject> Secrets { get; } = [];

    /// <summary>The other objects.</summary>
    public List<YamlMapping> Others { get; private set; } = [];

    /// <summary>Takes objects apart.</summary>
    /// <param name="manifests">The objects. They are not changed.</param>
    /// <param name="secrets">The secret values of the build.</param>
    /// <param name="diagnostics">Receives SCORE0588.</param>
    public static SecretSplit Of(IEnumerable<YamlMapping> manifests, SecretValues secrets, DiagnosticBag diagnostics)
    {
        SecretSplit split = new(manifests, secrets, diagnostics);
        if (!secrets.IsEmpty) split.Replace();
        else split.Others = split._rest;
        return split;
    }

    // Of a list with Secrets the other items stay in it.
    private void AddParts(YamlMapping manifest, YamlSequence list)
    {
        List<YamlMapping> secrets = list.Items.OfType<YamlMapping>().Where(SecretObject.Is).ToList();
        secrets.ForEach(Add);
        YamlSequence others = new(list.Items.Where(i => !secrets.Contains(i)));
        if (secrets.Count == 0) Add(manifest);
        else if (others.Items.Count > 0) Add(ManifestParts.With(manifest, "items", others));
    }

    private void Add(YamlMapping manifest)
    {
        if (SecretObject.Is(manifest)) Secrets.Add(SecretObject.Of(manifest, _secrets));
        else _rest.Add(manifest);
    }

    private void Replace()
    {
        List<YamlMapping> left = [];
        foreach (YamlMapping manifest in _rest)
        {
            if (!HasSecret(manifest)) left.Add(manifest);
            else Turn(manifest);
        }

        SecretReferences references = new(_secrets, Secrets);
        foreach (YamlMapping manifest in left)
        {
            string place = ManifestParts.Namespace(manifest);
            YamlMapping renamed = _turned.Count == 0 ? manifest : (YamlMapping)Rename(manifest, place);
            Others.Add(references.Replace(renamed));
        }

        Secrets.AddRange(references.Made());
        foreach (SecretObject secret in Secrets)
        {
            FindPublic(secret.Manifest, m => m.Name is not ("data" or "stringData"));
            foreach (SecretKey key in secret.Keys) Public(key.Name, secret.Manifest);
        }

        foreach (YamlMapping manifest in Others) FindPublic(manifest, _ => true);
    }

    private bool HasSecret(YamlMapping manifest)
    {
        if (ManifestParts.Kind(manifest) != "ConfigMap" || ManifestParts.Group(manifest).Length > 0) return false;
        foreach (YamlEntry entry in manifest["data"] as YamlMapping ?? [])
        {
            if (entry.Value is YamlScalar text && _secrets.IsIn(text.Text)) return true;
        }

        foreach (YamlEntry entry in manifest["binaryData"] as YamlMapping ?? [])
        {
            if (entry.Value is YamlScalar base64 && (_secrets.IsIn(base64.Text) || IsInside(base64.Text))) return true;
        }

        return false;
    }

    private void Turn(YamlMapping manifest)
    {
        string name = ManifestParts.Name(manifest);
        string place = ManifestParts.Namespace(manifest);
        string own = name;
        while (Secrets.Exists(s => s.Id == SecretObject.IdOf(place, own))) own += "-config";
        _turned[SecretObject.IdOf(place, name)] = own;
        YamlMapping metadata = ManifestParts.With(ManifestParts.Metadata(manifest)!, "name", YamlScalar.String(own));
        YamlMapping secret = new() { ["apiVersion"] = "v1", ["kind"] = "Secret", ["metadata"] = metadata };
        secret["immutable"] = manifest["immutable"];
        if (manifest["data"] is { } data) secret.Set("stringData", data);
        YamlMapping binary = new();
        YamlMapping texts = manifest["data"] as YamlMapping ?? new YamlMapping();
        foreach (YamlEntry entry in manifest["binaryData"] as YamlMapping ?? [])
        {
            if (entry.Value is YamlScalar scalar && IsInside(scalar.Text))
                texts = ManifestParts.With(texts, entry.Name, YamlScalar.String(SecretKey.TextOf(SecretKey.Decode(scalar.Text))!));
            else binary.Set(entry.Name, entry.Value);
        }

        if (binary.Count > 0) secret.Set("data", binary);
        if (texts.Count > 0) secret.Set("stringData", texts);
        Secrets.Add(SecretObject.Of(secret, _secrets));
    }

    private bool IsInside(string base64) => SecretKey.TextOf(SecretKey.Decode(base64)) is { } text && _secrets.IsIn(text);

    // Wherever an object refers to a ConfigMap that has become a Secret. A volume calls the Secret's name otherwise than the rest.
    private YamlNode Rename(YamlNode node, string place)
    {
        if (node is YamlSequence list) return new YamlSequence(list.Items.Select(i => Rename(i, place))) { Span = list.Span };
        if (node is not YamlMapping mapping) return node;
        YamlMapping result = new() { Span = mapping.Span };
        foreach (YamlEntry entry in mapping)
        {
            if (entry.Name is "configMap" or "configMapRef" or "configMapKeyRef"
                && entry.Value is YamlMapping reference
                && _turned.TryGetValue(SecretObject.IdOf(place, ManifestParts.Text(reference, "name")), out string? name))
            {
                YamlMapping target = new();
                string nameKey = entry.Name == "configMap" && mapping["name"] is not null ? "secretName" : "name";
                foreach (YamlEntry part in reference)
                {
                    if (part.Name == "name") target.Set(nameKey, YamlScalar.String(name));
                    else target.Set(part.Name, part.Value);
                }

                result.Set(entry.Name.Replace("configMap", "secret"), target);
            }
            else
            {
                result.TryAdd(entry.Key, Rename(entry.Value, place));
            }
        }

        return result;
    }

    // What is left stands where Kubernetes takes no reference. So everybody sees it, and it must be the same wherever it stands.
    private void FindPublic(YamlNode node, Func<YamlEntry, bool> isLookedAt, YamlMapping? manifest = null)
    {
        manifest ??= (YamlMapping)node;
        if (node is YamlScalar scalar) Public(scalar.Text, manifest);
        foreach (YamlNode item in (node as YamlSequence)?.Items ?? []) FindPublic(item, isLookedAt, manifest);
        foreach (YamlEntry entry in node as YamlMapping ?? [])
        {
            if (!isLookedAt(entry)) continue;
            Public(entry.Name, manifest);
            _path.Add(_secrets.IsIn(entry.Name) ? "*" : entry.Name);
            FindPublic(entry.Value, isLookedAt, manifest);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Public(string text, YamlMapping manifest)
    {
        for (int at = 0; _secrets.Next(text, at, out at, out int length) is { } secret; at += length)
        {
            if (_secrets.IsExposed(secret)) continue;
            _secrets.Expose(secret);
            string name = ManifestParts.Name(manifest);
            string what = $"{ManifestParts.Kind(manifest)}{(_secrets.IsIn(name) ? "" : " " + name)}";
            _diagnostics.Add(DiagnosticDescriptors.RandomInManifest, secret.Place, secret.Name.Length > 0 ? secret.Name : secret.Prefix,
                string.Join(".", _path), what);
        }
    }
}
