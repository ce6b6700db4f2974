using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Settings;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Network;

/// <summary>
/// Makes network policies: the pods of a workload may be reached at its service's ports, by those who are known to need them, and
/// may reach name servers, the workloads that its resources name, and the servers of its resources. Nothing else.
/// </summary>
internal sealed class NetworkPolicies(IReadOnlyList<LoadedWorkload> workloads, ProvisionedResources resources, KubernetesOptions options)
{
    private readonly ResourceServers _servers = new(resources, options.Namespace);
    private List<Connection>? _connections;

    /// <summary>The policy of a workload, or null when it has none.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="diagnostics">Receives SCORE0553.</param>
    public YamlMapping? Of(Workload workload, WorkloadSettings settings, DiagnosticBag diagnostics)
    {
        if (settings[KnownSettings.NetworkPolicy]?.Node is not YamlScalar { Value: true }) return null;
        WorkloadIdentity identity = Identity(workload);
        YamlMapping policy = identity.Object("networking.k8s.io/v1", "NetworkPolicy", workload.Name.Text);
        policy["spec"] = new YamlMapping
        {
            ["podSelector"] = new YamlMapping { ["matchLabels"] = identity.Selector() },
            ["policyTypes"] = YamlSequence.Strings(["Ingress", "Egress"]),
            ["ingress"] = Ingress(workload, settings).UnlessEmpty,
            ["egress"] = Egress(workload, settings, diagnostics),
        };
        return policy;
    }

    private YamlSequence Ingress(Workload workload, WorkloadSettings settings)
    {
        PolicyRules rules = new("from");
        bool isOpen = settings[KnownSettings.ServiceType] is { Text: not "ClusterIP" };
        List<PolicyPort> all = [];
        foreach (ServicePort port in workload.Ports)
        {
            PolicyPort target = PolicyPort.Of(port);
            all.Add(target);
            // Where a gateway's own pods are, only the cluster knows.
            if (isOpen || Routes.LeadTo(port, workload, resources))
            {
                rules.Add(null, [target]);
                continue;
            }

            IEnumerable<Connection> connections = Connections().Where(c => c.To == workload && (c.Port is null || c.Port.Name == port.Name));
            List<Workload> callers = connections.Select(c => c.From).Distinct().ToList();
            foreach (Workload caller in callers) rules.Add(PodsOf(caller), [target]);

            // Whoever needs it then is not in this build.
            if (callers.Count == 0) rules.Add(PolicyRules.Pods(new YamlMapping()), [target]);
        }

        if (settings.Kind == WorkloadKind.StatefulSet) rules.Add(PodsOf(workload), []);
        AddPeers(settings[KnownSettings.AllowIngress], all, rules);
        return rules.Write();
    }

    private YamlSequence Egress(Workload workload, WorkloadSettings settings, DiagnosticBag diagnostics)
    {
        // Name servers are in other namespaces, or on the node.
        PolicyRules rules = new("to");
        rules.Add(null, [new PolicyPort("UDP", YamlScalar.Integer(53)), new PolicyPort("TCP", YamlScalar.Integer(53))]);
        if (options.Telemetry is { } telemetry) rules.Add(null, [new PolicyPort("TCP", YamlScalar.Integer(telemetry.Port))]);
        foreach (Connection connection in Connections().Where(c => c.From == workload))
            rules.Add(PodsOf(connection.To), connection.Port is { } port ? [PolicyPort.Of(port)] : connection.To.Ports.Select(PolicyPort.Of).ToList());
        foreach (Resource resource in workload.Resources)
        {
            bool isFound = _servers.AddTo(rules, ResourceId.Of(workload, resource)) || Connections().Any(c => c.From == workload && c.Through == resource);
            if (isFound || settings[KnownSettings.AllowEgress] is not null || resource.Type?.Text is Routes.Type or "dns") continue;
            if (ResourceServers.HasAddress(resources.Of(workload, resource)))
                diagnostics.Add(DiagnosticDescriptors.ServerUnknown, (resource.Type ?? resource.Key).Span, resource.Name);
        }

        if (settings.Kind == WorkloadKind.StatefulSet) rules.Add(PodsOf(workload), []);
        AddPeers(settings[KnownSettings.AllowEgress], [], rules);
        return rules.Write();
    }

    private static void AddPeers(SettingValue? setting, List<PolicyPort> ports, PolicyRules rules)
    {
        if (setting is null) return;
        foreach (PeerAddress peer in PeerAddress.ReadAll(setting.Text)!)
            rules.Add(peer.Peer(), peer.Port is { } port ? [new PolicyPort("TCP", YamlScalar.Integer(port))] : ports);
    }

    // Which workload names which: an output that is the name of a Service says so, and the output 'port' says at which port.
    private List<Connection> Connections()
    {
        if (_connections is not null) return _connections;
        _connections = [];
        foreach (Workload workload in workloads.Select(l => l.Workload))
        {
            foreach (Resource resource in workload.Resources)
            {
                if (resource.Type?.Text == Routes.Type || resources.Of(workload, resource) is not TemplateOutputs outputs) continue;
                foreach (Workload target in workloads.Select(l => l.Workload).Where(w => Names(outputs, WorkloadServices.NameOf(w).Text)))
                {
                    string? number = (outputs.Values["port"] as YamlScalar)?.Text;
                    ServicePort? port = number is null ? null : target.Ports.FirstOrDefault(p => p.Answers(number));
                    _connections.Add(new Connection(workload, resource, target, port));
                }
            }
        }

        return _connections;
    }

    private static bool Names(TemplateOutputs outputs, string service) =>
        outputs.Values.Any(e => e.Value is YamlScalar text && text.Text == service);

    private YamlMapping PodsOf(Workload workload) => PolicyRules.Pods(Identity(workload).Selector());

    private WorkloadIdentity Identity(Workload workload) => new(workload, options);

    /// <summary>A workload that names another one through a resource; at all of its ports when there is no port.</summary>
    private sealed record Connection(Workload From, Resource Through, Workload To, ServicePort? Port);
}
