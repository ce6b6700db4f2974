using System.Collections.Generic;

namespace Score.Core.Platforms;

/// <summary>All that a build writes for a platform.</summary>
/// <param name="Files">The files. The first one names the others, if any does.</param>
internal sealed record PlatformOutput(IReadOnlyList<PlatformFile> Files)
{
    /// <summary>Folders below the folder of mounted files that exist whether or not they hold a file, with <c>/</c>.</summary>
    public IReadOnlyCollection<string> Directories { get; init; } = [];

    /// <summary>The environment variables that whoever starts the workloads gives values, in ordinal order.</summary>
    public IReadOnlyCollection<string> Variables { get; init; } = [];
}

/// <summary>A file that a build writes.</summary>
/// <param name="Kind">Whose it is.</param>
/// <param name="Path">Its path below the folder of its kind, with <c>/</c>.</param>
/// <param name="Bytes">The content.</param>
internal sealed record PlatformFile(PlatformFileKind Kind, string Path, byte[] Bytes)
{
    /// <summary>The Unix access mode, or null for the system's default.</summary>
    public int? Mode { get; init; }
}

/// <summary>Whose a file is.</summary>
internal enum PlatformFileKind
{
    /// <summary>It bears the mark of a generated file.</summary>
    Generated,

    /// <summary>A workload's file, which a container mounts.</summary>
    Mounted,

    /// <summary>A file that a provisioner made, which a container mounts.</summary>
    Provisioned,
}
