using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Score.Core.Files;

/// <summary>
/// Where a path really leads, with all symbolic links and junctions on the way followed. The framework resolves only the last
/// part of a path, and .NET Framework not even that, so the operating system is asked.
/// </summary>
internal static unsafe class PhysicalPath
{
    private const int MaxLinks = 40; // As Linux.

    /// <summary>The physical path of an existing file or folder, or null when the system cannot tell.</summary>
    public static string? Of(string fullPath) => IsWindows ? OfWindows(fullPath) : OfUnix(fullPath);

    /// <summary>The physical path of the deepest existing part of a path, with the rest appended.</summary>
    public static string? OfPossiblyMissing(string fullPath)
    {
        string rest = "";
        for (string? at = fullPath; !string.IsNullOrEmpty(at); at = Path.GetDirectoryName(at))
        {
            if (Of(at!) is { } physical) return rest.Length == 0 ? physical : Path.Combine(physical, rest);
            rest = rest.Length == 0 ? Path.GetFileName(at) : Path.Combine(Path.GetFileName(at), rest);
        }

        return null;
    }

    /// <summary>
    /// Where a file is, or would be if it is missing: all links are followed, also one to a file that is not there. Null when they
    /// lead in a circle.
    /// </summary>
    public static string? OfFile(string fullPath)
    {
        string path = fullPath;
        for (int links = 0; links < MaxLinks; links++)
        {
            if (Of(path) is { } physical) return physical;
            string folder = OfPossiblyMissing(Path.GetDirectoryName(path)!) ?? Path.GetDirectoryName(path)!;
            path = Path.Combine(folder, Path.GetFileName(path));
            if (LinkTarget(path) is not { } target) return path;
            path = Path.Combine(folder, target);
        }

        return null;
    }

    /// <summary>Whether a file itself is a link, whether or not it leads anywhere.</summary>
    public static bool IsLink(string fullPath) => LinkTarget(fullPath) is not null;

    /// <summary>Whether a file, or a folder on its way, is a link.</summary>
    public static bool HasLinks(string fullPath)
    {
        for (string? at = fullPath; !string.IsNullOrEmpty(at); at = Path.GetDirectoryName(at))
        {
            if (IsLink(at!)) return true;
        }

        return false;
    }

    /// <summary>Whether a path is below a folder. Both are physical.</summary>
    public static bool IsBelow(string path, string folder)
    {
        string prefix = folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar;
        return path.StartsWith(prefix, IsWindows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    /// <summary>Whether a file, which need not exist yet, is below a folder when all links on its way are followed.</summary>
    public static bool IsContained(string fullPath, string folder) =>
        OfFile(fullPath) is { } physical && OfPossiblyMissing(folder) is { } root && IsBelow(physical, root);

    // .NET Framework cannot read a link; what it leads to is found if it exists.
    private static string? LinkTarget(string fullPath)
    {
#if NETFRAMEWORK
        if (!File.Exists(fullPath) && !Directory.Exists(fullPath)) return null;
        return (File.GetAttributes(fullPath) & FileAttributes.ReparsePoint) != 0 ? Of(fullPath) : null;
#else
        return new FileInfo(fullPath).LinkTarget;
#endif
    }

    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    private static string? OfUnix(string fullPath)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(fullPath + "\0");
        byte* resolved;
        fixed (byte* path = bytes) resolved = realpath(path, null);
        if (resolved is null) return null;
        try
        {
            int length = 0;
            while (resolved[length] != 0) length++;
            return Encoding.UTF8.GetString(resolved, length);
        }
        finally
        {
            free(resolved);
        }
    }

    private static string? OfWindows(string fullPath)
    {
        const uint ShareAll = 7;
        const uint OpenExisting = 3;
        const uint BackupSemantics = 0x02000000;
        using SafeFileHandle handle = CreateFileW(fullPath, 0, ShareAll, IntPtr.Zero, OpenExisting, BackupSemantics, IntPtr.Zero);
        if (handle.IsInvalid) return null;

        char[] buffer = new char[1024];
        uint length = GetFinalPathNameByHandleW(handle, buffer, (uint)buffer.Length, 0);
        if (length > buffer.Length)
        {
            buffer = new char[length];
            length = GetFinalPathNameByHandleW(handle, buffer, length, 0);
        }

        if (length == 0 || length > buffer.Length) return null;
        string path = new(buffer, 0, (int)length);
        if (path.StartsWith(@"\\?\UNC\", StringComparison.Ordinal)) return @"\\" + path.Substring(8);
        return path.StartsWith(@"\\?\", StringComparison.Ordinal) ? path.Substring(4) : path;
    }

    [DllImport("libc")]
    private static extern byte* realpath(byte* path, byte* resolved);

    [DllImport("libc")]
    private static extern void free(byte* memory);

    [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true)]
    private static extern SafeFileHandle CreateFileW(string name, uint access, uint share, IntPtr security, uint disposition, uint flags, IntPtr template);

    [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true)]
    private static extern uint GetFinalPathNameByHandleW(SafeFileHandle handle, [Out] char[] path, uint length, uint flags);
}
