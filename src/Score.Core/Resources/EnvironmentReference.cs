namespace Score.Core.Resources;

/// <summary>An environment variable.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Required">Whether starting without it is an error.</param>
internal sealed record EnvironmentReference(string Name, bool Required) : OutputReference;
