using System.Collections.Generic;
using Score.Core.Specification;

namespace Score.Core.Compose;

/// <summary>How a build wants its compose.yaml.</summary>
/// <param name="MountsReference">The folder of mounted files as compose.yaml names it, with <c>/</c>.</param>
internal sealed record ComposeOptions(string MountsReference)
{
    /// <summary>What <c>image: .</c> stands for.</summary>
    public OwnImages Image { get; init; } = "";

    /// <summary>What becomes of HTTP probes.</summary>
    public HttpProbeMode HttpProbe { get; init; }

    /// <summary>The containers whose images Docker Compose builds.</summary>
    public IReadOnlyList<ContainerBuild> Builds { get; init; } = [];

    /// <summary>The ports to publish on the host.</summary>
    public IReadOnlyList<PublishedPort> Ports { get; init; } = [];
}

/// <summary>What becomes of an HTTP probe, for which Compose has no counterpart: the property <c>ScoreComposeHttpProbe</c>.</summary>
internal enum HttpProbeMode
{
    /// <summary>It is left out with a warning.</summary>
    Warn,

    /// <summary>It is left out.</summary>
    Ignore,

    /// <summary>It becomes a healthcheck that runs curl in the container.</summary>
    Curl,

    /// <summary>It becomes a healthcheck that runs wget in the container.</summary>
    Wget,
}

/// <summary>Where the values of secrets go: the property <c>ScoreComposeSecrets</c>.</summary>
internal enum ComposeSecretsMode
{
    /// <summary>To the env file; compose.yaml names variables.</summary>
    EnvFile,

    /// <summary>Into compose.yaml itself.</summary>
    Inline,
}
