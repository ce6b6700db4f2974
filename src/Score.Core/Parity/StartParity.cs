using System;
using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes.Pods;
using Score.Core.Specification;

namespace Score.Core.Parity;

/// <summary>Containers that start before others: Kubernetes starts them before all, and keeps some of them running.</summary>
internal static class StartParity
{
    /// <summary>Reports the containers of a workload that have <c>before</c>.</summary>
    public static void Report(Workload workload, DiagnosticBag diagnostics)
    {
        List<Container> main = workload.Containers.Where(c => c.Before.Count == 0).ToList();
        foreach (Container container in workload.Containers)
        {
            if (container.Before.Count == 0) continue;
            HashSet<string> later = After(container, workload);
            if (main.Exists(m => !later.Contains(m.Name)))
                diagnostics.Add(DiagnosticDescriptors.StartsBeforeAll, container.Before[0].Target.Span, container.Name, ParityWords.Enumerate(later.OrderBy(n => n, StringComparer.Ordinal).ToList()));

            if (StartSequence.IsSidecar(container)) diagnostics.Add(DiagnosticDescriptors.SidecarRestarted, container.Key.Span, container.Name);
            foreach (Before early in StartSequence.IsSidecar(container) ? [] : container.Before.Where(b => b.Ready != "complete"))
                diagnostics.Add(DiagnosticDescriptors.WaitsForEnd, early.Target.Span, early.Target.Text, container.Name, early.Ready);
        }
    }

    // The names of all containers that wait for one, directly or not.
    private static HashSet<string> After(Container container, Workload workload)
    {
        Dictionary<string, Container> byName = workload.Containers.ToDictionary(c => c.Name, StringComparer.Ordinal);
        HashSet<string> later = new(StringComparer.Ordinal);
        Stack<Container> open = new([container]);
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
