using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Score.Core.Templates.Execution;

/// <summary>
/// The time that processors spent on the current thread. What waits for its turn on a loaded machine is not slow, so limits count
/// this and not what a clock shows.
/// </summary>
internal static unsafe class ThreadTime
{
    private const int LinuxThreadClock = 3;
    private const int DarwinThreadClock = 16;
    private const long NanosecondsPerTick = 100;

    /// <summary>The time so far, in ticks of <see cref="TimeSpan"/>; that of a clock where the system does not tell.</summary>
    public static long Ticks
    {
        get
        {
            try
            {
                return RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? OfWindows() : OfUnix();
            }
            catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
            {
                return OfClock();
            }
        }
    }

    private static long OfUnix()
    {
        // struct timespec: seconds and nanoseconds.
        nint* time = stackalloc nint[4];
        int clock = RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? DarwinThreadClock : LinuxThreadClock;
        return clock_gettime(clock, time) == 0 ? (time[0] * TimeSpan.TicksPerSecond) + (time[1] / NanosecondsPerTick) : OfClock();
    }

    private static long OfWindows()
    {
        long created, ended, kernel, user;
        return GetThreadTimes(GetCurrentThread(), &created, &ended, &kernel, &user) != 0 ? kernel + user : OfClock();
    }

    private static long OfClock() => (long)(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency * TimeSpan.TicksPerSecond);

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, nint* time);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetCurrentThread();

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetThreadTimes(nint thread, long* created, long* ended, long* kernel, long* user);
}
