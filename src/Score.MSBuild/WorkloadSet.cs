using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <summary>The workloads of a build, with their findings. The tasks of one build share them, so that each file is read once.</summary>
internal sealed class WorkloadSet
{
    private WorkloadSet(IReadOnlyList<LoadedWorkload> workloads, IReadOnlyList<string> fileNames, DiagnosticBag diagnostics)
    {
        Workloads = workloads;
        FileNames = fileNames;
        Diagnostics = diagnostics;
    }

    /// <summary>The workloads, by the order of their items; complete only when the diagnostics have no errors.</summary>
    public IReadOnlyList<LoadedWorkload> Workloads { get; }

    /// <summary>The names of the score files, without folders, each file once.</summary>
    public IReadOnlyList<string> FileNames { get; }

    /// <summary>All findings about the score files.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>The files that the workloads name by <c>source</c>.</summary>
    public IEnumerable<string> Sources => Workloads.SelectMany(w => w.Files.Sources).Distinct(StringComparer.Ordinal);

    /// <summary>Reads and checks score files.</summary>
    public static WorkloadSet Load(IReadOnlyList<ITaskItem> files, IBuildEngine engine)
    {
        SchemaValidator.Prepare();
        DiagnosticBag diagnostics = new();
        List<LoadedWorkload> workloads = [];
        List<string> fileNames = [];
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        HashSet<string> seen = new(Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (ITaskItem file in files)
        {
            string fullPath = file.GetMetadata("FullPath");
            if (!seen.Add(fullPath)) continue;
            fileNames.Add(Path.GetFileName(fullPath));
            if (LoadFile(file.ItemSpec, fullPath, engine, diagnostics) is not { } loaded) continue;

            workloads.Add(loaded);
            YamlScalar name = loaded.Workload.Name;
            if (name.Text.Length == 0) continue;
            if (names.TryGetValue(name.Text, out string? first)) diagnostics.Add(DiagnosticDescriptors.DuplicateWorkload, name.Span, name.Text, first);
            else names.Add(name.Text, file.ItemSpec);
        }

        return new WorkloadSet(workloads, fileNames, diagnostics);
    }

    private static LoadedWorkload? LoadFile(string path, string fullPath, IBuildEngine engine, DiagnosticBag diagnostics)
    {
        if (SourceReader.ReadBytes(path, fullPath, diagnostics) is not { } bytes) return null;

        object key = "Score.MSBuild;" + fullPath;
        IBuildEngine4? cache = engine as IBuildEngine4;
        if (cache?.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is CachedFile cached && cached.Bytes.SequenceEqual(bytes))
        {
            diagnostics.AddRange(cached.Diagnostics);
            return cached.Loaded;
        }

        DiagnosticBag own = new();
        LoadedWorkload? loaded = SourceReader.Decode(fullPath, bytes, own) is { } source ? WorkloadLoader.Load(source, fullPath, own) : null;
        cache?.UnregisterTaskObject(key, RegisteredTaskObjectLifetime.Build);
        cache?.RegisterTaskObject(key, new CachedFile(bytes, loaded, own), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);
        diagnostics.AddRange(own);
        return loaded;
    }

    /// <summary>A file as one task has read it, for the next.</summary>
    private sealed record CachedFile(byte[] Bytes, LoadedWorkload? Loaded, DiagnosticBag Diagnostics);
}
