using System;
using System.Collections.Generic;
using System.Globalization;
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
        HashSet<string> taken = new(StringComparer.Ordinal);
        List<ServicePort> ports = Sorted(workload, p => p.Port);
        foreach (ServicePort port in ports)
        {
            if (!taken.Add(port.Port.ToString(CultureInfo.InvariantCulture) + port.Protocol))
            {
                ReportDuplicate(port, ports, diagnostics);
                continue;
            }

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

    private static void ReportDuplicate(ServicePort port, List<ServicePort> ports, DiagnosticBag diagnostics)
    {
        ServicePort first = ports.Find(p => p.Port == port.Port && p.Protocol == port.Protocol)!;
        diagnostics.Add(DiagnosticDescriptors.DuplicateServicePort, port.Key.Span, port.Name, first.Name, port.Protocol, port.Port);
    }

    /// <summary>The ports on which the first container listens, each once, by number.</summary>
    public static YamlSequence OfContainer(Workload workload)
    {
        YamlSequence written = new();
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (ServicePort port in Sorted(workload, p => p.TargetPort))
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

    // Names are unique. OrderBy a number is compiled at run time.
    private static List<ServicePort> Sorted(Workload workload, Func<ServicePort, long> number)
    {
        List<ServicePort> ports = new(workload.Ports);
        ports.Sort((a, b) => number(a) == number(b) ? string.CompareOrdinal(a.Name, b.Name) : number(a).CompareTo(number(b)));
        return ports;
    }
}
