using System;
using System.IO;

namespace Score.Core.Files;

/// <summary>Reads whole files up to a limit, without throwing for what is wrong with them.</summary>
internal static class BoundedFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="limit">The most bytes to read.</param>
    public static BoundedFileResult Read(string fullPath, int limit) => Read(fullPath, limit, isStart: false);

    /// <summary>Reads the first bytes of a file; all of them when there are no more.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="count">The most bytes to read.</param>
    public static BoundedFileResult ReadStart(string fullPath, int count) => Read(fullPath, count, isStart: true);

    private static BoundedFileResult Read(string fullPath, int limit, bool isStart)
    {
        try
        {
            // Opening a named pipe would wait for its writer. What is no regular file has no length.
            FileInfo file = new(fullPath);
            if (!file.Exists && Directory.Exists(fullPath)) return new BoundedFileResult(null, BoundedFileProblem.Unreadable, "it is a folder.");

            // Asked first, because to catch an exception takes a cold build longer than all its reading.
            if (IsMissing(file)) return new BoundedFileResult(null, BoundedFileProblem.NotFound, "it does not exist.");
            if (file.Exists && SpecialKind(file) is { } kind) return new BoundedFileResult(null, BoundedFileProblem.Unreadable, $"it is {kind}, not a file.");

            using FileStream stream = new(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (!isStart && stream.CanSeek && stream.Length > limit) return TooLarge(limit);

            // Not File.ReadAllBytes: some files of the system have no length, and others may grow meanwhile.
            byte[] buffer = new byte[isStart ? limit : stream.CanSeek ? (int)stream.Length + 1 : 4096];
            int length = 0;
            for (int read; (read = stream.Read(buffer, length, buffer.Length - length)) > 0;)
            {
                length += read;
                if (isStart) continue;
                if (length > limit) return TooLarge(limit);
                if (length == buffer.Length) Array.Resize(ref buffer, length * 2);
            }

            Array.Resize(ref buffer, length);
            return new BoundedFileResult(buffer, BoundedFileProblem.None, "");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new BoundedFileResult(null, BoundedFileProblem.NotFound, "it does not exist.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new BoundedFileResult(null, BoundedFileProblem.Unreadable, Explain(e, fullPath));
        }
    }

    /// <summary>What an existing file is, in words such as "a named pipe", when it is no regular one.</summary>
    public static string? SpecialKind(FileInfo file) =>
        file.Length == 0 || (file.Attributes & FileAttributes.ReparsePoint) != 0 ? UnixFile.SpecialKind(file.FullName) : null;

    // Attributes throw when a folder on the way cannot be looked into; then opening the file says it better.
    private static bool IsMissing(FileInfo file) => !file.Exists && (int)file.Attributes == -1;

    // The framework repeats the path, which the message has already, and which may be very long.
    private static string Explain(Exception exception, string fullPath) => exception switch
    {
        PathTooLongException => "its path is too long.",
        UnauthorizedAccessException => "access is denied.",
        _ => exception.Message.Replace($" '{fullPath}'", ""),
    };

    private static BoundedFileResult TooLarge(int limit) =>
        new(null, BoundedFileProblem.TooLarge, $"it is larger than {limit / (1024 * 1024)} MiB.");
}

/// <summary>What came of reading a file.</summary>
/// <param name="Bytes">The content, or null when there is a problem.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Detail">The same in words that go after a colon.</param>
internal sealed record BoundedFileResult(byte[]? Bytes, BoundedFileProblem Problem, string Detail);

/// <summary>Why a file could not be read.</summary>
internal enum BoundedFileProblem
{
    /// <summary>It was read.</summary>
    None,

    /// <summary>There is no such file.</summary>
    NotFound,

    /// <summary>It is a folder, locked, or access is denied.</summary>
    Unreadable,

    /// <summary>It is over the limit.</summary>
    TooLarge,
}
