using Score.Core.Diagnostics;

namespace Score.Core.Yaml;

/// <summary>A value in a YAML tree, read from a file or made for one. A node that an alias refers to stands in several places.</summary>
internal abstract class YamlNode
{
    /// <summary>Where the node was read.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>What kind of value this is, in words that a message can use: "a string", "a mapping".</summary>
    public abstract string Description { get; }

    /// <summary>The place of the first character, for findings about something too long to be shown.</summary>
    public SourceSpan FirstCharacter => Span with { EndLine = Span.Line, EndColumn = Span.Column + 1 };

    /// <summary>A string. With this and the others, code that makes a tree looks like the YAML.</summary>
    public static implicit operator YamlNode?(string? text) => text is null ? null : YamlScalar.String(text);

    /// <summary>A whole number.</summary>
    public static implicit operator YamlNode(long number) => YamlScalar.Integer(number);

    /// <summary>A truth value.</summary>
    public static implicit operator YamlNode(bool value) => YamlScalar.Boolean(value);
}
