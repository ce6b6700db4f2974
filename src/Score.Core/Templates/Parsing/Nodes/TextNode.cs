namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>Text that is written as it is.</summary>
internal sealed record TextNode(int Offset, string Text) : Node(Offset);
