using System.Linq;
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
}

/// <summary>Finds out a workload's kind.</summary>
internal static class WorkloadKinds
{
    /// <summary>The annotation.</summary>
    public const string Annotation = "k8s.score.dev/kind";

    // In the order of the enumeration.
    private static readonly string[] Names = ["Deployment", "StatefulSet"];

    /// <summary>The name of a kind, as manifests write it.</summary>
    public static string NameOf(WorkloadKind kind) => Names[(int)kind];

    /// <summary>The kind of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="diagnostics">Receives SCORE0501.</param>
    public static WorkloadKind Of(Workload workload, DiagnosticBag diagnostics)
    {
        if (workload.Annotations.FirstOrDefault(a => a.Name == Annotation) is not { } annotation) return WorkloadKind.Deployment;
        int index = System.Array.IndexOf(Names, annotation.Value.Text);
        if (index >= 0) return (WorkloadKind)index;
        diagnostics.Add(DiagnosticDescriptors.UnsupportedKind, annotation.Value.Span, annotation.Value.Text, Phrase.Alternatives(Names), Suggestion.Sentence(annotation.Value.Text, Names));
        return WorkloadKind.Deployment;
    }
}
