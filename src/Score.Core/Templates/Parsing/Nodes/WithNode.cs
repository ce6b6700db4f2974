namespace Score.Core.Templates.Parsing.Nodes;

/// <summary><c>{{with}}</c>, with its <c>{{else}}</c> when there is one.</summary>
internal sealed record WithNode(int Offset, PipeNode Pipe, Node[] Body, Node[]? Else) : Node(Offset);
