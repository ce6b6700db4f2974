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
    private readonly Dictionary<string, List<Wait>> _waits = new(StringComparer.Ordinal);

    public StartOrder(Workload workload)
    {
        foreach (Container container in workload.Containers) _waits[container.Name] = [];
        foreach (Container container in workload.Containers)
        {
            foreach (Before before in container.Before) _waits[before.Target.Text].Add(new Wait(container, before));
        }

        HashSet<string> lasting = new(workload.Containers.Where(c => !IsInit(c)).Select(c => c.Name), StringComparer.Ordinal);
        List<Container> candidates = workload.Containers.Where(c => lasting.Contains(c.Name) && !WaitsForAny(c.Name, lasting)).ToList();
        NetworkOwner = candidates.Find(c => c.Before.Count == 0) ?? candidates[0];
    }

    /// <summary>The container whose network the others share: one without <c>before</c> if possible, and the first by name.</summary>
    public Container NetworkOwner { get; }

    /// <summary>Whether a container ends before the others start. It has a network of its own.</summary>
    public static bool IsInit(Container container) => container.Before.Count > 0 && container.Before.All(b => b.Ready == "complete");

    /// <summary>What a container waits for, by name in ordinal order.</summary>
    public IReadOnlyList<Wait> WaitsOf(Container container) => _waits[container.Name];

    private bool WaitsForAny(string name, HashSet<string> others)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { name };
        Stack<string> open = new([name]);
        while (open.Count > 0)
        {
            foreach (Wait wait in _waits[open.Pop()])
            {
                string earlier = wait.Container.Name;
                if (others.Contains(earlier)) return true;
                if (seen.Add(earlier)) open.Push(earlier);
            }
        }

        return false;
    }
}

/// <summary>A container that another waits for.</summary>
/// <param name="Container">The container that starts first.</param>
/// <param name="Entry">Its <c>before</c> entry for the other.</param>
internal sealed record Wait(Container Container, Before Entry);
