
namespace Score.Core.Templates.Parsing;

/// <summary>The nodes of one template and how many variables live at one time in it, the data counted as the first.</summary>
internal sealed record TemplateBody(Node[] Nodes, int FrameSize);
