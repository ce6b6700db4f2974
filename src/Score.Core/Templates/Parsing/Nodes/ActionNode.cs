namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>A pipeline whose value is written, unless it only sets variables.</summary>
internal sealed record ActionNode(int Offset, PipeNode Pipe) : Node(Offset);
