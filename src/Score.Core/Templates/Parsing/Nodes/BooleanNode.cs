namespace Score.Core.Templates.Parsing.Nodes;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanNode(int Offset, bool Value) : Node(Offset);
