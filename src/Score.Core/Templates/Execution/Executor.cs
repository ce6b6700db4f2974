using System;
using System.Runtime.CompilerServices;
using System.Text;
using Score.Core.Templates.Formatting;
using Score.Core.Templates.Parsing;
using Score.Core.Templates.Patterns;
using Score.Core.Templates.Values;
using Score.Core.Text;

namespace Score.Core.Templates.Execution;

/// <summary>One run of a template: walks its nodes and writes the output. Values come from <see cref="Evaluator"/>.</summary>
internal sealed class Executor
{
    private readonly ParsedTemplate _template;
    private readonly Budget _budget;
    private readonly Evaluator _evaluator;
    private readonly StringBuilder _output = new();
    private int _depth;

    private Executor(ParsedTemplate template, TemplateContext context, PatternCache patterns)
    {
        _template = template;
        _budget = new Budget(context, patterns);
        _evaluator = new Evaluator(_budget, Enter, () => _depth--);
    }

    /// <summary>Runs a template.</summary>
    /// <exception cref="ExecutionException">It failed.</exception>
    public static string Run(ParsedTemplate template, GoValue data, TemplateContext context, PatternCache patterns)
    {
        Executor executor = new(template, context, patterns);
        try
        {
            executor.RunBody(template.Main, data);
            return Text.GoText.Normalize(executor._output.ToString());
        }
        catch (FunctionException e)
        {
            throw new ExecutionException(executor._evaluator.Offset, e.Kind, e.Message);
        }
        catch (InsufficientExecutionStackException)
        {
            throw new ExecutionException(executor._evaluator.Offset, TemplateErrorKind.DepthLimit, "The template, or a value in it, is nested too deeply.");
        }
    }

    private void RunBody(TemplateBody body, GoValue data)
    {
        GoValue[] outer = _evaluator.Frame;
        _evaluator.Frame = new GoValue[body.FrameSize];
        _evaluator.Frame[0] = data;
        Walk(body.Nodes, data);
        _evaluator.Frame = outer;
    }

    private Flow Walk(Node[] nodes, GoValue dot)
    {
        foreach (Node node in nodes)
        {
            _evaluator.Offset = node.Offset;
            _budget.Charge(1);
            Flow flow = Flow.Next;
            switch (node)
            {
                case TextNode text:
                    Write(text.Text);
                    break;
                case ActionNode action:
                    Run(action, dot);
                    break;
                case IfNode branch:
                    flow = Run(branch.Pipe, branch.Body, branch.Else, dot, false);
                    break;
                case WithNode branch:
                    flow = Run(branch.Pipe, branch.Body, branch.Else, dot, true);
                    break;
                case RangeNode range:
                    flow = Run(range, dot);
                    break;
                case TemplateNode call:
                    Run(call, dot);
                    break;
                case BreakNode: return Flow.Break;
                case ContinueNode: return Flow.Continue;
            }

            if (flow != Flow.Next) return flow;
        }

        return Flow.Next;
    }

    private void Run(ActionNode action, GoValue dot)
    {
        GoValue value = _evaluator.Pipeline(dot, action.Pipe);
        if (action.Pipe.Slots.Length == 0) Write(value.IsNone ? GoPrinter.NoValue : GoPrinter.Print(_budget, value));
    }

    private Flow Run(PipeNode pipe, Node[] body, Node[]? otherwise, GoValue dot, bool setsDot)
    {
        Enter();
        GoValue value = _evaluator.Pipeline(dot, pipe);
        Flow flow = Flow.Next;
        if (Truth.Of(value)) flow = Walk(body, setsDot ? value : dot);
        else if (otherwise is not null) flow = Walk(otherwise, dot);
        _depth--;
        return flow;
    }

    private void Run(TemplateNode call, GoValue dot)
    {
        TemplateBody? body = null;
        if (_template.Definitions?.TryGetValue(call.Name, out body) != true)
        {
            string suggestion = Spelling.DidYouMean(call.Name, _template.Definitions?.Keys ?? []);
            throw new FunctionException($"There is no template '{OneLine.Of(call.Name)}'.{suggestion}");
        }

        Enter();
        GoValue data = call.Pipe is null ? GoValue.None : _evaluator.Pipeline(dot, call.Pipe);
        RunBody(body!, data);
        _depth--;
    }

    private Flow Run(RangeNode range, GoValue dot)
    {
        Enter();
        GoValue value = _evaluator.Pipeline(dot, range.Pipe);
        Flow flow = Flow.Next;
        VariableNode[] slots = range.Pipe.Slots;
        ulong count = CountOf(value, slots.Length);

        // The entries of a map as they are at the start, whatever the body does to it.
        string[] keys = value.Kind == GoKind.Map ? value.AsMap.SortedKeys() : [];
        GoValue[] values = value.Kind switch
        {
            GoKind.Map => value.AsMap.SortedValues(),
            GoKind.Slice => value.AsList.Items,
            _ => GoList.NoItems,
        };
        for (ulong i = 0; i < count; i++)
        {
            _budget.Charge(1);
            GoValue key = keys.Length > 0 ? GoValue.Of(keys[i]) : values.Length > 0 ? GoValue.Int((long)i) : GoValue.Named(value.Type, (long)i);
            GoValue element = values.Length > 0 ? values[i] : key;
            if (slots.Length == 1) _evaluator.Set(slots[0], element);
            if (slots.Length == 2)
            {
                _evaluator.Set(slots[0], key);
                _evaluator.Set(slots[1], element);
            }

            if (Walk(range.Body, element) == Flow.Break) break;
        }

        if (count == 0 && range.Else is not null) flow = Walk(range.Else, dot);
        _depth--;
        return flow;
    }

    private static ulong CountOf(GoValue value, int variables)
    {
        switch (value.Kind)
        {
            case GoKind.Invalid: return 0;
            case GoKind.Slice: return (ulong)value.AsList.Count;
            case GoKind.Map: return (ulong)value.AsMap.Count;
            case GoKind.Int or GoKind.Int64 or GoKind.Uint8 or GoKind.Uint64:
                if (variables > 1) throw new FunctionException("A range over a number has one variable only.");
                return value.IsSigned && value.AsLong < 0 ? 0 : value.AsUnsigned;
            default: throw new FunctionException($"A range needs a list, a map or a whole number, not {Describe.Value(value)}.");
        }
    }

    private void Write(string text)
    {
        if ((long)_output.Length + text.Length > _budget.Limits.Output)
            throw new FunctionException($"The output is longer than {_budget.Limits.Output} characters.", TemplateErrorKind.OutputLimit);
        _output.Append(text);
    }

    private void Enter()
    {
        if (++_depth > _budget.Limits.Depth)
        {
            string message = $"The template runs more than {_budget.Limits.Depth} levels deep; does it call itself without end?";
            throw new FunctionException(message, TemplateErrorKind.DepthLimit);
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
    }
}
