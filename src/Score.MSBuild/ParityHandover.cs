using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Parity;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>
/// Hands what a build has found out for Docker Compose to the task that writes for Kubernetes, so that nothing is read or
/// provisioned a second time. When one of the two has nothing to do, there is no report.
/// </summary>
internal static class ParityHandover
{
    /// <summary>Keeps the facts for the rest of the build.</summary>
    public static void Leave(ScoreTask task, IReadOnlyList<LoadedWorkload> workloads, ComposeFacts facts)
    {
        if (task.BuildEngine is not IBuildEngine4 cache) return;
        cache.UnregisterTaskObject(Key(task), RegisteredTaskObjectLifetime.Build);
        cache.RegisterTaskObject(Key(task), new Entry(workloads, facts), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);
    }

    /// <summary>The facts about the same workloads, or null.</summary>
    public static ComposeFacts? Take(ScoreTask task, IReadOnlyList<LoadedWorkload> workloads) =>
        (task.BuildEngine as IBuildEngine4)?.GetRegisteredTaskObject(Key(task), RegisteredTaskObjectLifetime.Build) is Entry entry && entry.IsOf(workloads) ? entry.Facts : null;

    private static string Key(ScoreTask task) => "Score.MSBuild;parity;" + (task.ProjectFile ?? task.ProjectDirectory).GetMetadata("FullPath");

    private sealed record Entry(IReadOnlyList<LoadedWorkload> Workloads, ComposeFacts Facts)
    {
        // The same objects: the tasks of a build share what they read.
        public bool IsOf(IReadOnlyList<LoadedWorkload> workloads) =>
            Workloads.Count == workloads.Count && !Workloads.Where((w, i) => !ReferenceEquals(w, workloads[i])).Any();
    }
}
