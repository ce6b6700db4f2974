namespace Score.Core.Diagnostics;

/// <summary>One finding, with its place and its words.</summary>
/// <param name="Descriptor">The kind of finding.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Message">The complete text.</param>
internal sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceSpan Span, string Message);
