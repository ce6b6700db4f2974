using System;

namespace Score.Core.Resources.CommandProvisioner;

/// <summary>How the programs of <c>cmd://</c> provisioners run. A build that does not allow them has no such options.</summary>
/// <param name="Folder">The full path of the project's folder: programs run in it, and <c>./x</c> is a file of it.</param>
/// <param name="Timeout">How long a program may take.</param>
internal sealed record CommandOptions(string Folder, TimeSpan Timeout)
{
    /// <summary>The time that a program has when nobody says otherwise.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Receives the standard error of programs that succeed, for those who ask for details.</summary>
    public Action<string> Trace { get; init; } = static _ => { };
}
