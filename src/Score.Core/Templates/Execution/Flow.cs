namespace Score.Core.Templates.Execution;

/// <summary>How a list of nodes ended.</summary>
internal enum Flow
{
    /// <summary>It ran to its end.</summary>
    Next,

    /// <summary>At a <c>{{break}}</c>.</summary>
    Break,

    /// <summary>At a <c>{{continue}}</c>.</summary>
    Continue,
}
