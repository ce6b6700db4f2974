using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Parity;
using Score.Core.Platforms;
using Score.Core.Resources;

namespace Score.MSBuild;

/// <summary>
/// What the tasks share that build score files for a platform: they map their parameters to the options of a
/// <see cref="PlatformBuild"/>, report what it found, and only then write. Nothing is written when there is an error.
/// </summary>
public abstract partial class GeneratorTask : ScoreTask, ICancelableTask
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The image that <c>image: .</c> stands for, such as <c>registry.example.com/shop:1.0</c>.</summary>
    public string Image { get; set; } = "";

    /// <summary>The project name, such as <c>shop</c>; when empty, that of the state file or one that is derived from the project.</summary>
    public string ProjectName { get; set; } = "";

    /// <summary>The env file with the values of environment variables, such as <c>.env</c>; none when absent.</summary>
    public ITaskItem? EnvironmentFile { get; set; }

    /// <summary>Whether another task of this build has reported the findings about the score files themselves.</summary>
    public bool FindingsReported { get; set; }

    /// <summary>Whether the build writes for both platforms and reports where they differ.</summary>
    public bool ReportParity { get; set; }

    /// <summary>Whether the build fails anyway, for the other platform: only findings that are new are reported, and nothing is written.</summary>
    public bool ReportOnly { get; set; }

    /// <summary>Whether the outputs that are there are compared with what the build would write, and nothing is written: <c>true</c> or <c>false</c> (the
    /// default).</summary>
    public string Verify { get; set; } = "";

    /// <summary>The file, such as <c>obj/score/App.notes.txt</c>, that receives lists for the next build: the full paths of all written files
    /// and of the programs that made them, when they were written, the names of the environment variables whose values were put into files,
    /// and the written files of each kind. Files that it names and that are no longer written are deleted, but for those with the values of
    /// Secrets.</summary>
    public ITaskItem? NotesFile { get; set; }

    /// <summary>Whether the outputs were written, and the notes with them.</summary>
    [Output]
    public bool HasWritten { get; private set; }

    /// <summary>The file with the random key of the hashes of these variables' values, made when it is needed and missing.</summary>
    public ITaskItem? KeyFile { get; set; }

    /// <summary>Folders of the build and the solution, such as <c>obj</c>, that cannot be those of outputs, nor be in them.</summary>
    public ITaskItem[] BuildDirectories { get; set; } = [];

    /// <summary>Files that another target writes, such as <c>compose.yaml</c>.</summary>
    public ITaskItem[] TakenFiles { get; set; } = [];

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            WorkloadSet workloads = LoadWorkloads();
            return ListOnly ? List(workloads) : Generate(workloads);
        }
        catch (OperationCanceledException)
        {
            return false; // MSBuild says that the build was cancelled.
        }
    }

    /// <summary>The number of the task's first list in the notes.</summary>
    private protected abstract int FirstList { get; }

    /// <summary>What the task writes, in the order of its lists.</summary>
    private protected abstract OutputKind[] Kinds { get; }

    /// <summary>Checks the paths of outputs, before anything is derived from them.</summary>
    private protected abstract bool ArePathsUsable(OutputPath path);

    /// <summary>Maps the task's own parameters to the options of a build.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="state">The state file.</param>
    /// <param name="diagnostics">Receives the findings about parameters.</param>
    private protected abstract BuildOptions OptionsFor(WorkloadSet workloads, ExistingState state, DiagnosticBag diagnostics);

    /// <summary>Says where the files of a build go, and checks that they may be written.</summary>
    /// <param name="build">The build.</param>
    /// <param name="diagnostics">Receives SCORE0601, SCORE0602 and SCORE0604.</param>
    private protected abstract OutputFiles Collect(PlatformBuild build, DiagnosticBag diagnostics);

    /// <summary>Whether nothing is written.</summary>
    private protected bool Verifies { get; private set; }

    /// <summary>What was built for the environments that have overlays, by their names.</summary>
    private protected IReadOnlyList<EnvironmentBuild> OverlayBuilds { get; private set; } = [];

    /// <summary>Builds.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="options">What there is to know of the build.</param>
    /// <param name="diagnostics">Receives the findings.</param>
    private protected virtual PlatformBuild Run(WorkloadSet workloads, BuildOptions options, DiagnosticBag diagnostics)
    {
        PlatformBuild build = PlatformBuild.Run(workloads.Workloads, options, diagnostics);
        if (_seed is { WasMade: true }) Shared.MadeSeed = _seed.File;
        return build;
    }

    private bool Generate(WorkloadSet workloads)
    {
        DiagnosticBag diagnostics = new();
        if (!FindingsReported) diagnostics.AddRange(workloads.Diagnostics);
        Verifies = Flag("ScoreVerify", Verify, diagnostics);

        // Reported before anything is written: a warning may be an error in this build.
        PlatformBuild? build = null;
        if (!workloads.Diagnostics.HasErrors
            && ArePathsUsable(new OutputPath(Project, FilesInUse(), BuildDirectories, diagnostics))
            && Complete(workloads, EnvironmentName, diagnostics) is { } options)
        {
            build = Run(workloads, options, diagnostics);
        }

        if (build is not null && ReportParity) Compare(build, diagnostics);
        if (build is not null && OverlayNames() is { Count: > 0 } names) OverlayBuilds = BuildOverlays(names, diagnostics);
        OutputFiles? outputs = build is null ? null : Collect(build, diagnostics);
        Report(Shared.WithoutRepeated(GetType(), diagnostics.ToSortedList(), Hides, includesErrors: ReportOnly));
        if (ReportOnly) return !Log.HasLoggedErrors;
        if (build is null || outputs is null || diagnostics.HasErrors || Log.HasLoggedErrors) return false;

        DiagnosticBag writing = new();
        if (Verifies)
        {
            // Lines may be in a log where secret values are kept out of the outputs.
            outputs.Verify(showsLines: build.Options.Secrets is not null, writing);
            Report(writing);
            return !Log.HasLoggedErrors;
        }

        outputs.Write(writing);
        foreach (string path in outputs.Changed)
            Log.LogMessage(MessageImportance.High, "{0} -> {1}", Path.GetFileNameWithoutExtension(FullPath(Project.File)), path);
        if (NotesFile is not null) TemporaryFile.DeleteAbandoned(Path.GetDirectoryName(FullPath(NotesFile))!);
        List<string> variables = [.. build.Patched.VariablesRead];
        List<string> inputs = [.. build.Resources.Programs];
        for (int i = 0; i < OverlayBuilds.Count; i++)
        {
            variables.AddRange(OverlayBuilds[i].Build.Patched.VariablesRead);
            inputs.AddRange(OverlayBuilds[i].Build.Resources.Programs);
        }

        variables = variables.Distinct(StringComparer.Ordinal).ToList();
        inputs = inputs.Distinct(StringComparer.Ordinal).ToList();
        if (Seed.Length == 0 && _seed is { IsUsed: true, Text.Length: > 0 }) variables.Add(SeedVariable);
        if (_seed is { File.Length: > 0 }) inputs.Add(_seed.File);
        WriteNotes(NotesFile, writing, FirstList, ListsOf(outputs, inputs, variables));
        if (KeyFile is not null && variables.Count > 0) WriteKey(FullPath(KeyFile), writing);
        Report(writing);
        return HasWritten = Stamp();
    }

    private IEnumerable<string>[] ListsOf(OutputFiles outputs, List<string> inputs, List<string> variables)
    {
        List<string> timed = [.. outputs.Paths, .. inputs];
        IEnumerable<string>[] lists = new IEnumerable<string>[Notes.Kinds + Kinds.Length];
        lists[0] = timed;
        lists[1] = (string[])[Notes.Times(timed)];
        lists[2] = variables;

        // Not through Linq: see "Cold start" in docs/architecture.md.
        for (int i = 0; i < Kinds.Length; i++) lists[Notes.Kinds + i] = outputs.PathsOf(Kinds[i]);
        return lists;
    }

    // Findings that the build without an environment has too are said once.
    private List<EnvironmentBuild> BuildOverlays(IReadOnlyList<string> names, DiagnosticBag diagnostics)
    {
        List<EnvironmentBuild> builds = [];
        foreach (string environment in names)
        {
            WorkloadSet workloads = LoadWorkloads(environment);
            if (!FindingsReported) diagnostics.AddRange(workloads.Diagnostics);
            if (workloads.Diagnostics.HasErrors || Complete(workloads, environment, diagnostics) is not { } options) continue;
            PlatformBuild build = Run(workloads, options, diagnostics);
            builds.Add(new EnvironmentBuild(environment, build));
        }

        return builds;
    }

    private List<FileInUse> FilesInUse()
    {
        List<FileInUse> files = [];
        if (ProjectFile is not null) Add("the project", ProjectFile);
        Add("a score file", ScoreFiles);
        Add("a provisioner file", Provisioners);
        Add("a patch template", Patches);
        if (OverridesFile is not null) Add("an overrides file", OverridesFile);
        Add(OutputPath.AnOutput, TakenFiles);
        return files;

        void Add(string use, params ITaskItem[] items)
        {
            foreach (ITaskItem item in items) files.Add(new FileInUse(use, item));
        }
    }

    private static void WriteKey(string fullPath, DiagnosticBag writing)
    {
        if (File.Exists(fullPath)) return;
        byte[] key = new byte[32];
        using (RandomNumberGenerator generator = RandomNumberGenerator.Create()) generator.GetBytes(key);
        Try(fullPath, writing, () => AtomicFile.WriteIfDifferent(fullPath, Encoding.ASCII.GetBytes(BitConverter.ToString(key)), Convert.ToInt32("600", 8)));
    }

    private void Compare(PlatformBuild build, DiagnosticBag diagnostics)
    {
        PlatformBuild? first = Shared.Take(build.Workloads);
        if (first is null || first.Options.Target.Name == build.Options.Target.Name) Shared.Leave(build);
        else if (!ReportOnly && !diagnostics.HasErrors) ParityReport.Write(first, build, diagnostics);
    }
}
