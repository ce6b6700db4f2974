using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;

namespace Score.MSBuild;

/// <summary>Checks what an application refers to, and what the projects have answered, before anything is made of it.</summary>
[MSBuildMultiThreadableTask]
public sealed class CheckScoreApplication : ScoreTask
{
    /// <summary>The full paths of the projects, as often as the application names them.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The projects that are not there.</summary>
    public ITaskItem[] Missing { get; set; } = [];

    /// <summary>What the projects have answered: items with the metadata <c>Kind</c>, <c>Project</c> and, of score files, <c>Writes</c>.</summary>
    public ITaskItem[] Gathered { get; set; } = [];

    /// <summary>Whether the build of a project has failed: that is said, or that it refers back to the application, and nothing else.</summary>
    public bool HasFailed { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        DiagnosticBag diagnostics = new();
        if (HasFailed) ReportFailure(diagnostics);
        else Check(diagnostics);
        Report(diagnostics);
        return !Log.HasLoggedErrors;
    }

    private void ReportFailure(DiagnosticBag diagnostics)
    {
        string self = FullPath(Project.File);
        List<string> back = Of("Reference").Where(r => PathComparer.Equals(r.ItemSpec, self)).Select(r => r.GetMetadata("MSBuildSourceProjectFile")).ToList();
        Phrase whereTo = new($"the application '{Path.GetFileName(self)}', which refers to it");
        foreach (string project in back) diagnostics.Add(DiagnosticDescriptors.ReferenceCycle, SourceSpan.WholeFile(project), Shown(project), whereTo);
        if (back.Count == 0) diagnostics.Add(DiagnosticDescriptors.ReferenceFailed, Project.PropertyPlace);
    }

    private void Check(DiagnosticBag diagnostics)
    {
        string self = FullPath(Project.File);
        foreach (ITaskItem missing in Missing) diagnostics.Add(DiagnosticDescriptors.ReferenceNotFound, Project.PropertyPlace, Shown(missing.ItemSpec));
        HashSet<string> seen = new(PathComparer);
        foreach (string reference in References.Select(r => r.ItemSpec))
        {
            if (PathComparer.Equals(reference, self))
                diagnostics.Add(DiagnosticDescriptors.ReferenceCycle, Project.PropertyPlace, Shown(self), new Phrase("itself"));
            else if (!seen.Add(reference)) diagnostics.Add(DiagnosticDescriptors.ReferencedTwice, Project.PropertyPlace, Shown(reference));
        }

        foreach (ITaskItem application in Of("Application"))
            diagnostics.Add(DiagnosticDescriptors.ReferenceToApplication, Project.PropertyPlace, Shown(application.ItemSpec));
        if (References.Length == 0 && ScoreFiles.Length == 0)
            diagnostics.Add(DiagnosticDescriptors.ApplicationWithoutReferences, Project.PropertyPlace, new Phrase(""));
        if (!diagnostics.HasErrors) CheckScoreFiles(diagnostics);
    }

    private void CheckScoreFiles(DiagnosticBag diagnostics)
    {
        List<ITaskItem> files = Of("ScoreFile").ToList();
        HashSet<string> withFiles = new(files.Select(f => f.GetMetadata("Project")), PathComparer);
        foreach (string reference in References.Select(r => r.ItemSpec).Distinct(PathComparer).Where(r => !withFiles.Contains(r)))
            diagnostics.Add(DiagnosticDescriptors.ReferenceWithoutScoreFile, Project.PropertyPlace, Shown(reference));
        if (files.Count == 0 && ScoreFiles.Length == 0)
            diagnostics.Add(DiagnosticDescriptors.ApplicationWithoutReferences, Project.PropertyPlace, new Phrase(" that has a score file"));

        // A file belongs to the project in whose folder it is.
        foreach (IGrouping<string, ITaskItem> same in files.GroupBy(FullPath, PathComparer))
        {
            List<string> projects = same.Select(f => f.GetMetadata("Project")).Distinct(PathComparer).ToList();
            if (projects.Count < 2) continue;
            string owner = WorkloadSet.OwnerOf(same.Key, projects);
            string other = projects.First(p => p != owner);
            diagnostics.Add(DiagnosticDescriptors.ScoreFileOfTwoProjects, SourceSpan.WholeFile(other), Shown(same.Key), Shown(owner), Shown(other));
        }

        foreach (IGrouping<string, ITaskItem> writing in files.Where(f => f.GetMetadata("Writes").Length > 0).GroupBy(f => f.GetMetadata("Project"),
            PathComparer))
        {
            diagnostics.Add(DiagnosticDescriptors.PartWritesItself, SourceSpan.WholeFile(writing.Key), Shown(writing.Key),
                Path.GetFileName(writing.First().GetMetadata("Writes")));
        }
    }

    private IEnumerable<ITaskItem> Of(string kind) => Gathered.Where(g => g.GetMetadata("Kind") == kind);

    private string Shown(string path) => RelativePath.Of(Project.FullPath(path), Project.Directory);
}
