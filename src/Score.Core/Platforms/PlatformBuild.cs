using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Platforms;

/// <summary>The build of checked workloads for one platform: the one place that knows its steps and their order.</summary>
/// <param name="Options">What the build was told.</param>
/// <param name="Workloads">The workloads.</param>
/// <param name="Resources">Their resources as they were provisioned.</param>
/// <param name="Translated">What both were translated to, before patches.</param>
/// <param name="Patched">The same after patches.</param>
internal sealed record PlatformBuild(
    BuildOptions Options,
    IReadOnlyList<LoadedWorkload> Workloads,
    ProvisionedResources Resources,
    PlatformProject Translated,
    PlatformProject Patched)
{
    /// <summary>What is to be written; not to be asked for when the diagnostics have errors.</summary>
    public PlatformOutput Output => Patched.Write(Options.ScoreFiles);

    /// <summary>Builds.</summary>
    /// <param name="workloads">Workloads without errors.</param>
    /// <param name="options">What there is to know of the build.</param>
    /// <param name="diagnostics">Receives the findings of all steps.</param>
    public static PlatformBuild Run(IReadOnlyList<LoadedWorkload> workloads, BuildOptions options, DiagnosticBag diagnostics)
    {
        return Translate(workloads, options, Provision(workloads, options, diagnostics), diagnostics);
    }

    private static PlatformBuild Translate(
        IReadOnlyList<LoadedWorkload> workloads, BuildOptions options, ProvisionedResources resources, DiagnosticBag diagnostics)
    {
        PlatformProject project = options.Target.Translate(workloads, resources, diagnostics);

        // Which outputs resources of unknown types need is known when the translation has asked for them.
        if (resources.Fallbacks.Count > 0) Fallback.Report(resources.Fallbacks, diagnostics);
        PlatformProject patched = Patch(project, options, diagnostics);
        if (options.Secrets is { } secrets && !diagnostics.HasErrors) patched = patched.Conceal(secrets, diagnostics);
        if (!diagnostics.HasErrors) patched.CheckWhole(resources.Additions, options.Patches, diagnostics);
        return new PlatformBuild(options, workloads, resources, project, patched);
    }

    /// <summary>What a list of resources shows.</summary>
    /// <param name="workloads">Workloads without errors.</param>
    /// <param name="options">What there is to know of the build.</param>
    /// <param name="diagnostics">Receives the findings about resources; a build says what else is wrong.</param>
    public static PlatformList List(IReadOnlyList<LoadedWorkload> workloads, BuildOptions options, DiagnosticBag diagnostics)
    {
        ProvisionedResources resources = Provision(workloads, options, diagnostics);
        DiagnosticBag translating = new();
        PlatformProject? project = diagnostics.HasErrors ? null : Translate(workloads, options, resources, translating).Patched;
        return new PlatformList(resources, project is null || translating.HasErrors ? [] : project.Addresses().ToList());
    }

    private static ProvisionedResources Provision(IReadOnlyList<LoadedWorkload> loaded, BuildOptions options, DiagnosticBag diagnostics)
    {
        List<Workload> workloads = [];
        foreach (LoadedWorkload each in loaded) workloads.Add(each.Workload);
        return ResourceProvisioning.Run(workloads, options, diagnostics);
    }

    /// <summary>Applies patch templates to what workloads were translated to.</summary>
    /// <param name="project">The project; it is not changed.</param>
    /// <param name="options">What there is to know of the build.</param>
    /// <param name="diagnostics">Receives the findings.</param>
    public static PlatformProject Patch(PlatformProject project, BuildOptions options, DiagnosticBag diagnostics)
    {
        if (options.Patches.Count == 0) return project;
        SortedSet<string> variablesRead = new(project.VariablesRead, StringComparer.Ordinal);
        PatchOptions patching = new(options.RandomScope, options.Seed, options.ReadVariable) { Secrets = options.Secrets, Cancellation = options.Cancellation };
        YamlNode patched = PatchTemplates.Apply(project.Tree, options.Patches, project.PatchData, patching, variablesRead, diagnostics, project.Check);
        return project.With(patched, options.Patches[options.Patches.Count - 1], diagnostics) with { VariablesRead = variablesRead };
    }
}
