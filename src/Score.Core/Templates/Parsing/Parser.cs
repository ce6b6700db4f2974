using System;
using System.Collections.Generic;
using Score.Core.Text;

namespace Score.Core.Templates.Parsing;

/// <summary>
/// Reads the structure of a template: text, actions, blocks and definitions. What stands in an action is read by
/// <see cref="PipelineParser"/>.
/// </summary>
internal sealed class Parser
{
    private readonly TokenStream _tokens;
    private readonly TemplateFunctions _functions;
    private Dictionary<string, TemplateBody>? _definitions;
    private VariableScope _scope = new();
    private PipelineParser _pipelines;
    private int _ranges;
    private int _depth;

    private Parser(string text, TemplateFunctions functions)
    {
        bool hasBreak = functions.FindAdded("break") is null;
        bool hasContinue = functions.FindAdded("continue") is null;
        _tokens = new TokenStream(new Lexer(text, hasBreak, hasContinue));
        _functions = functions;
        _pipelines = new PipelineParser(_tokens, _scope, functions);
    }

    /// <summary>Reads a template.</summary>
    /// <exception cref="SyntaxException">The text is not a template.</exception>
    public static ParsedTemplate Parse(string text, TemplateFunctions functions)
    {
        Parser parser = new(text, functions);
        TemplateBody main = parser.ParseMain();
        return new ParsedTemplate(main, parser._definitions);
    }

    private TemplateBody ParseMain()
    {
        List<Node> nodes = [];
        while (_tokens.Peek().Kind != TokenKind.EndOfText)
        {
            Token token = _tokens.Next();
            if (token.Kind == TokenKind.LeftDelimiter && _tokens.PeekNonSpace().Kind == TokenKind.Define)
            {
                ParseDefinition();
                continue;
            }

            _tokens.PushBack(token);
            Node node = ParseTextOrAction();
            if (node is EndMark mark) throw Misplaced(mark);
            nodes.Add(node);
        }

        return new TemplateBody(nodes.ToArray(), _scope.FrameSize);
    }

    // {{define "name"}} list {{end}}, only outside of other blocks.
    private void ParseDefinition()
    {
        Token keyword = _tokens.NextNonSpace();
        string name = ParseName("define", out _);
        ExpectRightDelimiter("define");
        TemplateBody body = ParseBody(() =>
        {
            List<Node> list = ParseList(keyword, out EndMark mark);
            if (mark.IsElse) throw Misplaced(mark);
            return list;
        });
        AddDefinition(name, body, keyword.Offset);
    }

    // A body of its own has its own variables, of which only $ exists at first.
    private TemplateBody ParseBody(Func<List<Node>> parse)
    {
        (VariableScope scope, PipelineParser pipelines, int ranges) = (_scope, _pipelines, _ranges);
        _scope = new VariableScope();
        _pipelines = new PipelineParser(_tokens, _scope, _functions);
        _ranges = 0;
        TemplateBody body = new(parse().ToArray(), _scope.FrameSize);
        (_scope, _pipelines, _ranges) = (scope, pipelines, ranges);
        return body;
    }

    // An empty definition gives way to one that is not.
    private void AddDefinition(string name, TemplateBody body, int offset)
    {
        _definitions ??= new Dictionary<string, TemplateBody>(StringComparer.Ordinal);
        bool exists = _definitions.TryGetValue(name, out TemplateBody? existing);
        if (!exists || IsEmpty(existing!)) _definitions[name] = body;
        else if (!IsEmpty(body)) throw new SyntaxException(offset, $"The template '{OneLine.Of(name)}' is defined twice.");
    }

    private static bool IsEmpty(TemplateBody body)
    {
        foreach (Node node in body.Nodes)
        {
            if (node is not TextNode text || text.Text.Trim().Length > 0) return false;
        }

        return true;
    }

    // The nodes up to {{end}} or {{else}}.
    private List<Node> ParseList(Token opener, out EndMark end)
    {
        List<Node> nodes = [];
        while (_tokens.PeekNonSpace().Kind != TokenKind.EndOfText)
        {
            Node node = ParseTextOrAction();
            if (node is EndMark mark)
            {
                end = mark;
                return nodes;
            }

            nodes.Add(node);
        }

        Token last = _tokens.Next();
        throw new SyntaxException(last.Offset, $"The text ends before the {{{{end}}}} of {{{{{opener.Text}}}}}.");
    }

    private Node ParseTextOrAction()
    {
        Token token = _tokens.NextNonSpace();
        return token.Kind == TokenKind.Text ? new TextNode(token.Offset, token.Text) : ParseAction(token);
    }

    private Node ParseAction(Token delimiter)
    {
        Token token = _tokens.NextNonSpace();
        switch (token.Kind)
        {
            case TokenKind.Block: return Nested(token, ParseBlock);
            case TokenKind.Break: return ParseLoopControl(token, new BreakNode(token.Offset));
            case TokenKind.Continue: return ParseLoopControl(token, new ContinueNode(token.Offset));
            case TokenKind.Else: return ParseElse(token);
            case TokenKind.End:
                ExpectRightDelimiter("end");
                return new EndMark(token.Offset, false);
            case TokenKind.If:
            case TokenKind.Range:
            case TokenKind.With: return Nested(token, ParseControl);
            case TokenKind.Template: return ParseTemplateCall();
            case TokenKind.Define: throw new SyntaxException(delimiter.Offset, "{{define}} cannot stand inside another block.");
        }

        _tokens.PushBack(token);
        PipeNode pipe = _pipelines.Parse("command", TokenKind.RightDelimiter);
        return new ActionNode(token.Offset, pipe);
    }

