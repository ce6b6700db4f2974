namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>A value, or a function or method with its arguments.</summary>
internal sealed record CommandNode(int Offset, Node[] Arguments) : Node(Offset);
