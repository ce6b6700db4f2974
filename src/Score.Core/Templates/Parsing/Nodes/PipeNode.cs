namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>Commands, each of which gets the value of the one before it as its last argument.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Slots">The variables that the value is put into; see <see cref="VariableNode.Slot"/>.</param>
/// <param name="IsAssignment">Whether the variables existed before.</param>
/// <param name="Commands">The commands, at least one.</param>
internal sealed record PipeNode(int Offset, VariableNode[] Slots, bool IsAssignment, CommandNode[] Commands) : Node(Offset);
