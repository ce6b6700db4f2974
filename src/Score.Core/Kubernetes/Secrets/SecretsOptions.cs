using System;

namespace Score.Core.Kubernetes.Secrets;

/// <summary>What a build does with Secrets.</summary>
/// <param name="Mode">Where they go.</param>
internal sealed record SecretsOptions(SecretsMode Mode)
{
    /// <summary>Among the other objects.</summary>
    public static SecretsOptions Inline { get; } = new(SecretsMode.Inline);

    /// <summary>The name of the store that ExternalSecrets name.</summary>
    public string Store { get; init; } = "";

    /// <summary>The kind of that store.</summary>
    public string StoreKind { get; init; } = "SecretStore";

    /// <summary>Reads the values that the secrets file of an environment holds from before.</summary>
    public Func<string, ExistingSecrets> Existing { get => field ?? (static _ => new ExistingSecrets()); init; }
}
