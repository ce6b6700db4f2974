using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>A place where an object refers to a Secret.</summary>
/// <param name="Secret">The Secret's name.</param>
/// <param name="NameKey">The key of <paramref name="Reference"/> that has the name.</param>
/// <param name="Reference">What refers to it.</param>
/// <param name="Keys">The keys that are read; none when all are.</param>
internal sealed record SecretUse(string Secret, string NameKey, YamlMapping Reference, IReadOnlyList<string> Keys)
{
    /// <summary>All places in an object.</summary>
    public static IEnumerable<SecretUse> In(YamlNode node, string parent = "")
    {
        switch (node)
        {
            case YamlSequence list:
                return list.Items.SelectMany(i => In(i, parent));
            case YamlMapping mapping:
                IEnumerable<SecretUse> below = mapping.SelectMany(e => In(e.Value, e.Name));
                return Of(mapping, parent) is { } use ? below.Prepend(use) : below;
            default:
                return [];
        }
    }

    // By what Kubernetes calls them: of variables, of volumes by themselves and joined ones, of images and of Ingresses.
    private static SecretUse? Of(YamlMapping mapping, string parent)
    {
        string nameKey = parent switch
        {
            "secretKeyRef" or "secretRef" or "imagePullSecrets" => "name",
            "secret" or "tls" => mapping["secretName"] is not null ? "secretName" : "name",
            _ => "",
        };
        if (nameKey.Length == 0 || ManifestParts.Text(mapping, nameKey) is not { Length: > 0 } name) return null;
        IEnumerable<string> keys = mapping["items"] is YamlSequence items
            ? items.Items.OfType<YamlMapping>().Select(i => ManifestParts.Text(i, "key"))
            : [ManifestParts.Text(mapping, "key")];
        return new SecretUse(name, nameKey, mapping, keys.Where(k => k.Length > 0).ToList());
    }
}
