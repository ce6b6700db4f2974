using System;
using Score.Core.Templates.Parsing;
using Score.Core.Templates.Values;
using Score.Core.Text;

namespace Score.Core.Templates.Execution;

/// <summary>Computes the values of pipelines, fields, variables and function calls.</summary>
internal sealed class Evaluator
{
    private readonly Budget _budget;
    private readonly Action _enter;
    private readonly Action _leave;

    /// <param name="budget">What the run has left.</param>
    /// <param name="enter">Called before going a level deeper.</param>
    /// <param name="leave">Called when coming back.</param>
    public Evaluator(Budget budget, Action enter, Action leave)
    {
        _budget = budget;
        _enter = enter;
        _leave = leave;
    }

    /// <summary>Where the run is in the text; an error is reported there.</summary>
    public int Offset { get; set; }

    /// <summary>The variables of the running template.</summary>
    public GoValue[] Frame { get; set; } = GoList.NoItems;

    /// <summary>The value of a pipeline, after putting it into the pipeline's variables.</summary>
    public GoValue Pipeline(GoValue dot, PipeNode pipe)
    {
        Offset = pipe.Offset;
        GoValue? value = null;
        foreach (CommandNode command in pipe.Commands)
        {
            _budget.Charge(1);
            value = Command(dot, command, value).Unwrap();
        }

        foreach (VariableNode variable in pipe.Slots) Set(variable, value.GetValueOrDefault());
        return value.GetValueOrDefault();
    }

    /// <summary>Puts a value into a variable.</summary>
    public void Set(VariableNode variable, GoValue value)
    {
        if (variable.Slot < 0) throw NotDefined(variable);
        Frame[variable.Slot] = value;
    }

    // The value before the command in the pipeline is the last argument of its function.
    private GoValue Command(GoValue dot, CommandNode command, GoValue? last)
    {
        Node first = command.Arguments[0];
        switch (first)
        {
            case FunctionNode function: return Function(dot, function, command.Offset, command.Arguments, last);
            case FieldNode field:
                Offset = field.Offset;
                return Fields(dot, dot, field.Names, command.Arguments, last);
            case ChainNode chain: return Chain(dot, chain, command.Arguments, last);
            case VariableNode variable: return Variable(dot, variable, command.Arguments, last);
            case PipeNode pipe:
                CheckNoArguments(command.Arguments, last);
                return Parentheses(dot, pipe);
        }

        Offset = first.Offset;
        CheckNoArguments(command.Arguments, last);
        if (first is NilNode) throw new FunctionException("'nil' alone is not a value that can be used here.");
        return Constant(dot, first);
    }

    private static void CheckNoArguments(Node[] arguments, GoValue? last)
    {
        if (arguments.Length > 1 || last is not null)
            throw new FunctionException("What stands first is not a function, so it cannot have arguments.");
    }

    private GoValue Parentheses(GoValue dot, PipeNode pipe)
    {
        _enter();
        GoValue value = Pipeline(dot, pipe);
        _leave();
        return value;
    }

    private GoValue Chain(GoValue dot, ChainNode chain, Node[] arguments, GoValue? last)
    {
        Offset = chain.Offset;
        GoValue receiver = Argument(dot, GoType.Raw, chain.Of);
        Offset = chain.Offset;
        return Fields(dot, receiver, chain.Names, arguments, last);
    }

    private GoValue Variable(GoValue dot, VariableNode variable, Node[] arguments, GoValue? last)
    {
        Offset = variable.Offset;
        if (variable.Slot < 0) throw NotDefined(variable);
        GoValue value = Frame[variable.Slot];
        if (variable.Names.Length > 0) return Fields(dot, value, variable.Names, arguments, last);
        CheckNoArguments(arguments, last);
        return value;
    }

    // Only the last of several fields can be a method with arguments.
    private GoValue Fields(GoValue dot, GoValue receiver, string[] names, Node[] arguments, GoValue? last)
    {
        for (int i = 0; i < names.Length - 1; i++) receiver = Field(dot, receiver, names[i], [], null);
        return Field(dot, receiver, names[names.Length - 1], arguments, last);
    }

