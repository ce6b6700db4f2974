using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Overrides;

namespace Score.MSBuild;

/// <summary>Reads a project's overrides from its items and properties, and gives each score file its own.</summary>
internal sealed class OverrideSettings
{
    private const string FileMetadata = "OverridesFile";
    private const string ConfigurationMetadata = "OverridesConfiguration";
    private const string EntriesMetadata = "Overrides";

    private static readonly string[] ItemMetadata = ["Path", "File", "Value"];

    private readonly ProjectInfo _project;
    private readonly OverrideInputs _inputs;
    private List<Target>? _properties;
    private readonly bool _hasSeveralFiles;

    /// <summary>Reads the settings.</summary>
    /// <param name="project">The project.</param>
    /// <param name="inputs">What its items and properties say.</param>
    /// <param name="scoreFiles">Its score files, each once.</param>
    /// <param name="diagnostics">Receives SCORE0606, SCORE0607 and SCORE0610.</param>
    public OverrideSettings(ProjectInfo project, OverrideInputs inputs, IReadOnlyList<ITaskItem> scoreFiles, DiagnosticBag diagnostics)
    {
        _project = project;
        _inputs = inputs;
        _hasSeveralFiles = scoreFiles.Count > 1;
        if (inputs.File is not null) CheckFile(scoreFiles, diagnostics);

        // What a project says of its own comes before what the application says.
        if (inputs.Items.Length > 0) AddItems(isOwned: true, scoreFiles, diagnostics);
        foreach (ITaskItem file in scoreFiles)
        {
            if (file.GetMetadata(EntriesMetadata) != inputs.Property) AddEntriesOf(file, diagnostics);
        }

        if (inputs.Items.Length > 0) AddItems(isOwned: false, scoreFiles, diagnostics);
        if (inputs.Property.Length == 0) return;
        foreach (string entry in SettingList.Split(inputs.Property)) AddEntry(entry, null, diagnostics);
    }

    /// <summary>The environment whose files are laid over the score files; empty for none.</summary>
    public string Environment => _inputs.Environment;

    /// <summary>Whether an application changes the score files of its projects.</summary>
    public bool IsChanging => _inputs.Property.Length > 0 || _inputs.Items.Any(i => ProjectInfo.OwnerOf(i) is null);

    /// <summary>The overrides of a score file; null when there are none.</summary>
    public FileOverrides? Of(ITaskItem scoreFile)
    {
        bool hasFiles = _inputs.Configuration.Length + _inputs.Environment.Length > 0 || _inputs.File is not null;
        bool hasOwn = scoreFile.GetMetadata(FileMetadata).Length + scoreFile.GetMetadata(ConfigurationMetadata).Length > 0;
        return hasFiles || hasOwn || _properties is not null ? new FileOverrides(FilesOf(scoreFile), PropertiesOf(scoreFile)) : null;
    }

    private List<NamedFile> FilesOf(ITaskItem scoreFile)
    {
        List<NamedFile> files = [];
        string fullPath = scoreFile.GetMetadata("FullPath");
        string configuration = scoreFile.GetMetadata(ConfigurationMetadata) is { Length: > 0 } given ? given : _inputs.Configuration;
        if (configuration.Length > 0)
        {
            string path = BuildEnvironments.PathFor(configuration, fullPath);
            if (File.Exists(path)) files.Add(new NamedFile(Path.GetFileName(path), path));
        }

        if (_inputs.Environment.Length > 0)
        {
            string path = BuildEnvironments.PathFor(_inputs.Environment, fullPath);
            if (File.Exists(path)) files.Add(new NamedFile(Path.GetFileName(path), path));
        }

        string own = scoreFile.GetMetadata(FileMetadata);
        if (own.Length > 0) files.Add(new NamedFile(own, _project.FullPath(scoreFile, own)));
        else if (_inputs.File is { } shared && ProjectInfo.OwnerOf(scoreFile) is null) files.Add(NamedFile.Of(shared));
        return files;
    }

    private List<PropertyOverride> PropertiesOf(ITaskItem scoreFile)
    {
        string fullPath = scoreFile.GetMetadata("FullPath");
        string? project = ProjectInfo.OwnerOf(scoreFile);
        List<PropertyOverride> properties = [];
        foreach (Target target in _properties ?? [])
        {
            if (target.ScoreFile is not null && !ScoreTask.PathComparer.Equals(target.ScoreFile, fullPath)) continue;
            if (target.Project is not null && !ScoreTask.PathComparer.Equals(target.Project, project)) continue;
            properties.Add(target.Override with { IsForAny = _hasSeveralFiles && target.ScoreFile is null && target.Project is null });
        }

        return properties;
    }

