using System.Collections.Generic;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>A resource of the whole build: what one or several workloads call by the same unique id.</summary>
internal sealed class ResourceNode(ResourceId id, Workload source, Resource definition)
{
    /// <summary>What tells it from others.</summary>
    public ResourceId Id { get; } = id;

    /// <summary>The unique id as text.</summary>
    public string Uid { get; } = id.ToString();

    /// <summary>A DNS label that no other resource of the build has, such as <c>redis-shop-cache</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The workload that defines it: the first by name that gives params, else the first by name.</summary>
    public Workload Source { get; set; } = source;

    /// <summary>The definition in that workload.</summary>
    public Resource Definition { get; set; } = definition;

    /// <summary>The metadata, from the first workload by name that gives some.</summary>
    public YamlMapping? Metadata { get; set; } = definition.Metadata;

    /// <summary>The workloads that call it theirs, by name in ordinal order.</summary>
    public List<Workload> Users { get; } = [source];

    /// <summary>The resources whose outputs its params name.</summary>
    public List<ResourceNode> Needs { get; } = [];

    /// <summary>How many of <see cref="Needs"/> are not in the order yet.</summary>
    public int Waiting { get; set; }

    /// <summary>The resources whose params name its outputs.</summary>
    public List<ResourceNode> NeededBy { get; } = [];
}
