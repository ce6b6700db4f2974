using System.Collections.Generic;
using System.Linq;
using Score.Core.Compose;
using Score.Core.Kubernetes;
using Score.Core.Platforms;
using Score.Core.Resources.Provisioners;

namespace Score.MSBuild;

/// <summary>The platforms that a build can write for. A new one is a line here.</summary>
internal static class Platforms
{
    /// <summary>All of them, as a project has them that says nothing about them. The first is the default.</summary>
    public static IReadOnlyList<Platform> All { get; } = [new ComposePlatform(new ComposeOptions("mounts")), new KubernetesPlatform(new KubernetesOptions())];

    /// <summary>Their names.</summary>
    public static string[] Names { get; } = All.Select(p => p.Name).ToArray();

    /// <summary>The sections that provisioner files may have.</summary>
    public static IEnumerable<AddedSection> Sections => All.SelectMany(p => p.Sections);
}
