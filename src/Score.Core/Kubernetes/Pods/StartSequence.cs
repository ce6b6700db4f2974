using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Specification;

namespace Score.Core.Kubernetes.Pods;

/// <summary>
/// The order in which a workload's containers start. Kubernetes starts init containers one after the other, and then all others
/// at once: so each container with <c>before</c> is an init container, either one that ends or, as a sidecar, one that stays.
/// </summary>
internal sealed class StartSequence
{
    /// <param name="workload">A workload whose <c>before</c> relation has been checked.</param>
    public StartSequence(Workload workload)
    {
        Main = workload.HasOrder ? MainOf(workload) : workload.Containers;
        Init = workload.HasOrder ? InOrder(workload) : [];
    }

    private static List<Container> MainOf(Workload workload) => workload.Containers.Where(c => c.Before.Count == 0).ToList();

    private static List<Container> InOrder(Workload workload)
    {
        Dictionary<string, Container> later = workload.Containers.Where(c => c.Before.Count > 0).ToDictionary(c => c.Name, StringComparer.Ordinal);
        Dictionary<string, int> waits = later.Keys.ToDictionary(n => n, _ => 0, StringComparer.Ordinal);
        foreach (string target in later.Values.SelectMany(c => c.Before).Select(b => b.Target.Text).Where(later.ContainsKey)) waits[target]++;

        List<Container> first = [];
        SortedSet<string> ready = new(later.Keys.Where(n => waits[n] == 0), StringComparer.Ordinal);
        while (ready.Count > 0)
        {
            string name = ready.Min!;
            ready.Remove(name);
            first.Add(later[name]);
            foreach (string target in later[name].Before.Select(b => b.Target.Text).Where(later.ContainsKey))
            {
                if (--waits[target] == 0) ready.Add(target);
            }
        }

        return first;
    }

    /// <summary>The containers that start before others, in the order in which they start.</summary>
    public IReadOnlyList<Container> Init { get; }

    /// <summary>The other containers, by name. There is at least one.</summary>
    public IReadOnlyList<Container> Main { get; }

    /// <summary>Whether a container that starts before others stays when they run.</summary>
    public static bool IsSidecar(Container container) => container.Before.Count > 0 && container.Before.All(b => b.Ready != "complete");

    /// <summary>Whether a container runs as long as the pod does, so that it can be probed.</summary>
    public static bool RunsForPodLifetime(Container container) => container.Before.Count == 0 || IsSidecar(container);

    /// <summary>The first entry that waits until a container is healthy, or null.</summary>
    public static Before? Healthy(Container container)
    {
        foreach (Before before in container.Before)
        {
            if (before.Ready == "healthy") return before;
        }

        return null;
    }
}
