namespace Score.Core.Resources;

/// <summary>What routes from outside are in Kubernetes. Templates see it as <c>.Route</c>.</summary>
/// <param name="Kind"><c>HttpRoute</c> or <c>Ingress</c>.</param>
/// <param name="Gateway">The name of the Gateway to which routes belong.</param>
/// <param name="GatewayNamespace">Its namespace; empty when it is that of the routes.</param>
/// <param name="IngressClass">The class of each Ingress; empty for the default class of the cluster.</param>
internal sealed record RouteOptions(string Kind, string Gateway, string GatewayNamespace, string IngressClass)
{
    /// <summary>The options of a build that does not say.</summary>
    public static readonly RouteOptions Default = new("HttpRoute", "default", "", "");
}
