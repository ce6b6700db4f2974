using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;
using Score.Core.Diagnostics;
using Score.Core.Files;

namespace Score.MSBuild;

/// <summary>
/// What the tasks share that translate score files for a platform: they read, provision, translate and check everything first,
/// report, and only then write. Nothing is written when there is an error.
/// </summary>
public abstract partial class GeneratorTask : ProvisioningTask
{
    /// <summary>The image that <c>image: .</c> stands for, such as <c>registry.example.com/shop:1.0</c>.</summary>
    public string Image { get; set; } = "";

    /// <summary>Whether another task of this build has reported the findings about the score files themselves.</summary>
    public bool FindingsReported { get; set; }

    /// <summary>Whether the build writes for both platforms and reports where they differ.</summary>
    public bool ReportParity { get; set; }

    /// <summary>Whether the build fails anyway, for the other platform: only findings that are new are reported, and nothing is written.</summary>
    public bool ReportOnly { get; set; }

    /// <summary>The file that receives the full paths of all written files, one a line. Files that it names and that are no longer written are deleted.</summary>
    public ITaskItem? OutputListFile { get; set; }

    /// <summary>The file that receives the names of the environment variables whose values were put into files, one a line.</summary>
    public ITaskItem? EnvironmentListFile { get; set; }

    /// <summary>The file with the random key of the hashes of these variables' values, made when it is needed and missing.</summary>
    public ITaskItem? KeyFile { get; set; }

    /// <summary>Folders of the build and the solution, such as <c>obj</c>, that cannot be those of outputs, nor be in them.</summary>
    public ITaskItem[] BuildDirectories { get; set; } = [];

    /// <summary>Files that another target writes, such as <c>compose.yaml</c>.</summary>
    public ITaskItem[] TakenFiles { get; set; } = [];

    /// <summary>The file that receives the full paths of the programs that made the outputs, one a line, so that the next build knows its inputs.</summary>
    public ITaskItem? ProgramListFile { get; set; }

    /// <inheritdoc/>
    private protected override bool Run()
    {
        WorkloadSet workloads = WorkloadSet.Load(this);
        DiagnosticBag diagnostics = new();
        if (!FindingsReported) diagnostics.AddRange(workloads.Diagnostics);

        // Reported before anything is written: a warning may be an error in this build.
        OutputFiles? outputs = workloads.Diagnostics.HasErrors ? null : Prepare(workloads, diagnostics);
        Report(ReportedFindings.WithoutRepeated(this, diagnostics.ToSortedList(), includesErrors: ReportOnly));
        if (ReportOnly) return !Log.HasLoggedErrors;
        if (outputs is null || diagnostics.HasErrors || Log.HasLoggedErrors || workloads.Diagnostics.HasErrors) return false;

        DiagnosticBag writing = new();
        outputs.Write(writing);
        if (OutputListFile is not null) TemporaryFile.DeleteAbandoned(Path.GetDirectoryName(FullPath(OutputListFile))!);
        WriteList(OutputListFile, outputs.Paths, writing);
        WriteList(EnvironmentListFile, outputs.VariablesRead, writing);
        WriteList(ProgramListFile, Programs, writing);
        if (KeyFile is not null && outputs.VariablesRead.Count > 0) WriteKey(FullPath(KeyFile), writing);
        Report(writing);
        return !Log.HasLoggedErrors;
    }

    private static void WriteKey(string fullPath, DiagnosticBag writing)
    {
        if (File.Exists(fullPath)) return;
        byte[] key = new byte[32];
        using (RandomNumberGenerator generator = RandomNumberGenerator.Create()) generator.GetBytes(key);
        Try(fullPath, writing, () => AtomicFile.WriteIfDifferent(fullPath, Encoding.ASCII.GetBytes(BitConverter.ToString(key)), Convert.ToInt32("600", 8)));
    }

    /// <summary>Translates workloads without errors, and collects what is to be written.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="diagnostics">Receives all findings.</param>
    /// <returns>The outputs; null when there is nothing to write. Not to be used when the diagnostics have errors.</returns>
    private protected abstract OutputFiles? Prepare(WorkloadSet workloads, DiagnosticBag diagnostics);
}