    private Node Nested(Token keyword, Func<Token, Node> parse)
    {
        if (++_depth > TemplateLimits.ParseDepth)
            throw new SyntaxException(keyword.Offset, $"Blocks are nested more than {TemplateLimits.ParseDepth} levels deep.", TemplateErrorKind.DepthLimit);
        int mark = _scope.Mark();
        Node node = parse(keyword);
        _scope.Release(mark);
        _depth--;
        return node;
    }

    private Node ParseLoopControl(Token keyword, Node node)
    {
        ExpectRightDelimiter(keyword.Text);
        if (_ranges == 0) throw new SyntaxException(keyword.Offset, $"{{{{{keyword.Text}}}}} stands outside of a {{{{range}}}}.");
        return node;
    }

    // {{else}}, {{else if}} and {{else with}}; the second word is left for the block.
    private EndMark ParseElse(Token keyword)
    {
        if (_tokens.PeekNonSpace().Kind is not (TokenKind.If or TokenKind.With)) ExpectRightDelimiter("else");
        return new EndMark(keyword.Offset, true);
    }

    private Node ParseControl(Token keyword)
    {
        PipeNode pipe = _pipelines.Parse(keyword.Text, TokenKind.RightDelimiter);
        if (keyword.Kind == TokenKind.Range) _ranges++;
        int variables = _scope.Mark();
        Node[] body = ParseList(keyword, out EndMark mark).ToArray();
        _scope.Kill(variables);
        if (keyword.Kind == TokenKind.Range) _ranges--;
        Node[]? otherwise = mark.IsElse ? ParseAlternative(keyword, mark) : null;
        return keyword.Kind switch
        {
            TokenKind.If => new IfNode(keyword.Offset, pipe, body, otherwise),
            TokenKind.With => new WithNode(keyword.Offset, pipe, body, otherwise),
            _ => new RangeNode(keyword.Offset, pipe, body, otherwise),
        };
    }

    private Node[] ParseAlternative(Token keyword, EndMark mark)
    {
        Token next = _tokens.Peek();
        if (next.Kind == keyword.Kind && next.Kind is TokenKind.If or TokenKind.With)
        {
            // {{else if}} is an {{if}} in the {{else}}; they share the {{end}}.
            _tokens.Next();
            return [Nested(next, ParseControl)];
        }

        if (next.Kind is TokenKind.If or TokenKind.With)
            throw new SyntaxException(mark.Offset, $"{{{{else {next.Text}}}}} cannot belong to {{{{{keyword.Text}}}}}.");
        Node[] nodes = ParseList(keyword, out EndMark end).ToArray();
        if (end.IsElse) throw new SyntaxException(end.Offset, $"This {{{{{keyword.Text}}}}} has an {{{{else}}}} already; {{{{end}}}} is expected.");
        return nodes;
    }

    private Node ParseTemplateCall()
    {
        string name = ParseName("template", out int offset);
        PipeNode? pipe = null;
        if (_tokens.PeekNonSpace().Kind == TokenKind.RightDelimiter) _tokens.Next();
        else pipe = _pipelines.Parse("template", TokenKind.RightDelimiter);
        return new TemplateNode(offset, name, pipe);
    }

    // {{block "name" pipeline}} list {{end}} defines a template and calls it.
    private Node ParseBlock(Token keyword)
    {
        string name = ParseName("block", out int offset);
        PipeNode pipe = _pipelines.Parse("block", TokenKind.RightDelimiter);
        TemplateBody body = ParseBody(() =>
        {
            List<Node> list = ParseList(keyword, out EndMark mark);
            if (mark.IsElse) throw Misplaced(mark);
            return list;
        });
        AddDefinition(name, body, keyword.Offset);
        return new TemplateNode(offset, name, pipe);
    }

    private string ParseName(string keyword, out int offset)
    {
        Token token = _tokens.NextNonSpace();
        offset = token.Offset;
        if (token.Kind is not (TokenKind.String or TokenKind.RawString))
            throw new SyntaxException(token.Offset, $"{{{{{keyword}}}}} needs a name in quotes.");
        return Literals.Unquote(token);
    }

    private void ExpectRightDelimiter(string keyword)
    {
        Token token = _tokens.NextNonSpace();
        if (token.Kind != TokenKind.RightDelimiter)
            throw new SyntaxException(token.Offset, $"'{OneLine.Of(token.Text)}' cannot stand in {{{{{keyword}}}}}.");
    }

    private static SyntaxException Misplaced(EndMark mark) =>
        new(mark.Offset, mark.IsElse ? "{{else}} has no block before it that it could belong to." : "{{end}} has no block before it to end.");

    // {{end}} or {{else}}: tells the list that it is over, and never gets into the tree.
    private sealed class EndMark(int offset, bool isElse) : Node(offset)
    {
        public bool IsElse => isElse;
    }
}
