using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;

namespace Score.Core.Resources;

/// <summary>Outputs of a resource that no provisioner knows: values that the user brings.</summary>
internal abstract class FallbackOutputs : ResourceOutputs
{
    private const int MostShown = 20;
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>What placeholders have asked for: variables, or keys.</summary>
    public IReadOnlyCollection<string> Used => _used;

    /// <summary>What the outputs are, in words that follow "are".</summary>
    public abstract Phrase Description { get; }

    /// <summary>Whether its names are those of the whole project, so that two resources may mean one value.</summary>
    public virtual bool SharesNames => false;

    /// <summary>What has been asked for, or an example.</summary>
    private protected string Shown(string example) => _used.Count == 0 ? example : Enumerate(_used);

    /// <summary>What becomes of a resource, in words that follow "No provisioner knows its type".</summary>
    /// <param name="resource">The resource's name.</param>
    public Phrase Consequence(string resource) =>
        new(() => Used.Count == 0 ? $", so nothing is made for '{Excerpt.Of(resource)}'" : $", so the outputs of '{Excerpt.Of(resource)}' are {Description}");

    /// <summary>Names as a list that is not too long to read.</summary>
    public static string Enumerate(IReadOnlyCollection<string> names)
    {
        string shown = string.Join(", ", names.Take(MostShown).Select(Excerpt.Of));
        return names.Count > MostShown ? $"{shown} and {names.Count - MostShown} more" : shown;
    }

    private protected void Use(string name) => _used.Add(name);
}

/// <summary>For Compose: environment variables.</summary>
internal sealed class EnvironmentFallback(string resourceName) : FallbackOutputs
{
    /// <inheritdoc/>
    public override Phrase Description => new($"environment variables that you set: {Shown(VariableName(resourceName, ["OUTPUT"]))}");

    /// <inheritdoc/>
    public override bool SharesNames => true;

    /// <summary>The variable for an output: upper case, with <c>_</c> for dashes, dots and slashes.</summary>
    public static string VariableName(string resourceName, IEnumerable<string> path) =>
        string.Join("_", path.Prepend(resourceName)).Replace('-', '_').Replace('.', '_').Replace('/', '_').ToUpperInvariant();

    /// <inheritdoc/>
    public override ResourceOutput Find(IReadOnlyList<string> path)
    {
        string name = VariableName(resourceName, path);
        Use(name);
        return ResourceOutput.Of(new EnvironmentReference(name, Required: true));
    }
}

/// <summary>For Kubernetes: keys of a Secret.</summary>
internal sealed class SecretFallback(string secret) : FallbackOutputs
{
    /// <inheritdoc/>
    public override Phrase Description => new($"keys of the Secret '{secret}' that you make: {Shown("OUTPUT")}");

    /// <inheritdoc/>
    public override ResourceOutput Find(IReadOnlyList<string> path)
    {
        string key = string.Join(".", path).Replace('/', '_');
        Use(key);
        return ResourceOutput.Of(new SecretReference(secret, key));
    }
}
