namespace Score.MSBuild;

/// <summary>
/// The words of properties that take one of a few. Those of an enumeration have its name and the order of its values, which a test
/// compares, and the first is the default. Enum.TryParse would do the same by reflection, at a cost that a cold build notices.
/// </summary>
internal static class PropertyWords
{
    /// <summary>Whether something is so.</summary>
    public static string[] Flag => ["false", "true"];

    /// <summary>What becomes of HTTP probes in Compose.</summary>
    public static string[] HttpProbeMode => ["Auto", "Warn", "Ignore", "Curl", "Wget", "DotNet"];

    /// <summary>Where the values of secrets go in Compose.</summary>
    public static string[] ComposeSecretsMode => ["EnvFile", "Inline"];

    /// <summary>Where Secrets go in Kubernetes.</summary>
    public static string[] SecretsMode => ["Separate", "Inline", "External", "ExternalSecrets"];

    /// <summary>The kind of a store of secret values.</summary>
    public static string[] SecretStoreKind => ["SecretStore", "ClusterSecretStore"];

    /// <summary>What becomes of resources of unknown type.</summary>
    public static string[] UnknownResources => ["Environment", "Error"];

    /// <summary>How Kubernetes objects are spread over files.</summary>
    public static string[] ManifestLayout => ["File", "Kustomize", "Helm"];

    /// <summary>The dialect of YAML of Kubernetes objects.</summary>
    public static string[] ManifestFormat => ["Yaml", "Kyaml"];

    /// <summary>The kinds of objects that routes become, as provisioners see them.</summary>
    public static string[] Route => ["HttpRoute", "Ingress"];
}
