namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>A variable and fields of its value: <c>$x.a.b</c>.</summary>
/// <param name="Offset">Where it begins, or with several fields where these begin.</param>
/// <param name="Name">The name with its dollar sign.</param>
/// <param name="Slot">
/// The variable's place in the frame of the running template. It is known when the template is read: a variable lives until
/// the end of its block, so those that live at one time are a stack. Negative for an assignment to a variable that does not exist.
/// </param>
/// <param name="Names">The fields.</param>
internal sealed record VariableNode(int Offset, string Name, int Slot, string[] Names) : Node(Offset);
