using System.Collections.Generic;

namespace Score.Core.Yaml;

/// <summary>A list of nodes.</summary>
internal sealed class YamlSequence : YamlNode
{
    public YamlSequence()
    {
    }

    public YamlSequence(IEnumerable<YamlNode> items) => Items.AddRange(items);

    /// <summary>The nodes in order.</summary>
    public List<YamlNode> Items { get; } = [];

    /// <summary>The list itself, or null when there is nothing in it.</summary>
    public YamlSequence? UnlessEmpty => Items.Count > 0 ? this : null;

    /// <inheritdoc/>
    public override string Description => "a list";

    /// <summary>A list of strings.</summary>
    public static YamlSequence Strings(IEnumerable<string> values)
    {
        YamlSequence sequence = new();
        foreach (string value in values) sequence.Items.Add(YamlScalar.String(value));
        return sequence;
    }
}
