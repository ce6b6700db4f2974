using Score.Core.Templates.Values;

namespace Score.Core.Kubernetes;

/// <summary>What routes from outside are in Kubernetes. Templates see it as <c>.Route</c>.</summary>
/// <param name="Kind"><c>HttpRoute</c> or <c>Ingress</c>.</param>
/// <param name="Gateway">The name of the Gateway to which routes belong.</param>
/// <param name="GatewayNamespace">Its namespace; empty when it is that of the routes.</param>
/// <param name="IngressClass">The class of each Ingress; empty for the default class of the cluster.</param>
internal sealed record RouteOptions(string Kind, string Gateway, string GatewayNamespace, string IngressClass)
{
    /// <summary>The options of a build that does not say.</summary>
    public static readonly RouteOptions Default = new("HttpRoute", "default", "", "");

    /// <summary>What templates see.</summary>
    public static GoType DataType { get; } = GoType.StructOf(
        "templateprov.Route",
        new GoField("Kind", GoType.String),
        new GoField("Gateway", GoType.String),
        new GoField("GatewayNamespace", GoType.String),
        new GoField("IngressClass", GoType.String));

    /// <summary>The same as templates see it.</summary>
    public GoValue ToData() =>
        GoValue.Of(new GoStruct(DataType, GoValue.Of(Kind), GoValue.Of(Gateway), GoValue.Of(GatewayNamespace), GoValue.Of(IngressClass)));
}
