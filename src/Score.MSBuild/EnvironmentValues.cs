using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Build.Framework;
using Score.Core.Compose;
using Score.Core.Files;
using Score.Core.Specification;

namespace Score.MSBuild;

/// <summary>The values of environment variables that a build needs: its own, else those of the env file.</summary>
internal static class EnvironmentValues
{
    /// <summary>Reads a variable; null when neither has it.</summary>
    /// <param name="file">The env file, or null.</param>
    public static Func<string, string?> Reader(ITaskItem? file)
    {
        string path = file?.GetMetadata("FullPath") ?? "";
        IReadOnlyDictionary<string, string> values = File.Exists(path) ? EnvironmentFile.Values(BoundedFile.Read(path, FileContents.SourceSize).Bytes ?? []) : new Dictionary<string, string>();
        return variable => Environment.GetEnvironmentVariable(variable) ?? (values.TryGetValue(variable, out string? value) ? value : null);
    }

    /// <summary>Where a variable can be set, in words that follow "Set it".</summary>
    public static string Hint(ITaskItem? file) => file is null ? "" : $", or give it a value in '{file.ItemSpec}'";
}
