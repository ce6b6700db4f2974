using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Platforms;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>
/// What the tasks of one build of a project share, so that nothing is read, provisioned or said a second time: what was read, with
/// the bytes that it was read from; the findings that were shown; and what was built for the first platform.
/// </summary>
internal sealed class SharedBuild
{
    private readonly Dictionary<string, ReadEntry> _read = new(StringComparer.Ordinal);
    private Shown? _shown;
    private PlatformBuild? _first;

    /// <summary>The full path of the key of random values that this build has made; empty when it has not.</summary>
    public string MadeSeed { get; set; } = "";

    /// <summary>What the tasks of a build of a project share.</summary>
    /// <param name="engine">MSBuild, which keeps it until the build ends.</param>
    /// <param name="project">The full path of the project.</param>
    public static SharedBuild Of(IBuildEngine engine, string project)
    {
        if (engine is not IBuildEngine4 cache) return new SharedBuild();
        object key = "Score.MSBuild;" + project;
        if (cache.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is SharedBuild shared) return shared;
        shared = new SharedBuild();
        cache.RegisterTaskObject(key, shared, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);
        return shared;
    }

    /// <summary>What was read from these bytes before, else what is read now.</summary>
    /// <typeparam name="T">What is read. It is shared, so nobody changes it.</typeparam>
    /// <param name="name">What tells it from other things that were read.</param>
    /// <param name="content">All that it is read from.</param>
    /// <param name="read">Reads it.</param>
    public T GetOrRead<T>(string name, IReadOnlyList<byte[]> content, Func<T> read)
        where T : class
    {
        lock (_read)
        {
            if (_read.TryGetValue(name, out ReadEntry? entry) && entry.Value is T known && entry.IsOf(content)) return known;
            T value = read();
            _read[name] = new ReadEntry(content, value);
            return value;
        }
    }

    /// <summary>Keeps what was built for the first of two platforms.</summary>
    public void Leave(PlatformBuild build) => _first = build;

    /// <summary>What was built of the same workloads for another platform, or null.</summary>
    public PlatformBuild? Take(IReadOnlyList<LoadedWorkload> workloads)
    {
        // The same objects: the tasks of a build share what they read.
        PlatformBuild? first = _first;
        if (first is null || first.Workloads.Count != workloads.Count) return null;
        for (int i = 0; i < workloads.Count; i++)
        {
            if (!ReferenceEquals(first.Workloads[i], workloads[i])) return null;
        }

        return first;
    }

    /// <summary>
    /// The findings without those that a task of another kind has shown, and with a message in place of a warning that differs
    /// from one only in what it says of its platform: the translations for two platforms find much the same, and one says so for both.
    /// </summary>
    /// <param name="kind">The kind of task.</param>
    /// <param name="findings">Its findings.</param>
    /// <param name="isHidden">Whether the project wants no warning of a finding's code.</param>
    /// <param name="includesErrors">Whether errors can be left out too. A task that fails has to show one.</param>
    public IReadOnlyList<Diagnostic> WithoutRepeated(Type kind, IReadOnlyList<Diagnostic> findings, Func<Diagnostic, bool> isHidden, bool includesErrors)
    {
        if (findings.Count == 0) return findings;
        if (_shown is not { } shown || shown.By == kind)
        {
            _shown = new Shown(kind, findings);
            return findings;
        }

        List<Diagnostic> left = [];
        foreach (Diagnostic finding in findings)
        {
            bool isError = finding.Descriptor.Severity == DiagnosticSeverity.Error;
            Diagnostic? same = isError && !includesErrors ? null : shown.Find(finding);
            if (same is null) left.Add(finding);
            else if (!isError && same.Message != finding.Message && !isHidden(finding)) left.Add(AsMessage(finding));
        }

        return left;
    }

    private static Diagnostic AsMessage(Diagnostic finding) =>
        finding with { Descriptor = new DiagnosticDescriptor(finding.Descriptor.Code, DiagnosticSeverity.Message, finding.Descriptor.MessageFormat) };

    /// <summary>What a task has shown.</summary>
    private sealed class Shown(Type by, IReadOnlyList<Diagnostic> findings)
    {
        public Type By { get; } = by;

        public Diagnostic? Find(Diagnostic finding) =>
            findings.FirstOrDefault(f => f == finding) ?? findings.FirstOrDefault(f => f.Descriptor.Code == finding.Descriptor.Code && f.Span == finding.Span);
    }

    /// <summary>Something that was read.</summary>
    private sealed class ReadEntry(IReadOnlyList<byte[]> content, object value)
    {
        public object Value => value;

        public bool IsOf(IReadOnlyList<byte[]> other)
        {
            if (content.Count != other.Count) return false;
            for (int i = 0; i < content.Count; i++)
            {
                if (!content[i].SequenceEqual(other[i])) return false;
            }

            return true;
        }
    }
}
