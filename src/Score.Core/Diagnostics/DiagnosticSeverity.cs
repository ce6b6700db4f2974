namespace Score.Core.Diagnostics;

/// <summary>How much a finding weighs in a build.</summary>
internal enum DiagnosticSeverity
{
    /// <summary>Worth knowing; no setting of the build makes it an error.</summary>
    Message,

    /// <summary>The output is written, but may not do what the author expects.</summary>
    Warning,

    /// <summary>Nothing is written.</summary>
    Error,
}
