using System.Collections.Generic;
using System.IO;
using System.Linq;
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

    /// <summary>The list of the files that provisioners made, of the same task.</summary>
    public ITaskItem? ProvisionedListFile { get; set; }

    /// <summary>The folder of mounted files, all of which were generated.</summary>
    [Required]
    public ITaskItem MountsDirectory { get; set; } = null!;

    /// <inheritdoc/>
    public override bool Execute()
    {
        DiagnosticBag diagnostics = new();
        string mounts = MountsDirectory.GetMetadata("FullPath");
        string generated = Path.Combine(mounts, "files");
        HashSet<string> provisioned = [.. Lines(ProvisionedListFile)];
        foreach (string path in Lines(OutputListFile))
        {
            bool isGenerated = PhysicalPath.IsBelow(path, generated) || (provisioned.Contains(path) && PhysicalPath.IsBelow(path, mounts))
                ? PhysicalPath.IsContained(path, mounts)
                : GeneratedFile.IsMarked(path);
            if (isGenerated) ScoreTask.Try(path, diagnostics, () => GeneratedFile.Delete(path, mounts));
        }

        foreach (Diagnostic diagnostic in diagnostics.ToSortedList()) Log.LogWarning("score", diagnostic.Descriptor.Code, null, diagnostic.Span.File, 0, 0, 0, 0, "{0}", diagnostic.Message);
        return true;
    }

    private static IEnumerable<string> Lines(ITaskItem? file)
    {
        byte[] list = (file is null ? null : BoundedFile.Read(file.GetMetadata("FullPath"), FileContents.SourceSize).Bytes) ?? [];
        return Encoding.UTF8.GetString(list).Split('\n').Where(l => l.Length > 0);
    }
}
