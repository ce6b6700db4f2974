namespace Score.Core.Diagnostics;

/// <summary>Words of our own in a message's arguments, which unlike text from a user's file are never cut or escaped.</summary>
internal readonly record struct Phrase(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
