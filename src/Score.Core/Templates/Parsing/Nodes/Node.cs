namespace Score.Core.Templates.Parsing.Nodes;

/// <summary>A part of a template. Nodes never change, so that any number of runs can share them.</summary>
/// <param name="Offset">Where it begins in the template's text; errors are reported there.</param>
internal abstract record Node(int Offset);
