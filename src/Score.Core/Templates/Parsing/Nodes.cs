namespace Score.Core.Templates.Parsing;

/// <summary>
/// A part of a template. Nodes never change, so that any number of runs can share them. They are not records: nobody compares them,
/// and twenty records cost the first template a quarter of a millisecond.
/// </summary>
/// <param name="offset">Where it begins in the template's text; errors are reported there.</param>
internal abstract class Node(int offset)
{
    public int Offset => offset;
}

/// <summary>A pipeline whose value is written, unless it only sets variables.</summary>
internal sealed class ActionNode(int offset, PipeNode pipe) : Node(offset)
{
    public PipeNode Pipe => pipe;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class BooleanNode(int offset, bool value) : Node(offset)
{
    public bool Value => value;
}

/// <summary><c>{{break}}</c></summary>
internal sealed class BreakNode(int offset) : Node(offset);

/// <summary>Fields of what is in parentheses or of a function's result: <c>(index .list 0).a</c>.</summary>
internal sealed class ChainNode(int offset, Node of, string[] names) : Node(offset)
{
    public Node Of => of;

    public string[] Names => names;
}

/// <summary>A value, or a function or method with its arguments.</summary>
internal sealed class CommandNode(int offset, Node[] arguments) : Node(offset)
{
    public Node[] Arguments => arguments;
}

/// <summary><c>{{continue}}</c></summary>
internal sealed class ContinueNode(int offset) : Node(offset);

/// <summary>The dot.</summary>
internal sealed class DotNode(int offset) : Node(offset);

/// <summary>Fields of the dot, one after the other: <c>.a.b</c>.</summary>
internal sealed class FieldNode(int offset, string[] names) : Node(offset)
{
    public string[] Names => names;
}

/// <summary>The name of a function, which is looked up when the template is read.</summary>
internal sealed class FunctionNode(int offset, TemplateFunction function) : Node(offset)
{
    public TemplateFunction Function => function;
}

/// <summary><c>{{if}}</c>, with its <c>{{else}}</c> when there is one.</summary>
internal sealed class IfNode(int offset, PipeNode pipe, Node[] body, Node[]? @else) : Node(offset)
{
    public PipeNode Pipe => pipe;

    public Node[] Body => body;

    public Node[]? Else => @else;
}

/// <summary>The word <c>nil</c>.</summary>
internal sealed class NilNode(int offset) : Node(offset);

/// <summary>
/// A number or a character. Its type comes from where it stands: <c>1.0</c> is an integer for a function that wants one.
/// </summary>
/// <param name="offset">Where it begins.</param>
/// <param name="text">The number as written.</param>
/// <param name="integer">The value as an integer, when it is whole and fits.</param>
/// <param name="unsigned">The value as an unsigned integer, when it is that.</param>
/// <param name="float">The value as a floating point number.</param>
/// <param name="isFloat">Whether it is a floating point number where any type will do.</param>
internal sealed class NumberNode(int offset, string text, long? integer, ulong? unsigned, double @float, bool isFloat) : Node(offset)
{
    public string Text => text;

    public long? Integer => integer;

    public ulong? Unsigned => unsigned;

    public double Float => @float;

    public bool IsFloat => isFloat;
}

/// <summary>Commands, each of which gets the value of the one before it as its last argument.</summary>
/// <param name="offset">Where it begins.</param>
/// <param name="slots">The variables that the value is put into; see <see cref="VariableNode.Slot"/>.</param>
/// <param name="isAssignment">Whether the variables existed before.</param>
/// <param name="commands">The commands, at least one.</param>
internal sealed class PipeNode(int offset, VariableNode[] slots, bool isAssignment, CommandNode[] commands) : Node(offset)
{
    public VariableNode[] Slots => slots;

    public bool IsAssignment => isAssignment;

    public CommandNode[] Commands => commands;
}

/// <summary><c>{{range}}</c>, with its <c>{{else}}</c> when there is one.</summary>
internal sealed class RangeNode(int offset, PipeNode pipe, Node[] body, Node[]? @else) : Node(offset)
{
    public PipeNode Pipe => pipe;

    public Node[] Body => body;

    public Node[]? Else => @else;
}

/// <summary>A string in quotes or back quotes, without them.</summary>
internal sealed class StringNode(int offset, string value) : Node(offset)
{
    public string Value => value;
}

/// <summary><c>{{template}}</c>: runs another template; without a pipeline, on no data.</summary>
internal sealed class TemplateNode(int offset, string name, PipeNode? pipe) : Node(offset)
{
    public string Name => name;

    public PipeNode? Pipe => pipe;
}

/// <summary>Text that is written as it is.</summary>
internal sealed class TextNode(int offset, string text) : Node(offset)
{
    public string Text => text;
}

/// <summary>A variable and fields of its value: <c>$x.a.b</c>.</summary>
/// <param name="offset">Where it begins, or with several fields where these begin.</param>
/// <param name="name">The name with its dollar sign.</param>
/// <param name="slot">
/// The variable's place in the frame of the running template. It is known when the template is read: a variable lives until
/// the end of its block, so those that live at one time are a stack. Negative for an assignment to a variable that does not exist.
/// </param>
/// <param name="names">The fields.</param>
internal sealed class VariableNode(int offset, string name, int slot, string[] names) : Node(offset)
{
    public string Name => name;

    public int Slot => slot;

    public string[] Names => names;
}

/// <summary><c>{{with}}</c>, with its <c>{{else}}</c> when there is one.</summary>
internal sealed class WithNode(int offset, PipeNode pipe, Node[] body, Node[]? @else) : Node(offset)
{
    public PipeNode Pipe => pipe;

    public Node[] Body => body;

    public Node[]? Else => @else;
}
