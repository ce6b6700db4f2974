namespace Score.Core.Resources.TemplateProvisioner;

/// <summary>The keys of a provisioner that hold templates.</summary>
internal static class TemplateSections
{
    public const string Init = "init";
    public const string State = "state";
    public const string Shared = "shared";
    public const string Outputs = "outputs";

    /// <summary>Those of every platform, in the order in which they run; those of the platform follow.</summary>
    public static readonly string[] Common = [Init, State, Shared, Outputs];
}
