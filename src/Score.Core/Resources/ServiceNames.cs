using System.Linq;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>The names under which workloads reach each other.</summary>
internal static class ServiceNames
{
    /// <summary>The annotation that names a workload's Service in Kubernetes.</summary>
    public const string Annotation = "k8s.score.dev/service-name";

    /// <summary>The name of a workload's service: in Kubernetes that of the annotation if there is one, else the workload's.</summary>
    public static string Of(Workload workload, Platform platform) => Place(workload, platform).Text;

    /// <summary>The text that gives the name.</summary>
    public static YamlScalar Place(Workload workload, Platform platform) =>
        (platform == Platform.Kubernetes ? workload.Annotations.FirstOrDefault(a => a.Name == Annotation)?.Value : null) ?? workload.Name;
}
