using System;
using System.Linq;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Layouts;

/// <summary>
/// Makes the namespace of objects a value of the chart. Without one they go where the release goes, which Helm sees to when
/// an object names none.
/// </summary>
internal static class HelmNamespace
{
    private const string Value = ".Values.namespace";

    private const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>The object, with values wherever it names its namespace.</summary>
    /// <param name="manifest">The object.</param>
    /// <param name="usualNamespace">The namespace of all objects, or empty. Objects that name another one keep that.</param>
    /// <param name="template">Receives the values.</param>
    public static YamlMapping Apply(YamlMapping manifest, string usualNamespace, HelmTemplate template)
    {
        YamlMapping result = usualNamespace.Length == 0 ? manifest : References(manifest, usualNamespace, template);
        if (ManifestParts.Metadata(result) is not { } metadata) return result;
        if (IsUsualNamespace(manifest, usualNamespace))
        {
            // Helm makes the namespace of a release itself when it is asked to (--create-namespace).
            template.Condition = $"if {Value}";
            return ManifestParts.With(result, "metadata", ManifestParts.With(metadata, "name", template.Value(new HelmInsert(Value, HelmInsertForm.Text))));
        }

        bool isUsual = metadata["namespace"] is null
            ? usualNamespace.Length == 0 && !ObjectScope.IsCluster(ManifestParts.Kind(manifest))
            : usualNamespace.Length > 0 && ManifestParts.Namespace(manifest) == usualNamespace;
        if (!isUsual) return result;
        YamlScalar value = template.Value(new HelmInsert(".", HelmInsertForm.Text, $"with {Value}"));
        return ManifestParts.With(result, "metadata", ManifestParts.With(metadata, "namespace", value, after: "name"));
    }

    private static bool IsUsualNamespace(YamlMapping manifest, string usualNamespace) =>
        usualNamespace.Length > 0
            && ManifestParts.Kind(manifest) == "Namespace"
            && ManifestParts.Group(manifest).Length == 0
            && ManifestParts.Name(manifest) == usualNamespace;

    // Places outside of metadata that hold the namespace of an object by what Kubernetes and its extensions call them. A key
    // "namespace" anywhere else may be a label or a setting of somebody.
    private static YamlMapping References(YamlMapping manifest, string usualNamespace, HelmTemplate template)
    {
        YamlMapping result = new() { Span = manifest.Span };
        foreach (YamlEntry entry in manifest)
        {
            result.TryAdd(entry.Key,
                entry.Name is "metadata" or "data" or "binaryData" or "stringData" ? entry.Value : Replace(entry.Value, entry.Name, usualNamespace, template));
        }
        return result;
    }

    private static YamlNode Replace(YamlNode node, string parent, string usualNamespace, HelmTemplate template)
    {
        switch (node)
        {
            case YamlSequence list:
                return new YamlSequence(list.Items.Select(i => Replace(i, parent, usualNamespace, template))) { Span = list.Span };
            case YamlMapping mapping:
                YamlMapping result = new() { Span = mapping.Span };
                foreach (YamlEntry entry in mapping)
                {
                    bool names = entry.Value is YamlScalar { Kind: YamlScalarKind.String } scalar
                        && scalar.Text == usualNamespace
                        && IsNamespace(parent, entry.Name);
                    YamlNode value = names
                        ? template.Value(new HelmInsert($"{Value} | default .Release.Namespace", HelmInsertForm.Text))
                        : Replace(entry.Value, entry.Name, usualNamespace, template);
                    result.TryAdd(entry.Key, value);
                }

                return result;
            default:
                return node;
        }
    }

    private static bool IsNamespace(string parent, string key) => key switch
    {
        "namespace" => parent == "subjects" || parent.EndsWith("Ref", StringComparison.Ordinal) || parent.EndsWith("Refs", StringComparison.Ordinal),
        NameLabel => parent == "matchLabels",
        _ => false,
    };
}
