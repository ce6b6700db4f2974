using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Score.Core.Text;

namespace Score.Core.Files;

/// <summary>
/// Files that become others by a rename. Their names, such as <c>.score-4711-0b5c.tmp</c>, tell the process that makes them, so that
/// those of a build that was killed are recognised.
/// </summary>
internal static class TemporaryFile
{
    private const string Prefix = ".score-";
    private const string Suffix = ".tmp";

    // Another machine or container has processes of its own; what is older than this was left by one of them.
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    /// <summary>A path in a folder that no file has.</summary>
    public static string NewPath(string folder) =>
        Path.Combine(folder, $"{Prefix}{ProcessId.ToString(CultureInfo.InvariantCulture)}-{Hexadecimal.Of(Guid.NewGuid().ToByteArray())}{Suffix}");

    /// <summary>Makes a file.</summary>
    /// <param name="fullPath">Its path, which no file has.</param>
    /// <param name="content">Its content.</param>
    /// <param name="isPrivate">Whether only the user may read it.</param>
    public static void Write(string fullPath, byte[] content, bool isPrivate)
    {
        using FileStream stream = Open(fullPath, isPrivate);
        stream.Write(content, 0, content.Length);
    }

    /// <summary>Deletes what builds that were killed have left in a folder. Nothing happens if that fails.</summary>
    public static void DeleteAbandoned(string folder)
    {
        try
        {
            if (!Directory.Exists(folder)) return;
            foreach (string path in Directory.GetFiles(folder, Prefix + "*" + Suffix))
            {
                if (IsAbandoned(path)) File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another build does the same, or the next one will.
        }
    }

    private static int ProcessId
    {
        get
        {
#if NETFRAMEWORK
            using Process process = Process.GetCurrentProcess();
            return process.Id;
#else
            return Environment.ProcessId;
#endif
        }
    }

    private static bool IsAbandoned(string path)
    {
        string[] parts = Path.GetFileNameWithoutExtension(path).Substring(Prefix.Length).Split('-');
        if (parts.Length != 2 || parts[1].Length != 32 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int process))
            return false;
        return DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > MaxAge || (process != ProcessId && !IsRunning(process));
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (Exception)
        {
            return true; // A process of somebody else, of which the system tells nothing.
        }
    }

    private static FileStream Open(string fullPath, bool isPrivate)
    {
#if !NETFRAMEWORK
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            return new FileStream(fullPath, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
#endif
        return new FileStream(fullPath, FileMode.CreateNew, FileAccess.Write);
    }
}
