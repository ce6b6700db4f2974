using System.Collections.Generic;
using Score.Core.Specification;

namespace Score.Core.Resources.Outputs;

/// <summary>The outputs of the resources that have been provisioned.</summary>
internal sealed class OutputsByResource
{
    private readonly Dictionary<ResourceId, ResourceOutputs> _outputs = [];

    /// <summary>Adds those of a resource.</summary>
    public void Add(ResourceId id, ResourceOutputs outputs) => _outputs.Add(id, outputs);

    /// <summary>The outputs of a workload's resource.</summary>
    public ResourceOutputs Of(Workload workload, Resource resource) => _outputs[ResourceId.Of(workload, resource)];

    /// <summary>The outputs of a resource.</summary>
    public ResourceOutputs Of(ResourceNode node) => _outputs[node.Id];

    /// <summary>The outputs of the resource of a unique id, or null. The class may be left out when it is the default one.</summary>
    public ResourceOutputs? Find(string uniqueId)
    {
        foreach ((ResourceId id, ResourceOutputs outputs) in _outputs)
        {
            if (uniqueId == id.ToString() || (id.Class == ResourceId.DefaultClass && uniqueId == $"{id.Type}#{id.Id}")) return outputs;
        }

        return null;
    }
}
