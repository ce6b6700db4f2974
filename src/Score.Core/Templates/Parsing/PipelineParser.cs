using System.Collections.Generic;
using Score.Core.Text;

namespace Score.Core.Templates.Parsing;

/// <summary>Reads what stands in an action: pipelines, commands, operands and terms, a method each.</summary>
internal sealed class PipelineParser
{
    private readonly TokenStream _tokens;
    private readonly VariableScope _scope;
    private readonly TemplateFunctions _functions;
    private int _depth;

    public PipelineParser(TokenStream tokens, VariableScope scope, TemplateFunctions functions)
    {
        _tokens = tokens;
        _scope = scope;
        _functions = functions;
    }

    /// <summary>Reads a pipeline with the token that ends it.</summary>
    /// <param name="context">The word that it belongs to, for messages; <c>range</c> may declare two variables.</param>
    /// <param name="end">The token that ends it.</param>
    public PipeNode Parse(string context, TokenKind end)
    {
        int offset = _tokens.PeekNonSpace().Offset;
        List<Token> names = ParseVariables(context, out bool isAssignment);

        // A variable gets its place after the commands: in "$x := add $x 1" the second $x is an older one.
        foreach (Token name in names) _scope.Expect(name.Text);
        List<CommandNode> commands = [];
        while (true)
        {
            Token token = _tokens.NextNonSpace();
            if (token.Kind == end)
            {
                Check(commands, context, token.Offset);
                return new PipeNode(offset, Resolve(names, isAssignment), isAssignment, commands.ToArray());
            }

            if (!BeginsTerm(token.Kind)) throw Unexpected(token, context);
            _tokens.PushBack(token);
            commands.Add(ParseCommand());
        }
    }

    // $x :=, $x =, and in a range $i, $x := or just $i, $x.
    private List<Token> ParseVariables(string context, out bool isAssignment)
    {
        List<Token> names = [];
        isAssignment = false;
        while (_tokens.PeekNonSpace().Kind == TokenKind.Variable)
        {
            // In "$x foo" the variable is an argument; it is put back, with the space that tells it from "$x.foo".
            Token variable = _tokens.Next();
            Token after = _tokens.Peek();
            Token next = _tokens.PeekNonSpace();
            if (next.Kind is TokenKind.Assign or TokenKind.Declare)
            {
                _tokens.NextNonSpace();
                names.Add(variable);
                isAssignment = next.Kind == TokenKind.Assign;
                break;
            }

            if (next.Kind == TokenKind.Comma)
            {
                _tokens.NextNonSpace();
                names.Add(variable);
                if (context != "range" || names.Count > 1)
                    throw new SyntaxException(variable.Offset, "Too many variables are declared here; only {{range}} can have two.");
                if (_tokens.PeekNonSpace().Kind is not (TokenKind.Variable or TokenKind.RightDelimiter or TokenKind.RightParenthesis))
                    throw new SyntaxException(next.Offset, "After the ',' of a {{range}} there must be its second variable.");
                continue;
            }

            if (after.Kind == TokenKind.Space) _tokens.PushBack(after);
            _tokens.PushBack(variable);
            break;
        }

        return names;
    }

    private VariableNode[] Resolve(List<Token> names, bool isAssignment)
    {
        VariableNode[] variables = new VariableNode[names.Count];
        for (int i = 0; i < variables.Length; i++)
        {
            string name = names[i].Text;
            int slot = isAssignment ? _scope.Find(name) : _scope.Declare(name);
            variables[i] = new VariableNode(names[i].Offset, name, slot, []);
        }

        return variables;
    }

    private static void Check(List<CommandNode> commands, string context, int end)
    {
        if (commands.Count == 0)
        {
            string message = context switch
            {
                "command" => "The action is empty.",
                "parenthesized pipeline" => "The parentheses are empty.",
                _ => $"{{{{{context}}}}} needs a value.",
            };
            throw new SyntaxException(end, message);
        }

        for (int i = 1; i < commands.Count; i++)
        {
            Node first = commands[i].Arguments[0];
            if (first is BooleanNode or DotNode or NilNode or NumberNode or StringNode)
                throw new SyntaxException(first.Offset, "Only a function, method or field can follow a '|', because it is called with the value before it.");
        }
    }

