using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;

namespace Score.Core.Specification;

/// <summary>Checks the order in which containers start.</summary>
internal static class BeforeRules
{
    /// <summary>Checks that <c>before</c> names other containers, and that nothing waits for itself.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="diagnostics">Receives SCORE0205 to SCORE0207.</param>
    public static void Check(Workload workload, DiagnosticBag diagnostics)
    {
        if (workload.HasOrder) CheckOrder(workload, diagnostics);
    }

    private static void CheckOrder(Workload workload, DiagnosticBag diagnostics)
    {
        Dictionary<string, Container> containers = workload.Containers.ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (Container container in workload.Containers)
        {
            foreach (Before before in container.Before)
            {
                string name = before.Target.Text;
                if (name == container.Name)
                {
                    diagnostics.Add(DiagnosticDescriptors.BeforeSelf, before.Target.Span, name);
                }
                else if (!containers.ContainsKey(name))
                {
                    diagnostics.Add(DiagnosticDescriptors.BeforeUnknown, before.Target.Span, name,
                        Suggestion.Sentence(name, containers.Keys.Where(k => k != container.Name)));
                }
            }
        }

        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (Container container in workload.Containers) ReportCycle(container, containers, done, diagnostics);
    }

    // A depth-first walk with its own stack: a file may chain thousands of containers.
    private static void ReportCycle(Container start, Dictionary<string, Container> containers, HashSet<string> done, DiagnosticBag diagnostics)
    {
        List<Step> path = [new Step(start)];
        Dictionary<string, int> onPath = new(StringComparer.Ordinal) { [start.Name] = 0 };
        if (done.Contains(start.Name)) return;
        while (path.Count > 0)
        {
            Step step = path[path.Count - 1];
            Container container = step.Container;
            if (step.Next == container.Before.Count)
            {
                done.Add(container.Name);
                onPath.Remove(container.Name);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            Before before = container.Before[step.Next++];
            string name = before.Target.Text;
            if (name == container.Name || done.Contains(name) || !containers.TryGetValue(name, out Container? target)) continue;
            if (onPath.TryGetValue(name, out int first))
            {
                Phrase cycle = new(() => Excerpt.Of(string.Join(" -> ", path.Skip(first).Select(p => p.Container.Name).Append(name))));
                diagnostics.Add(DiagnosticDescriptors.BeforeCycle, before.Target.Span, cycle);
                continue;
            }

            onPath[name] = path.Count;
            path.Add(new Step(target));
        }
    }

    /// <summary>A container on the way of the walk.</summary>
    private sealed class Step(Container container)
    {
        public Container Container { get; } = container;

        /// <summary>The entry of <c>before</c> to follow next.</summary>
        public int Next { get; set; }
    }
}
