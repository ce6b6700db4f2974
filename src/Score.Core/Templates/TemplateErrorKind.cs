namespace Score.Core.Templates;

/// <summary>What sort of error stopped a template, so that a caller can give each its own code.</summary>
internal enum TemplateErrorKind
{
    /// <summary>The text is not a template.</summary>
    Syntax,

    /// <summary>The template calls a function that does not exist.</summary>
    UnknownFunction,

    /// <summary>The data, or an argument, is not what the template needs.</summary>
    Evaluation,

    /// <summary>The template called <c>fail</c>; the message is the template's own.</summary>
    Fail,

    /// <summary>The template asks for something that a build does not do, or that this framework cannot.</summary>
    Unsupported,

    /// <summary>Blocks, parentheses, values or template calls are nested too deeply.</summary>
    DepthLimit,

    /// <summary>The output is too long.</summary>
    OutputLimit,

    /// <summary>A single string, list or map grew too large.</summary>
    ValueLimit,

    /// <summary>The template took too many steps.</summary>
    StepLimit,

    /// <summary>Regular expressions took too long.</summary>
    PatternTimeout,
}
