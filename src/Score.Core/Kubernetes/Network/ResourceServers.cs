using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Resources;
using Score.Core.Resources.Outputs;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Network;

/// <summary>Finds the pods that serve a resource among the manifests that its provisioner made.</summary>
internal sealed class ResourceServers(ProvisionedResources resources, string @namespace)
{
    // Not jobs: nobody connects to them.
    private static readonly string[] Controllers = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"];

    // Outputs that say where a server is.
    private static readonly string[] Addresses = ["host", "hostname", "server", "endpoint", "url", "uri", "address"];

    private Dictionary<ResourceId, ResourceAdditions>? _additions;

    /// <summary>Adds rules for the pods of a resource and of those that it is made with.</summary>
    /// <returns>Whether there are any.</returns>
    public bool AddTo(PolicyRules rules, ResourceId id)
    {
        bool isFound = false;
        HashSet<ResourceId> seen = [];
        Stack<ResourceId> open = new([id]);
        while (open.Count > 0)
        {
            ResourceId next = open.Pop();
            if (!seen.Add(next) || !Additions().TryGetValue(next, out ResourceAdditions? added)) continue;
            isFound |= Add(rules, added);
            foreach (ResourceNode need in added.Node.Needs) open.Push(need.Id);
        }

        return isFound;
    }

    /// <summary>Whether a resource seems to be something to connect to.</summary>
    public static bool HasAddress(ResourceOutputs outputs) => outputs switch
    {
        FallbackOutputs => true,
        TemplateOutputs { Volume: null } made => made.Values.Any(e => Addresses.Contains(e.Name, StringComparer.OrdinalIgnoreCase)),
        _ => false,
    };

    private bool Add(PolicyRules rules, ResourceAdditions added)
    {
        List<YamlMapping> selected = [];
        bool isFound = false;
        foreach (YamlMapping service in added.Items<YamlMapping>(KubernetesPlatform.Manifests).Where(m => Text(m["kind"]) == "Service"))
        {
            if (service["spec"] is not YamlMapping { } spec || spec["selector"] is not YamlMapping { Count: > 0 } labels) continue;
            selected.Add(labels);
            rules.Add(Pods(labels, service), Ports(spec["ports"], "targetPort", "port").Select(p => Resolve(p, labels, added)).ToList());
            isFound = true;
        }

        foreach (YamlMapping controller in added.Items<YamlMapping>(KubernetesPlatform.Manifests).Where(m => Controllers.Contains(Text(m["kind"]))))
        {
            if ((controller["spec"] as YamlMapping)?["template"] is not YamlMapping template
                || (template["metadata"] as YamlMapping)?["labels"] is not YamlMapping { Count: > 0 } own)
            {
                continue;
            }
            if (selected.Exists(s => Selects(s, own))) continue;
            if (((controller["spec"] as YamlMapping)?["selector"] as YamlMapping)?["matchLabels"] is not YamlMapping { Count: > 0 } labels) continue;
            rules.Add(Pods(labels, controller),
                ContainerPorts(template).SelectMany(p => Ports(new YamlSequence([p]), "containerPort", "containerPort")).ToList());
            isFound = true;
        }

        return isFound;
    }

    // The number of a port that a Service names: not every network finds it out for connections that leave a pod.
    private static PolicyPort Resolve(PolicyPort port, YamlMapping labels, ResourceAdditions added)
    {
        if (port.Port.Kind == YamlScalarKind.Integer) return port;
        YamlMapping? named = added.Items<YamlMapping>(KubernetesPlatform.Manifests)
            .Select(m => (m["spec"] as YamlMapping)?["template"] as YamlMapping)
            .OfType<YamlMapping>()
            .Where(t => (t["metadata"] as YamlMapping)?["labels"] is YamlMapping own && Selects(labels, own))
            .SelectMany(ContainerPorts)
            .FirstOrDefault(p => Text(p["name"]) == port.Port.Text);
        return named?["containerPort"] is YamlScalar { Kind: YamlScalarKind.Integer } number ? port with { Port = number } : port;
    }

    private static IEnumerable<YamlMapping> ContainerPorts(YamlMapping template)
    {
        IEnumerable<YamlMapping> containers = ((template["spec"] as YamlMapping)?["containers"] as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];
        return containers.SelectMany(c => (c["ports"] as YamlSequence)?.Items.OfType<YamlMapping>() ?? []);
    }

    private static bool Selects(YamlMapping selector, YamlMapping labels) => selector.All(e => Text(labels[e.Name]) == Text(e.Value));

    private YamlMapping Pods(YamlMapping labels, YamlMapping manifest)
    {
        string own = Text((manifest["metadata"] as YamlMapping)?["namespace"]);
        return PolicyRules.Pods(labels, own == @namespace ? "" : own);
    }

    private static List<PolicyPort> Ports(YamlNode? ports, string key, string otherwise)
    {
        List<PolicyPort> found = [];
        foreach (YamlMapping port in (ports as YamlSequence)?.Items.OfType<YamlMapping>() ?? [])
        {
            if ((port[key] ?? port[otherwise]) is YamlScalar { Kind: YamlScalarKind.Integer or YamlScalarKind.String } number)
                found.Add(new PolicyPort(port["protocol"] is YamlScalar protocol ? protocol.Text : "TCP", number));
        }

        return found;
    }

    private Dictionary<ResourceId, ResourceAdditions> Additions()
    {
        if (_additions is not null) return _additions;
        _additions = [];
        foreach (ResourceAdditions added in resources.Additions) _additions[added.Node.Id] = added;
        return _additions;
    }

    private static string Text(YamlNode? node) => (node as YamlScalar)?.Text ?? "";
}
