using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Yaml;

namespace Score.Core.Compose.Outputs;

/// <summary>Outputs of a volume that exists outside: its name is all there is to know.</summary>
internal sealed class ExternalVolumeOutputs : ResourceOutputs
{
    public ExternalVolumeOutputs(string name)
    {
        ExternalVolume = name;
        Volume = new YamlMapping { ["type"] = "volume", ["source"] = name };
    }

    /// <inheritdoc/>
    public override string ExternalVolume { get; }

    public override YamlMapping Volume { get; }

    public override IReadOnlyList<string> Names => ["type", "source"];

    public override Phrase HintFor(IReadOnlyList<string> path) => new(" A volume has the outputs 'type' and 'source'.");

    public override ResourceOutput? Find(IReadOnlyList<string> path) =>
        path.Count == 1 && Volume[path[0]] is { } value ? ResourceOutput.Of(value) : null;
}
