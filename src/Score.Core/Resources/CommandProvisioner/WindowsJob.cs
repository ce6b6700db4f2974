using System;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Score.Core.Resources.CommandProvisioner;

/// <summary>A job of Windows: a process in it, and all that it starts, can be ended together.</summary>
internal sealed class WindowsJob : IDisposable
{
    // Invalid where a job cannot be made; then only the process tree is ended.
    private readonly SafeFileHandle _handle = CreateJobObject(IntPtr.Zero, null);

    /// <summary>Puts a process into the job. What it starts from now on is in it too.</summary>
    public void Add(Process process)
    {
        try
        {
            if (!_handle.IsInvalid) AssignProcessToJobObject(_handle, process.Handle);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>Ends all processes in the job.</summary>
    public void End()
    {
        if (!_handle.IsInvalid) TerminateJobObject(_handle, 1);
    }

    /// <summary>Lets go of the job. Processes in it live on.</summary>
    public void Dispose() => _handle.Dispose();

    // Not LibraryImport, which .NET Framework does not have.
#pragma warning disable SYSLIB1054
    [DllImport("kernel32.dll", CharSet = CharSet.Unicode, EntryPoint = "CreateJobObjectW", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern SafeFileHandle CreateJobObject(IntPtr attributes, string? name);

    [DllImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool AssignProcessToJobObject(SafeFileHandle job, IntPtr process);

    [DllImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool TerminateJobObject(SafeFileHandle job, uint exitCode);
#pragma warning restore SYSLIB1054
}