    private GoValue Field(GoValue dot, GoValue receiver, string name, Node[] arguments, GoValue? last)
    {
        if (receiver.IsNone) return GoValue.None;
        if (receiver.IsNothing) throw new FunctionException($"'.{OneLine.Of(name)}' is asked of nil.");
        if (receiver.Type.FindMethod?.Invoke(name) is TemplateFunction method)
            return Call(dot, method, receiver, Offset, arguments, last);

        bool hasArguments = arguments.Length > 1 || last is not null;
        switch (receiver.Kind)
        {
            case GoKind.Struct when receiver.Type.Fields.Count > 0 && receiver.AsStruct.TryGet(name, out GoValue field):
                if (hasArguments) throw NoMethod(name);
                return field;
            case GoKind.Map:
                if (hasArguments) throw NoMethod(name);
                return receiver.AsMap.TryGet(name, out GoValue value) ? value : GoValue.None;
        }

        throw new FunctionException($"{Capitalized(Describe.TypeOf(receiver))} has no field '{OneLine.Of(name)}'.");
    }

    private GoValue Function(GoValue dot, FunctionNode node, int commandOffset, Node[] arguments, GoValue? last)
    {
        Offset = node.Offset;
        return Call(dot, node.Function, null, commandOffset, arguments, last);
    }

    // The first of the arguments is the function or method itself, when there are any.
    private GoValue Call(GoValue dot, TemplateFunction function, GoValue? receiver, int commandOffset, Node[] arguments, GoValue? last)
    {
        int before = receiver is null ? 0 : 1;
        int written = Math.Max(arguments.Length - 1, 0);
        int given = written + (last is null ? 0 : 1);
        CheckCount(function, before, given, written);
        if (function.ShortCircuit is bool decidedBy) return ShortCircuit(dot, function, decidedBy, arguments, last);

        // Not by the property Value, which is compiled at run time for each struct of ours.
        GoValue[] values = new GoValue[before + given];
        if (receiver is not null) values[0] = receiver.GetValueOrDefault();
        for (int i = 0; i < written; i++) values[before + i] = Argument(dot, function.ParameterOf(before + i), arguments[i + 1]);
        if (last is not null) values[values.Length - 1] = Accept(last.GetValueOrDefault(), function.ParameterOf(values.Length - 1));
        try
        {
            Weigh(values);
            GoValue result = function.Body(new FunctionCall(_budget, values));
            Weigh(result);
            if (_budget.Context.Watch is { } watch) result = watch.Made(values, result, v => function.Body(new FunctionCall(_budget, v)));
            return result;
        }
        catch (FunctionException e)
        {
            bool isOwn = e.Kind is TemplateErrorKind.Evaluation or TemplateErrorKind.Unsupported;
            string message = e.Quoting is not null && IsWritten(arguments, e.Subject) ? e.Quoting : e.Message;
            throw new ExecutionException(commandOffset, e.Kind, isOwn ? $"'{function.Name}' failed: {message}" : message);
        }
    }

    private static bool IsWritten(Node[] arguments, string? text)
    {
        foreach (Node argument in arguments)
        {
            if (argument is StringNode constant && constant.Value == text) return true;
        }

        return false;
    }

    private static void CheckCount(TemplateFunction function, int before, int given, int written)
    {
        int wanted = function.Parameters.Length - before;
        if (function.IsVariadic && given < wanted - 1)
            throw new FunctionException($"'{function.Name}' needs at least {Phrases.Arguments(wanted - 1)}, but has {written}.");
        if (!function.IsVariadic && given != wanted)
            throw new FunctionException($"'{function.Name}' needs {Phrases.Arguments(wanted)}, but has {given}.");
    }

