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
    /// How the resource is mounted as a volume, or null when it cannot be: for Compose the outputs <c>type</c> and <c>source</c>
    /// with their options, for Kubernetes <c>source</c> or <c>claimSpec</c>.
    /// </summary>
    public virtual YamlMapping? Volume => null;
}
