using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>Deletes generated files. What does not bear the mark of a generated file, such as an env file, stays.</summary>
[MSBuildMultiThreadableTask]
public sealed class CleanScoreOutputs : Task
{
    /// <summary>The list of written files that <see cref="GenerateComposeFile"/> left.</summary>
    [Required]
    public ITaskItem OutputListFile { get; set; } = null!;

    /// <summary>The folder of mounted files, all of which were generated.</summary>
    [Required]
    public ITaskItem MountsDirectory { get; set; } = null!;

    /// <inheritdoc/>
    public override bool Execute()
    {
        DiagnosticBag diagnostics = new();
        string mounts = MountsDirectory.GetMetadata("FullPath");
        string generated = Path.Combine(mounts, "files");
        byte[] list = BoundedFile.Read(OutputListFile.GetMetadata("FullPath"), FileContents.SourceSize).Bytes ?? [];
        foreach (string path in Encoding.UTF8.GetString(list).Split('\n'))
        {
            if (path.Length == 0) continue;
            bool isGenerated = PhysicalPath.IsBelow(path, generated)
                ? PhysicalPath.IsContained(path, mounts)
                : BoundedFile.Read(path, FileContents.SourceSize).Bytes is { } content && GeneratedFile.IsMarked(content);
            if (isGenerated) ScoreTask.Try(path, diagnostics, () => GeneratedFile.Delete(path, mounts));
        }

        foreach (Diagnostic diagnostic in diagnostics.ToSortedList()) Log.LogWarning("score", diagnostic.Descriptor.Code, null, diagnostic.Span.File, 0, 0, 0, 0, "{0}", diagnostic.Message);
        return true;
    }
}
