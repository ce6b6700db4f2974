using System;
using System.Collections.Generic;
using Score.Core.Specification;

namespace Score.Core.Resources.Outputs;

/// <summary>The outputs of the resources that have been provisioned.</summary>
internal sealed class OutputsByResource
{
    private readonly Dictionary<string, ResourceOutputs> _outputs = new(StringComparer.Ordinal);

    /// <summary>Adds those of the resource of a unique id.</summary>
    public void Add(string uid, ResourceOutputs outputs) => _outputs.Add(uid, outputs);

    /// <summary>The outputs of a workload's resource.</summary>
    public ResourceOutputs Of(Workload workload, Resource resource) => _outputs[ResourceId.Of(workload, resource).ToString()];

    /// <summary>The outputs of a resource.</summary>
    public ResourceOutputs Of(ResourceNode node) => _outputs[node.Uid];

    /// <summary>The outputs of the resource of a unique id, or null. The class may be left out when it is the default one.</summary>
    public ResourceOutputs? Find(string uniqueId)
    {
        if (_outputs.TryGetValue(uniqueId, out ResourceOutputs? outputs)) return outputs;
        int hash = uniqueId.IndexOf('#');
        return hash >= 0 && _outputs.TryGetValue(uniqueId.Insert(hash, "." + ResourceId.DefaultClass), out outputs) ? outputs : null;
    }
}
