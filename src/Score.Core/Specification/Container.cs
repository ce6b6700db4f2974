using System.Collections.Generic;
using Score.Core.Yaml;

namespace Score.Core.Specification;

/// <summary>A container of a workload. A part that the file does not have is null or empty.</summary>
/// <param name="Key">The name.</param>
/// <param name="Image">The image, or <c>.</c> for the one that the build makes; null when it is missing or wrong.</param>
internal sealed record Container(YamlScalar Key, YamlScalar? Image)
{
    /// <summary>The name.</summary>
    public string Name => Key.Text;

    /// <summary>What to run in place of the image's entry point; null leaves the image's own.</summary>
    public IReadOnlyList<YamlScalar>? Command { get; init; }

    /// <summary>The arguments; null leaves the image's own.</summary>
    public IReadOnlyList<YamlScalar>? Args { get; init; }

    /// <summary>The environment variables, by name in ordinal order.</summary>
    public IReadOnlyList<TextEntry> Variables { get; init; } = [];

    /// <summary>The files, by target in ordinal order.</summary>
    public IReadOnlyList<ContainerFile> Files { get; init; } = [];

    /// <summary>The volumes, by target in ordinal order.</summary>
    public IReadOnlyList<ContainerVolume> Volumes { get; init; } = [];

    /// <summary>The most that the container may use.</summary>
    public ComputeResources? Limits { get; init; }

    /// <summary>What the container needs at least.</summary>
    public ComputeResources? Requests { get; init; }

    /// <summary>Whether the container must be restarted.</summary>
    public Probe? LivenessProbe { get; init; }

    /// <summary>Whether the container can serve.</summary>
    public Probe? ReadinessProbe { get; init; }

    /// <summary>The containers that start after this one, by name in ordinal order.</summary>
    public IReadOnlyList<Before> Before { get; init; } = [];
}

/// <summary>A file in a container.</summary>
internal sealed class ContainerFile(YamlScalar target, FileContentChoice choice, YamlScalar content, YamlScalar? mode, bool noExpand)
{
    /// <summary>The path in the container.</summary>
    public YamlScalar Target { get; } = target;

    /// <summary>Which of the three ways gives the content.</summary>
    public FileContentChoice Choice { get; } = choice;

    /// <summary>The text, the base64 text, or the path of a file beside the score file.</summary>
    public YamlScalar Content { get; } = content;

    /// <summary>The access mode in octal digits, or null.</summary>
    public YamlScalar? Mode { get; } = mode;

    /// <summary>Whether placeholders in the content are expanded.</summary>
    public bool Expands => !noExpand && Choice != FileContentChoice.BinaryContent;
}

/// <summary>Where a file's content comes from.</summary>
internal enum FileContentChoice
{
    /// <summary>Inline text.</summary>
    Content,

    /// <summary>A file beside the score file.</summary>
    Source,

    /// <summary>Inline base64.</summary>
    BinaryContent,
}

/// <summary>A volume in a container.</summary>
/// <param name="Target">The path in the container.</param>
/// <param name="Source">The volume, usually a placeholder for a resource.</param>
/// <param name="SubPath">A folder inside the volume, or null.</param>
/// <param name="ReadOnly">Whether the container may only read.</param>
internal sealed record ContainerVolume(YamlScalar Target, YamlScalar Source, YamlScalar? SubPath, bool ReadOnly);

/// <summary>Amounts of memory and processor time; null for what is not given.</summary>
internal sealed record ComputeResources(YamlScalar? Memory, YamlScalar? Cpu);

/// <summary>A probe; at least one of the two ways is given.</summary>
/// <param name="Key">The key <c>livenessProbe</c> or <c>readinessProbe</c>.</param>
/// <param name="HttpGet">The request, or null.</param>
/// <param name="Exec">The program and its arguments, or null.</param>
internal sealed record Probe(YamlScalar Key, HttpProbe? HttpGet, IReadOnlyList<YamlScalar>? Exec);

/// <summary>A probe by HTTP request.</summary>
/// <param name="Key">The key <c>httpGet</c>.</param>
/// <param name="Scheme"><c>HTTP</c> or <c>HTTPS</c>.</param>
/// <param name="Host">The Host header, or null.</param>
/// <param name="Path">The request's path.</param>
/// <param name="Port">The container's port.</param>
/// <param name="Headers">More headers.</param>
internal sealed record HttpProbe(YamlScalar Key, string Scheme, string? Host, string Path, long Port, IReadOnlyList<TextEntry> Headers);

/// <summary>A container that starts after another.</summary>
/// <param name="Target">The name of the one that starts later.</param>
/// <param name="Ready">What the earlier one must have reached: <c>started</c>, <c>healthy</c> or <c>complete</c>.</param>
internal sealed record Before(YamlScalar Target, string Ready);
