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
        LaterContainers later = new(workload);
        foreach (Container container in workload.Containers)
        {
            if (container.Before.Count == 0) continue;
            if (!later.HasAllMain(container))
            {
                diagnostics.Add(DiagnosticDescriptors.StartsBeforeAll, container.Before[0].Target.Span, container.Name,
                    new Phrase(() => ParityWords.Enumerate(later.NamesAfter(container)).ToString()));
            }

            if (StartSequence.IsSidecar(container)) diagnostics.Add(DiagnosticDescriptors.SidecarRestarted, container.Key.Span, container.Name);
            foreach (Before early in StartSequence.IsSidecar(container) ? [] : container.Before.Where(b => b.Ready != "complete"))
                diagnostics.Add(DiagnosticDescriptors.WaitsForEnd, early.Target.Span, early.Target.Text, container.Name, early.Ready);
        }
    }

    /// <summary>Which containers wait for which, directly or not: found in one walk, since a file may chain thousands.</summary>
    private sealed class LaterContainers
    {
        private const int BitsPerWord = 64;

        private readonly List<Container> _containers;
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly ulong[]?[] _later;
        private readonly ulong[] _main;

        public LaterContainers(Workload workload)
        {
            _containers = workload.Containers.OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
            _later = new ulong[]?[_containers.Count];
            _main = NewSet();
            for (int i = 0; i < _containers.Count; i++)
            {
                _numbers.Add(_containers[i].Name, i);
                if (_containers[i].Before.Count == 0) Add(_main, i);
            }

            for (int i = 0; i < _containers.Count; i++) Find(i);
        }

        /// <summary>Whether all containers without <c>before</c> wait for one.</summary>
        public bool HasAllMain(Container container)
        {
            ulong[] later = _later[_numbers[container.Name]]!;
            for (int i = 0; i < _main.Length; i++)
            {
                if ((_main[i] & ~later[i]) != 0) return false;
            }

            return true;
        }

        /// <summary>The names of those that wait for one, in ordinal order.</summary>
        public List<string> NamesAfter(Container container)
        {
            ulong[] later = _later[_numbers[container.Name]]!;
            return _containers.Where((_, i) => (later[i / BitsPerWord] >> (i % BitsPerWord) & 1) != 0).Select(c => c.Name).ToList();
        }

        // With a stack of its own. Nothing waits for itself, which was checked.
        private void Find(int start)
        {
            Stack<int> open = new([start]);
            while (open.Count > 0)
            {
                int current = open.Peek();
                int depth = open.Count;
                if (_later[current] is null)
                {
                    foreach (int next in Next(current))
                    {
                        if (_later[next] is null) open.Push(next);
                    }

                    if (open.Count > depth) continue;
                    _later[current] = Union(current);
                }

                open.Pop();
            }
        }

        private ulong[] Union(int number)
        {
            ulong[] all = NewSet();
            foreach (int next in Next(number))
            {
                Add(all, next);
                ulong[] later = _later[next]!;
                for (int i = 0; i < all.Length; i++) all[i] |= later[i];
            }

            return all;
        }

        private IEnumerable<int> Next(int number) => _containers[number].Before.Select(b => _numbers[b.Target.Text]);

        private ulong[] NewSet() => new ulong[(_containers.Count + BitsPerWord - 1) / BitsPerWord];

        private static void Add(ulong[] set, int number) => set[number / BitsPerWord] |= 1UL << (number % BitsPerWord);
    }
}
