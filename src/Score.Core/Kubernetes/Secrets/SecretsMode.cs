namespace Score.Core.Kubernetes.Secrets;

/// <summary>Where Secrets go: the property <c>ScoreK8sSecrets</c>.</summary>
internal enum SecretsMode
{
    /// <summary>To a file of their own, which is not committed. The default of a build.</summary>
    Separate,

    /// <summary>Among the other objects.</summary>
    Inline,

    /// <summary>Nowhere: somebody else makes them, and comments list which there have to be.</summary>
    External,

    /// <summary>Nowhere: an operator makes them of a store, for which there is an ExternalSecret each.</summary>
    ExternalSecrets,
}
