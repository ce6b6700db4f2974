namespace Score.Core.Resources;

/// <summary>A value that is known only when the workload starts. Each platform has references of its own.</summary>
internal abstract record OutputReference;
