using System.Collections.Generic;

namespace Score.Core.Platforms;

/// <summary>All that a build writes for a platform.</summary>
/// <param name="Files">The files. The first one names the others, if any does.</param>
internal sealed record PlatformOutput(IReadOnlyList<PlatformFile> Files)
{
    /// <summary>Folders below the folder of mounted files that exist whether or not they hold a file, with <c>/</c>.</summary>
    public IReadOnlyCollection<string> Directories { get; init; } = [];

    /// <summary>The variables to which the build gives values, in ordinal order of their names.</summary>
    public IReadOnlyList<OutputVariable> Values { get; init; } = [];

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

    /// <summary>Whether it holds secret values, so that nobody should commit it.</summary>
    public bool IsSecret { get; init; }
}

/// <summary>A variable to which a build gives a value.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
internal sealed record OutputVariable(string Name, string Value)
{
    /// <summary>Whether the value follows from others, so that it is replaced whenever it differs. All other values stay once they are there.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Whether it only says what a variable may be: one that is there stays, also without a value.</summary>
    public bool IsDefault { get; init; }

    /// <summary>What it is, for whoever reads the file; empty for none.</summary>
    public string Comment { get; init; } = "";
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

    /// <summary>A file with secret values, which is not committed. The values in it that a build finds there stay.</summary>
    Secrets,
}
