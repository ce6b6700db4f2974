using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>
/// The object of which the External Secrets Operator makes a Secret: each value is a property of the store's entry that has the Secret's
/// name. What holds values in a longer text is a template of it.
/// </summary>
internal static class ExternalSecret
{
    /// <summary>The API group and version.</summary>
    public const string ApiVersion = "external-secrets.io/v1";

    /// <summary>The object for a Secret.</summary>
    public static YamlMapping Of(SecretObject secret, SecretValues secrets, SecretsOptions options)
    {
        YamlSequence data = new();
        Dictionary<string, string> properties = new(StringComparer.Ordinal);
        foreach (SecretKey key in secret.Keys.Where(k => !IsTemplate(k, secrets)))
        {
            data.Items.Add(Item(secret.Name, key.Name));
            if (!properties.ContainsKey(key.Text)) properties.Add(key.Text, key.Name);
        }

        YamlMapping template = new();
        foreach (SecretKey key in secret.Keys.Where(k => IsTemplate(k, secrets))) template.Set(key.Name, YamlScalar.String(Template(key)));
        if (template.Count > 0)
        {
            // With a template the Secret has only what is in that.
            foreach (SecretKey key in secret.Keys.Where(k => !IsTemplate(k, secrets))) template.Set(key.Name, YamlScalar.String(Action(key.Name)));
        }

        YamlMapping target = new() { ["name"] = secret.Name };
        YamlMapping made = new();
        if (secret.Type.Length > 0) made.Set("type", YamlScalar.String(secret.Type));
        if (ManifestParts.Metadata(secret.Manifest)?["labels"] is { } labels) made.Set("metadata", new YamlMapping { ["labels"] = labels });
        if (template.Count > 0) made.Set("data", template);
        target["template"] = made.UnlessEmpty;
        return new YamlMapping
        {
            ["apiVersion"] = ApiVersion,
            ["kind"] = "ExternalSecret",
            ["metadata"] = secret.Manifest["metadata"],
            ["spec"] = new YamlMapping
            {
                ["secretStoreRef"] = new YamlMapping { ["name"] = options.Store, ["kind"] = options.StoreKind },
                ["target"] = target,
                ["data"] = data,
            },
        };

        string Template(SecretKey key)
        {
            StringBuilder result = new();
            foreach ((string text, SecretValue? value) in key.Parts(secrets))
            {
                if (value is null)
                {
                    result.Append(HelmTemplate.Escape(text));
                    continue;
                }

                if (!properties.TryGetValue(value.Text, out string? property))
                {
                    properties.Add(value.Text, property = value.Name);
                    data.Items.Add(Item(secret.Name, property));
                }

                result.Append(Action(property));
            }

            return result.ToString();
        }
    }

    private static bool IsTemplate(SecretKey key, SecretValues secrets) => !key.IsBase64 && secrets.IsIn(key.Text) && secrets.Exactly(key.Text) is null;

    private static string Action(string property) => $"{{{{ index . {HelmTemplate.Literal(property)} | toString }}}}";

    private static YamlMapping Item(string secret, string property) => new()
    {
        ["secretKey"] = property,
        ["remoteRef"] = new YamlMapping { ["key"] = secret, ["property"] = property },
    };
}
