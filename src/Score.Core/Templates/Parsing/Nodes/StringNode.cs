namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>A string in quotes or back quotes, without them.</summary>
internal sealed record StringNode(int Offset, string Value) : Node(Offset);
