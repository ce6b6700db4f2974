namespace Score.Core.Templates.Parsing.Nodes;

/// <summary><c>{{template}}</c>: runs another template; without a pipeline, on no data.</summary>
internal sealed record TemplateNode(int Offset, string Name, PipeNode? Pipe) : Node(Offset);
