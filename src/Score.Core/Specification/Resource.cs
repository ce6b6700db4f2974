using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>Something that a workload needs.</summary>
/// <param name="Key">The name in the workload.</param>
/// <param name="Type">The type; null when it is missing or wrong.</param>
/// <param name="Class">The variant of the type, or null.</param>
/// <param name="ExternalId">The id that workloads share, or null.</param>
/// <param name="Params">Inputs for the provisioner, or null.</param>
/// <param name="Metadata">Annotations and other values, or null.</param>
internal sealed record Resource(YamlScalar Key, YamlScalar? Type, YamlScalar? Class, YamlScalar? ExternalId, YamlMapping? Params, YamlMapping? Metadata)
{
    /// <summary>The name in the workload.</summary>
    public string Name => Key.Text;
}
