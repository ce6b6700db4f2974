using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Text;

namespace Score.MSBuild;

/// <content>What routes from outside become.</content>
public sealed partial class GenerateK8sManifests
{
    private const int MaxName = 253;

    /// <summary>What a resource of type <c>route</c> becomes: <c>HttpRoute</c> (the default) or <c>Ingress</c>.</summary>
    public string Route { get; set; } = "";

    /// <summary>The Gateway of HTTPRoutes, such as <c>outside</c> or <c>infra/outside</c> with its namespace; <c>default</c> when empty.</summary>
    public string Gateway { get; set; } = "";

    /// <summary>The class of each Ingress, such as <c>nginx</c>; that of the cluster when empty.</summary>
    public string IngressClass { get; set; } = "";

    private RouteOptions ReadRouteOptions(DiagnosticBag diagnostics)
    {
        string kind = PropertyWords.Route[Option("ScoreK8sRoute", Route, PropertyWords.Route, diagnostics)];
        int slash = Gateway.IndexOf('/');
        string place = slash < 0 ? "" : Gateway.Substring(0, slash);
        string name = Gateway.Length == 0 ? RouteOptions.Default.Gateway : Gateway.Substring(slash + 1);
        if (!IsSubdomain(name) || (slash >= 0 && !DnsName.IsLabel(place)))
            Report("ScoreK8sGateway", Gateway, "the name of a Gateway such as 'outside', or its namespace and name such as 'infra/outside'");
        if (IngressClass.Length > 0 && !IsSubdomain(IngressClass)) Report("ScoreK8sIngressClass", IngressClass, "the name of an IngressClass such as 'nginx'");
        return new RouteOptions(kind, name, place, IngressClass);

        void Report(string property, string value, string allowed) => AddInvalidProperty(property, value, new Phrase(allowed), diagnostics);
    }

    private static bool IsSubdomain(string name) => name.Length is > 0 and <= MaxName && name.Split('.').All(DnsName.IsLabel);
}
