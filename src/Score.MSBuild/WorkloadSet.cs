using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Overrides;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <summary>The workloads of a build, with their findings. The tasks of one build share them, so that each file is read once.</summary>
internal sealed class WorkloadSet
{
    private readonly ProjectInfo _project;
    private readonly SharedBuild _shared;
    private readonly OverrideSettings _overrides;
    private readonly List<LoadedWorkload> _workloads = [];
    private readonly List<ITaskItem> _files = [];
    private readonly List<string> _overridesFiles = [];

    // What none of the files so far took of the overrides for any of them.
    private IReadOnlyList<PropertyOverride>? _leftOut;

    private WorkloadSet(ITaskItem[] scoreFiles, ProjectInfo project, OverrideInputs overrides, SharedBuild shared)
    {
        _project = project;
        _shared = shared;
        ScoreFiles = scoreFiles.Length == 1 ? scoreFiles : Distinct(scoreFiles);
        _overrides = new OverrideSettings(project, overrides, ScoreFiles, Diagnostics);
    }

    /// <summary>The workloads, by the order of their items; complete only when the diagnostics have no errors.</summary>
    public IReadOnlyList<LoadedWorkload> Workloads => _workloads;

    /// <summary>The items of the workloads' score files, in the order of <see cref="Workloads"/>.</summary>
    public IReadOnlyList<ITaskItem> Files => _files;

    /// <summary>The names of the score files, each file once; with their paths from the project's folder when several have one name.</summary>
    public List<string> FileNames
    {
        get
        {
            List<string> names = [];
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (ITaskItem file in ScoreFiles)
            {
                string name = Path.GetFileName(file.GetMetadata("FullPath"));
                if (!seen.Add(name)) return RelativePaths();
                names.Add(name);
            }

            return names;
        }
    }

    /// <summary>All findings about the score files and their overrides.</summary>
    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The files besides the score files that the workloads come from: overrides, and files named by <c>source</c>.</summary>
    public List<string> Sources
    {
        get
        {
            List<string> sources = [.. _overridesFiles];
            foreach (LoadedWorkload workload in _workloads) sources.AddRange(workload.Files.Sources);
            return sources;
        }
    }

    private IReadOnlyList<ITaskItem> ScoreFiles { get; }

    /// <summary>Reads and checks score files.</summary>
    /// <param name="scoreFiles">The files, of which one may be named twice.</param>
    /// <param name="project">The project.</param>
    /// <param name="overrides">What changes them.</param>
    /// <param name="shared">What the tasks of the build share.</param>
    public static WorkloadSet Load(ITaskItem[] scoreFiles, ProjectInfo project, OverrideInputs overrides, SharedBuild shared)
    {
        WorkloadSet set = new(scoreFiles, project, overrides, shared);
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (ITaskItem file in set.ScoreFiles)
        {
            if (set.LoadFile(file) is not { } loaded) continue;

            set._workloads.Add(loaded);
            set._files.Add(file);
            YamlScalar name = loaded.Workload.Name;
            if (name.Text.Length == 0) continue;
            if (names.TryGetValue(name.Text, out string? first)) set.Diagnostics.Add(DiagnosticDescriptors.DuplicateWorkload, name.Span, name.Text, first);
            else names.Add(name.Text, set.Shown(file));
        }

        if (set._leftOut is { Count: > 0 } leftOut) set.ReportUnfit(leftOut);
        return set;
    }

    // An override for any of several files that none of them took.
    private void ReportUnfit(IReadOnlyList<PropertyOverride> leftOut)
    {
        foreach (PropertyOverride left in leftOut)
        {
            IReadOnlyList<string> path = TreePath.Parse(left.Path);
            IEnumerable<string> names = _workloads
                .SelectMany(w => path[0] == "containers" ? w.Workload.Containers.Select(c => c.Name) : w.Workload.Resources.Select(r => r.Name))
                .Distinct(StringComparer.Ordinal);
            Phrase part = new(OverrideTargets.Named([path[0], path[1]]));
            Diagnostics.Add(DiagnosticDescriptors.OverrideFitsNoWorkload, left.Place, part, left.Path, Suggestion.SentenceOrList(path[1], names, "There are"));
        }
    }

    /// <summary>The workloads that an item of a project is for; null when it is for all.</summary>
    public IReadOnlyCollection<Workload>? ServedBy(ITaskItem item)
    {
        if (ProjectInfo.OwnerOf(item) is not { } owner) return null;
        List<ITaskItem> files = ScoreFiles.Where(f => ScoreTask.PathComparer.Equals(ProjectInfo.OwnerOf(f), owner)).ToList();
        return _workloads.Select(w => w.Workload).Where(w => files.Any(f => ScoreTask.PathComparer.Equals(f.GetMetadata("FullPath"), w.Path))).ToList();
    }

