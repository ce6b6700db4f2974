using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Score.MSBuild.TestHost;

/// <summary>Where things are in this repository.</summary>
public static class Repository
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The task assembly that the solution built.</summary>
    public static string TaskAssembly { get; } = Path.Combine(Root, "src", "Score.MSBuild", "bin", Configuration, "net10.0", "Score.MSBuild.dll");

    private static string Configuration => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "Configuration").Value!;

    private static string FindRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..")) + Path.DirectorySeparatorChar is { } root
            && File.Exists(Path.Combine(root, "Score.MSBuild.sln"))
            ? root
            : throw new InvalidOperationException("The tests run from a checkout of the repository.");
}