    private GoValue ShortCircuit(GoValue dot, TemplateFunction function, bool decidedBy, Node[] arguments, GoValue? last)
    {
        GoValue value = GoValue.None;
        for (int i = 1; i < arguments.Length; i++)
        {
            value = Argument(dot, function.ParameterOf(0), arguments[i]);
            if (Truth.Of(value) == decidedBy) return value;
        }

        return last ?? value;
    }

    // The value of an argument for a parameter of some type.
    private GoValue Argument(GoValue dot, GoType type, Node node)
    {
        Offset = node.Offset;
        switch (node)
        {
            case DotNode: return Accept(dot, type);
            case FieldNode field: return Accept(Fields(dot, dot, field.Names, [], null), type);
            case VariableNode variable: return Accept(Variable(dot, variable, [], null), type);
            case PipeNode pipe: return Accept(Parentheses(dot, pipe), type);
            case FunctionNode function: return Accept(Function(dot, function, function.Offset, [], null), type);
            case ChainNode chain: return Accept(Chain(dot, chain, [], null), type);
            case NilNode:
                if (ReferenceEquals(type, GoType.Raw)) return GoValue.None;
                if (type.Kind is GoKind.Interface or GoKind.Slice or GoKind.Map) return GoValue.Zero(type);
                throw new FunctionException($"nil is given where {Describe.Type(type)} is expected.");
        }

        switch (type.Kind)
        {
            case GoKind.Interface: return Constant(dot, node);
            case GoKind.Bool when node is BooleanNode:
            case GoKind.String when node is StringNode: return Constant(dot, node);
            case GoKind.Int or GoKind.Int64 when node is NumberNode { Integer: long integer }: return GoValue.Named(type, integer);
            case GoKind.Float64 when node is NumberNode number: return GoValue.Of(number.Float);
        }

        throw WrongType(type, Constant(dot, node));
    }

    private static GoValue Accept(GoValue value, GoType type)
    {
        if (type.Kind == GoKind.Interface) return ReferenceEquals(type, GoType.Raw) ? value : value.Wrap();
        if (value.IsNone)
        {
            if (type.Kind is GoKind.Slice or GoKind.Map or GoKind.Pointer) return GoValue.Zero(type);
            throw new FunctionException($"There is no value where {Describe.Type(type)} is expected.");
        }

        return value.Type.Is(type) ? value : throw WrongType(type, value);
    }

    private static GoValue Constant(GoValue dot, Node node) => node switch
    {
        BooleanNode boolean => GoValue.Of(boolean.Value),
        StringNode text => GoValue.Of(text.Value),
        NumberNode { IsFloat: true } number => GoValue.Of(number.Float),
        NumberNode { Integer: long integer } => GoValue.Int(integer),
        NumberNode number => throw new FunctionException($"The number {number.Text} does not fit a signed integer."),
        DotNode => dot,
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    // A function may look at all of a value, so large ones count as several steps.
    private void Weigh(GoValue[] values)
    {
        _budget.Charge(1);
        foreach (GoValue value in values) Weigh(value);
    }

    private void Weigh(GoValue value)
    {
        switch (value.Kind)
        {
            case GoKind.String:
                _budget.CheckLength(value.AsString.Length);
                _budget.ChargeText(value.AsString.Length);
                break;
            case GoKind.Slice:
                _budget.CheckElements(value.AsList.Count);
                break;
            case GoKind.Map:
                _budget.CheckElements(value.AsMap.Count);
                _budget.ChargeText(value.AsMap.LongKeys);
                break;
        }
    }

    private static string Capitalized(string text) => text == "nil" ? text : "A value of type " + text;

    private static FunctionException NoMethod(string name) => new($"'.{OneLine.Of(name)}' is not a method, so it cannot have arguments.");

    private static FunctionException NotDefined(VariableNode variable) =>
        new($"The variable '{OneLine.Of(variable.Name)}' has no value here.");

    private static FunctionException WrongType(GoType expected, GoValue value) =>
        new($"{Describe.Type(expected)} is expected here, but this is {Describe.TypeOf(value)}.");
}
