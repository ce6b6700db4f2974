using System;
using System.Collections.Generic;
using System.Threading;
using Score.Core.Resources.CommandProvisioner;
using Score.Core.Resources.Hosts;
using Score.Core.Resources.Provisioners;
using Score.Core.Resources.Secrets;

namespace Score.Core.Resources;

/// <summary>What provisioning needs to know of the build.</summary>
/// <param name="Platform">What the build writes for.</param>
/// <param name="ProjectName">The project name.</param>
/// <param name="ReadVariable">The value that an environment variable has during the build, or null when it is not set.</param>
/// <param name="VariableHint">Where a variable that the build needs can be set, in words that follow "Set it".</param>
internal record ProvisioningOptions(ProvisioningPlatform Platform, string ProjectName, Func<string, string?> ReadVariable, string VariableHint)
{
    /// <summary>The entries of provisioner files, in the order in which they are tried.</summary>
    public IReadOnlyList<Provisioner> Provisioners { get; init; } = [];

    /// <summary>Whether the built-in provisioners serve what <see cref="Provisioners"/> do not.</summary>
    public bool UseBuiltIn { get; init; }

    /// <summary>What becomes of types that are not known.</summary>
    public UnknownResources Unknown { get; init; }

    /// <summary>The key of random values. It is asked for when a template draws the first one.</summary>
    public Func<byte[]> Seed { get => field ?? (static () => throw new SeedException("The build gives none.")); init; }

    /// <summary>Receives the values that must not be in files that one commits; null when the build does not keep them apart.</summary>
    public SecretValues? Secrets { get; init; }

    /// <summary>Receives the outputs with marks in the place of hosts and ports; null when nothing asks for them.</summary>
    public HostMarks? Hosts { get; init; }

    /// <summary>Where random values count.</summary>
    public RandomScope RandomScope => new(Platform.RandomScope, ProjectName, Environment);

    /// <summary>The environment that is built for, such as <c>staging</c>; empty for none.</summary>
    public string Environment { get; init; } = "";

    /// <summary>How programs run; null when the project does not allow them.</summary>
    public CommandOptions? Commands { get; init; }

    /// <summary>What a command-line tool has left.</summary>
    public ExistingState State { get; init; } = ExistingState.None;

    /// <summary>The full path of the folder that receives the text of each rendered template section; empty when none is kept.</summary>
    public string RenderedFolder { get; init; } = "";

    /// <summary>Stops templates and programs from outside.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The platforms that there are: a program may have answered for another one.</summary>
    public Func<IReadOnlyList<ProvisioningPlatform>> KnownPlatforms { get; init; } = () => [];
}
