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
        string mounts = Path.Combine(MountsDirectory.GetMetadata("FullPath"), "files");
        byte[] list = BoundedFile.Read(OutputListFile.GetMetadata("FullPath"), FileContents.SourceSize).Bytes ?? [];
        foreach (string path in Encoding.UTF8.GetString(list).Split('\n'))
        {
            if (path.Length == 0 || BoundedFile.Read(path, FileContents.SourceSize).Bytes is not { } content) continue;
            if (PhysicalPath.IsBelow(path, mounts) || GeneratedFile.IsMarked(content)) ScoreTask.Try(path, diagnostics, () => File.Delete(path));
        }

        foreach (Diagnostic diagnostic in diagnostics.ToSortedList()) Log.LogWarning("score", diagnostic.Descriptor.Code, null, diagnostic.Span.File, 0, 0, 0, 0, "{0}", diagnostic.Message);
        return true;
    }
}
