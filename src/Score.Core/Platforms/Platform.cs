using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Resources;
using Score.Core.Specification;

namespace Score.Core.Platforms;

/// <summary>
/// A platform that a build writes for, with what that build wants of it. Everything about a platform is in its own room;
/// <see cref="PlatformBuild"/> runs it.
/// </summary>
internal abstract class Platform : ProvisioningPlatform
{
    /// <summary>The state file of the platform's command-line tool, from the project's folder and with <c>/</c>.</summary>
    public abstract string StateFile { get; }

    /// <summary>Translates workloads and their resources.</summary>
    /// <param name="workloads">Workloads without errors.</param>
    /// <param name="resources">Their resources.</param>
    /// <param name="diagnostics">Receives the findings.</param>
    /// <returns>The project; not to be used when the diagnostics have errors.</returns>
    public abstract PlatformProject Translate(IReadOnlyList<LoadedWorkload> workloads, ProvisionedResources resources, DiagnosticBag diagnostics);
}
