using System;
using System.IO;
using System.Threading;

namespace Score.Core.Files;

/// <summary>Writes whole files: a reader sees the old content or the new one, never a part.</summary>
internal static class AtomicFile
{
    private const int Attempts = 5;

    /// <summary>Writes a file if its content differs, so that an unchanged file keeps its time.</summary>
    /// <param name="fullPath">The file. Missing folders are made.</param>
    /// <param name="content">The content.</param>
    /// <param name="mode">The Unix access mode, or null to leave it.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static bool WriteIfDifferent(string fullPath, byte[] content, int? mode = null)
    {
        if (Equals(fullPath, content))
        {
            SetMode(fullPath, mode);
            return false;
        }

        string folder = Path.GetDirectoryName(fullPath)!;
        Directory.CreateDirectory(folder);

        // Renaming would replace a read-only file, which somebody made so on purpose.
        if (File.Exists(fullPath) && (File.GetAttributes(fullPath) & FileAttributes.ReadOnly) != 0)
            throw new UnauthorizedAccessException("the file is read-only.");

        string temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllBytes(temporary, content);
            SetMode(temporary, mode);
            Replace(temporary, fullPath);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
    }

    private static bool Equals(string fullPath, byte[] content)
    {
        FileInfo file = new(fullPath);
        if (!file.Exists || file.Length != content.Length) return false;
        byte[] existing = File.ReadAllBytes(fullPath);
        if (existing.Length != content.Length) return false;
        for (int i = 0; i < existing.Length; i++)
        {
            if (existing[i] != content[i]) return false;
        }

        return true;
    }

    // On Windows another build, an editor or a virus scanner may hold the file for a moment.
    private static void Replace(string temporary, string fullPath)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
#if NETFRAMEWORK
                if (File.Exists(fullPath)) File.Replace(temporary, fullPath, null);
                else File.Move(temporary, fullPath);
#else
                File.Move(temporary, fullPath, overwrite: true);
#endif
                return;
            }
            catch (Exception e) when (attempt < Attempts && !Directory.Exists(fullPath) && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(20 * attempt);
            }
        }
    }

    private static void SetMode(string fullPath, int? mode)
    {
#if !NETFRAMEWORK
        if (mode is { } bits && !OperatingSystem.IsWindows() && File.GetUnixFileMode(fullPath) != (UnixFileMode)bits)
            File.SetUnixFileMode(fullPath, (UnixFileMode)bits);
#endif
    }
}
