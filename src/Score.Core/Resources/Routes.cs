using System.Linq;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>The resources of type <c>route</c>: ways from outside to a workload.</summary>
internal static class Routes
{
    /// <summary>The type.</summary>
    public const string Type = "route";

    /// <summary>Whether a route of a workload leads to one of its ports. One whose port is a placeholder may lead to any.</summary>
    public static bool LeadTo(ServicePort port, Workload workload, ProvisionedResources resources) => workload.Resources.Any(r =>
        r.Type?.Text == Type
        && resources.Of(workload, r) is TemplateOutputs
        && (r.Params?["port"] is not YamlScalar named || named.Text.Contains('$') || port.Answers(named.Text)));

    /// <summary>The host, a port of it and the path of a route as a URL; null when its params do not have them.</summary>
    /// <param name="route">What a provisioner made of the route.</param>
    /// <param name="port">The port with a colon before it, or nothing.</param>
    public static string? UrlOf(ResourceAdditions route, string port) =>
        route.Node.Id.Type == Type && route.Parameters?["host"] is YamlScalar host && route.Parameters["path"] is YamlScalar path
            ? $"http://{host.Text}{port}{path.Text}"
            : null;
}
