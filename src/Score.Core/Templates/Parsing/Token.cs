namespace Score.Core.Templates.Parsing;

/// <summary>A piece of a template's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Text">The characters; for <see cref="TokenKind.Text"/> after trimming.</param>
internal sealed record Token(TokenKind Kind, int Offset, string Text);
