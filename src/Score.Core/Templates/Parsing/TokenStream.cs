using System.Collections.Generic;

namespace Score.Core.Templates.Parsing;

/// <summary>Tokens with the look-ahead that the grammar needs: white space matters in some places, so it is a token.</summary>
internal sealed class TokenStream
{
    private readonly Lexer _lexer;
    private readonly Stack<Token> _pushedBack = new();

    public TokenStream(Lexer lexer) => _lexer = lexer;

    public Token Next() => _pushedBack.Count > 0 ? _pushedBack.Pop() : _lexer.Next();

    public void PushBack(Token token) => _pushedBack.Push(token);

    public Token Peek()
    {
        Token token = Next();
        _pushedBack.Push(token);
        return token;
    }

    public Token NextNonSpace()
    {
        Token token;
        do token = Next();
        while (token.Kind == TokenKind.Space);
        return token;
    }

    /// <summary>Looks at the next token that is no white space. White space before it is dropped.</summary>
    public Token PeekNonSpace()
    {
        Token token = NextNonSpace();
        _pushedBack.Push(token);
        return token;
    }
}
