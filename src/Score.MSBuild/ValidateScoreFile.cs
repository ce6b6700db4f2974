using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Resources.Provisioners;
using Score.Core.Specification;
using Score.Core.Yaml;

namespace Score.MSBuild;

/// <summary>Checks score files against the Score specification v1b1 and reports every finding at its file, line and column.</summary>
[MSBuildMultiThreadableTask]
public sealed partial class ValidateScoreFile : ScoreTask
{
    /// <summary>
    /// The file, such as <c>obj/score/App.notes.txt</c>, that receives the full paths of overrides files and of the files that
    /// workloads name by <c>source</c>, and the hash of all other inputs with the times of these files, so that the next build knows its inputs.
    /// </summary>
    public ITaskItem? NotesFile { get; set; }

    /// <summary>The hash of all other inputs of the build: what it is, only the targets know.</summary>
    public string InputsHash { get; set; } = "";

    /// <summary>The image that <c>image: .</c> stands for in every score file, such as <c>shop:1.0</c>; empty when the project does not say.</summary>
    public string Image { get; set; } = "";

    /// <summary>The containers that Docker Compose builds, such as <c>web</c>, with the metadata <c>ScoreFile</c>.</summary>
    public ITaskItem[] Builds { get; set; } = [];

    /// <summary>
    /// The file, such as <c>obj/score/App.image.files.txt</c>, that receives the full paths of the score files with <c>image: .</c> for which
    /// neither an image nor a build is given, so that the SDK is asked. Deleted when there are none.
    /// </summary>
    public ITaskItem? ImageListFile { get; set; }

    /// <summary>Whether the build writes a Compose file: <c>true</c> (the default) or <c>false</c>. This and the next three are for targets and only checked
    /// here.</summary>
    public string GenerateCompose { get; set; } = "";

    /// <summary>Whether it writes Kubernetes manifests: <c>true</c> or <c>false</c> (the default).</summary>
    public string GenerateK8s { get; set; } = "";

    /// <summary>Whether the overrides of the configuration are looked for: <c>true</c> or <c>false</c> (the default).</summary>
    public string ConfigurationOverrides { get; set; } = "";

    /// <summary>Whether a build for both platforms says where they differ: <c>true</c> (the default) or <c>false</c>.</summary>
    public string ParityReport { get; set; } = "";

    /// <summary>Whether the workloads belong to an application: <c>true</c> or <c>false</c> (the default). Then resources that name others are said to be
    /// resolved there.</summary>
    public string Application { get; set; } = "";

    /// <summary>Whether the findings were reported: true once the task has run.</summary>
    [Output]
    public bool FindingsReported { get; private set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        WorkloadSet workloads = LoadWorkloads();
        WriteSchema(workloads);
        if (SchemaOnly) return true;
        DiagnosticBag diagnostics = new();
        diagnostics.AddRange(workloads.Diagnostics);
        List<string> sources = workloads.Sources;
        List<string> withoutImage = FilesWithoutImage(workloads);
        foreach (string overlay in OverlayNames())
        {
            WorkloadSet other = LoadWorkloads(overlay);
            diagnostics.AddRange(other.Diagnostics);
            sources.AddRange(other.Sources);
            withoutImage.AddRange(FilesWithoutImage(other));
        }

        CheckProject(diagnostics);
        Flag("ScoreGenerateCompose", GenerateCompose, diagnostics);
        Flag("ScoreGenerateK8s", GenerateK8s, diagnostics);
        Flag("ScoreConfigurationOverrides", ConfigurationOverrides, diagnostics);
        Flag("ScoreParityReport", ParityReport, diagnostics);
        if (Flag("ScoreApplication", Application, diagnostics)) ReportNamesOfOthers(workloads, diagnostics);

        sources = sources.Distinct(StringComparer.Ordinal).ToList();
        WriteNotes(NotesFile, diagnostics, Notes.Sources, sources, (string[])[$"{InputsHash},{Notes.Times(sources)}"]);
        if (ImageListFile is not null) WriteImageList(FullPath(ImageListFile), withoutImage, diagnostics);
        if (diagnostics.ToSortedList() is { Count: > 0 } findings) ReportOwn(findings, workloads);
        FindingsReported = true;
        return Stamp();
    }

    private static void WriteImageList(string path, List<string> files, DiagnosticBag diagnostics) => Try(path, diagnostics, () =>
    {
        if (files.Count > 0) AtomicFile.WriteIfDifferent(path, Notes.WriteList(files.Distinct(StringComparer.Ordinal)));
        else File.Delete(path);
    });

    private List<string> FilesWithoutImage(WorkloadSet workloads)
    {
        List<string> files = [];
        for (int i = 0; i < workloads.Workloads.Count && Image.Length == 0; i++)
        {
            ITaskItem file = workloads.Files[i];
            Workload workload = workloads.Workloads[i].Workload;
            bool isWithout = false;
            foreach (Container container in ProjectImages.OwnContainers(workload))
                isWithout |= !ProjectImages.IsBuilt(Builds, file, workload, container);
            if (isWithout && file.GetMetadata("Image").Length == 0) files.Add(FullPath(file));
        }

        return files;
    }

    private static void ReportNamesOfOthers(WorkloadSet workloads, DiagnosticBag diagnostics)
    {
        foreach (YamlScalar name in ServicePorts.NamesOfOthers(workloads.Workloads.Select(w => w.Workload).ToList()))
            diagnostics.Add(DiagnosticDescriptors.ResolvedByApplication, name.Span, name.Text);
    }

    private void ReportOwn(IReadOnlyList<Diagnostic> findings, WorkloadSet workloads) =>
        Report(findings.Where(d => d.Descriptor.Severity == DiagnosticSeverity.Error || !workloads.IsOfOtherProject(d.Span.File)).ToList());
}
