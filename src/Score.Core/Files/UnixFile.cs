using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace Score.Core.Files;

/// <summary>
/// What the framework does not tell of files on Linux and macOS: their kinds and owners. Where the system cannot be asked, a file
/// counts as a regular one of an unknown owner.
/// </summary>
internal static unsafe class UnixFile
{
    /// <summary>What a path that is no regular file is, in words such as "a named pipe"; null for regular files, folders and paths without a file.</summary>
    /// <param name="fullPath">The path. Links are followed.</param>
    public static string? SpecialKind(string fullPath) => (Status(fullPath)?.Mode & 0xF000) switch
    {
        0x1000 => "a named pipe",
        0x2000 or 0x6000 => "a device",
        0xC000 => "a socket",
        _ => null,
    };

    /// <summary>Whether everybody on the machine may read a file, as far as its mode tells.</summary>
    public static bool IsReadableByAll(string fullPath)
    {
#if !NETFRAMEWORK
        if (!OperatingSystem.IsWindows() && File.Exists(fullPath)) return (File.GetUnixFileMode(fullPath) & UnixFileMode.OtherRead) != 0;
#endif
        return false;
    }

    /// <summary>Gives a file the owner and the group of another when root runs the build, which would lock its owner out of a private file.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="like">The other one.</param>
    public static void CopyOwner(string fullPath, string like)
    {
#if !NETFRAMEWORK
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess || Status(like) is not { } owner) return;
        fixed (byte* path = Bytes(fullPath)) _ = chown(path, owner.User, owner.Group); // Some file systems have no owners.
#endif
    }

    private static UnixStatus? Status(string fullPath)
    {
        if (Path.DirectorySeparatorChar == '\\') return null;
        byte* status = stackalloc byte[512];
        fixed (byte* path = Bytes(fullPath))
        {
            try
            {
                if (RuntimeInformation.IsOSPlatform(OSPlatform.Linux)) return statx(CurrentFolder, path, 0, BasicFields, status) == 0 ? OfLinux(status) : null;
                if (!RuntimeInformation.IsOSPlatform(OSPlatform.OSX)) return null;
                int result = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? stat64(path, status) : stat(path, status);
                return result == 0 ? OfDarwin(status) : null;
            }
            catch (EntryPointNotFoundException)
            {
                return null; // An old C library.
            }
        }
    }

    // struct statx is the same for all processors: stx_uid at 20, stx_gid at 24, stx_mode at 28.
    private static UnixStatus OfLinux(byte* status) => new(*(ushort*)(status + 28), *(uint*)(status + 20), *(uint*)(status + 24));

    // struct stat with 64-bit inodes: st_mode at 4, st_uid at 16, st_gid at 20.
    private static UnixStatus OfDarwin(byte* status) => new(*(ushort*)(status + 4), *(uint*)(status + 16), *(uint*)(status + 20));

    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path + "\0");

    private const int CurrentFolder = -100;
    private const uint BasicFields = 0x7FF;

    [DllImport("libc")]
    private static extern int statx(int folder, byte* path, int flags, uint mask, byte* status);

    [DllImport("libc")]
    private static extern int stat(byte* path, byte* status);

    [DllImport("libc", EntryPoint = "stat$INODE64")]
    private static extern int stat64(byte* path, byte* status);

    [DllImport("libc")]
    private static extern int chown(byte* path, uint user, uint group);

    // A class, as all values that go into framework types.
    private sealed record UnixStatus(int Mode, uint User, uint Group);
}
