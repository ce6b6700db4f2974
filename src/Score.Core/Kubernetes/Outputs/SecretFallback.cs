using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;

namespace Score.Core.Kubernetes.Outputs;

/// <summary>For Kubernetes: keys of a Secret.</summary>
internal sealed class SecretFallback(string secret) : FallbackOutputs
{
    /// <inheritdoc/>
    public override Phrase Description => new($"keys of the Secret '{secret}' that you make: {Shown("OUTPUT")}");

    /// <inheritdoc/>
    public override string Origin => "keys of a Secret";

    /// <inheritdoc/>
    public override ResourceOutput Find(IReadOnlyList<string> path)
    {
        string key = string.Join(".", path).Replace('/', '_');
        Use(key);
        return ResourceOutput.Of(new SecretReference(secret, key));
    }
}
