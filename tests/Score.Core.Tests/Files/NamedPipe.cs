using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Score.Core.Tests.Files;

/// <summary>Named pipes, which hang whoever opens them.</summary>
internal static class NamedPipe
{
    public static void Make(string fullPath)
    {
        using Process process = Process.Start("mkfifo", [fullPath]);
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode);
    }
}
