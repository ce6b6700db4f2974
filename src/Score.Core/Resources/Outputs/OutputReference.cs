namespace Score.Core.Resources.Outputs;

/// <summary>A value that is known only when the workload starts. Each platform has references of its own.</summary>
internal abstract record OutputReference;
