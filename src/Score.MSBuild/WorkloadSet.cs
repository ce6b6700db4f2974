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
    private readonly List<IReadOnlyList<PropertyOverride>> _leftOut = [];

    private WorkloadSet(ITaskItem[] scoreFiles, ProjectInfo project, OverrideInputs overrides, SharedBuild shared)
    {
        _project = project;
        _shared = shared;
        ScoreFiles = scoreFiles.GroupBy(f => f.GetMetadata("FullPath"), ScoreTask.PathComparer).Select(Owned).ToList();
        _overrides = new OverrideSettings(project, overrides, ScoreFiles, Diagnostics);
    }

    /// <summary>The workloads, by the order of their items; complete only when the diagnostics have no errors.</summary>
    public IReadOnlyList<LoadedWorkload> Workloads => _workloads;

    /// <summary>The items of the workloads' score files, in the order of <see cref="Workloads"/>.</summary>
    public IReadOnlyList<ITaskItem> Files => _files;

    /// <summary>The names of the score files, each file once; with their paths from the project's folder when several have one name.</summary>
    public IEnumerable<string> FileNames
    {
        get
        {
            List<string> paths = ScoreFiles.Select(f => f.GetMetadata("FullPath")).ToList();
            bool isClear = paths.Select(Path.GetFileName).Distinct(StringComparer.Ordinal).Count() == paths.Count;
            return paths.Select(p => isClear ? Path.GetFileName(p) : RelativePath.Of(p, _project.Directory));
        }
    }

    /// <summary>All findings about the score files and their overrides.</summary>
    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The files besides the score files that the workloads come from: overrides, and files named by <c>source</c>.</summary>
    public IEnumerable<string> Sources => _overridesFiles.Concat(_workloads.SelectMany(w => w.Files.Sources)).Distinct(StringComparer.Ordinal);

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

        set.ReportUnfit();
        return set;
    }

    // An override for any of several files that none of them took.
    private void ReportUnfit()
    {
        if (_leftOut.Count == 0) return;
        foreach (PropertyOverride left in _leftOut[0].Where(o => _leftOut.TrueForAll(l => l.Contains(o))))
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

    private static ITaskItem Owned(IEnumerable<ITaskItem> same)
    {
        List<ITaskItem> items = same.ToList();
        if (items.Count == 1 || items.Any(i => ProjectInfo.OwnerOf(i) is null)) return items[0];
        string owner = OwnerOf(items[0].GetMetadata("FullPath"), items.Select(i => ProjectInfo.OwnerOf(i)!).ToList());
        return items.First(i => ProjectInfo.OwnerOf(i) == owner);
    }

    private string Shown(ITaskItem file) =>
        ProjectInfo.OwnerOf(file) is null ? file.ItemSpec : RelativePath.Of(file.GetMetadata("FullPath"), _project.Directory);

    private LoadedWorkload? LoadFile(ITaskItem file)
    {
        NamedFile score = NamedFile.Of(file);
        List<NamedFile> files = [score, .. _overrides.FilesOf(file)];
        IReadOnlyList<PropertyOverride> properties = _overrides.PropertiesOf(file);
        _overridesFiles.AddRange(files.Skip(1).Select(f => f.FullPath));
        List<byte[]?> contents = files.Select(f => SourceReader.ReadBytes(f.Name, f.FullPath, Diagnostics)).ToList();
        if (contents[0] is null) return null;

        List<byte[]> content = [.. contents.Select(c => c ?? []), OverrideSettings.Fingerprint(files, properties)];
        ReadFile read = _shared.GetOrRead($"{score.FullPath};{_overrides.Environment}", content, () => Read(files, contents, properties));
        Diagnostics.AddRange(read.Diagnostics);
        _leftOut.Add(read.LeftOut);
        return read.Loaded;
    }

    private static ReadFile Read(List<NamedFile> files, List<byte[]?> contents, IReadOnlyList<PropertyOverride> properties)
    {
        DiagnosticBag own = new();
        List<SourceText?> sources = files.Select((f, i) => contents[i] is { } bytes ? SourceReader.Decode(f.FullPath, bytes, own) : null).ToList();
        WorkloadOverrides overrides = new(sources.Skip(1).OfType<SourceText>().ToList(), properties);
        LoadedWorkload? loaded = sources[0] is { } source ? WorkloadLoader.Load(source, files[0].FullPath, own, overrides) : null;
        return new ReadFile(loaded, own, overrides.LeftOut);
    }

    /// <summary>A score file with its overrides, as it was read.</summary>
    private sealed record ReadFile(LoadedWorkload? Loaded, DiagnosticBag Diagnostics, IReadOnlyList<PropertyOverride> LeftOut);
}
