using System;
using System.IO;

namespace Score.Core.Files;

/// <summary>Folders that containers mount: everybody may read them, whatever the umask of the build.</summary>
internal static class MountedFolder
{
    /// <summary>Makes a folder, and gives it and those between it and the root the mode 0755. A root that is there stays as it is.</summary>
    /// <param name="fullPath">The folder, below the root or the root itself.</param>
    /// <param name="root">The full path of the folder of all mounts.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static void Make(string fullPath, string root)
    {
        root = root.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        bool isNew = !Directory.Exists(root);
        Directory.CreateDirectory(fullPath);
#if !NETFRAMEWORK
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        for (string? folder = fullPath; folder is not null && folder.Length > root.Length; folder = Path.GetDirectoryName(folder)) Set(folder);
        if (isNew) Set(root);

        static void Set(string folder)
        {
            if (File.GetUnixFileMode(folder) != Mode) File.SetUnixFileMode(folder, Mode);
        }
#endif
    }
}
