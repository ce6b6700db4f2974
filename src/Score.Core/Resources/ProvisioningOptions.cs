using System;
using System.Collections.Generic;

namespace Score.Core.Resources;

/// <summary>What provisioning needs to know of the build.</summary>
/// <param name="Provisioners">The entries of provisioner files, in the order in which they are tried.</param>
/// <param name="Unknown">What becomes of types that are not known.</param>
/// <param name="ProjectName">The Compose project's name.</param>
/// <param name="MountsReference">The folder of mounted files as compose.yaml names it.</param>
/// <param name="Seed">The key of random values. It is asked for when a template draws the first one.</param>
/// <param name="ReadVariable">The value that an environment variable has during the build, or null when it is not set.</param>
/// <param name="VariableHint">Where a variable that the build needs can be set, in words that follow "Set it".</param>
internal sealed record ProvisioningOptions(
    IReadOnlyList<Provisioner> Provisioners,
    UnknownResources Unknown,
    string ProjectName,
    string MountsReference,
    Func<byte[]> Seed,
    Func<string, string?> ReadVariable,
    string VariableHint);
