using System.Collections.Generic;

namespace Score.Core.Templates.Parsing;

/// <summary>Tokens with the look-ahead that the grammar needs: white space matters in some places, so it is a token.</summary>
internal sealed class TokenStream
{
    private readonly Lexer _lexer;
    private readonly List<Token> _pushedBack = [];

    public TokenStream(Lexer lexer) => _lexer = lexer;

    public Token Next()
    {
        int last = _pushedBack.Count - 1;
        if (last < 0) return _lexer.Next();
        Token token = _pushedBack[last];
        _pushedBack.RemoveAt(last);
        return token;
    }

    public void PushBack(Token token) => _pushedBack.Add(token);

    public Token Peek()
    {
        Token token = Next();
        PushBack(token);
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
        PushBack(token);
        return token;
    }
}
