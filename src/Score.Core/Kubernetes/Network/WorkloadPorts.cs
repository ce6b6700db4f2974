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
            YamlMapping entry = new();
            entry.Set("name", port.Name);
            entry.Set("port", YamlScalar.Integer(port.Port));
            entry.Set("protocol", port.Protocol);
            entry.Set("targetPort", YamlScalar.Integer(port.TargetPort));
            written.Items.Add(entry);
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
            YamlMapping entry = new();
            if (KubernetesNames.IsPortName(port.Name)) entry.Set("name", port.Name);
            entry.Set("containerPort", YamlScalar.Integer(port.TargetPort));
            entry.Set("protocol", port.Protocol);
            written.Items.Add(entry);
        }

        return written;
    }
}
