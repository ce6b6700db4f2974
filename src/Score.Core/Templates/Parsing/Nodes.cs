namespace Score.Core.Templates.Parsing;

/// <summary>A part of a template. Nodes never change, so that any number of runs can share them.</summary>
/// <param name="Offset">Where it begins in the template's text; errors are reported there.</param>
internal abstract record Node(int Offset);

/// <summary>A pipeline whose value is written, unless it only sets variables.</summary>
internal sealed record ActionNode(int Offset, PipeNode Pipe) : Node(Offset);

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanNode(int Offset, bool Value) : Node(Offset);

/// <summary><c>{{break}}</c></summary>
internal sealed record BreakNode(int Offset) : Node(Offset);

/// <summary>Fields of what is in parentheses or of a function's result: <c>(index .list 0).a</c>.</summary>
internal sealed record ChainNode(int Offset, Node Of, string[] Names) : Node(Offset);

/// <summary>A value, or a function or method with its arguments.</summary>
internal sealed record CommandNode(int Offset, Node[] Arguments) : Node(Offset);

/// <summary><c>{{continue}}</c></summary>
internal sealed record ContinueNode(int Offset) : Node(Offset);

/// <summary>The dot.</summary>
internal sealed record DotNode(int Offset) : Node(Offset);

/// <summary>Fields of the dot, one after the other: <c>.a.b</c>.</summary>
internal sealed record FieldNode(int Offset, string[] Names) : Node(Offset);

/// <summary>The name of a function, which is looked up when the template is read.</summary>
internal sealed record FunctionNode(int Offset, TemplateFunction Function) : Node(Offset);

/// <summary><c>{{if}}</c>, with its <c>{{else}}</c> when there is one.</summary>
internal sealed record IfNode(int Offset, PipeNode Pipe, Node[] Body, Node[]? Else) : Node(Offset);

/// <summary>The word <c>nil</c>.</summary>
internal sealed record NilNode(int Offset) : Node(Offset);

/// <summary>
/// A number or a character. Its type comes from where it stands: <c>1.0</c> is an integer for a function that wants one.
/// </summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Text">The number as written.</param>
/// <param name="Integer">The value as an integer, when it is whole and fits.</param>
/// <param name="Unsigned">The value as an unsigned integer, when it is that.</param>
/// <param name="Float">The value as a floating point number.</param>
/// <param name="IsFloat">Whether it is a floating point number where any type will do.</param>
internal sealed record NumberNode(int Offset, string Text, long? Integer, ulong? Unsigned, double Float, bool IsFloat) : Node(Offset);

/// <summary>Commands, each of which gets the value of the one before it as its last argument.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Slots">The variables that the value is put into; see <see cref="VariableNode.Slot"/>.</param>
/// <param name="IsAssignment">Whether the variables existed before.</param>
/// <param name="Commands">The commands, at least one.</param>
internal sealed record PipeNode(int Offset, VariableNode[] Slots, bool IsAssignment, CommandNode[] Commands) : Node(Offset);

/// <summary><c>{{range}}</c>, with its <c>{{else}}</c> when there is one.</summary>
internal sealed record RangeNode(int Offset, PipeNode Pipe, Node[] Body, Node[]? Else) : Node(Offset);

/// <summary>A string in quotes or back quotes, without them.</summary>
internal sealed record StringNode(int Offset, string Value) : Node(Offset);

/// <summary><c>{{template}}</c>: runs another template; without a pipeline, on no data.</summary>
internal sealed record TemplateNode(int Offset, string Name, PipeNode? Pipe) : Node(Offset);

/// <summary>Text that is written as it is.</summary>
internal sealed record TextNode(int Offset, string Text) : Node(Offset);

/// <summary>A variable and fields of its value: <c>$x.a.b</c>.</summary>
/// <param name="Offset">Where it begins, or with several fields where these begin.</param>
/// <param name="Name">The name with its dollar sign.</param>
/// <param name="Slot">
/// The variable's place in the frame of the running template. It is known when the template is read: a variable lives until
/// the end of its block, so those that live at one time are a stack. Negative for an assignment to a variable that does not exist.
/// </param>
/// <param name="Names">The fields.</param>
internal sealed record VariableNode(int Offset, string Name, int Slot, string[] Names) : Node(Offset);

/// <summary><c>{{with}}</c>, with its <c>{{else}}</c> when there is one.</summary>
internal sealed record WithNode(int Offset, PipeNode Pipe, Node[] Body, Node[]? Else) : Node(Offset);
