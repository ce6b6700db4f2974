using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Kubernetes.Outputs;
using Score.Core.Kubernetes.Pods;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>
/// Puts references in the place of secret values in the variables, commands and arguments of containers. A Secret of the build that
/// holds such a value by itself is referred to; for others the workload gets one.
/// </summary>
internal sealed class SecretReferences
{
    private static readonly string[][] PodPaths = [["spec", "template", "spec"], ["spec", "jobTemplate", "spec", "template", "spec"], ["spec"]];

    private static readonly string[] ContainerLists = ["initContainers", "containers", "ephemeralContainers"];

    private readonly SecretValues _secrets;
    private readonly SecretIndex _index = new();
    private readonly Dictionary<string, SecretReference> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<YamlMapping> _made = [];

    public SecretReferences(SecretValues secrets, IEnumerable<SecretObject> objects)
    {
        _secrets = secrets;
        foreach (SecretValue secret in secrets.All) Index(secret);
        foreach (SecretObject secret in objects)
        {
            _taken.Add(secret.Id);
            foreach (SecretKey key in secret.Keys)
            {
                string id = $"{secret.Namespace}\n{key.Text}";
                if (key.IsBase64 || secrets.Exactly(key.Text) is null || _known.ContainsKey(id)) continue;
                _known.Add(id, new SecretReference(secret.Name, key.Name));
            }
        }
    }

    /// <summary>The Secrets that workloads got.</summary>
    public List<SecretObject> Made()
    {
        List<SecretObject> made = [];
        foreach (YamlMapping manifest in _made) made.Add(SecretObject.Of(manifest, _secrets));
        return made;
    }

    /// <summary>An object with references.</summary>
    public YamlMapping Replace(YamlMapping manifest)
    {
        foreach (string[] path in PodPaths)
        {
            if (ManifestParts.Mapping(manifest, path) is not { } pod || pod["containers"] is not YamlSequence) continue;
            Owner owner = new(manifest);
            YamlMapping result = pod;
            foreach (string list in ContainerLists)
            {
                if (result[list] is YamlSequence containers && Holds(containers)) result = ManifestParts.With(result, list, Containers(containers, owner));
            }

            return ReferenceEquals(result, pod) ? manifest : ManifestParts.With(manifest, path, result);
        }

        return manifest;
    }

    private bool Holds(YamlNode node)
    {
        if (node is YamlScalar scalar) return _index.Find(scalar.Text, 0, out _, out _) is not null;
        foreach (YamlNode item in (node as YamlSequence)?.Items ?? [])
        {
            if (Holds(item)) return true;
        }

        foreach (YamlEntry entry in node as YamlMapping ?? [])
        {
            if (Holds(entry.Value)) return true;
        }

        return false;
    }

    private YamlSequence Containers(YamlSequence containers, Owner owner) =>
        new(containers.Items.Select(c => c is YamlMapping one ? Container(one, owner) : c));

    private YamlMapping Container(YamlMapping container, Owner owner)
    {
        Dictionary<string, YamlNode> helpers = new(StringComparer.Ordinal);
        YamlMapping result = container;
        YamlSequence variables = new();
        foreach (YamlNode item in (container["env"] as YamlSequence)?.Items ?? [])
            variables.Items.Add(item is YamlMapping variable && variable["value"] is YamlScalar value ? Variable(variable, value.Text, owner, helpers) : item);
        foreach (string list in (string[])["command", "args"])
        {
            if (result[list] is YamlSequence words)
                result = ManifestParts.With(result, list, new YamlSequence(words.Items.Select(w => Word(w, owner, helpers))));
        }

        YamlSequence all = new(helpers.Values.Concat(variables.Items));
        return all.Items.Count == 0 ? result : ManifestParts.With(result, "env", all);
    }

