using Score.Core.Diagnostics;
using Score.Core.Specification;

namespace Score.Core.Kubernetes;

/// <summary>The kind of object that runs a workload's pods: the annotation <c>k8s.score.dev/kind</c>.</summary>
internal enum WorkloadKind
{
    /// <summary>Pods that are all alike. The default.</summary>
    Deployment,

    /// <summary>Pods with names and volumes of their own.</summary>
    StatefulSet,

    /// <summary>One pod on each node.</summary>
    DaemonSet,

    /// <summary>Pods that do something and end.</summary>
    Job,

    /// <summary>Jobs that are started by a schedule.</summary>
    CronJob,
}

/// <summary>Finds out a workload's kind.</summary>
internal static class WorkloadKinds
{
    /// <summary>The annotation.</summary>
    public const string Annotation = WorkloadIdentity.Prefix + "kind";

    /// <summary>No kinds. The framework's own empty array is compiled at run time for each enumeration of ours.</summary>
    public static readonly WorkloadKind[] None = new WorkloadKind[0];

    // In the order of the enumeration.
    private static readonly string[] Names = ["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"];

    /// <summary>The name of a kind, as manifests write it.</summary>
    public static string NameOf(WorkloadKind kind) => Names[(int)kind];

    /// <summary>The API group and version of a kind.</summary>
    public static string ApiVersionOf(WorkloadKind kind) => IsJob(kind) ? "batch/v1" : "apps/v1";

    /// <summary>Whether the pods of a kind end when they have done their work.</summary>
    public static bool IsJob(WorkloadKind kind) => kind is WorkloadKind.Job or WorkloadKind.CronJob;

    /// <summary>The kind of a workload; null when the annotation names none.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="diagnostics">Receives SCORE0501.</param>
    public static WorkloadKind? Of(Workload workload, DiagnosticBag diagnostics)
    {
        if (WorkloadIdentity.AnnotationOf(workload, Annotation) is not { } annotation) return WorkloadKind.Deployment;
        int index = System.Array.IndexOf(Names, annotation.Value.Text);
        if (index >= 0) return (WorkloadKind)index;
        diagnostics.Add(DiagnosticDescriptors.UnsupportedKind, annotation.Value.Span, annotation.Value.Text, Phrase.Alternatives(Names),
            Suggestion.Sentence(annotation.Value.Text, Names));
        return null;
    }
}
