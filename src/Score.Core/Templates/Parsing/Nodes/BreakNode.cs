namespace Score.Core.Templates.Parsing.Nodes;

/// <summary><c>{{break}}</c></summary>
internal sealed record BreakNode(int Offset) : Node(Offset);
