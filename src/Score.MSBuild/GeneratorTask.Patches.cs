using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Patches;
using Score.Core.Resources;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <content>The patch templates of a build.</content>
public abstract partial class GeneratorTask
{
    /// <summary>
    /// The patch templates, such as <c>deploy/read-only.tpl</c>, in the order in which they are applied, with the metadata
    /// <c>Platform</c>: <c>Compose</c> (the default) or <c>Kubernetes</c>. After each comes its <c>deploy/read-only.staging.tpl</c>
    /// in that environment, if it is there. An item of such a name is for that environment only.
    /// </summary>
    public ITaskItem[] Patches { get; set; } = [];

    // Those that the state file keeps, then the items. One that several items name counts once.
    private IReadOnlyList<PatchFile> ReadPatches(string platform, string environment, ExistingState state, WorkloadSet workloads, DiagnosticBag diagnostics)
    {
        List<PatchFile> scoped = [];
        Dictionary<string, IReadOnlyCollection<Workload>?> scopes = new(StringComparer.Ordinal);
        ILookup<string, ITaskItem> byPath = Patches.ToLookup(p => p.GetMetadata("FullPath"), PathComparer);
        List<PatchFile> files = state.PatchingTemplates.Select((t, i) => PatchFile.OfState(i, t)).ToList();
        HashSet<string> seen = new(PathComparer);
        HashSet<string> ofAll = new(Patches.Where(p => BuildEnvironments.OfPatch(p).Length == 0).Select(p => p.GetMetadata("FullPath")), PathComparer);
        foreach (ITaskItem item in Patches.OrderBy(p => ProjectInfo.OwnerOf(p), StringComparer.Ordinal))
        {
            if (PlatformOf(item, diagnostics) != platform) continue;
            NamedFile file = NamedFile.Of(item);
            string own = BuildEnvironments.OfPatch(item);
            if (own.Length > 0 && own != environment) ReportLeftOut(item, own, diagnostics);
            else if (own.Length == 0 || !ofAll.Any(p => PathComparer.Equals(BuildEnvironments.PathFor(own, p), file.FullPath))) Add(file, item);
            if (own.Length > 0 || environment.Length == 0) continue;
            string path = BuildEnvironments.PathFor(environment, file.FullPath);
            if (File.Exists(path)) Add(new NamedFile(Path.Combine(Path.GetDirectoryName(file.Name)!, Path.GetFileName(path)), path), item);
        }

        // What a project says of its own comes before what the application says.
        return scoped.Count == 0 ? files : [.. scoped, .. files];

        void Add(NamedFile file, ITaskItem item)
        {
            if (!seen.Add(file.FullPath) || SourceReader.ReadBytes(file.Name, file.FullPath, diagnostics) is not { } bytes) return;
            if (SourceReader.Decode(file.FullPath, bytes, diagnostics) is { } source)
                (ScopeOf(item) is null ? files : scoped).Add(new PatchFile(Path.GetFileName(file.FullPath), source) { Workloads = ScopeOf(item) });
        }

        // The same object for all files of the same projects. A file that the application names too is for all workloads.
        IReadOnlyCollection<Workload>? ScopeOf(ITaskItem item)
        {
            List<ITaskItem> same = byPath[item.GetMetadata("FullPath")].ToList();
            if (same.Exists(i => ProjectInfo.OwnerOf(i) is null)) return null;
            string key = string.Join("|", same.Select(ProjectInfo.OwnerOf));
            if (!scopes.TryGetValue(key, out IReadOnlyCollection<Workload>? scope))
                scopes.Add(key, scope = same.SelectMany(i => workloads.ServedBy(i)!).Distinct().ToList());
            return scope;
        }
    }

    // Where the environments are known, a template of another one is no surprise.
    private void ReportLeftOut(ITaskItem item, string environment, DiagnosticBag diagnostics)
    {
        if (EnvironmentName.Length > 0 || Environments.Length > 0 && SettingList.Split(Environments).Contains(environment)) return;
        diagnostics.Add(DiagnosticDescriptors.PatchOfOtherEnvironment, Project.PlaceOf(item), item.ItemSpec, environment);
    }

    // Null with a finding when it is none.
    private string? PlatformOf(ITaskItem item, DiagnosticBag diagnostics)
    {
        string name = item.GetMetadata("Platform");
        string[] names = Platforms.Names;
        int index = name.Length == 0 ? 0 : Array.FindIndex(names, p => string.Equals(p, name, StringComparison.OrdinalIgnoreCase));
        if (index >= 0) return names[index];
        Phrase problem = new(
            () => $"'{Excerpt.Of(name)}' is not a value of its metadata 'Platform'. Use {Phrase.Alternatives(names)}.{Suggestion.Sentence(name, names)}");
        diagnostics.Add(DiagnosticDescriptors.InvalidPatchItem, Project.PlaceOf(item), item.ItemSpec, problem);
        return null;
    }
}
