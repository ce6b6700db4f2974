using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Resources.Outputs;

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
    /// How the resource is mounted as a volume, in the words of the platform, or null when it cannot be. What stands for a volume
    /// there, <see cref="ProvisioningPlatform.MountOf"/> knows.
    /// </summary>
    public virtual YamlMapping? Volume => null;

    /// <summary>The name of a volume that exists outside, which may stand for one resource only; null when there is none.</summary>
    public virtual string? ExternalVolume => null;
}
