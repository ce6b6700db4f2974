using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <content>What patching the outputs needs.</content>
public abstract partial class GeneratorTask
{
    /// <summary>
    /// The patch templates, such as <c>deploy/read-only.tpl</c>, in the order in which they are applied, with the metadata
    /// <c>Platform</c>: <c>Compose</c> (the default) or <c>Kubernetes</c>.
    /// </summary>
    public ITaskItem[] Patches { get; set; } = [];

    /// <summary>
    /// The patch templates for a platform that can be read: those that the state file keeps, then the items. One that several items
    /// name counts once.
    /// </summary>
    /// <param name="platform">The platform.</param>
    /// <param name="state">The state file.</param>
    /// <param name="diagnostics">Receives SCORE0001 to SCORE0005 and SCORE0629.</param>
    private protected IReadOnlyList<PatchFile> ReadPatches(string platform, ExistingState state, DiagnosticBag diagnostics)
    {
        if (Patches.Length == 0 && state.PatchingTemplates.Count == 0) return [];
        List<PatchFile> files = state.PatchingTemplates.Select((t, i) => PatchFile.OfState(i, t)).ToList();
        HashSet<string> seen = new(PathComparer);
        foreach (ITaskItem item in Patches)
        {
            NamedFile file = NamedFile.Of(item);
            if (PlatformOf(item, diagnostics) != platform || !seen.Add(file.FullPath)) continue;
            if (SourceReader.ReadBytes(file.Name, file.FullPath, diagnostics) is not { } bytes) continue;
            if (SourceReader.Decode(file.FullPath, bytes, diagnostics) is { } source) files.Add(new PatchFile(Path.GetFileName(file.FullPath), source));
        }

        return files;
    }

    // Null with a finding when it is none. Its values stand in the order of the names.
    private string? PlatformOf(ITaskItem item, DiagnosticBag diagnostics)
    {
        string name = item.GetMetadata("Platform");
        int index = name.Length == 0 ? 0 : Array.FindIndex(Platforms.Names, p => string.Equals(p, name, StringComparison.OrdinalIgnoreCase));
        if (index >= 0) return Platforms.Names[index];
        Phrase problem = new(() => $"'{Excerpt.Of(name)}' is not a value of its metadata 'Platform'. Use {Phrase.Alternatives(Platforms.Names)}.{Suggestion.Sentence(name, Platforms.Names)}");
        diagnostics.Add(DiagnosticDescriptors.InvalidPatchItem, PlaceOf(item), item.ItemSpec, problem);
        return null;
    }
}
