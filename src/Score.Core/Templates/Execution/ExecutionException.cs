using System;

namespace Score.Core.Templates.Execution;

/// <summary>Why a run stopped; <see cref="Template"/> turns the offset into a line and column.</summary>
internal sealed class ExecutionException : Exception
{
    public ExecutionException(int offset, TemplateErrorKind kind, string message)
        : base(message)
    {
        Offset = offset;
        Kind = kind;
    }

    public int Offset { get; }

    public TemplateErrorKind Kind { get; }
}
