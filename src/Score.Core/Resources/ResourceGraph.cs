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

    private readonly Dictionary<ResourceId, ResourceNode> _nodes = [];
    private readonly DiagnosticBag _diagnostics;

    private ResourceGraph(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    /// <summary>The resources that can be provisioned, in order; those that do not need each other by their unique ids.</summary>
    public IReadOnlyList<ResourceNode> Order { get; private set; } = [];

    /// <summary>The resources of cycles, and those that need one of them.</summary>
    public IReadOnlyList<ResourceNode> Cyclic { get; private set; } = [];

    /// <summary>Collects and orders the resources of workloads.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="diagnostics">Receives SCORE0320 and SCORE0321.</param>
    public static ResourceGraph Of(IReadOnlyList<Workload> workloads, DiagnosticBag diagnostics)
    {
        ResourceGraph graph = new(diagnostics);
        foreach (Workload workload in workloads.OrderBy(w => w.Name.Text, StringComparer.Ordinal))
        {
            foreach (Resource resource in workload.Resources) graph.Add(workload, resource);
        }

        ResourceNames.Assign(graph._nodes.Values);
        foreach (ResourceNode node in graph._nodes.Values) graph.Connect(node);
        graph.Sort();
        return graph;
    }

    private void Add(Workload workload, Resource resource)
    {
        ResourceId id = ResourceId.Of(workload, resource);
        if (!_nodes.TryGetValue(id, out ResourceNode? node))
        {
            _nodes.Add(id, new ResourceNode(id, workload, resource));
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
        if (node.Definition.Params is null) return;
        HashSet<ResourceNode> seen = [];
        foreach (YamlScalar text in StringsIn(node.Definition.Params))
        {
            if (!text.Text.Contains('$')) continue;
            foreach (PlaceholderPart part in PlaceholderParser.Parse(text.Text))
            {
                // A placeholder for the resource itself stands for its name and needs no output.
                if (!part.IsPlaceholder || PlaceholderParser.Elements(part.Text) is not { Length: > 2 } elements || elements[0] != "resources") continue;
                if (node.Source.FindResource(elements[1]) is not { } resource) continue;
                ResourceNode needed = _nodes[ResourceId.Of(node.Source, resource)];
                if (!seen.Add(needed)) continue;
                node.Needs.Add(needed);
                needed.NeededBy.Add(node);
            }
        }
    }

    private void Sort()
    {
        Dictionary<ResourceNode, int> waiting = [];
        Dictionary<string, ResourceNode> byUid = _nodes.Values.ToDictionary(n => n.Uid, StringComparer.Ordinal);
        SortedSet<string> ready = new(StringComparer.Ordinal);
        foreach (ResourceNode node in _nodes.Values)
        {
            if (node.Needs.Count == 0) ready.Add(node.Uid);
            else waiting.Add(node, node.Needs.Count);
        }

        List<ResourceNode> order = [];
        while (ready.Count > 0)
        {
            ResourceNode next = byUid[ready.Min!];
            ready.Remove(next.Uid);
            order.Add(next);
            foreach (ResourceNode later in next.NeededBy)
            {
                if (--waiting[later] > 0) continue;
                waiting.Remove(later);
                ready.Add(later.Uid);
            }
        }

        Order = order;
        Cyclic = waiting.Keys.OrderBy(n => n.Uid, StringComparer.Ordinal).ToList();
        ReportCycles(waiting);
    }

    // Each node that is left needs another that is left, so whoever goes on from need to need comes to a cycle.
    private void ReportCycles(Dictionary<ResourceNode, int> left)
    {
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
                at = at.Needs.First(left.ContainsKey);
            }

            if (!places.TryGetValue(at, out int first)) continue;
            List<string> chain = path.Skip(first).Select(n => n.Uid).ToList();
            string shown = string.Join(" -> ", chain.Take(MaxShown).Select(Excerpt.Of));
            if (chain.Count > MaxShown) shown += $" -> ... ({chain.Count - MaxShown} more)";
            _diagnostics.Add(DiagnosticDescriptors.ResourceCycle, at.Definition.Key.Span, new Phrase($"{shown} -> {Excerpt.Of(at.Uid)}"));
        }
    }

    private static IEnumerable<YamlScalar> StringsIn(YamlNode root)
    {
        Stack<YamlNode> open = new();
        open.Push(root);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case YamlScalar { Kind: YamlScalarKind.String } text:
                    yield return text;
                    break;
                case YamlSequence list:
                    foreach (YamlNode item in list.Items) open.Push(item);
                    break;
                case YamlMapping mapping:
                    foreach (YamlEntry entry in mapping) open.Push(entry.Value);
                    break;
            }
        }
    }
}
