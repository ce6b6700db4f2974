using System.Collections.Generic;
using System.Linq;
using Score.Core.Diagnostics;
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

    /// <summary>Whether the project has the Aspire dashboard, and workloads send it their telemetry.</summary>
    public bool HasDashboard { get; init; }

    /// <summary>The place of findings about that.</summary>
    public SourceSpan DashboardPlace { get; init; } = SourceSpan.None;

    /// <summary>What becomes of those of a container; never <see cref="HttpProbeMode.Auto"/>.</summary>
    public HttpProbeMode HttpProbeOf(Workload workload, Container container)
    {
        if (HttpProbe != HttpProbeMode.Auto) return HttpProbe;
        bool isBuilt = Builds.Any(b => b.IsFor($"{workload.Name.Text}/{container.Name}"));
        return !isBuilt && Image.HasDotNet(workload, container) ? HttpProbeMode.DotNet : HttpProbeMode.Warn;
    }

    /// <summary>The containers whose images Docker Compose builds.</summary>
    public IReadOnlyList<ContainerBuild> Builds { get; init; } = [];

    /// <summary>The ports to publish on the host.</summary>
    public IReadOnlyList<PublishedPort> Ports { get; init; } = [];
}

/// <summary>What becomes of an HTTP probe, for which Compose has no counterpart: the property <c>ScoreComposeHttpProbe</c>.</summary>
internal enum HttpProbeMode
{
    /// <summary>As <see cref="DotNet"/> where the SDK makes the container's image with the .NET runtime in it, as <see cref="Warn"/> elsewhere.</summary>
    Auto,

    /// <summary>It is left out with a message, or with a warning where something waits for the container to be healthy.</summary>
    Warn,

    /// <summary>It is left out.</summary>
    Ignore,

    /// <summary>It becomes a healthcheck that runs curl in the container.</summary>
    Curl,

    /// <summary>It becomes a healthcheck that runs wget in the container.</summary>
    Wget,

    /// <summary>It becomes a healthcheck that runs a program of this package with the container's own <c>dotnet</c>.</summary>
    DotNet,
}

/// <summary>Where the values of secrets go: the property <c>ScoreComposeSecrets</c>.</summary>
internal enum ComposeSecretsMode
{
    /// <summary>To the env file; compose.yaml names variables.</summary>
    EnvFile,

    /// <summary>Into compose.yaml itself.</summary>
    Inline,
}
