using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Specification;

namespace Score.Core.Compose;

/// <summary>
/// Turns a workload's <c>before</c> relation around, and chooses the container that owns the network. Compose starts the owner
/// before all that share its network, so the owner must not wait for any of them: that would be a cycle, which Compose refuses.
/// </summary>
internal sealed class StartOrder
{
    private readonly Workload _workload;

    public StartOrder(Workload workload)
    {
        _workload = workload;
        NetworkOwner = workload.HasOrder ? OwnerOf(workload) : workload.Containers[0];
    }

    /// <summary>The container whose network the others share: one without <c>before</c> if possible, and the first by name.</summary>
    public Container NetworkOwner { get; }

    /// <summary>Whether a container ends before the others start. It has a network of its own.</summary>
    public static bool IsInit(Container container) => container.Before.Count > 0 && container.Before.All(b => b.Ready == "complete");

    /// <summary>What a container waits for, by name in ordinal order.</summary>
    public IEnumerable<Wait> WaitsOf(Container container) =>
        _workload.Containers.SelectMany(c => c.Before.Where(b => b.Target.Text == container.Name).Select(b => new Wait(c, b)));

    private static Container OwnerOf(Workload workload)
    {
        HashSet<string> later = StartingAfter(workload.Containers.Where(c => !IsInit(c)), workload);
        List<Container> candidates = workload.Containers.Where(c => !IsInit(c) && !later.Contains(c.Name)).ToList();
        return candidates.Find(c => c.Before.Count == 0) ?? candidates[0];
    }

    // The names of all that wait for one of the containers, directly or not.
    private static HashSet<string> StartingAfter(IEnumerable<Container> containers, Workload workload)
    {
        Dictionary<string, Container> byName = workload.Containers.ToDictionary(c => c.Name, StringComparer.Ordinal);
        HashSet<string> later = new(StringComparer.Ordinal);
        Stack<Container> open = new(containers);
        while (open.Count > 0)
        {
            foreach (Before before in open.Pop().Before)
            {
                if (later.Add(before.Target.Text)) open.Push(byName[before.Target.Text]);
            }
        }

        return later;
    }
}

/// <summary>A container that another waits for.</summary>
/// <param name="Container">The container that starts first.</param>
/// <param name="Entry">Its <c>before</c> entry for the other.</param>
internal sealed record Wait(Container Container, Before Entry);
