using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Placeholders;
using Score.Core.Yaml;

namespace Score.Core.Resources.Outputs;

/// <summary>Outputs that a provisioner made.</summary>
/// <param name="uid">The resource's unique id, which names a volume without a source.</param>
/// <param name="outputs">The outputs.</param>
/// <param name="platform">What the build writes for.</param>
/// <param name="promised">The outputs that the provisioner promises, or null when it does not say.</param>
internal sealed class TemplateOutputs(string uid, YamlMapping outputs, ProvisioningPlatform platform, IReadOnlyCollection<string>? promised) : ResourceOutputs
{
    /// <summary>All of them.</summary>
    public YamlMapping Values => outputs;

    /// <summary>The same with other values.</summary>
    public TemplateOutputs With(YamlMapping values) => new(uid, values, platform, promised);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => outputs.Select(e => e.Name).ToList();

    /// <inheritdoc/>
    public override YamlMapping? Volume => platform.MountOf(uid, outputs);

    /// <inheritdoc/>
    public override ResourceOutput? Find(IReadOnlyList<string> path)
    {
        YamlNode? value = outputs;
        foreach (string key in path)
        {
            value = (value as YamlMapping)?[key];
            if (value is null) return null;
        }

        return ResourceOutput.Of(value);
    }

    /// <inheritdoc/>
    public override Phrase HintFor(IReadOnlyList<string> path)
    {
        YamlMapping nearest = outputs;
        foreach (string key in path)
        {
            if (nearest[key] is YamlMapping next) nearest = next;
            else if (nearest == outputs && path.Count > 1 && outputs[path[path.Count - 1]] is not null)
                return new Phrase($" Did you mean '{Excerpt.Of(PlaceholderParser.Element(path[path.Count - 1]))}'?");
            else return Suggestion.SentenceOrList(PlaceholderParser.Element(key), nearest.Select(e => PlaceholderParser.Element(e.Name)), "Its outputs are");
        }

        return new Phrase("");
    }

    /// <inheritdoc/>
    public override Phrase? NotPromised(IReadOnlyList<string> path) =>
        promised is null || promised.Contains(path[0]) ? null : Suggestion.SentenceOrList(path[0], promised, "It promises");
}

/// <summary>Outputs of a resource about which there is an error already: whatever is asked for is there.</summary>
internal sealed class BrokenOutputs : ResourceOutputs
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [];

    /// <inheritdoc/>
    public override ResourceOutput Find(IReadOnlyList<string> path) => ResourceOutput.Of(YamlScalar.String(""));

    /// <inheritdoc/>
    public override YamlMapping? Volume { get; } = new YamlMapping { ["type"] = "volume", ["source"] = "broken" };
}
