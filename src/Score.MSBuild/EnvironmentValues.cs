using System;
using System.IO;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>The values of environment variables that a build needs: its own, else those of the env file.</summary>
internal static class EnvironmentValues
{
    /// <summary>Reads a variable as Docker Compose does: from the environment of the process, else from the env file. Null when neither has it.</summary>
    /// <param name="file">The env file, or null.</param>
    /// <param name="diagnostics">Receives SCORE0630.</param>
    public static Func<string, string?> Reader(ITaskItem? file, DiagnosticBag diagnostics)
    {
        string path = file?.GetMetadata("FullPath") ?? "";
        if (!File.Exists(path)) return Environment.GetEnvironmentVariable;
        EnvironmentFileContent content = EnvironmentFile.Read(BoundedFile.Read(path, FileContents.SourceSize).Bytes ?? [], Environment.GetEnvironmentVariable);
        if (content.ProblemLine > 0)
            diagnostics.Add(DiagnosticDescriptors.UnreadableEnvironmentFile, new SourceSpan(path, content.ProblemLine, 1, content.ProblemLine, 1), file!.ItemSpec, new Phrase(content.Problem));
        return variable => Environment.GetEnvironmentVariable(variable) ?? (content.Values.TryGetValue(variable, out string? value) ? value : null);
    }

    /// <summary>Where a variable can be set, in words that follow "Set it".</summary>
    public static string Hint(ITaskItem? file) => file is null ? "" : $", or give it a value in '{file.ItemSpec}'";
}
