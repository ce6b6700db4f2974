using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Network;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Parity;

/// <summary>Ports that one platform opens further than the other, and names and numbers that are others.</summary>
internal sealed class PortParity(IReadOnlyList<Workload> workloads, ComposeFacts compose, KubernetesFacts kubernetes, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _asked = AskedFor(workloads);

    /// <summary>Reports the ports of a workload.</summary>
    public void Report(Workload workload)
    {
        List<ServicePort> ports = workload.Ports.ToList();
        if (compose.Options.Ports.Count > 0) ReportPublished(workload, ports);
        if (ports.Count == 0) return;
        ReportUnpublished(workload, ports);
        if (workloads.Count == 1) return;

        YamlScalar name = WorkloadServices.NameOf(workload);
        if (name.Text != workload.Name.Text) diagnostics.Add(DiagnosticDescriptors.ServiceNameDiffers, name.Span, name.Text, workload.Name.Text);
        List<ServicePort> others = ports.Where(p => p.Port != p.TargetPort && !IsAskedFor(workload, p)).ToList();
        if (others.Count > 0)
        {
            diagnostics.Add(DiagnosticDescriptors.PortNumbersDiffer, others[0].Key.Span, Names(others), Numbers(others, p => p.Port),
                Numbers(others, p => p.TargetPort));
        }
    }

    // A port that others of the project ask for is meant for them, and all of them reach it on both platforms.
    private void ReportUnpublished(Workload workload, List<ServicePort> ports)
    {
        List<ServicePort> hidden = ports.Where(p => !IsPublished(workload, p) && !IsAskedFor(workload, p) && !Routes.LeadTo(p, workload, compose.Resources))
            .ToList();
        if (hidden.Count == 0) return;
        string number = hidden[0].TargetPort.ToString(CultureInfo.InvariantCulture);
        string example = $"{(hidden[0].TargetPort < 1024 ? "8080" : number)}:{workload.Name.Text}:{number}";
        diagnostics.Add(DiagnosticDescriptors.PortNotPublished, hidden[0].Key.Span, WorkloadServices.NameOf(workload).Text, Names(hidden), example);
    }

    private void ReportPublished(Workload workload, List<ServicePort> ports)
    {
        foreach (PublishedPort published in compose.Options.Ports)
        {
            if (published.Parts.Count != 3 || published.Parts[1] != workload.Name.Text) continue;
            ServicePort? port = ports.Find(p => published.IsOf(workload, p));
            if (port is null)
            {
                Add(published.Place, "no Service has it. Add it to the ports of the workload's 'service' if it is to be reached there");
            }
            else if (port.Protocol == "UDP")
            {
                Add(port.Key.Span,
                    "no route can lead to it, since it is UDP. Set the workload's annotation 'k8s.score.dev/service-type' to 'LoadBalancer' or 'NodePort' if " +
                    "it is to be reached there");
            }
            else if (!Routes.LeadTo(port, workload, kubernetes.Resources))
            {
                Add(port.Key.Span, "no route leads to it. Add a resource of type 'route', or use 'kubectl port-forward'");
            }

            void Add(SourceSpan at, string what) =>
                diagnostics.Add(DiagnosticDescriptors.PublishedPortWithoutRoute, at, published.Parts[2], workload.Name.Text, new Phrase(what));
        }
    }

    private bool IsPublished(Workload workload, ServicePort port) => compose.Options.Ports.Any(p => p.IsOf(workload, port));

    private bool IsAskedFor(Workload workload, ServicePort port) =>
        _asked.Contains($"{workload.Name.Text}/{port.Name}") || _asked.Contains($"{workload.Name.Text}/{Text(port.Port)}");

    private static HashSet<string> AskedFor(IEnumerable<Workload> workloads)
    {
        HashSet<string> asked = new(StringComparer.Ordinal);
        foreach (Workload workload in workloads)
        {
            foreach (Resource resource in workload.Resources)
            {
                if (resource.Type?.Text == ServicePorts.Type && resource.Params?["workload"] is YamlScalar name && resource.Params["port"] is YamlScalar port)
                    asked.Add($"{name.Text}/{port.Text}");
            }
        }

        return asked;
    }

    private static Phrase Names(List<ServicePort> ports) => ParityWords.Enumerate("the port", "the ports", ports.Select(p => p.Name).ToList());

    private static Phrase Numbers(List<ServicePort> ports, Func<ServicePort, long> number) =>
        new(FallbackOutputs.Enumerate(ports.Select(p => Text(number(p))).ToList()));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
