using System;

namespace Score.Core.Templates;

/// <summary>Why a template could not be read or run, and where.</summary>
internal sealed class TemplateException : Exception
{
    public TemplateException(TemplateStage stage, TemplateErrorKind kind, int line, int column, string message)
        : base(message)
    {
        Stage = stage;
        Kind = kind;
        Line = line;
        Column = column;
    }

    /// <summary>Whether the text was wrong or its execution failed.</summary>
    public TemplateStage Stage { get; }

    /// <summary>What sort of error it is.</summary>
    public TemplateErrorKind Kind { get; }

    /// <summary>The line in the template's text, from 1.</summary>
    public int Line { get; }

    /// <summary>The column in that line in UTF-16 code units, from 1.</summary>
    public int Column { get; }

    /// <summary>Whether a limit stopped the template.</summary>
    public bool IsLimit => Kind is TemplateErrorKind.DepthLimit or TemplateErrorKind.OutputLimit or TemplateErrorKind.ValueLimit or TemplateErrorKind.StepLimit
        or TemplateErrorKind.PatternTimeout;
}
