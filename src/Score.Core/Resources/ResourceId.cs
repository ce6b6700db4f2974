using Score.Core.Specification;

namespace Score.Core.Resources;

/// <summary>What tells one resource from another: the same id in several workloads is one resource.</summary>
/// <param name="Type">The type.</param>
/// <param name="Class">The class; <c>default</c> when the file gives none.</param>
/// <param name="Id">The id of the file, else the workload's name, a dot, and the resource's name.</param>
internal sealed record ResourceId(string Type, string Class, string Id)
{
    /// <summary>The class of a resource whose file gives none.</summary>
    public const string DefaultClass = "default";

    /// <summary>The id of a resource of a workload.</summary>
    public static ResourceId Of(Workload workload, Resource resource) => new(
        resource.Type?.Text ?? "",
        resource.Class?.Text ?? DefaultClass,
        resource.ExternalId?.Text ?? $"{workload.Name.Text}.{resource.Name}");

    /// <summary>The unique id: <c>TYPE.CLASS#ID</c>.</summary>
    public override string ToString() => $"{Type}.{Class}#{Id}";

    /// <summary>The id as part of a name that must not have dots.</summary>
    public string ToName() => Id.Replace('.', '-');
}
