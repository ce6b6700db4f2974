using System;

namespace Score.Core.Templates.Patterns;

/// <summary>Why a text is not a regular expression.</summary>
internal sealed class PatternException : Exception
{
    public PatternException(string message)
        : base(message)
    {
    }
}
