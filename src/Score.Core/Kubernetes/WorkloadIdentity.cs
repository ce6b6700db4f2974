using System;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>How the objects of a workload are called, and how they find each other.</summary>
internal sealed class WorkloadIdentity(Workload workload, KubernetesOptions options)
{
    /// <summary>Whose objects they are, as the label <c>app.kubernetes.io/managed-by</c> says.</summary>
    public const string Manager = "Score.MSBuild";

    /// <summary>The label that says so.</summary>
    public const string ManagerLabel = "app.kubernetes.io/managed-by";

    /// <summary>What annotations of our own begin with. They are for the build, and are not copied to pods.</summary>
    public const string Prefix = "k8s.score.dev/";

    private const string InstanceLabel = "app.kubernetes.io/instance";
    private const string WorkloadAnnotation = Prefix + "workload-name";
    private const string FilesHashAnnotation = Prefix + "files-hash";

    private readonly string _name = workload.Name.Text;
    private readonly string _instance = options.InstanceOf(workload.Name.Text);

    /// <summary>An annotation of a workload; null when it does not have it.</summary>
    public static TextEntry? AnnotationOf(Workload workload, string name)
    {
        foreach (TextEntry annotation in workload.Annotations)
        {
            if (annotation.Name == name) return annotation;
        }

        return null;
    }

    /// <summary>The label by which Services and controllers select the pods.</summary>
    public YamlMapping Selector() => new() { [InstanceLabel] = _instance };

    /// <summary>An object of the workload without its content.</summary>
    public YamlMapping Object(string apiVersion, string kind, string name) =>
        Manifests.Create(apiVersion, kind, new YamlMapping { ["name"] = name, ["labels"] = Labels(), ["annotations"] = Annotations() });

    /// <summary>The labels and annotations of everything that belongs to the workload.</summary>
    public YamlMapping Metadata() => new() { ["labels"] = Labels(), ["annotations"] = Annotations() };

    /// <summary>The metadata of the workload's pods.</summary>
    /// <param name="filesHash">A hash of the files' contents, so that pods are replaced when one changes; null when there are none.</param>
    public YamlMapping PodMetadata(string? filesHash)
    {
        YamlMapping annotations = new();
        foreach (TextEntry annotation in workload.Annotations)
        {
            if (!annotation.Name.StartsWith(Prefix, StringComparison.Ordinal)) annotations[annotation.Name] = annotation.Value.Text;
        }

        annotations[WorkloadAnnotation] = _name;
        annotations[FilesHashAnnotation] = filesHash;
        return new YamlMapping { ["labels"] = Labels(), ["annotations"] = annotations.Sorted() };
    }

    private YamlMapping Labels() => new()
    {
        ["app.kubernetes.io/name"] = _name,
        [InstanceLabel] = _instance,
        [ManagerLabel] = Manager,
    };

    private YamlMapping Annotations() => new() { [WorkloadAnnotation] = _name };
}
