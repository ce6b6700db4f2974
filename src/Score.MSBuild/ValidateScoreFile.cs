using Microsoft.Build.Framework;
using Score.Core.Diagnostics;

namespace Score.MSBuild;

/// <summary>Checks score files against the Score specification v1b1 and reports every finding at its file, line and column.</summary>
[MSBuildMultiThreadableTask]
public sealed class ValidateScoreFile : ScoreTask
{
    /// <summary>
    /// The file, such as <c>obj/score/App.sources.txt</c>, that receives the full paths of overrides files and of the files that
    /// workloads name by <c>source</c>, one a line, so that the next build knows its inputs. Deleted when there are none.
    /// </summary>
    public ITaskItem? SourceListFile { get; set; }

    /// <summary>Whether the findings were reported: true once the task has run.</summary>
    [Output]
    public bool FindingsReported { get; private set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        WorkloadSet workloads = WorkloadSet.Load(this);
        DiagnosticBag diagnostics = new();
        diagnostics.AddRange(workloads.Diagnostics);
        WriteList(SourceListFile, workloads.Sources, diagnostics);
        Report(diagnostics);
        FindingsReported = true;
        return !Log.HasLoggedErrors;
    }
}
