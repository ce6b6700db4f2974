using System;
using System.Collections.Generic;
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
        return new ConcealedSecrets(objects, secrets)
        {
            Values = In(objects, secrets),
            Unknown = kept.Unknown(objects),
            Others = OthersIn(existing.Objects, objects),
            Again = kept.IsToRepeat ? kept.ByName : null,
            Shapes = ShapesOf(objects, secrets),
        };
    }

    // Each once; a text stands for one value.
    private static List<SecretValue> In(IReadOnlyList<SecretObject> objects, SecretValues secrets)
    {
        List<SecretValue> values = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (SecretObject secret in objects)
        {
            foreach (SecretKey key in secret.Keys)
            {
                for (int at = 0; secrets.Next(key.Text, at, out at, out int length) is { } value; at += length)
                {
                    if (known.Add(value.Text)) values.Add(value);
                }
            }
        }

        return values;
    }

    private static List<YamlMapping> OthersIn(List<YamlMapping> existing, IReadOnlyList<SecretObject> objects)
    {
        List<YamlMapping> others = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (SecretObject secret in objects) known.Add(secret.Id);
        foreach (YamlMapping manifest in existing)
        {
            if (!known.Contains(SecretObject.IdOf(ManifestParts.Namespace(manifest), ManifestParts.Name(manifest)))) others.Add(manifest);
        }

        return others;
    }

    private static List<YamlMapping> ShapesOf(IReadOnlyList<SecretObject> objects, SecretValues secrets)
    {
        List<YamlMapping> shapes = [];
        foreach (SecretObject secret in objects)
        {
            foreach (SecretKey key in secret.Keys) Name(key, secret, secrets);
            shapes.Add(secret.Shape(secrets));
        }

        return shapes;
    }

    // What was drawn in the Secret itself is called by it.
    private static void Name(SecretKey key, SecretObject secret, SecretValues secrets)
    {
        List<SecretValue> unnamed = [];
        for (int at = 0; secrets.Next(key.Text, at, out at, out int length) is { } value; at += length)
        {
            if (value.Name.Length == 0) unnamed.Add(value);
        }

        for (int i = 0; i < unnamed.Count; i++) secrets.Name(unnamed[i], SecretNames.Words(secret.Name), key.Name, $"Secret/{secret.Id}/{key.Name}/{i}");
    }
}
