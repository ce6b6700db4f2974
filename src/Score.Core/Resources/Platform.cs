namespace Score.Core.Resources;

/// <summary>What a build writes for. It decides which sections of a provisioner run and what their templates see.</summary>
internal enum Platform
{
    /// <summary>Docker Compose.</summary>
    Compose,

    /// <summary>Kubernetes.</summary>
    Kubernetes,
}
