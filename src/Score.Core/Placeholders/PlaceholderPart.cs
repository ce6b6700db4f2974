namespace Score.Core.Placeholders;

/// <summary>A part of a text: a placeholder, or literal text with its escapes undone.</summary>
/// <param name="Text">The placeholder's content between the braces, or the literal text.</param>
/// <param name="IsPlaceholder">Which of the two it is.</param>
/// <param name="Offset">Where the part begins in the text as written.</param>
/// <param name="Length">Its length as written.</param>
internal sealed record PlaceholderPart(string Text, bool IsPlaceholder, int Offset, int Length);
