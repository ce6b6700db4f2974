namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>The word <c>nil</c>.</summary>
internal sealed record NilNode(int Offset) : Node(Offset);
