namespace Score.Core.Resources;

/// <summary>The keys of a provisioner that hold templates.</summary>
internal static class TemplateSections
{
    public const string Init = "init";
    public const string State = "state";
    public const string Shared = "shared";
    public const string Outputs = "outputs";
    public const string Directories = "directories";
    public const string Files = "files";
    public const string Networks = "networks";
    public const string Services = "services";
    public const string Volumes = "volumes";
    public const string Models = "models";
    public const string InfoLogs = "info_logs";

    /// <summary>For Kubernetes only.</summary>
    public const string Manifests = "manifests";

    /// <summary>All of them, in the order in which they run.</summary>
    public static readonly string[] All = [Init, State, Shared, Outputs, Directories, Files, Networks, Services, Volumes, Models, InfoLogs, Manifests];
}
