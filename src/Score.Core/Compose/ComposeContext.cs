using Score.Core.Diagnostics;
using Score.Core.Resources;

namespace Score.Core.Compose;

/// <summary>What travels through the translation to a Compose project.</summary>
/// <param name="Own">How the build wants its compose.yaml.</param>
/// <param name="Resources">The resources.</param>
/// <param name="Diagnostics">Receives the findings.</param>
internal sealed record ComposeContext(ComposeOptions Own, ProvisionedResources Resources, DiagnosticBag Diagnostics)
{
    /// <summary>What there is to know of the build.</summary>
    public ProvisioningOptions Build => Resources.Options;
}