    private YamlMapping Variable(YamlMapping variable, string text, Owner owner, Dictionary<string, YamlNode> helpers)
    {
        if (_index.Find(text, 0, out int at, out int length) is { } whole && at == 0 && length == text.Length)
        {
            YamlMapping result = new() { ["name"] = variable["name"] };
            result["valueFrom"] = ValueFrom(ReferenceTo(whole, owner));
            return result;
        }

        string replaced = Text(text, owner, helpers);
        return replaced == text ? variable : ManifestParts.With(variable, "value", YamlScalar.String(replaced));
    }

    private YamlNode Word(YamlNode word, Owner owner, Dictionary<string, YamlNode> helpers)
    {
        string text = (word as YamlScalar)?.Text ?? "";
        string replaced = Text(text, owner, helpers);
        return replaced == text ? word : YamlScalar.String(replaced);
    }

    private string Text(string text, Owner owner, Dictionary<string, YamlNode> helpers)
    {
        StringBuilder result = new();
        int from = 0;
        for (int at = 0; _index.Find(text, at, out at, out int length) is { } secret; at += length)
        {
            SecretReference reference = ReferenceTo(secret, owner);
            string helper = References.HelperName(reference);
            if (!helpers.ContainsKey(helper)) helpers.Add(helper, new YamlMapping { ["name"] = helper, ["valueFrom"] = ValueFrom(reference) });

            // A single dollar before a reference would take its meaning away.
            string before = text.Substring(from, at - from);
            result.Append(before);
            if ((before.Length - before.TrimEnd('$').Length) % 2 == 1) result.Append('$');
            result.Append("$(").Append(helper).Append(')');
            from = at + length;
        }

        return from == 0 ? text : result.Append(text, from, text.Length - from).ToString();
    }

    private static YamlMapping ValueFrom(SecretReference reference) =>
        new() { ["secretKeyRef"] = new YamlMapping { ["name"] = reference.Secret, ["key"] = reference.Key } };

    private SecretReference ReferenceTo(SecretValue secret, Owner owner)
    {
        string id = $"{owner.Namespace}\n{secret.Text}";
        if (_known.TryGetValue(id, out SecretReference? known)) return known;
        id += "\n" + owner.Name;
        if (_known.TryGetValue(id, out known)) return known;
        if (secret.Name.Length == 0)
        {
            secret = _secrets.Name(secret, SecretNames.Words(owner.Name), "VALUE", $"{owner.Kind}/{owner.Namespace}/{owner.Name}/{owner.Count++}");
            Index(secret);
        }

        if (owner.Secret is null)
        {
            string name = owner.Name + "-secrets";
            while (!_taken.Add(SecretObject.IdOf(owner.Namespace, name))) name += "-own";
            owner.Secret = owner.NewSecret(name);
            _made.Add(owner.Secret);
        }

        ((YamlMapping)owner.Secret["stringData"]!).Set(secret.Name, YamlScalar.String(secret.Text));
        return _known[id] = new SecretReference(ManifestParts.Name(owner.Secret), secret.Name);
    }

    // In variables and commands Kubernetes reads some dollars as more than themselves, which are doubled.
    private void Index(SecretValue secret)
    {
        _index.Add(secret.Text, secret);
        string escaped = KubernetesText.Literal(secret.Text);
        if (escaped != secret.Text) _index.Add(escaped, secret);
    }

    /// <summary>The object whose containers are looked at.</summary>
    private sealed class Owner(YamlMapping manifest)
    {
        public string Kind { get; } = ManifestParts.Kind(manifest);

        public string Name { get; } = ManifestParts.Name(manifest);

        public string Namespace { get; } = ManifestParts.Namespace(manifest);

        public int Count { get; set; }

        public YamlMapping? Secret { get; set; }

        public YamlMapping NewSecret(string name)
        {
            YamlMapping metadata = new() { ["name"] = name };
            if (Namespace.Length > 0) metadata.Set("namespace", YamlScalar.String(Namespace));
            metadata["labels"] = ManifestParts.Metadata(manifest)?["labels"];
            return new YamlMapping { ["apiVersion"] = "v1", ["kind"] = "Secret", ["metadata"] = metadata, ["stringData"] = new YamlMapping() };
        }
    }
}
