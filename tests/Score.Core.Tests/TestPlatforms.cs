using System.Collections.Generic;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Resources.Provisioners;

namespace Score.Core.Tests;

/// <summary>The platforms as a project has them that says nothing about them.</summary>
internal static class TestPlatforms
{
    /// <summary>Docker Compose.</summary>
    public static Platform Compose => new ComposePlatform(new ComposeOptions(".score-compose/mounts"));

    /// <summary>Kubernetes.</summary>
    public static Platform Kubernetes => new KubernetesPlatform(new KubernetesOptions());

    /// <summary>Applies patch templates.</summary>
    public static PlatformProject Patched(PlatformProject project, IReadOnlyList<PatchFile> files, DiagnosticBag diagnostics) =>
        PlatformBuild.Patch(project, new BuildOptions(Compose, "project", _ => null, "") { Seed = () => [1], Patches = files }, diagnostics);

    /// <summary>The sections that provisioner files may have.</summary>
    public static IEnumerable<AddedSection> Sections => [.. Compose.Sections, .. Kubernetes.Sections];
}
