using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Platforms;
using Score.Core.Resources;
using Score.Core.Resources.Secrets;
using Score.Core.Specification;
using Score.Core.Templates.Values;
using Score.Core.Yaml;

namespace Score.Core.Compose;

/// <summary>All that a build writes for Docker Compose.</summary>
/// <param name="Content">The content of compose.yaml.</param>
/// <param name="Workloads">The workloads that it was made of.</param>
/// <param name="Files">The files that it mounts.</param>
/// <param name="Directories">Folders below the mounts folder that exist whether or not they hold a file, with <c>/</c>.</param>
/// <param name="Variables">The environment variables that it refers to, in ordinal order.</param>
internal sealed record ComposeProject(
    YamlMapping Content,
    IReadOnlyList<Workload> Workloads,
    IReadOnlyList<MountedFile> Files,
    IReadOnlyCollection<string> Directories,
    IReadOnlyCollection<string> Variables) : PlatformProject
{
    /// <summary>The variables to which the build gives values, in ordinal order of their names.</summary>
    public IReadOnlyList<OutputVariable> Values { get; init; } = [];

    /// <summary>The resources of the workloads.</summary>
    public ProvisionedResources? Resources { get; init; }

    /// <inheritdoc/>
    public override YamlNode Tree => Content;

    /// <inheritdoc/>
    public override PatchData PatchData => new(new GoField("Compose", GoType.AnyMap), Workloads)
    {
        Scope = (root, workloads) => ComposeScope.Of((YamlMapping)root, Resources!, workloads),
    };

    /// <inheritdoc/>
    public override YamlNode Check(YamlNode tree, PatchFile file, DiagnosticBag diagnostics) => ComposePatches.Check(tree, file, diagnostics);

    /// <inheritdoc/>
    public override PlatformProject With(YamlNode tree, PatchFile last, DiagnosticBag diagnostics) => this with { Content = (YamlMapping)tree };

    /// <inheritdoc/>
    public override void CheckWhole(IReadOnlyList<ResourceAdditions> additions, IReadOnlyList<PatchFile> patches, DiagnosticBag diagnostics) =>
        ServiceImages.Check(Content, additions, patches, diagnostics);

    /// <inheritdoc/>
    public override PlatformProject Conceal(SecretValues secrets, DiagnosticBag diagnostics) =>
        secrets.IsEmpty ? this : ComposeSecrets.Conceal(this, secrets, diagnostics);

    /// <inheritdoc/>
    public override IEnumerable<PublishedAddress> Addresses() => ComposeAddresses.Of(this);

    /// <inheritdoc/>
    public override PlatformOutput Write(IReadOnlyList<string> scoreFiles)
    {
        List<PlatformFile> files = [new(PlatformFileKind.Generated, "compose.yaml", ComposeFile.Write(Content, scoreFiles))];
        foreach (MountedFile file in Files)
        {
            files.Add(new PlatformFile(file.Mount is null ? PlatformFileKind.Provisioned : PlatformFileKind.Mounted, file.Path, file.Bytes)
            {
                Mode = file.Mode,
                IsSecret = file.IsSecret,
            });
        }
        return new PlatformOutput(files) { Directories = Directories, Variables = Variables, Values = Values };
    }
}

/// <summary>A file that is written to be mounted into a container.</summary>
/// <param name="Path">The path below the mounts folder, with <c>/</c>.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Mode">The Unix access mode, whatever the build's umask: a container's user need not be the one who builds.</param>
/// <param name="Mount">The entry of the service's volumes, or null when the service names the file in its own way.</param>
internal sealed record MountedFile(string Path, byte[] Bytes, int Mode, YamlMapping? Mount)
{
    /// <summary>The mode of a file that does not say: everybody may read it.</summary>
    public const int DefaultMode = 0x1A4;

    /// <summary>Whether the content has, or may have, values of environment variables.</summary>
    public bool HoldsValues { get; init; }

    /// <summary>Whether it holds secret values.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The secret values with names in it.</summary>
    public IReadOnlyList<SecretValue> Secrets { get; init; } = [];
}
