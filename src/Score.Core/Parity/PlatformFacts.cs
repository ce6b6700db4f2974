using System.Collections.Generic;
using System.Linq;
using Score.Core.Compose;
using Score.Core.Kubernetes;
using Score.Core.Kubernetes.Settings;
using Score.Core.Platforms;
using Score.Core.Resources;

namespace Score.Core.Parity;

/// <summary>What a build has found out for Docker Compose.</summary>
/// <param name="Resources">The resources as they were provisioned.</param>
/// <param name="Options">How the build wants its compose.yaml.</param>
internal sealed record ComposeFacts(ProvisionedResources Resources, ComposeOptions Options)
{
    /// <summary>The facts of a build for Docker Compose.</summary>
    public static ComposeFacts Of(PlatformBuild build) => new(build.Resources, ((ComposePlatform)build.Options.Target).Options);
}

/// <summary>What a build has found out for Kubernetes.</summary>
/// <param name="Resources">The resources as they were provisioned.</param>
/// <param name="Project">What they and the workloads were translated to.</param>
/// <param name="Defaults">The settings of workloads without an annotation of their own.</param>
internal sealed record KubernetesFacts(ProvisionedResources Resources, KubernetesProject Project, SettingDefaults Defaults)
{
    /// <summary>The facts of a build for Kubernetes.</summary>
    public static KubernetesFacts Of(PlatformBuild build) =>
        new(build.Resources, (KubernetesProject)build.Translated, ((KubernetesPlatform)build.Options.Target).Options.Defaults);

    /// <summary>The keys of a ConfigMap that the user makes; none when nobody asks for one.</summary>
    public IReadOnlyList<string> KeysOfExternalMap(string name) =>
        Project.External.FirstOrDefault(o => o.Kind == "ConfigMap" && o.Name == name)?.Keys ?? [];
}
