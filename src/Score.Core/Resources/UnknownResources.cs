namespace Score.Core.Resources;

/// <summary>What becomes of a resource whose type no provisioner knows: the property <c>ScoreUnknownResources</c>.</summary>
internal enum UnknownResources
{
    /// <summary>Its outputs are environment variables, with a warning.</summary>
    Environment,

    /// <summary>It is an error.</summary>
    Error,
}
