using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;

namespace Score.Core.Compose;

/// <summary>An image that Docker Compose builds for a container: an item <c>ScoreBuild</c>.</summary>
/// <param name="Container">The container's name, or <c>WORKLOAD/CONTAINER</c>.</param>
/// <param name="Context">The folder to build from as compose.yaml names it, or a URL.</param>
/// <param name="Place">The project file that says so.</param>
internal sealed record ContainerBuild(string Container, string Context, SourceSpan Place)
{
    /// <summary>The Dockerfile, relative to the context; the context's own when empty.</summary>
    public string Dockerfile { get; init; } = "";

    /// <summary>Build arguments, as <c>NAME=VALUE</c>, or <c>NAME</c> for one that Compose takes from its environment.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>The stage to build; the last one when empty.</summary>
    public string Target { get; init; } = "";

    /// <summary>The workloads whose containers it is for; any when there are none.</summary>
    public IReadOnlyList<string> Workloads { get; init; } = [];

    /// <summary>Whether it is for a container, <c>WORKLOAD/CONTAINER</c>.</summary>
    public bool IsFor(string container)
    {
        if (Container.Contains('/')) return container == Container;
        int slash = container.IndexOf('/');
        return (Workloads.Count == 0 || Workloads.Contains(container.Substring(0, slash))) && container.Substring(slash + 1) == Container;
    }

    /// <summary>More names of the image, such as <c>registry.example.com/shop:1.0</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The platforms to build for, such as <c>linux/arm64</c>; that of the engine when there are none.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>What the build may read, as <c>NAME=FILE</c>, or <c>NAME</c> for the environment variable of this name.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}
