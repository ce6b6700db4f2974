using Score.Core.Resources.Provisioners;

namespace Score.Core.Compose;

/// <summary>What provisioners add to a Compose project.</summary>
internal static class ComposeSections
{
    /// <summary>Folders that exist below the mounts folder.</summary>
    public const string Directories = "directories";

    /// <summary>Files below the mounts folder.</summary>
    public const string Files = "files";

    /// <summary>Networks by name.</summary>
    public const string Networks = "networks";

    /// <summary>Services by name.</summary>
    public const string Services = "services";

    /// <summary>Volumes by name.</summary>
    public const string Volumes = "volumes";

    /// <summary>Models by name, which the workload's services get.</summary>
    public const string Models = "models";

    /// <summary>All of them, in the order in which templates run.</summary>
    public static readonly AddedSection[] All =
    [
        new(Directories, "relative_directories", new FolderFlags()),
        new(Files, "relative_file_contents", new FileTexts()),
        new(Networks, "compose_networks", new NamedMappings(mayBeNull: true)),
        new(Services, "compose_services", new NamedMappings(mayBeNull: false)),
        new(Volumes, "compose_volumes", new NamedMappings(mayBeNull: true)),
        new(Models, "compose_models", new NamedMappings(mayBeNull: false)),
        new("info_logs", "", new BuildMessages()),
    ];
}
