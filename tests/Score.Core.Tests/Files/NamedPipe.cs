using System.Runtime.InteropServices;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Files;

/// <summary>Named pipes, which hang whoever opens them.</summary>
internal static class NamedPipe
{
    private const uint ReadableAndWritableByOwner = 0x180; // 0600

    /// <summary>Makes one.</summary>
    /// <param name="fullPath">Its path.</param>
    public static void Make(string fullPath) => Assert.AreEqual(0, mkfifo(Encoding.UTF8.GetBytes(fullPath + "\0"), ReadableAndWritableByOwner), fullPath);

    [DllImport("libc")]
    private static extern int mkfifo(byte[] path, uint mode);
}
