namespace Score.Core.Templates.Parsing.Nodes;

/// <summary><c>{{if}}</c>, with its <c>{{else}}</c> when there is one.</summary>
internal sealed record IfNode(int Offset, PipeNode Pipe, Node[] Body, Node[]? Else) : Node(Offset);
