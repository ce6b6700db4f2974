namespace Score.Core.Templates.Parsing.Nodes;

/// <summary><c>{{continue}}</c></summary>
internal sealed record ContinueNode(int Offset) : Node(Offset);
