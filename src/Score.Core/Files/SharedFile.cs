using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;

namespace Score.Core.Files;

/// <summary>Changes a file that several builds may change at the same time, such as an env file of several projects.</summary>
internal static class SharedFile
{
    private const int MaxBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Writes what a function makes of the file's content. No other build changes the file in between. A build that has nothing to
    /// change does not wait.
    /// </summary>
    /// <param name="fullPath">The file, which need not exist.</param>
    /// <param name="change">Makes the new content of the old one, which is null when there is no file. Without content none is made.</param>
    /// <param name="mode">The Unix access mode of a file that is made; what the system gives new files when null.</param>
    /// <returns>Whether the file has changed.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static bool Update(string fullPath, Func<byte[]?, byte[]> change, int? mode = null)
    {
        if (!Changes(fullPath, change, out _, out _)) return false;
        using Mutex? mutex = Lock(fullPath);
        try
        {
            return Changes(fullPath, change, out byte[] content, out bool isNew) && AtomicFile.WriteIfDifferent(fullPath, content, isNew ? mode : null);
        }
        finally
        {
            mutex?.ReleaseMutex();
        }
    }

    private static bool Changes(string fullPath, Func<byte[]?, byte[]> change, out byte[] content, out bool isNew)
    {
        BoundedFileResult existing = BoundedFile.Read(fullPath, MaxBytes);
        if (existing.Problem is not (BoundedFileProblem.None or BoundedFileProblem.NotFound)) throw new IOException(existing.Detail);
        content = change(existing.Bytes);
        isNew = existing.Bytes is null;
        return existing.Bytes is null ? content.Length > 0 : !content.SequenceEqual(existing.Bytes);
    }

    // A system without named locks goes without: what was read just before is still better than what was read at the start.
    private static Mutex? Lock(string fullPath)
    {
        Mutex? mutex = null;
        try
        {
            using SHA256 sha = SHA256.Create();
            string hash = BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(PhysicalPath.OfPossiblyMissing(fullPath) ?? fullPath))).Replace("-", "");
            mutex = new Mutex(initiallyOwned: false, @"Global\score-msbuild-" + hash);
            if (mutex.WaitOne(MaxWait)) return mutex;
        }
        catch (AbandonedMutexException)
        {
            return mutex; // A build that was killed held it, and now it is ours.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or WaitHandleCannotBeOpenedException)
        {
        }

        mutex?.Dispose();
        return null;
    }
}
