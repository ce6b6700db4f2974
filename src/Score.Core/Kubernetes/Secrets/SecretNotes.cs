using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>Says which Secrets there have to be, when no build writes them: name, keys, and who reads them.</summary>
internal static class SecretNotes
{
    /// <summary>The lines, for comments.</summary>
    public static IReadOnlyList<string> Of(KubernetesProject project)
    {
        Dictionary<string, SortedSet<string>> keys = new(StringComparer.Ordinal);
        Dictionary<string, SortedSet<string>> readers = new(StringComparer.Ordinal);
        List<string> contents = [];
        SecretValues secrets = project.Secrets.All;
        foreach (SecretObject secret in project.Secrets.Objects)
        {
            keys[secret.Id] = new SortedSet<string>(secret.Keys.Select(k => k.Name), StringComparer.Ordinal);
            foreach (SecretKey key in secret.Keys.Where(k => !k.IsBase64 && secrets.IsIn(k.Text) && secrets.Exactly(k.Text) is null))
            {
                contents.Add($"  {secret.Id}, {key.Name}, with values for <...>:");
                contents.AddRange(key.Shown(secrets).TrimEnd('\n').Split('\n').Select(l => "    " + l.TrimEnd('\r')));
            }
        }

        foreach (YamlMapping manifest in project.Manifests)
        {
            foreach (SecretUse use in SecretUse.In(manifest))
            {
                string id = SecretObject.IdOf(ManifestParts.Namespace(manifest), use.Secret);
                Of(keys, id).UnionWith(use.Keys);
                Of(readers, id).Add($"{ManifestParts.Kind(manifest)} {ManifestParts.Name(manifest)}");
            }
        }

        if (keys.Count == 0) return [];
        List<string> lines = ["These Secrets have to be there, since no build makes them (ScoreK8sSecrets is External):"];
        foreach (string id in keys.Keys.OrderBy(k => k, StringComparer.Ordinal))
        {
            string of = keys[id].Count == 0 ? "" : $": {string.Join(", ", keys[id])}";
            string by = readers.TryGetValue(id, out SortedSet<string>? who) ? $" (read by {string.Join(", ", who)})" : "";
            lines.Add($"  {id}{of}{by}");
        }

        if (contents.Count > 0) lines.AddRange(["Of these:", .. contents]);
        return lines;
    }

    private static SortedSet<string> Of(Dictionary<string, SortedSet<string>> sets, string id) =>
        sets.TryGetValue(id, out SortedSet<string>? set) ? set : sets[id] = new SortedSet<string>(StringComparer.Ordinal);
}
