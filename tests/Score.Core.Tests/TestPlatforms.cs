using System.Collections.Generic;
using Score.Core.Compose;
using Score.Core.Kubernetes;
using Score.Core.Resources;

namespace Score.Core.Tests;

/// <summary>The platforms as a project has them that says nothing about them.</summary>
internal static class TestPlatforms
{
    /// <summary>Docker Compose.</summary>
    public static ProvisioningPlatform Compose => new ComposePlatform(".score-compose/mounts");

    /// <summary>Kubernetes.</summary>
    public static ProvisioningPlatform Kubernetes => new KubernetesPlatform("", RouteOptions.Default);

    /// <summary>The sections that provisioner files may have.</summary>
    public static IEnumerable<AddedSection> Sections => [.. Compose.Sections, .. Kubernetes.Sections];
}
