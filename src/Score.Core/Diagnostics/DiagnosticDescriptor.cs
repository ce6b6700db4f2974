namespace Score.Core.Diagnostics;

/// <summary>One kind of finding. Every descriptor has a section in docs/diagnostics.md.</summary>
/// <param name="Code">The stable code, such as <c>SCORE0101</c>. Codes are never reused.</param>
/// <param name="Severity">The severity before the build's own settings (NoWarn, WarningsAsErrors) apply.</param>
/// <param name="MessageFormat">A composite format: one sentence on what is wrong and one on what to do.</param>
internal sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string MessageFormat);
