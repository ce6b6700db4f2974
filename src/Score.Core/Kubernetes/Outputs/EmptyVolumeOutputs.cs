using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Outputs;

/// <summary>Outputs of a volume in Kubernetes that lives as long as its pod.</summary>
internal sealed class EmptyVolumeOutputs : ResourceOutputs
{
    public override YamlMapping Volume { get; } = new() { ["source"] = new YamlMapping { ["emptyDir"] = new YamlMapping() } };

    public override IReadOnlyList<string> Names => ["source"];

    public override Phrase HintFor(IReadOnlyList<string> path) => new(" A volume has the output 'source'.");

    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 && Volume[path[0]] is { } value ? ResourceOutput.Of(value) : null;
}
