using System.Collections.Generic;
using System.Globalization;
using Score.Core.Diagnostics;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>The network service that a workload offers.</summary>
/// <param name="Key">The key <c>service</c>.</param>
/// <param name="Ports">The ports, by name in ordinal order.</param>
internal sealed record Service(YamlScalar Key, IReadOnlyList<ServicePort> Ports);

/// <summary>A port of a workload's service.</summary>
/// <param name="Key">The port's name.</param>
/// <param name="Port">The number that other workloads connect to.</param>
/// <param name="TargetPort">The number that the container listens on.</param>
/// <param name="Protocol"><c>TCP</c> or <c>UDP</c>.</param>
/// <param name="TargetPlace">Where the file says <paramref name="TargetPort"/>.</param>
internal sealed record ServicePort(YamlScalar Key, long Port, long TargetPort, string Protocol, SourceSpan TargetPlace)
{
    /// <summary>The port's name.</summary>
    public string Name => Key.Text;

    /// <summary>Whether a text means this port: its name or its number.</summary>
    public bool Answers(string nameOrNumber) => nameOrNumber == Name || nameOrNumber == Port.ToString(CultureInfo.InvariantCulture);
}
