using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Platforms;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>The env file as an output: what the user wrote there stays.</summary>
/// <param name="file">The file.</param>
/// <param name="diagnostics">Receives SCORE0602, SCORE0630 and SCORE0691.</param>
internal sealed class EnvironmentOutput(ITaskItem file, DiagnosticBag diagnostics)
{
    /// <summary>Adds the file, when there is anything to be in it.</summary>
    /// <param name="outputs">Receives it.</param>
    /// <param name="values">The variables to which the build gives values.</param>
    /// <param name="names">The names of the others.</param>
    public void AddTo(OutputFiles outputs, IReadOnlyList<OutputVariable> values, IEnumerable<string> names)
    {
        List<OutputVariable> variables = Variables(values, names);
        if (variables.Count == 0) return;
        string path = file.GetMetadata("FullPath");
        BoundedFileResult existing = BoundedFile.Read(path, FileContents.SourceSize);
        if (existing.Problem is not (BoundedFileProblem.None or BoundedFileProblem.NotFound))
        {
            diagnostics.Add(DiagnosticDescriptors.CannotWrite, SourceSpan.WholeFile(path), file.ItemSpec, new Phrase(existing.Detail));
            return;
        }

        outputs.AddMerged(path, OutputKind.EnvironmentFile, content => EnvironmentFile.Update(content, variables), EnvironmentFile.NewMode);
        bool isChanged = existing.Bytes is not { } bytes || !EnvironmentFile.Update(bytes, variables).SequenceEqual(bytes);
        if (values.Count > 0 && isChanged && GitIgnore.Covers(path) == false)
            diagnostics.Add(DiagnosticDescriptors.EnvironmentFileNotIgnored, SourceSpan.WholeFile(path), file.ItemSpec, Path.GetFileName(path));
    }

    private static List<OutputVariable> Variables(IReadOnlyList<OutputVariable> values, IEnumerable<string> names)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        List<OutputVariable> variables = [.. values];
        foreach (OutputVariable value in values) known.Add(value.Name);
        foreach (string name in names)
        {
            if (known.Add(name)) variables.Add(new OutputVariable(name, ""));
        }

        return variables.Count > 1 ? variables.OrderBy(v => v.Name, StringComparer.Ordinal).ToList() : variables;
    }
}
