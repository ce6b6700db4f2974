using System;

namespace Score.Core.Templates.Parsing;

/// <summary>Why a text is not a template; <see cref="Template"/> turns the offset into a line and column.</summary>
internal sealed class SyntaxException : Exception
{
    public SyntaxException(int offset, string message, TemplateErrorKind kind = TemplateErrorKind.Syntax)
        : base(message)
    {
        Offset = offset;
        Kind = kind;
    }

    public int Offset { get; }

    public TemplateErrorKind Kind { get; }
}
