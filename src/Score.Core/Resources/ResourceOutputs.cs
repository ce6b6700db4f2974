using System.Collections.Generic;
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

    /// <summary>
    /// How the resource is mounted as a volume, or null when it cannot be: for Compose the outputs <c>type</c> and <c>source</c>
    /// with their options, for Kubernetes <c>source</c> or <c>claimSpec</c>.
    /// </summary>
    public virtual YamlMapping? Volume => null;
}

/// <summary>Outputs of type <c>environment</c>: each names an environment variable.</summary>
internal sealed class EnvironmentOutputs : ResourceOutputs
{
    public override Phrase HintFor(IReadOnlyList<string> path) => new(" An output of an environment resource is the name of one variable.");

    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 ? ResourceOutput.Of(new EnvironmentReference(path[0], Required: false)) : null;
}


/// <summary>Outputs of type <c>environment</c> in Kubernetes: keys of a ConfigMap that the user makes.</summary>
internal sealed class ConfigMapOutputs(string configMap) : ResourceOutputs
{
    /// <summary>The ConfigMap's name.</summary>
    public string ConfigMap { get; } = configMap;

    public override Phrase HintFor(IReadOnlyList<string> path) => new(" An output of an environment resource is the name of one variable.");

    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 && !path[0].Contains('/') ? ResourceOutput.Of(new ConfigMapReference(ConfigMap, path[0])) : null;
}

/// <summary>Outputs of a volume in Kubernetes that lives as long as its pod.</summary>
internal sealed class EmptyVolumeOutputs : ResourceOutputs
{
    public EmptyVolumeOutputs()
    {
        YamlMapping source = new();
        source.Set("emptyDir", new YamlMapping());
        Volume = new YamlMapping();
        Volume.Set("source", source);
    }

    public override YamlMapping Volume { get; }

    public override IReadOnlyList<string> Names => ["source"];

    public override Phrase HintFor(IReadOnlyList<string> path) => new(" A volume has the output 'source'.");

    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 && Volume[path[0]] is { } value ? ResourceOutput.Of(value) : null;
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
