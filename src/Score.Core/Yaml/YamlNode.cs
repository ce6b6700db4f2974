using Score.Core.Diagnostics;

namespace Score.Core.Yaml;

/// <summary>A value in a YAML tree, read from a file or made for one. A node that an alias refers to stands in several places.</summary>
internal abstract class YamlNode
{
    /// <summary>Where the node was read.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>What kind of value this is, in words that a message can use: "a string", "a mapping".</summary>
    public abstract string Description { get; }
}
