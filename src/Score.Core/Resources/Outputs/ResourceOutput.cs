using Score.Core.Yaml;

namespace Score.Core.Resources.Outputs;

/// <summary>The value of an output: one that is known now, or a reference to one that is known later.</summary>
/// <param name="Value">The value, or null.</param>
/// <param name="Reference">The reference, or null.</param>
internal sealed record ResourceOutput(YamlNode? Value, OutputReference? Reference)
{
    public static ResourceOutput Of(YamlNode value) => new(value, null);

    public static ResourceOutput Of(OutputReference reference) => new(null, reference);
}