    private void CheckFile(IReadOnlyList<ITaskItem> scoreFiles, DiagnosticBag diagnostics)
    {
        int own = scoreFiles.Count(f => ProjectInfo.OwnerOf(f) is null);
        if (own > 1) diagnostics.Add(DiagnosticDescriptors.OverridesFileOfSeveral, _project.PropertyPlace, own);
    }

    // What Directory.Build.props says to a project and to the application counts once.
    private void AddItems(bool isOwned, IReadOnlyList<ITaskItem> scoreFiles, DiagnosticBag diagnostics)
    {
        List<ITaskItem> common = _inputs.Items.Where(i => ProjectInfo.OwnerOf(i) is null).ToList();
        foreach (ITaskItem item in isOwned ? _inputs.Items.Where(i => ProjectInfo.OwnerOf(i) is not null && !common.Exists(o => IsSame(o, i))) : common)
            AddItem(item, scoreFiles, diagnostics);
    }

    private void AddItem(ITaskItem item, IReadOnlyList<ITaskItem> scoreFiles, DiagnosticBag diagnostics)
    {
        // On Unix MSBuild makes '/' of every '\' in an item's name, so a path with an escape is metadata.
        string path = item.GetMetadata("Path") is { Length: > 0 } written ? written : item.ItemSpec;
        string file = item.GetMetadata("File");
        string? fullPath = file.Length == 0 ? null : _project.FullPath(item, file);
        SourceSpan place = _project.PlaceOf(item);
        if (fullPath is not null && !scoreFiles.Any(s => ScoreTask.PathComparer.Equals(s.GetMetadata("FullPath"), fullPath)))
            diagnostics.Add(DiagnosticDescriptors.OverrideOfUnknownFile, place, path, file, Suggestion.Sentence(file, scoreFiles.Select(s => s.ItemSpec)));
        else
            Add(new Target(fullPath, ProjectInfo.OwnerOf(item), new PropertyOverride(path, item.GetMetadata("Value"), place)));
    }

    private static bool IsSame(ITaskItem one, ITaskItem other) =>
        one.ItemSpec == other.ItemSpec && !Array.Exists(ItemMetadata, m => one.GetMetadata(m) != other.GetMetadata(m));

    private void AddEntriesOf(ITaskItem scoreFile, DiagnosticBag diagnostics)
    {
        foreach (string entry in SettingList.Split(scoreFile.GetMetadata(EntriesMetadata))) AddEntry(entry, scoreFile, diagnostics);
    }

    private void AddEntry(string entry, ITaskItem? scoreFile, DiagnosticBag diagnostics)
    {
        SourceSpan place = scoreFile is null ? _project.PropertyPlace : _project.PlaceOf(scoreFile);
        int equals = entry.IndexOf('=');
        if (equals < 0)
        {
            diagnostics.Add(DiagnosticDescriptors.InvalidOverride, place, entry, new Phrase("It has no '='."));
        }
        else
        {
            Add(new Target(scoreFile?.GetMetadata("FullPath"), null,
                new PropertyOverride(entry.Substring(0, equals).TrimEnd(), entry.Substring(equals + 1), place)));
        }
    }

    private void Add(Target target) => (_properties ??= []).Add(target);

    /// <summary>A value and the full paths of the score file and of the project that it is for; null stands for all.</summary>
    private sealed record Target(string? ScoreFile, string? Project, PropertyOverride Override);
}

/// <summary>What a project says about overrides.</summary>
/// <param name="Configuration">The configuration whose files are laid over the score files; empty for none.</param>
/// <param name="Environment">The environment whose files are laid over the score files; empty for none.</param>
/// <param name="File">A file that is laid over the only score file, or null.</param>
/// <param name="Items">Values at single paths.</param>
/// <param name="Property">More of them in one text.</param>
internal sealed record OverrideInputs(string Configuration, string Environment, ITaskItem? File, ITaskItem[] Items, string Property);

/// <summary>What changes a score file.</summary>
/// <param name="Files">The overrides files, in the order in which they are applied.</param>
/// <param name="Properties">The values at single paths, in the order in which they are applied.</param>
internal sealed record FileOverrides(List<NamedFile> Files, List<PropertyOverride> Properties)
{
    /// <summary>What tells these overrides from others, besides the contents of the files, to compare two tasks of one build.</summary>
    public byte[] Fingerprint()
    {
        IEnumerable<string> texts = Files.Select(f => f.FullPath).Concat(Properties.SelectMany(p => new[] { p.Path, p.Value, p.Place.File }));
        return Encoding.UTF8.GetBytes(string.Join("\0", texts));
    }
}

/// <summary>A file as messages name it, and as it is opened.</summary>
internal sealed record NamedFile(string Name, string FullPath)
{
    public static NamedFile Of(ITaskItem item) => new(item.ItemSpec, item.GetMetadata("FullPath"));
}
