using System;
using System.Linq;

namespace Score.Core.Diagnostics;

/// <summary>Words of our own in a message's arguments, which unlike text from a user's file are never cut or escaped.</summary>
internal sealed class Phrase
{
    private readonly string? _text;
    private readonly Func<string>? _find;

    public Phrase(string text) => _text = text;

    /// <summary>Words that take work to find, and are not looked for when the message is not shown.</summary>
    public Phrase(Func<string> find) => _find = find;

    /// <summary>Words of which one is to be chosen: <c>a, b or c</c>.</summary>
    public static Phrase Alternatives(params string[] words) =>
        new(words.Length == 1 ? words[0] : string.Join(", ", words.Take(words.Length - 1)) + " or " + words[words.Length - 1]);

    /// <inheritdoc/>
    public override string ToString() => _text ?? _find!();
}
