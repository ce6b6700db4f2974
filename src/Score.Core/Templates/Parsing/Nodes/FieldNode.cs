namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>Fields of the dot, one after the other: <c>.a.b</c>.</summary>
internal sealed record FieldNode(int Offset, string[] Names) : Node(Offset);
