using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Kubernetes.Layouts;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>The Secrets of a build that keeps them apart from the other objects.</summary>
/// <param name="Objects">The Secrets.</param>
/// <param name="All">The secret values of the build.</param>
internal sealed record ConcealedSecrets(IReadOnlyList<SecretObject> Objects, SecretValues All)
{
    /// <summary>None.</summary>
    public static ConcealedSecrets None { get; } = new([], new SecretValues(_ => null));

    /// <summary>The Secrets without their values.</summary>
    public IReadOnlyList<YamlMapping> Shapes { get; private init; } = [];

    /// <summary>The Secrets of the file from before that the build does not know.</summary>
    public IReadOnlyList<YamlMapping> Others { get; private init; } = [];

    /// <summary>The secret values that are in them.</summary>
    public IReadOnlyList<SecretValue> Values { get; private init; } = [];

    /// <summary>Secrets and keys, as <c>NAME/KEY</c>, with values that nobody knows but this build.</summary>
    public IReadOnlyList<string> Unknown { get; private init; } = [];

    /// <summary>
    /// The values that the secrets file holds from before, by the names of secret values, when the build is to run again because values were
    /// made of drawn ones for which these stand; null otherwise.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Again { get; private init; }

    /// <summary>The Secrets of a build, with the values that the secrets file holds from before in the place of drawn ones.</summary>
    /// <param name="objects">The Secrets.</param>
    /// <param name="secrets">The secret values of the build.</param>
    /// <param name="options">What becomes of the Secrets.</param>
    /// <param name="environment">The environment that is built for, or empty.</param>
    public static ConcealedSecrets Of(IReadOnlyList<SecretObject> objects, SecretValues secrets, SecretsOptions options, string environment)
    {
        KeptSecrets kept = new(secrets);
        ExistingSecrets existing = objects.Count > 0 ? options.Existing(environment) : new ExistingSecrets();
        kept.Take(objects, existing);
        HashSet<string> known = new(objects.Select(o => o.Id), StringComparer.Ordinal);
        return new ConcealedSecrets(objects, secrets)
        {
            Values = objects.SelectMany(o => o.Keys).SelectMany(k => In(k.Text, secrets)).Distinct().ToList(),
            Unknown = kept.Unknown(objects).ToList(),
            Others = existing.Objects.Where(m => !known.Contains(SecretObject.IdOf(ManifestParts.Namespace(m), ManifestParts.Name(m)))).ToList(),
            Again = kept.IsToRepeat ? kept.ByName : null,
            Shapes = objects.Select(o => Named(o, secrets).Shape(secrets)).ToList(),
        };
    }

    private static IEnumerable<SecretValue> In(string text, SecretValues secrets)
    {
        for (int at = 0; secrets.Next(text, at, out at, out int length) is { } secret; at += length) yield return secret;
    }

    // What was drawn in the Secret itself is called by it.
    private static SecretObject Named(SecretObject secret, SecretValues secrets)
    {
        foreach (SecretKey key in secret.Keys)
        {
            int number = 0;
            foreach (SecretValue value in In(key.Text, secrets).Where(v => v.Name.Length == 0).ToList())
                secrets.Name(value, SecretNames.Words(secret.Name), key.Name, $"Secret/{secret.Id}/{key.Name}/{number++}");
        }

        return secret;
    }
}