    private CommandNode ParseCommand()
    {
        int offset = _tokens.PeekNonSpace().Offset;
        List<Node> arguments = [];
        while (true)
        {
            _tokens.PeekNonSpace();
            if (ParseOperand() is Node operand) arguments.Add(operand);
            Token token = _tokens.Next();
            if (token.Kind == TokenKind.Space) continue;
            if (token.Kind is TokenKind.RightDelimiter or TokenKind.RightParenthesis) _tokens.PushBack(token);
            else if (token.Kind != TokenKind.Pipe) throw Unexpected(token, "operand");
            if (arguments.Count == 0) throw new SyntaxException(token.Offset, "A command is empty.");
            return new CommandNode(offset, arguments.ToArray());
        }
    }

    // A term with the fields that follow it.
    private Node? ParseOperand()
    {
        Node? term = ParseTerm();
        if (term is null || _tokens.Peek().Kind != TokenKind.Field) return term;

        int offset = _tokens.Peek().Offset;
        List<string> names = [];
        while (_tokens.Peek().Kind == TokenKind.Field) names.Add(_tokens.Next().Text.Substring(1));
        switch (term)
        {
            case FieldNode field:
                names.Insert(0, field.Names[0]);
                return new FieldNode(offset, names.ToArray());
            case VariableNode variable:
                return new VariableNode(offset, variable.Name, variable.Slot, names.ToArray());
            case BooleanNode or StringNode or NumberNode or NilNode or DotNode:
                throw new SyntaxException(offset, "A '.' cannot follow this value; a field belongs to a name or to something in parentheses.");
            default:
                return new ChainNode(offset, term, names.ToArray());
        }
    }

    private Node? ParseTerm()
    {
        Token token = _tokens.NextNonSpace();
        switch (token.Kind)
        {
            case TokenKind.Identifier: return ParseFunction(token);
            case TokenKind.Dot: return new DotNode(token.Offset);
            case TokenKind.Nil: return new NilNode(token.Offset);
            case TokenKind.Variable: return ParseVariable(token);
            case TokenKind.Field: return new FieldNode(token.Offset, [token.Text.Substring(1)]);
            case TokenKind.Boolean: return new BooleanNode(token.Offset, token.Text == "true");
            case TokenKind.Number or TokenKind.Character: return Literals.Number(token);
            case TokenKind.String or TokenKind.RawString: return new StringNode(token.Offset, Literals.Unquote(token));
            case TokenKind.LeftParenthesis: return ParseParentheses(token);
            default:
                _tokens.PushBack(token);
                return null;
        }
    }

    private PipeNode ParseParentheses(Token open)
    {
        if (++_depth > TemplateLimits.ParseDepth)
            throw new SyntaxException(open.Offset, $"Parentheses are nested more than {TemplateLimits.ParseDepth} levels deep.", TemplateErrorKind.DepthLimit);
        PipeNode pipe = Parse("parenthesized pipeline", TokenKind.RightParenthesis);
        _depth--;
        return pipe;
    }

    private FunctionNode ParseFunction(Token token)
    {
        if (_functions.Find(token.Text) is TemplateFunction function) return new FunctionNode(token.Offset, function);
        string suggestion = Spelling.DidYouMean(token.Text, _functions.Names);
        throw new SyntaxException(token.Offset, $"There is no function '{OneLine.Of(token.Text)}'.{suggestion}", TemplateErrorKind.UnknownFunction);
    }

    private VariableNode ParseVariable(Token token)
    {
        if (_scope.TryFind(token.Text, out int slot)) return new VariableNode(token.Offset, token.Text, slot, []);
        string suggestion = Spelling.DidYouMean(token.Text, _scope.Names);
        throw new SyntaxException(token.Offset, $"The variable '{OneLine.Of(token.Text)}' is not declared here.{suggestion}");
    }

    private static bool BeginsTerm(TokenKind kind) => kind is TokenKind.Boolean or TokenKind.Character or TokenKind.Dot or TokenKind.Field
        or TokenKind.Identifier or TokenKind.Number or TokenKind.Nil or TokenKind.RawString or TokenKind.String or TokenKind.Variable
        or TokenKind.LeftParenthesis;

    private static SyntaxException Unexpected(Token token, string context)
    {
        string what = token.Kind == TokenKind.RightDelimiter ? "}}" : token.Text;
        string where = context == "operand" ? "after this value" : context is "command" ? "in an action" : $"in a {context}";
        return new SyntaxException(token.Offset, $"'{OneLine.Of(what)}' cannot stand {where}.");
    }
}
