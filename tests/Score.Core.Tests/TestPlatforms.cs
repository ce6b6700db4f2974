using System.Collections.Generic;
using System.Linq;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Kubernetes;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Resources.Provisioners;
using Score.Core.Tests.Platforms.Plain;

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

    /// <summary>All of them. A new one is a line here.</summary>
    public static IReadOnlyList<Platform> All => [Compose, Kubernetes, new PlainPlatform()];

    /// <summary>The sections that provisioner files may have.</summary>
    public static IEnumerable<AddedSection> Sections => All.SelectMany(p => p.Sections);
}
