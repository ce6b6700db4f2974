using System.Collections.Generic;
using System.Linq;
using System.Text;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Tests.Platforms.Plain;

/// <summary>The lines of all workloads.</summary>
/// <param name="Lines">By the workload's name, the lines by their first words.</param>
/// <param name="Workloads">The workloads.</param>
internal sealed record PlainProject(YamlMapping Lines, IReadOnlyList<Workload> Workloads) : PlatformProject
{
    /// <inheritdoc/>
    public override YamlNode Tree => Lines;

    /// <inheritdoc/>
    public override PatchData PatchData => new(new GoField("Plain", GoType.AnyMap), Workloads);

    /// <summary>Translates.</summary>
    public static PlainProject Of(IReadOnlyList<LoadedWorkload> workloads, ProvisionedResources resources, DiagnosticBag diagnostics)
    {
        YamlMapping lines = new();
        foreach (LoadedWorkload workload in workloads) lines.Set(workload.Workload.Name.Text, LinesOf(workload.Workload, resources, diagnostics));
        return new PlainProject(lines, [.. workloads.Select(w => w.Workload)]);
    }

    /// <inheritdoc/>
    public override PlatformProject With(YamlNode tree, PatchFile last, DiagnosticBag diagnostics) => this with { Lines = (YamlMapping)tree };

    /// <inheritdoc/>
    public override PlatformOutput Write(IReadOnlyList<string> scoreFiles) => new(Lines.Select(workload => new PlatformFile(
        PlatformFileKind.Generated,
        workload.Name + ".txt",
        Encoding.UTF8.GetBytes(string.Concat(((YamlMapping)workload.Value).Select(l => $"{l.Name}: {((YamlScalar)l.Value).Text}\n"))))).ToList());

    private static YamlMapping LinesOf(Workload workload, ProvisionedResources resources, DiagnosticBag diagnostics)
    {
        YamlMapping lines = new();
        PlaceholderExpander expander = new(workload, resources.Outputs, diagnostics);
        foreach (Container container in workload.Containers)
        {
            foreach (TextEntry variable in container.Variables) lines.Set($"{container.Name} {variable.Name}", Written(expander.Expand(variable.Value)));
            foreach (ContainerVolume volume in container.Volumes)
            {
                Resource resource = expander.BareResource(volume.Source)!;
                if (resources.Of(workload, resource).Volume is { } mounted) lines.Set($"{container.Name} {volume.Target.Text}", mounted["shelf"]!);
            }
        }

        foreach (ResourceAdditions added in resources.Additions.Where(a => a.Node.Source == workload))
            foreach (YamlScalar note in added.Items<YamlScalar>(PlainPlatform.Notes)) lines.Set("note of " + added.Node.Uid, note);
        return lines;
    }

    private static string Written(IEnumerable<TextSegment> segments) =>
        string.Concat(segments.Select(s => s.Reference is LookUp reference ? $"<{reference.Where}>" : s.Text));
}
