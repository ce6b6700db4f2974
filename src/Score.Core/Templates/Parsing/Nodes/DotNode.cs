namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>The dot.</summary>
internal sealed record DotNode(int Offset) : Node(Offset);
