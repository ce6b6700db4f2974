using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Network;

/// <summary>The ports of a workload, as its Service and its first container write them.</summary>
internal static class WorkloadPorts
{
    /// <summary>The ports of a Service, by number.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="diagnostics">Receives SCORE0515.</param>
    public static YamlSequence OfService(Workload workload, DiagnosticBag diagnostics)
    {
        YamlSequence written = new();
        Dictionary<string, ServicePort> taken = new(StringComparer.Ordinal);
        foreach (ServicePort port in workload.Ports.OrderBy(p => p.Port).ThenBy(p => p.Name, StringComparer.Ordinal))
        {
            string key = port.Port.ToString(CultureInfo.InvariantCulture) + port.Protocol;
            if (taken.TryGetValue(key, out ServicePort? first))
            {
                diagnostics.Add(DiagnosticDescriptors.DuplicateServicePort, port.Key.Span, port.Name, first.Name, port.Protocol, port.Port);
                continue;
            }

            taken.Add(key, port);
            written.Items.Add(new YamlMapping
            {
                ["name"] = port.Name,
                ["port"] = port.Port,
                ["protocol"] = port.Protocol,
                ["targetPort"] = port.TargetPort,
            });
        }

        return written;
    }

    /// <summary>The ports on which the first container listens, each once, by number.</summary>
    public static YamlSequence OfContainer(Workload workload)
    {
        YamlSequence written = new();
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (ServicePort port in workload.Ports.OrderBy(p => p.TargetPort).ThenBy(p => p.Name, StringComparer.Ordinal))
        {
            if (!taken.Add(port.TargetPort.ToString(CultureInfo.InvariantCulture) + port.Protocol)) continue;
            written.Items.Add(new YamlMapping
            {
                ["name"] = KubernetesNames.IsPortName(port.Name) ? port.Name : null,
                ["containerPort"] = port.TargetPort,
                ["protocol"] = port.Protocol,
            });
        }

        return written;
    }
}
