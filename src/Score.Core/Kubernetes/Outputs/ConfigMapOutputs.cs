using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;

namespace Score.Core.Kubernetes.Outputs;

/// <summary>Outputs of type <c>environment</c> in Kubernetes: keys of a ConfigMap that the user makes.</summary>
internal sealed class ConfigMapOutputs(string configMap) : ResourceOutputs
{
    /// <summary>The ConfigMap's name.</summary>
    public string ConfigMap { get; } = configMap;

    public override Phrase HintFor(IReadOnlyList<string> path) => new(" An output of an environment resource is the name of one variable.");

    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 && !path[0].Contains('/') ? ResourceOutput.Of(new ConfigMapReference(ConfigMap, path[0])) : null;
}
