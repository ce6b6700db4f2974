using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>The values of environment variables that a build needs: its own, else those of the env file, which is read when the first is missing.</summary>
/// <param name="file">The env file, or null.</param>
/// <param name="diagnostics">Receives SCORE0630 and SCORE0690.</param>
internal sealed class EnvironmentValues(ITaskItem? file, DiagnosticBag diagnostics)
{
    private IReadOnlyDictionary<string, string>? _values;

    /// <summary>Where a variable can be set, in words that follow "Set it".</summary>
    public string Hint => file is null ? "" : $", or give it a value in '{file.ItemSpec}'";

    /// <summary>Reads a variable as Docker Compose does: from the environment of the process, else from the env file. Null when neither has it.</summary>
    public string? Read(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is { } own) return own;
        return (_values ??= Load()).TryGetValue(variable, out string? value) ? value : null;
    }

    /// <summary>Reads the file now, so that it is known whether Docker Compose can.</summary>
    public void Check() => _values ??= Load();

    private IReadOnlyDictionary<string, string> Load()
    {
        string path = file?.GetMetadata("FullPath") ?? "";
        if (!File.Exists(path)) return new Dictionary<string, string>();
        EnvironmentFileContent content = EnvironmentFile.Read(BoundedFile.Read(path, FileContents.SourceSize).Bytes ?? [], Environment.GetEnvironmentVariable);
        if (content.ProblemLine > 0)
            diagnostics.Add(DiagnosticDescriptors.UnreadableEnvironmentFile, LineOf(path, content.ProblemLine), file!.ItemSpec, new Phrase(content.Problem));
        else if (EnvironmentFile.FirstRepeated(content) is { } repeated)
            diagnostics.Add(DiagnosticDescriptors.RepeatedVariable, LineOf(path, repeated.Line), repeated.Name, file!.ItemSpec);
        return content.Values;
    }

    private static SourceSpan LineOf(string path, int line) => new(path, line, 1, line, 1);
}
