namespace Score.Core.Diagnostics;

/// <summary>One kind of finding. Every descriptor has a section in docs/diagnostics.md.</summary>
internal sealed class DiagnosticDescriptor(string code, DiagnosticSeverity severity, string messageFormat)
{
    /// <summary>The stable code, such as <c>SCORE0101</c>. Codes are never reused.</summary>
    public string Code { get; } = code;

    /// <summary>The severity before the build's own settings (NoWarn, WarningsAsErrors) apply.</summary>
    public DiagnosticSeverity Severity { get; } = severity;

    /// <summary>A composite format: one sentence on what is wrong and one on what to do.</summary>
    public string MessageFormat { get; } = messageFormat;
}
