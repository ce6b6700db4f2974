using System.Linq;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Network;

/// <summary>The Services under which workloads reach each other.</summary>
internal static class WorkloadServices
{
    /// <summary>The annotation that names a workload's Service.</summary>
    public const string Annotation = "k8s.score.dev/service-name";

    /// <summary>The text that gives the name of a workload's Service: the annotation if there is one, else the workload's name.</summary>
    public static YamlScalar NameOf(Workload workload) => workload.Annotations.FirstOrDefault(a => a.Name == Annotation)?.Value ?? workload.Name;
}
