using System;
using System.Threading;
using Score.Core.Resources;
using Score.Core.Resources.Secrets;

namespace Score.Core.Patches;

/// <summary>What patch templates need to know of the build.</summary>
/// <param name="RandomScope">Where random values count.</param>
/// <param name="Seed">The key of random values. It is asked for when a template draws the first one.</param>
/// <param name="ReadVariable">The value that an environment variable has during the build, or null when it is not set.</param>
internal sealed record PatchOptions(RandomScope RandomScope, Func<byte[]> Seed, Func<string, string?> ReadVariable)
{
    /// <summary>Receives the values that must not be in files that one commits; null when the build does not keep them apart.</summary>
    public SecretValues? Secrets { get; init; }

    /// <summary>Stops templates from outside.</summary>
    public CancellationToken Cancellation { get; init; }
}
