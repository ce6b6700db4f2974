using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;

namespace Score.Core.Resources;

/// <summary>The resources of a build's workloads as they were provisioned. The translators see this only.</summary>
/// <param name="Options">What there was to know of the build.</param>
/// <param name="Nodes">The resources in the order in which they were provisioned.</param>
/// <param name="Outputs">Their outputs.</param>
internal sealed record ProvisionedResources(ProvisioningOptions Options, IReadOnlyList<ResourceNode> Nodes, OutputsByResource Outputs)
{
    /// <summary>What the build writes for.</summary>
    public ProvisioningPlatform Platform => Options.Platform;

    /// <summary>What the resources add to the platform, in the order in which they were provisioned.</summary>
    public IReadOnlyList<ResourceAdditions> Additions { get; init; } = [];

    /// <summary>The resources of unknown types.</summary>
    public IReadOnlyList<Fallback> Fallbacks { get; init; } = [];

    /// <summary>The environment variables whose values were needed, in ordinal order.</summary>
    public IReadOnlyCollection<string> VariablesRead { get; init; } = [];

    /// <summary>Whether outputs and files may have something of the environment: templates have read variables, or programs have run.</summary>
    public bool KnowsEnvironment { get; init; }

    /// <summary>The full paths of the programs that provisioners name by paths: what they make depends on them.</summary>
    public IReadOnlyCollection<string> Programs { get; init; } = [];

    /// <summary>The outputs of a resource.</summary>
    public ResourceOutputs Of(Workload workload, Resource resource) => Outputs.Of(workload, resource);

    /// <summary>The resources in the order in which they were provisioned.</summary>
    public IEnumerable<ListedResource> List()
    {
        List<ListedProvisioner> others = ListedProvisioner.All(Options with { Provisioners = [] }).ToList();
        DiagnosticBag said = new();
        foreach (ResourceNode node in Nodes)
        {
            yield return new ListedResource(
                node.Uid,
                ProvisionerChoice.For(node, Options.Provisioners, said)?.Uri.Text ?? others.Find(p => p.Serves(node.Id))?.Uri ?? "",
                (Outputs.Of(node) as FallbackOutputs)?.Origin ?? "",
                Outputs.Of(node).Names,
                node.Source.Name.Text);
        }
    }
}
