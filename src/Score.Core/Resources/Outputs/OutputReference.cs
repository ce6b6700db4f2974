namespace Score.Core.Resources.Outputs;

/// <summary>A value that is known only when the workload starts. Each platform has references of its own.</summary>
internal abstract record OutputReference
{
    /// <summary>
    /// What the params of another resource get in its place. A provisioner works with the value itself, so what the reference
    /// stands for is needed now.
    /// </summary>
    /// <param name="build">Where the value may be found, and where it is reported that there is none.</param>
    /// <returns>The text; null with a finding when there is none.</returns>
    public abstract string? InParams(ParamContext build);
}
