using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>Makes the Secrets of a chart of values, or lets it use ones that exist.</summary>
internal static class HelmSecrets
{
    /// <summary>The keys of Secrets among the values: their names, with the namespace where two have one name.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<SecretObject> secrets) =>
        secrets.Select(s => secrets.Count(o => o.Name == s.Name) > 1 ? s.Id : s.Name).ToList();

    /// <summary>The default values.</summary>
    public static YamlMapping Defaults(ManifestOutputOptions options)
    {
        YamlMapping defaults = new();
        IReadOnlyList<string> names = Names(options.WrittenSecrets);
        for (int i = 0; i < names.Count; i++)
        {
            YamlMapping own = new() { ["existingSecret"] = "", ["values"] = new YamlMapping() };
            if (options.WrittenSecrets[i].Keys.Any(k => k.IsBase64)) own.Set("data", new YamlMapping());
            defaults.Set(names[i], own);
        }

        return defaults;
    }

    /// <summary>An object, with the names of Secrets as values wherever it refers to one of the chart.</summary>
    /// <param name="manifest">The object.</param>
    /// <param name="secrets">The Secrets of the chart.</param>
    /// <param name="template">Receives the values.</param>
    public static YamlMapping Apply(YamlMapping manifest, IReadOnlyList<SecretObject> secrets, HelmTemplate template)
    {
        if (secrets.Count == 0) return manifest;
        string place = ManifestParts.Namespace(manifest);
        IReadOnlyList<string> names = Names(secrets);
        Dictionary<YamlMapping, SecretUse> uses = [];
        foreach (SecretUse use in SecretUse.In(manifest)) uses[use.Reference] = use;
        return uses.Count == 0 ? manifest : (YamlMapping)Replace(manifest);

        YamlNode Replace(YamlNode node)
        {
            if (node is YamlSequence list) return new YamlSequence(list.Items.Select(Replace)) { Span = list.Span };
            if (node is not YamlMapping mapping) return node;
            YamlMapping result = new() { Span = mapping.Span };
            foreach (YamlEntry entry in mapping) result.TryAdd(entry.Key, Replace(entry.Value));
            if (!uses.TryGetValue(mapping, out SecretUse? use)) return result;
            int index = secrets.Select(s => s.Id).ToList().IndexOf(SecretObject.IdOf(place, use.Secret));
            if (index < 0) return result;
            string value = $"{Existing(names[index])} | default {HelmTemplate.Literal(use.Secret)}";
            return ManifestParts.With(result, use.NameKey, template.Value(new HelmInsert(value, HelmInsertForm.Text)));
        }
    }

    /// <summary>The templates of the Secrets.</summary>
    public static IEnumerable<ManifestFile> Templates(ManifestFormat format, ManifestOutputOptions options, string header)
    {
        IReadOnlyList<string> files = ManifestFileNames.Of(options.WrittenSecrets.Select(s => s.Manifest).ToList(), options.Namespace);
        IReadOnlyList<string> names = Names(options.WrittenSecrets);
        return options.WrittenSecrets.Select((s, i) => ManifestFiles.File("templates/" + files[i], Template(format, s, names[i], options, header)));
    }

    private static string Template(ManifestFormat format, SecretObject secret, string name, ManifestOutputOptions options, string header)
    {
        YamlMapping shape = KeyOrder.Of(secret.Manifest);
        HelmTemplate template = new(format, shape) { Condition = $"if not {Existing(name)}" };
        YamlMapping tree = new() { Span = shape.Span };
        foreach (YamlEntry entry in shape.Where(e => e.Name is not ("data" or "stringData"))) tree.TryAdd(entry.Key, entry.Value);
        foreach (bool isBase64 in (bool[])[true, false])
        {
            YamlMapping values = new();
            foreach (SecretKey key in secret.Keys.Where(k => k.IsBase64 == isBase64))
                values.Set(key.Name, template.Value(new HelmInsert(Value(name, key), HelmInsertForm.Text)));
            if (values.Count > 0) tree.Set(isBase64 ? "data" : "stringData", values);
        }

        return template.Write(HelmNamespace.Apply(tree, options.Namespace, template), header);
    }

    private static string Existing(string name) => $"(index .Values.secrets {HelmTemplate.Literal(name)} \"existingSecret\")";

    // Helm takes an empty text for none.
    private static string Value(string name, SecretKey key)
    {
        string value = $"index .Values.secrets {HelmTemplate.Literal(name)} \"{(key.IsBase64 ? "data" : "values")}\" {HelmTemplate.Literal(key.Name)}";
        if (key.Text.Length == 0) return $"({value}) | default \"\"";
        string message = $"The Secret '{name}' has no '{key.Name}'. Give Helm the file with the values of Secrets (--values FILE), or name a Secret that " +
            $"exists: secrets.{name}.existingSecret.";
        return $"required {HelmTemplate.Literal(message)} ({value})";
    }
}
