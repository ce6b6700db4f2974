using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>What tells one Kubernetes object from another.</summary>
/// <param name="ApiVersion">The API group and version.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace; empty when the object does not say.</param>
/// <param name="Name">The name.</param>
internal sealed record ManifestId(string ApiVersion, string Kind, string Namespace, string Name)
{
    /// <summary>The identity of an object that has all that it needs for one.</summary>
    public static ManifestId Of(YamlMapping manifest)
    {
        YamlMapping metadata = (YamlMapping)manifest["metadata"]!;
        return new ManifestId(Text(manifest, "apiVersion"), Text(manifest, "kind"), Text(metadata, "namespace"), Text(metadata, "name"));
    }

    /// <summary>What an object lacks: <c>apiVersion</c>, <c>kind</c> or <c>metadata.name</c>; null when it has all.</summary>
    public static Phrase? Missing(YamlMapping manifest)
    {
        if (Text(manifest, "apiVersion").Length == 0) return new Phrase("apiVersion");
        if (Text(manifest, "kind").Length == 0) return new Phrase("kind");
        return manifest["metadata"] is YamlMapping metadata && Text(metadata, "name").Length > 0 ? null : new Phrase("metadata.name");
    }

    /// <summary>It as a text that no other one has.</summary>
    public override string ToString() => $"{ApiVersion}\n{Kind}\n{Namespace}\n{Name}";

    private static string Text(YamlMapping mapping, string key) => mapping[key] is YamlScalar { Kind: YamlScalarKind.String } text ? text.Text : "";
}
