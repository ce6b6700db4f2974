namespace Score.Core.Templates.Dates;

/// <summary>A part of a layout: text that stands for itself, or a field of the reference time.</summary>
/// <param name="Field">The field, as the reference time writes it; empty for text.</param>
/// <param name="Text">The characters in the layout.</param>
internal readonly record struct LayoutPart(string Field, string Text);
