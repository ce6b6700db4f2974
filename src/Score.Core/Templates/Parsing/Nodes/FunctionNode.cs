namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>The name of a function, which is looked up when the template is read.</summary>
internal sealed record FunctionNode(int Offset, TemplateFunction Function) : Node(Offset);
