using System;

namespace Score.Core.Diagnostics;

/// <summary>Words of our own in a message's arguments, which unlike text from a user's file are never cut or escaped.</summary>
internal sealed class Phrase
{
    private readonly Func<string> _text;

    public Phrase(string text) => _text = () => text;

    /// <summary>Words that take work to find, and are not looked for when the message is not shown.</summary>
    public Phrase(Func<string> text) => _text = text;

    /// <inheritdoc/>
    public override string ToString() => _text();
}
