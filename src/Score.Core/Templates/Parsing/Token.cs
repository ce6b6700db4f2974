namespace Score.Core.Templates.Parsing;

/// <summary>A piece of a template's text.</summary>
/// <param name="kind">What it is.</param>
/// <param name="offset">Where it begins.</param>
/// <param name="text">The characters; for <see cref="TokenKind.Text"/> after trimming.</param>
internal sealed class Token(TokenKind kind, int offset, string text)
{
    public TokenKind Kind => kind;

    public int Offset => offset;

    public string Text => text;
}
