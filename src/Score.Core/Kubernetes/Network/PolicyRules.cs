using System.Collections.Generic;
using System.Linq;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes.Network;

/// <summary>The rules of a network policy in one direction, each once.</summary>
/// <param name="direction"><c>from</c> or <c>to</c>.</param>
internal sealed class PolicyRules(string direction)
{
    private readonly List<Rule> _rules = [];

    /// <summary>Adds a rule. The ports of several rules for one peer are in one.</summary>
    /// <param name="peer">The other side; null for everybody.</param>
    /// <param name="ports">The ports; all of them when there are none.</param>
    public void Add(YamlMapping? peer, IReadOnlyList<PolicyPort> ports)
    {
        string key = peer is null ? "" : CanonicalJson.Write(peer);
        Rule? rule = _rules.Find(r => r.Key == key);
        if (rule is null) _rules.Add(rule = new Rule(key, peer));
        rule.HasAllPorts |= ports.Count == 0;
        foreach (PolicyPort port in ports)
        {
            if (!rule.Ports.Exists(p => p.Is(port))) rule.Ports.Add(port);
        }
    }

    /// <summary>Pods with labels, in the namespace of the policy unless another one is given.</summary>
    public static YamlMapping Pods(YamlMapping labels, string @namespace = "")
    {
        YamlMapping name = new() { ["kubernetes.io/metadata.name"] = @namespace };
        return new YamlMapping
        {
            ["namespaceSelector"] = @namespace.Length > 0 ? Selector(name) : null,
            ["podSelector"] = Selector(labels),
        };
    }

    /// <summary>The rules, as manifests write them.</summary>
    public YamlSequence Write() => new(_rules.Select(Write));

    private YamlMapping Write(Rule rule) => new()
    {
        [direction] = rule.Peer is null ? null : new YamlSequence([rule.Peer]),
        ["ports"] = rule.HasAllPorts ? null : new YamlSequence(rule.Ports.Select(p => p.Write())),
    };

    private static YamlMapping Selector(YamlMapping labels) => new() { ["matchLabels"] = labels.UnlessEmpty };

    private sealed class Rule(string key, YamlMapping? peer)
    {
        public string Key { get; } = key;

        public YamlMapping? Peer { get; } = peer;

        public List<PolicyPort> Ports { get; } = [];

        public bool HasAllPorts { get; set; }
    }
}

/// <summary>A port of a rule.</summary>
/// <param name="Protocol">The protocol, such as <c>TCP</c>.</param>
/// <param name="Port">The number or the name of the pods' port.</param>
internal sealed record PolicyPort(string Protocol, YamlScalar Port)
{
    /// <summary>The port of a workload's pods behind a port of its Service.</summary>
    public static PolicyPort Of(ServicePort port) => new(port.Protocol, YamlScalar.Integer(port.TargetPort));

    /// <summary>Whether both are the same.</summary>
    public bool Is(PolicyPort other) => Protocol == other.Protocol && Port.Kind == other.Port.Kind && Port.Text == other.Port.Text;

    /// <summary>The port, as manifests write it.</summary>
    public YamlMapping Write() => new() { ["protocol"] = Protocol, ["port"] = Port };
}
