using System.Collections.Generic;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Resources.Secrets;
using Score.Core.Yaml;

namespace Score.Core.Platforms;

/// <summary>What workloads were translated to, before it is written. It is not changed.</summary>
internal abstract record PlatformProject
{
    /// <summary>The environment variables whose values the build put into the project, in ordinal order.</summary>
    public IReadOnlyCollection<string> VariablesRead { get; init; } = [];

    /// <summary>What patch templates change.</summary>
    public abstract YamlNode Tree { get; }

    /// <summary>What patch templates see.</summary>
    public abstract PatchData PatchData { get; }

    /// <summary>Brings what a patch template has made into the platform's form, and checks it.</summary>
    /// <param name="tree">What the template has made of <see cref="Tree"/>.</param>
    /// <param name="file">The template.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public virtual YamlNode Check(YamlNode tree, PatchFile file, DiagnosticBag diagnostics) => tree;

    /// <summary>The project with the tree that patch templates have made.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="last">The last template.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public abstract PlatformProject With(YamlNode tree, PatchFile last, DiagnosticBag diagnostics);

    /// <summary>Keeps the build's secret values apart from what one commits, when all patch templates have been applied.</summary>
    /// <param name="secrets">The values.</param>
    /// <param name="diagnostics">Receives what cannot be kept apart.</param>
    /// <returns>The project with references in the place of the values.</returns>
    public virtual PlatformProject Conceal(SecretValues secrets, DiagnosticBag diagnostics) => this;

    /// <summary>Checks what only the whole can tell, when all patch templates have been applied.</summary>
    /// <param name="additions">What provisioners have added.</param>
    /// <param name="patches">The templates.</param>
    /// <param name="diagnostics">Without errors so far; receives what is wrong.</param>
    public virtual void CheckWhole(IReadOnlyList<ResourceAdditions> additions, IReadOnlyList<PatchFile> patches, DiagnosticBag diagnostics)
    {
    }

    /// <summary>Where workloads and resources are reached from outside, as far as the project says.</summary>
    public virtual IEnumerable<PublishedAddress> Addresses() => [];

    /// <summary>The files.</summary>
    /// <param name="scoreFiles">The names of the score files, without folders, so that the text is the same on every machine.</param>
    public abstract PlatformOutput Write(IReadOnlyList<string> scoreFiles);
}
