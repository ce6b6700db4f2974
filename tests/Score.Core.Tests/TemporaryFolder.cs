using System;
using System.IO;

namespace Score.Core.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("score-tests-").FullName;

    /// <summary>The full path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name.Replace('/', System.IO.Path.DirectorySeparatorChar));

    /// <summary>Writes a file, and the folders on its way.</summary>
    public string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string name, byte[] content)
    {
        string path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Writes a shell script that everybody may run. The test is not run where there is no shell.</summary>
    public string WriteProgram(string name, string content)
    {
        if (OperatingSystem.IsWindows()) throw new Microsoft.VisualStudio.TestTools.UnitTesting.AssertInconclusiveException("Windows has no /bin/sh.");
        const UnixFileMode All = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        string path = Write(name, content);
        System.IO.File.SetUnixFileMode(path, System.IO.File.GetUnixFileMode(path) | All);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
