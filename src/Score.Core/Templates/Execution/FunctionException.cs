using System;
using Score.Core.Templates.Values;
using Score.Core.Text;

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

    /// <summary>The text that the error is about, if it is about one.</summary>
    public string? Subject { get; private init; }

    /// <summary>The message that quotes the text.</summary>
    public string? Quoting { get; private init; }

    /// <summary>
    /// An error about a text. What a template made may be secret, so the message quotes the text only where the template has it as
    /// a constant in that call.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="predicate">What is wrong with it: "is not a semantic version".</param>
    /// <param name="detail">A sentence that may quote parts of the text.</param>
    /// <param name="kind">What sort of error it is.</param>
    public static FunctionException About(string text, string predicate, string detail = "", TemplateErrorKind kind = TemplateErrorKind.Evaluation)
    {
        string what = Describe.Value(GoValue.Of(text));
        return new FunctionException($"{char.ToUpperInvariant(what[0])}{what.Substring(1)} {predicate}.", kind)
        {
            Subject = text,
            Quoting = detail.Length > 0 ? $"'{OneLine.Of(text)}' {predicate}: {detail}" : $"'{OneLine.Of(text)}' {predicate}.",
        };
    }
}
