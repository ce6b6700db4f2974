using System;
using System.Collections.Generic;

namespace Score.Core.Compose;

/// <summary>How a build wants its compose.yaml.</summary>
/// <param name="ProjectName">The Compose project's name.</param>
/// <param name="MountsReference">The folder of mounted files as compose.yaml names it, with <c>/</c>.</param>
/// <param name="Image">The image that <c>image: .</c> stands for; empty when the build did not say.</param>
/// <param name="HttpProbe">What becomes of HTTP probes.</param>
/// <param name="ReadVariable">The value that an environment variable has during the build, or null when it is not set.</param>
/// <param name="VariableHint">Where a variable that the build needs can be set, in words that follow "Set it".</param>
internal sealed record ComposeOptions(
    string ProjectName,
    string MountsReference,
    string Image,
    HttpProbeMode HttpProbe,
    Func<string, string?> ReadVariable,
    string VariableHint)
{
    /// <summary>The containers whose images Docker Compose builds.</summary>
    public IReadOnlyList<ContainerBuild> Builds { get; init; } = [];

    /// <summary>The ports to publish on the host.</summary>
    public IReadOnlyList<PublishedPort> Ports { get; init; } = [];

    /// <summary>Gives the key of what must not be guessed; throws <see cref="Resources.SeedException"/> when there is none.</summary>
    public Func<byte[]> Seed { get; init; } = static () => throw new Resources.SeedException("The build gives none.");
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
