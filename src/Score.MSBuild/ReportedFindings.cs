using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;

namespace Score.MSBuild;

/// <summary>
/// The warnings and messages that the tasks of a build have shown. The translations for two platforms find much the same, and
/// one says so for both.
/// </summary>
internal static class ReportedFindings
{
    /// <summary>
    /// The findings without those that a task of another kind has shown, and with a message in place of a warning that differs
    /// from one only in what it says of its platform.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="findings">Its findings.</param>
    /// <param name="includesErrors">Whether errors can be left out too. A task that fails has to show one.</param>
    public static IReadOnlyList<Diagnostic> WithoutRepeated(ScoreTask task, IReadOnlyList<Diagnostic> findings, bool includesErrors)
    {
        if (findings.Count == 0) return findings;

        object key = "Score.MSBuild;findings;" + (task.ProjectFile ?? task.ProjectDirectory).GetMetadata("FullPath");
        IBuildEngine4? cache = task.BuildEngine as IBuildEngine4;
        Shown? shown = cache?.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) as Shown;
        if (shown is null || shown.By == task.GetType())
        {
            cache?.UnregisterTaskObject(key, RegisteredTaskObjectLifetime.Build);
            cache?.RegisterTaskObject(key, new Shown(task.GetType(), findings), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);
            return findings;
        }

        List<Diagnostic> left = [];
        foreach (Diagnostic finding in findings)
        {
            bool isError = finding.Descriptor.Severity == DiagnosticSeverity.Error;
            Diagnostic? same = isError && !includesErrors ? null : shown.Find(finding);
            if (same is null) left.Add(finding);
            else if (!isError && same.Message != finding.Message && !task.Hides(finding)) left.Add(finding with { Descriptor = new DiagnosticDescriptor(finding.Descriptor.Code, DiagnosticSeverity.Message, finding.Descriptor.MessageFormat) });
        }

        return left;
    }

    /// <summary>What a task has shown.</summary>
    private sealed class Shown(Type by, IReadOnlyList<Diagnostic> findings)
    {
        public Type By { get; } = by;

        public Diagnostic? Find(Diagnostic finding) =>
            findings.FirstOrDefault(f => f == finding) ?? findings.FirstOrDefault(f => f.Descriptor.Code == finding.Descriptor.Code && f.Span == finding.Span);
    }
}
