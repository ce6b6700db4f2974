#if !NETFRAMEWORK
using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Score.Core.Files;

/// <summary>
/// A folder on Linux or macOS that is held open, so that files are written and renamed in it and nowhere else, whatever becomes of its
/// path meanwhile. A path can be made a link between any two looks at it.
/// </summary>
internal sealed unsafe class HeldFolder : IDisposable
{
    private const int NoSuchFile = 2; // ENOENT, on both systems.

    private readonly SafeFileHandle handle;

    private HeldFolder(SafeFileHandle handle, string path)
    {
        this.handle = handle;
        Path = path;
    }

    /// <summary>A path that leads to the folder itself while it is held, where the system has one; else the one that it was opened by.</summary>
    public string Path { get; }

    /// <summary>Holds a folder.</summary>
    /// <param name="physicalPath">Its physical path.</param>
    /// <exception cref="IOException">It cannot be opened, or a folder on its way has become a link.</exception>
    public static HeldFolder Open(string physicalPath)
    {
        SafeFileHandle handle;
        fixed (byte* path = Bytes(physicalPath)) handle = new SafeFileHandle(open(path, 0), ownsHandle: true);
        if (handle.IsInvalid) throw new IOException("its folder cannot be opened.");

        // Only Linux tells where an open folder is.
        string link = FormattableString.Invariant($"/proc/self/fd/{handle.DangerousGetHandle()}");
        string? known = OperatingSystem.IsLinux() ? new FileInfo(link).LinkTarget : null;
        string? actual = known ?? PhysicalPath.Of(physicalPath);
        if (actual is null || actual == physicalPath) return new HeldFolder(handle, known is null ? physicalPath : link);
        handle.Dispose();
        throw new IOException("a folder on its way has become a link.");
    }

    /// <summary>Renames a file in the folder, and replaces the one that has the name. Of paths the names of the files count.</summary>
    /// <exception cref="FileNotFoundException">The folder does not have the file.</exception>
    /// <exception cref="IOException">The file cannot be renamed.</exception>
    public void Rename(string from, string to)
    {
        int folder = (int)handle.DangerousGetHandle();
        bool isRenamed;
        byte[] oldName = Bytes(System.IO.Path.GetFileName(from));
        byte[] newName = Bytes(System.IO.Path.GetFileName(to));
        fixed (byte* old = oldName, replaced = newName) isRenamed = renameat(folder, old, folder, replaced) == 0;
        if (isRenamed) return;
        int error = Marshal.GetLastSystemError();
        if (error == NoSuchFile) throw new FileNotFoundException(Marshal.GetPInvokeErrorMessage(error), from);
        throw new IOException(Marshal.GetPInvokeErrorMessage(error));
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path + "\0");

    [DllImport("libc")]
    private static extern int open(byte* path, int flags);

    // With SetLastError the call would be compiled at run time.
    [DllImport("libc")]
    private static extern int renameat(int oldFolder, byte* old, int newFolder, byte* replaced);
}
#endif
