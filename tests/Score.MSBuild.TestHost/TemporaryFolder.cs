using System;
using System.IO;

namespace Score.MSBuild.TestHost;

/// <summary>A folder that goes with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes an empty folder.</summary>
    /// <param name="name">The name of the folder itself, for tests about unusual names.</param>
    public TemporaryFolder(string name = "app")
    {
        _parent = Directory.CreateTempSubdirectory("score-msbuild-");
        Root = Path.Combine(_parent.FullName, name);
        Directory.CreateDirectory(Root);
    }

    private readonly DirectoryInfo _parent;

    /// <summary>The full path.</summary>
    public string Root { get; }

    /// <summary>Writes a file and makes its folder.</summary>
    public void Write(string path, string text)
    {
        string fullPath = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
        File.WriteAllText(fullPath, text);
    }

    /// <summary>Reads a file.</summary>
    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Whether a file exists.</summary>
    public bool Has(string path) => File.Exists(PathOf(path));

    /// <summary>When a file was written last.</summary>
    public DateTime TimeOf(string path) => File.GetLastWriteTimeUtc(PathOf(path));

    /// <summary>Marks a file as edited, at a time that every file system tells from the time before.</summary>
    public void Touch(string path) => File.SetLastWriteTimeUtc(PathOf(path), DateTime.UtcNow.AddSeconds(2));

    /// <summary>The full path of a file in the folder.</summary>
    public string PathOf(string path) => Path.Combine(Root, path);

    public void Dispose()
    {
        try
        {
            _parent.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A build node may still hold a file; the folder is in the system's temporary one.
        }
    }
}
