namespace Score.Core.Specification;

/// <summary>A workload with all that it reads from disk.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Files">The contents of its containers' files.</param>
internal sealed record LoadedWorkload(Workload Workload, FileContents Files);
