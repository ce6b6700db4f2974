using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>What a provisioned resource gives to the placeholders that name it.</summary>
internal abstract class ResourceOutputs
{
    /// <summary>The value at a path of keys, or null when there is no such output.</summary>
    public abstract ResourceOutput? Find(IReadOnlyList<string> path);

    /// <summary>The names of the outputs; null when whatever is asked for is there.</summary>
    public virtual IReadOnlyList<string>? Names => null;

    /// <summary>A sentence, with a leading space, for somebody who asked for an output that is not there.</summary>
    public virtual Phrase HintFor(IReadOnlyList<string> path) => new("");

    /// <summary>Null, or a sentence with a leading space when the provisioner does not promise the output at a path.</summary>
    public virtual Phrase? NotPromised(IReadOnlyList<string> path) => null;

    /// <summary>How the resource is mounted as a volume: outputs <c>type</c> and <c>source</c> with their options, or null when it cannot be.</summary>
    public virtual YamlMapping? Volume => null;
}

/// <summary>Outputs of type <c>environment</c>: each names an environment variable.</summary>
internal sealed class EnvironmentOutputs : ResourceOutputs
{
    public override Phrase HintFor(IReadOnlyList<string> path) => new(" An output of an environment resource is the name of one variable.");

    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 ? ResourceOutput.Of(new EnvironmentReference(path[0], Required: false)) : null;
}

/// <summary>Outputs of a resource that no provisioner knows: environment variables that the user sets.</summary>
internal sealed class FallbackOutputs(string resourceName) : ResourceOutputs
{
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The variables that placeholders have asked for.</summary>
    public IReadOnlyCollection<string> Used => _used;

    /// <summary>The variable for an output: upper case, with <c>_</c> for dashes and dots.</summary>
    public static string VariableName(string resourceName, IEnumerable<string> path) =>
        string.Join("_", path.Prepend(resourceName)).Replace('-', '_').Replace('.', '_').ToUpperInvariant();

    public override ResourceOutput? Find(IReadOnlyList<string> path)
    {
        string name = VariableName(resourceName, path);
        _used.Add(name);
        return ResourceOutput.Of(new EnvironmentReference(name, Required: true));
    }
}

/// <summary>Outputs of a volume that exists outside: its name is all there is to know.</summary>
internal sealed class ExternalVolumeOutputs : ResourceOutputs
{
    public ExternalVolumeOutputs(string name)
    {
        Name = name;
        Volume = new YamlMapping();
        Volume.Set("type", "volume");
        Volume.Set("source", name);
    }

    /// <summary>The volume's name.</summary>
    public string Name { get; }

    public override YamlMapping Volume { get; }

    public override IReadOnlyList<string> Names => ["type", "source"];

    public override Phrase HintFor(IReadOnlyList<string> path) => new(" A volume has the outputs 'type' and 'source'.");

    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 && Volume[path[0]] is { } value ? ResourceOutput.Of(value) : null;
}
