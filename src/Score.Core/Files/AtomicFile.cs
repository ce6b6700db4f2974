using System;
using System.IO;
using System.Threading;

namespace Score.Core.Files;

/// <summary>
/// Writes whole files: a reader sees the old content or the new one, never a part. A file that is replaced keeps its mode, its
/// owner and its access list, and a link to it stays a link.
/// </summary>
internal static class AtomicFile
{
    private const int Attempts = 5;

    /// <summary>Writes a file if its content differs, so that an unchanged file keeps its time.</summary>
    /// <param name="fullPath">The file. Missing folders are made, and links are followed.</param>
    /// <param name="content">The content.</param>
    /// <param name="mode">The Unix access mode; that of the file that is there when null, else what the system gives new files.</param>
    /// <param name="root">The full path of the folder that the file stays in, whatever links there are; null when it may be anywhere.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static bool WriteIfDifferent(string fullPath, byte[] content, int? mode = null, string? root = null)
    {
        string target = Locate(fullPath, root);
        if (Equals(target, content))
        {
            SetMode(target, mode);
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        FileInfo existing = new(target);

        // Renaming would replace a read-only file, which somebody made so on purpose.
        if (existing.Exists && existing.IsReadOnly) throw new UnauthorizedAccessException("the file is read-only.");
        if (existing.Exists && existing.Length == 0 && UnixFile.SpecialKind(target) is { } kind) throw new IOException($"it is {kind}, not a file.");
        for (int attempt = 1; !TryWrite(target, content, mode, root is not null); attempt++)
        {
            if (attempt == Attempts) throw new IOException("another process deletes its temporary file.");
        }

        return true;
    }

    private static string Locate(string fullPath, string? root)
    {
        if (root is null && !PhysicalPath.IsLink(fullPath)) return fullPath;
        string target = PhysicalPath.OfFile(fullPath) ?? throw new IOException("links lead in a circle.");
        if (root is null || (PhysicalPath.OfPossiblyMissing(root) is { } allowed && PhysicalPath.IsBelow(target, allowed))) return target;
        throw new IOException("a link leads out of its folder.");
    }

    private static bool Equals(string fullPath, byte[] content)
    {
        FileInfo file = new(fullPath);
        if (!file.Exists || file.Length != content.Length) return false;
        if (content.Length == 0) return UnixFile.SpecialKind(fullPath) is null;
        byte[] existing = File.ReadAllBytes(fullPath);
        if (existing.Length != content.Length) return false;
        for (int i = 0; i < existing.Length; i++)
        {
            if (existing[i] != content[i]) return false;
        }

        return true;
    }

    // A folder on the way may have become a link since the path was looked at, or become one at any moment.
    private static bool TryWrite(string target, byte[] content, int? mode, bool isConfined)
    {
#if !NETFRAMEWORK
        if (isConfined && !OperatingSystem.IsWindows())
        {
            string folder = Path.GetDirectoryName(target)!;
            using HeldFolder held = HeldFolder.Open(folder);
            try
            {
                return TryWrite(Path.Combine(held.Path, Path.GetFileName(target)), content, mode, held.Rename);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && held.Path != folder)
            {
                // The path of a held folder tells nobody anything.
                string message = e.Message.Replace(held.Path, folder);
                throw e is IOException ? new IOException(message, e) : new UnauthorizedAccessException(message, e);
            }
        }
#endif
        return TryWrite(target, content, mode, (temporary, _) =>
        {
            if (isConfined && PhysicalPath.Of(temporary) is { } written && written != temporary)
                throw new IOException("a folder on its way has become a link.");
            Replace(temporary, target);
        });
    }

    // While it is written nobody else may read it, unless the file is to have what the system gives to new ones. False when the
    // temporary file has gone: a build in another container may take it for abandoned.
    private static bool TryWrite(string target, byte[] content, int? mode, Action<string, string> replace)
    {
        string folder = Path.GetDirectoryName(target)!;
        string temporary = TemporaryFile.NewPath(folder);
        bool replaces = File.Exists(target);
        try
        {
            TemporaryFile.Write(temporary, content, isPrivate: replaces || mode is not null);
            if (replaces) UnixFile.CopyOwner(temporary, target);
            SetMode(temporary, mode ?? (replaces ? ModeOf(target) : null));
            replace(temporary, target);
            return true;
        }
        catch (FileNotFoundException) when (Directory.Exists(folder) && !File.Exists(temporary))
        {
            return false;
        }
        finally
        {
            Delete(temporary);
        }
    }

    private static void Delete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is what counts.
        }
    }

    // On Windows another build, an editor or a virus scanner may hold the file for a moment.
    private static void Replace(string temporary, string target)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                // Only File.Replace keeps the access list on Windows, and .NET Framework cannot move over a file.
#if NETFRAMEWORK
                if (File.Exists(target)) File.Replace(temporary, target, null, ignoreMetadataErrors: true);
                else File.Move(temporary, target);
#else
                if (Path.DirectorySeparatorChar == '\\' && File.Exists(target)) File.Replace(temporary, target, null, ignoreMetadataErrors: true);
                else File.Move(temporary, target, overwrite: true);
#endif
                return;
            }
            catch (Exception e)
                when (attempt < Attempts && !Directory.Exists(target) && File.Exists(temporary) && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(20 * attempt);
            }
        }
    }

    private static int? ModeOf(string fullPath)
    {
#if !NETFRAMEWORK
        if (!OperatingSystem.IsWindows()) return (int)File.GetUnixFileMode(fullPath);
#endif
        return null;
    }

    private static void SetMode(string fullPath, int? mode)
    {
#if !NETFRAMEWORK
        if (mode is { } bits && !OperatingSystem.IsWindows() && File.GetUnixFileMode(fullPath) != (UnixFileMode)bits)
            File.SetUnixFileMode(fullPath, (UnixFileMode)bits);
#endif
    }
}
