namespace Score.Core.Resources.Outputs;

/// <summary>A part of an expanded text: literal text, or a reference that the platform resolves.</summary>
/// <param name="Text">The literal text; empty for a reference.</param>
/// <param name="Reference">The reference, or null.</param>
/// <param name="Offset">Where the part begins in the text as written.</param>
/// <param name="Length">Its length as written.</param>
internal sealed record TextSegment(string Text, OutputReference? Reference, int Offset, int Length);
