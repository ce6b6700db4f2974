using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Placeholders;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Resources;

/// <summary>The resources of all workloads, each once, in an order in which a resource comes after those that its params name.</summary>
internal sealed class ResourceGraph
{
    private const int MaxShown = 10;

    // By their unique ids.
    private readonly Dictionary<string, ResourceNode> _nodes = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _diagnostics;

    private ResourceGraph(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    /// <summary>The resources that can be provisioned, in order; those that do not need each other by their unique ids.</summary>
    public List<ResourceNode> Order { get; } = [];

    /// <summary>The resources of cycles, and those that need one of them.</summary>
    public List<ResourceNode> Cyclic { get; private set; } = [];

    /// <summary>Collects and orders the resources of workloads.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="diagnostics">Receives SCORE0320 and SCORE0321.</param>
    public static ResourceGraph Of(IReadOnlyList<Workload> workloads, DiagnosticBag diagnostics)
    {
        ResourceGraph graph = new(diagnostics);
        foreach (Workload workload in workloads.Count > 1 ? ByName(workloads) : workloads)
        {
            foreach (Resource resource in workload.Resources) graph.Add(workload, resource);
        }

        ResourceNames.Assign(graph._nodes.Values);
        foreach (ResourceNode node in graph._nodes.Values) graph.Connect(node);
        graph.Sort();
        return graph;
    }

    private static IEnumerable<Workload> ByName(IEnumerable<Workload> workloads) => workloads.OrderBy(w => w.Name.Text, StringComparer.Ordinal);

    private void Add(Workload workload, Resource resource)
    {
        ResourceId id = ResourceId.Of(workload, resource);
        if (!_nodes.TryGetValue(id.ToString(), out ResourceNode? node))
        {
            node = new ResourceNode(id, workload, resource);
            _nodes.Add(node.Uid, node);
            return;
        }

        if (node.Users[node.Users.Count - 1] != workload) node.Users.Add(workload);
        if (resource.Params is { } parameters)
        {
            if (node.Definition.Params is { } others) CheckSame(node, resource, "params", parameters, others);
            else (node.Source, node.Definition) = (workload, resource);
        }

        if (resource.Metadata is not { } metadata) return;
        if (node.Metadata is { } other) CheckSame(node, resource, "metadata", metadata, other);
        else node.Metadata = metadata;
    }

    private void CheckSame(ResourceNode node, Resource resource, string what, YamlMapping one, YamlMapping other)
    {
        if (CanonicalJson.AreEqual(one, other)) return;
        _diagnostics.Add(DiagnosticDescriptors.ResourceConflict, resource.Key.Span, node.Uid, node.Source.Name.Text, new Phrase(what));
    }

    private void Connect(ResourceNode node)
    {
        if (node.Definition.Params is { } parameters) Connect(node, parameters, new HashSet<string>(StringComparer.Ordinal));
    }

    private void Connect(ResourceNode node, YamlNode value, HashSet<string> seen)
    {
        switch (value)
        {
            case YamlScalar { Kind: YamlScalarKind.String } text:
                if (text.Text.Contains('$')) Connect(node, text.Text, seen);
                break;
            case YamlSequence list:
                for (int i = list.Items.Count - 1; i >= 0; i--) Connect(node, list.Items[i], seen);
                break;
            case YamlMapping mapping:
                for (int i = mapping.Count - 1; i >= 0; i--) Connect(node, mapping[i].Value, seen);
                break;
        }
    }

    private void Connect(ResourceNode node, string text, HashSet<string> seen)
    {
        foreach (PlaceholderPart part in PlaceholderParser.Parse(text))
        {
            // A placeholder for the resource itself stands for its name and needs no output.
            if (!part.IsPlaceholder || PlaceholderParser.Elements(part.Text) is not { Length: > 2 } elements || elements[0] != "resources") continue;
            if (node.Source.FindResource(elements[1]) is not { } resource) continue;
            ResourceNode needed = _nodes[ResourceId.Of(node.Source, resource).ToString()];
            if (!seen.Add(needed.Uid)) continue;
            node.Needs.Add(needed);
            node.Waiting++;
            needed.NeededBy.Add(node);
        }
    }

    private void Sort()
    {
        SortedSet<string> ready = new(StringComparer.Ordinal);
        foreach (ResourceNode node in _nodes.Values)
        {
            if (node.Waiting == 0) ready.Add(node.Uid);
        }

        while (ready.Count > 0)
        {
            ResourceNode next = _nodes[ready.Min!];
            ready.Remove(next.Uid);
            Order.Add(next);
            foreach (ResourceNode later in next.NeededBy)
            {
                if (--later.Waiting == 0) ready.Add(later.Uid);
            }
        }

        if (Order.Count < _nodes.Count) ReportCycles();
    }

    // Each node that is left needs another that is left, so whoever goes on from need to need comes to a cycle.
    private void ReportCycles()
    {
        Cyclic = _nodes.Values.Where(n => n.Waiting > 0).OrderBy(n => n.Uid, StringComparer.Ordinal).ToList();
        HashSet<ResourceNode> visited = [];
        foreach (ResourceNode start in Cyclic)
        {
            List<ResourceNode> path = [];
            Dictionary<ResourceNode, int> places = [];
            ResourceNode at = start;
            while (visited.Add(at))
            {
                places[at] = path.Count;
                path.Add(at);
                at = at.Needs.First(n => n.Waiting > 0);
            }

            if (!places.TryGetValue(at, out int first)) continue;
            List<string> chain = path.Skip(first).Select(n => n.Uid).ToList();
            string shown = string.Join(" -> ", chain.Take(MaxShown).Select(Excerpt.Of));
            if (chain.Count > MaxShown) shown += $" -> ... ({chain.Count - MaxShown} more)";
            _diagnostics.Add(DiagnosticDescriptors.ResourceCycle, at.Definition.Key.Span, new Phrase($"{shown} -> {Excerpt.Of(at.Uid)}"));
        }
    }
}
