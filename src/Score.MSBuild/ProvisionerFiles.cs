using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Resources.Provisioners;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <summary>Reads the provisioner files of a project.</summary>
internal static class ProvisionerFiles
{
    /// <summary>
    /// The entries of the files for a platform; null when a file cannot be read at all, as its resources would seem to be of unknown
    /// type. The tasks of one build share what was read, with its findings.
    /// </summary>
    /// <param name="items">The files.</param>
    /// <param name="platform">The platform's name.</param>
    /// <param name="shared">What the tasks of the build share.</param>
    /// <param name="placeOf">The place of a finding about an item.</param>
    /// <param name="diagnostics">Receives the findings.</param>
    public static IReadOnlyList<Provisioner>? Read(ITaskItem[] items, string platform, SharedBuild shared, Func<ITaskItem, SourceSpan> placeOf,
        DiagnosticBag diagnostics)
    {
        if (items.Length == 0) return [];
        HashSet<string> seen = new(ScoreTask.PathComparer);
        List<NamedFile> files = items
            .Where(p => IsFor(platform, p, placeOf, diagnostics))
            .OrderBy(p => p.GetMetadata("Environment").Length == 0 ? "1" : "0", StringComparer.Ordinal)
            .ThenBy(p => Path.GetFileName(p.GetMetadata("FullPath")), StringComparer.Ordinal)
            .ThenBy(p => p.GetMetadata("FullPath"), StringComparer.Ordinal)
            .Select(NamedFile.Of)
            .Where(f => seen.Add(f.FullPath))
            .ToList();
        List<byte[]?> contents = files.Select(f => SourceReader.ReadBytes(f.Name, f.FullPath, diagnostics)).ToList();
        if (contents.Contains(null)) return null;

        List<byte[]> key = [.. contents.OfType<byte[]>(), Encoding.UTF8.GetBytes(string.Join("\n", files.Select(f => f.FullPath)))];
        ReadFiles read = shared.GetOrRead("provisioners", key, () => Read(files, contents!));
        diagnostics.AddRange(read.Findings);
        return read.Provisioners;
    }

    /// <summary>The entries as an application has them: those of files that only its projects name are for their workloads.</summary>
    /// <param name="provisioners">The entries.</param>
    /// <param name="items">The files.</param>
    /// <param name="workloads">The workloads.</param>
    public static IReadOnlyList<Provisioner> Scoped(IReadOnlyList<Provisioner> provisioners, ITaskItem[] items, WorkloadSet workloads)
    {
        if (items.All(i => ProjectInfo.OwnerOf(i) is null)) return provisioners;
        ILookup<string, ITaskItem> byFile = items.ToLookup(i => i.GetMetadata("FullPath"), ScoreTask.PathComparer);
        return provisioners.Select(Scoped).ToList();

        Provisioner Scoped(Provisioner provisioner)
        {
            List<ITaskItem> named = byFile[provisioner.Entry.Span.File].ToList();
            if (named.Count == 0 || named.Any(i => ProjectInfo.OwnerOf(i) is null)) return provisioner;
            string folder = Path.GetDirectoryName(ProjectInfo.OwnerOf(named[0])!)!;
            return provisioner with { Workloads = named.SelectMany(i => workloads.ServedBy(i)!).Distinct().ToList(), Folder = folder };
        }
    }

    private static bool IsFor(string platform, ITaskItem item, Func<ITaskItem, SourceSpan> placeOf, DiagnosticBag diagnostics)
    {
        string given = item.GetMetadata("Platform");
        if (given.Length == 0) return true;
        int index = Array.FindIndex(Platforms.Names, n => string.Equals(n, given, StringComparison.OrdinalIgnoreCase));
        if (index >= 0) return Platforms.Names[index] == platform;
        diagnostics.Add(
            DiagnosticDescriptors.InvalidProperty,
            placeOf(item),
            given,
            "Platform of a ScoreProvisioners item",
            Phrase.Alternatives(Platforms.Names),
            Suggestion.Sentence(given, Platforms.Names));
        return false;
    }

    private static ReadFiles Read(List<NamedFile> files, List<byte[]> contents)
    {
        DiagnosticBag findings = new();
        ProvisionerFileReader reader = new(Platforms.Sections, findings);
        bool isRead = true;
        for (int i = 0; i < files.Count; i++) isRead &= SourceReader.Decode(files[i].FullPath, contents[i], findings) is { } source && reader.Read(source);
        return new ReadFiles(isRead ? reader.Provisioners : null, findings);
    }

    /// <summary>Provisioner files as they were read.</summary>
    private sealed record ReadFiles(IReadOnlyList<Provisioner>? Provisioners, DiagnosticBag Findings);
}
