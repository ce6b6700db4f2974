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

    /// <summary>The label by which Services and controllers select the pods.</summary>
    public YamlMapping Selector()
    {
        YamlMapping selector = new();
        selector.Set(InstanceLabel, _instance);
        return selector;
    }

    /// <summary>An object of the workload without its content.</summary>
    public YamlMapping Object(string apiVersion, string kind, string name)
    {
        YamlMapping metadata = new();
        metadata.Set("name", name);
        foreach (YamlEntry entry in Metadata()) metadata.TryAdd(entry.Key, entry.Value);
        return Manifests.Create(apiVersion, kind, metadata);
    }

    /// <summary>The labels and annotations of everything that belongs to the workload.</summary>
    public YamlMapping Metadata()
    {
        YamlMapping annotations = new();
        annotations.Set(WorkloadAnnotation, _name);
        YamlMapping metadata = new();
        metadata.Set("labels", Labels());
        metadata.Set("annotations", annotations);
        return metadata;
    }

    /// <summary>The metadata of the workload's pods.</summary>
    /// <param name="filesHash">A hash of the files' contents, so that pods are replaced when one changes; null when there are none.</param>
    public YamlMapping PodMetadata(string? filesHash)
    {
        YamlMapping annotations = new();
        foreach (TextEntry annotation in workload.Annotations)
        {
            if (!annotation.Name.StartsWith(Prefix, StringComparison.Ordinal)) annotations.Set(annotation.Name, annotation.Value.Text);
        }

        annotations.Set(WorkloadAnnotation, _name);
        if (filesHash is not null) annotations.Set(FilesHashAnnotation, filesHash);
        YamlMapping metadata = new();
        metadata.Set("labels", Labels());
        metadata.Set("annotations", annotations.Sorted());
        return metadata;
    }

    private YamlMapping Labels()
    {
        YamlMapping labels = new();
        labels.Set("app.kubernetes.io/name", _name);
        labels.Set(InstanceLabel, _instance);
        labels.Set(ManagerLabel, Manager);
        return labels;
    }
}
