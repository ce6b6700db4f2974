using System.Collections.Generic;
using Score.Core.Yaml;

namespace Score.Core.Kubernetes;

/// <summary>All that a build writes for Kubernetes.</summary>
/// <param name="Manifests">The objects, in the order in which they are to be applied.</param>
/// <param name="External">The objects that workloads refer to and that are not among the manifests, by kind and name.</param>
/// <param name="VariablesRead">The environment variables whose values the build put into manifests, in ordinal order.</param>
internal sealed record KubernetesProject(
    IReadOnlyList<YamlMapping> Manifests,
    IReadOnlyList<ExternalObject> External,
    IReadOnlyCollection<string> VariablesRead);

/// <summary>An object that the user brings.</summary>
/// <param name="Kind"><c>Secret</c>, <c>ConfigMap</c> or <c>ServiceAccount</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keys">The keys that workloads ask for, in ordinal order; none when they refer to it as a whole.</param>
internal sealed record ExternalObject(string Kind, string Name, IReadOnlyList<string> Keys);
