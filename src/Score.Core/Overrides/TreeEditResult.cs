namespace Score.Core.Overrides;

/// <summary>What came of a change to a tree.</summary>
internal enum TreeEditResult
{
    /// <summary>The tree has changed.</summary>
    Done,

    /// <summary>There was nothing to take away.</summary>
    NothingThere,

    /// <summary>The path is none.</summary>
    Malformed,

    /// <summary>The tree has no place for the path.</summary>
    NotApplicable,
}
