using System;
using System.Collections.Generic;
using Score.Core.Patches;
using Score.Core.Resources;

namespace Score.Core.Platforms;

/// <summary>What a build for one platform needs to know besides the workloads.</summary>
/// <param name="Target">The platform.</param>
/// <param name="ProjectName">The project name.</param>
/// <param name="ReadVariable">The value that an environment variable has during the build, or null when it is not set.</param>
/// <param name="VariableHint">Where a variable that the build needs can be set, in words that follow "Set it".</param>
internal sealed record BuildOptions(Platform Target, string ProjectName, Func<string, string?> ReadVariable, string VariableHint)
    : ProvisioningOptions(Target, ProjectName, ReadVariable, VariableHint)
{
    /// <summary>The patch templates, in the order in which they are applied.</summary>
    public IReadOnlyList<PatchFile> Patches { get; init; } = [];

    /// <summary>The names of the score files, without folders.</summary>
    public IReadOnlyList<string> ScoreFiles { get; init; } = [];
}
