using System;

namespace Score.Core.Templates.Execution;

/// <summary>Why a function, or the printing of a value, failed. The executor adds the place and the function's name.</summary>
internal sealed class FunctionException : Exception
{
    public FunctionException(string message, TemplateErrorKind kind = TemplateErrorKind.Evaluation)
        : base(message)
    {
        Kind = kind;
    }

    public TemplateErrorKind Kind { get; }
}
