namespace Score.Core.Templates.Parsing.Nodes;

/// <summary><c>{{range}}</c>, with its <c>{{else}}</c> when there is one.</summary>
internal sealed record RangeNode(int Offset, PipeNode Pipe, Node[] Body, Node[]? Else) : Node(Offset);