    /// <summary>Whether a score file is that of a project whose own build says what is to be said of it as it is.</summary>
    /// <param name="file">The full path of the file.</param>
    public bool IsOfOtherProject(string file) =>
        !_overrides.IsChanging && ScoreFiles.Any(f => ProjectInfo.OwnerOf(f) is not null && ScoreTask.PathComparer.Equals(f.GetMetadata("FullPath"), file));

    /// <summary>The project that a score file belongs to, of several that name it: the one in whose folder it is, else the first.</summary>
    /// <param name="file">The full path of the score file.</param>
    /// <param name="projects">The full paths of the projects, none of them empty.</param>
    public static string OwnerOf(string file, IReadOnlyList<string> projects) =>
        projects.FirstOrDefault(p => ScoreTask.PathComparer.Equals(Path.GetDirectoryName(p), Path.GetDirectoryName(file))) ?? projects[0];

    private static List<ITaskItem> Distinct(ITaskItem[] scoreFiles) =>
        scoreFiles.GroupBy(f => f.GetMetadata("FullPath"), ScoreTask.PathComparer).Select(Owned).ToList();

    private static ITaskItem Owned(IEnumerable<ITaskItem> same)
    {
        List<ITaskItem> items = same.ToList();
        if (items.Count == 1 || items.Any(i => ProjectInfo.OwnerOf(i) is null)) return items[0];
        string owner = OwnerOf(items[0].GetMetadata("FullPath"), items.Select(i => ProjectInfo.OwnerOf(i)!).ToList());
        return items.First(i => ProjectInfo.OwnerOf(i) == owner);
    }

    private List<string> RelativePaths() => ScoreFiles.Select(f => RelativePath.Of(f.GetMetadata("FullPath"), _project.Directory)).ToList();

    private string Shown(ITaskItem file) =>
        ProjectInfo.OwnerOf(file) is null ? file.ItemSpec : RelativePath.Of(file.GetMetadata("FullPath"), _project.Directory);

    private LoadedWorkload? LoadFile(ITaskItem file)
    {
        string path = file.GetMetadata("FullPath");
        byte[]? bytes = SourceReader.ReadBytes(file.ItemSpec, path, Diagnostics);
        List<byte[]> contents = [bytes ?? []];
        FileOverrides? overrides = _overrides.Of(file);
        if (overrides is not null) ReadContents(overrides, contents);
        if (bytes is null) return null;
        ReadFile read = _shared.GetOrRead($"{path};{_overrides.Environment}", contents, () => Read(path, contents, overrides));
        Diagnostics.AddRange(read.Diagnostics);
        if (read.LeftOut is { } leftOut) _leftOut = _leftOut is null ? leftOut : BothOf(_leftOut, leftOut);
        return read.Loaded;
    }

    // An overrides file that cannot be read changes nothing, as an empty one does.
    private void ReadContents(FileOverrides overrides, List<byte[]> contents)
    {
        foreach (NamedFile file in overrides.Files)
        {
            _overridesFiles.Add(file.FullPath);
            contents.Add(SourceReader.ReadBytes(file.Name, file.FullPath, Diagnostics) ?? []);
        }

        contents.Add(overrides.Fingerprint());
    }

    private static List<PropertyOverride> BothOf(IReadOnlyList<PropertyOverride> one, IReadOnlyList<PropertyOverride> other) =>
        one.Where(other.Contains).ToList();

    private static ReadFile Read(string path, List<byte[]> contents, FileOverrides? changes)
    {
        DiagnosticBag own = new();
        SourceText? source = SourceReader.Decode(path, contents[0], own);
        WorkloadOverrides? overrides = changes is null ? null : Decode(changes, contents, own);
        LoadedWorkload? loaded = source is null ? null : WorkloadLoader.Load(source, path, own, overrides);
        return new ReadFile(loaded, own, overrides?.LeftOut);
    }

    private static WorkloadOverrides Decode(FileOverrides overrides, List<byte[]> contents, DiagnosticBag diagnostics)
    {
        List<SourceText> sources = [];
        for (int i = 0; i < overrides.Files.Count; i++)
        {
            if (SourceReader.Decode(overrides.Files[i].FullPath, contents[i + 1], diagnostics) is { } source) sources.Add(source);
        }

        return new WorkloadOverrides(sources, overrides.Properties);
    }

    /// <summary>A score file with its overrides, as it was read.</summary>
    private sealed class ReadFile(LoadedWorkload? loaded, DiagnosticBag diagnostics, IReadOnlyList<PropertyOverride>? leftOut)
    {
        public LoadedWorkload? Loaded => loaded;

        public DiagnosticBag Diagnostics => diagnostics;

        public IReadOnlyList<PropertyOverride>? LeftOut => leftOut;
    }
}
