namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>Fields of what is in parentheses or of a function's result: <c>(index .list 0).a</c>.</summary>
internal sealed record ChainNode(int Offset, Node Of, string[] Names) : Node(Offset);
