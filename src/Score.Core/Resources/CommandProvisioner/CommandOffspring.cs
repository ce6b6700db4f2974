using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;

namespace Score.Core.Resources.CommandProvisioner;

/// <summary>
/// What a program has started, and what that has started, also when it has left the program's process tree, its group and its
/// session: on Windows a job knows them, elsewhere a variable that each of them inherits. All are ended when the program is stopped.
/// What a program that ends by itself leaves behind is its own affair: it may be a server that others share.
/// </summary>
internal sealed class CommandOffspring : IDisposable
{
    private const string Variable = "SCORE_PROVISIONER_RUN";
    private const string ProcessFolder = "/proc";
    private const string EnvironmentFile = "environ";
    private const string ProcessLister = "/bin/ps";
    private const int MaxPasses = 50;

    // One character a byte, so that any environment can be searched.
    private static readonly Encoding Latin = Encoding.GetEncoding(28591);

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly WindowsJob? _job = Path.DirectorySeparatorChar == '\\' ? new WindowsJob() : null;

    /// <summary>Marks a program that is about to be started.</summary>
    public void Mark(ProcessStartInfo start) => start.EnvironmentVariables[Variable] = _mark;

    /// <summary>Takes in the program, right after its start.</summary>
    public void Add(Process process) => _job?.Add(process);

    /// <summary>Ends the program and all that came of it. Those that are being made meanwhile are found by the next pass.</summary>
    /// <param name="process">The program.</param>
    public void End(Process process)
    {
        Kill(process, withTree: true);
        if (_job is not null)
        {
            _job.End();
            return;
        }

        for (int pass = 0; pass < MaxPasses; pass++)
        {
            List<int> found = Marked().ToList();
            if (found.Count == 0) return;
            foreach (int id in found) Kill(id);
            Thread.Sleep(10);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _job?.Dispose();

    private IEnumerable<int> Marked()
    {
        string mark = $"{Variable}={_mark}";
        return Directory.Exists(Path.Combine(ProcessFolder, "self")) ? MarkedOfLinux(mark) : MarkedOfOthers(mark);
    }

    private static IEnumerable<int> MarkedOfLinux(string mark)
    {
        foreach (string folder in Directory.EnumerateDirectories(ProcessFolder))
        {
            if (Number(Path.GetFileName(folder)) is not { } id) continue;
            if (Read(Path.Combine(folder, EnvironmentFile)).IndexOf(mark, StringComparison.Ordinal) >= 0) yield return id;
        }
    }

    // Empty for those of other users, which are none of ours, and for those that have ended.
    private static string Read(string file)
    {
        try
        {
            return Latin.GetString(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return "";
        }
    }

    // macOS and BSD: the list shows the environment of the user's own processes.
    private static List<int> MarkedOfOthers(string mark)
    {
        List<int> found = [];
        if (!File.Exists(ProcessLister)) return found;
        try
        {
            ProcessStartInfo start = new(ProcessLister, "-axEww -o pid=,command=")
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process list = Process.Start(start)!;
            list.ErrorDataReceived += (_, _) => { };
            list.BeginErrorReadLine();
            while (list.StandardOutput.ReadLine() is { } line)
            {
                if (line.IndexOf(mark, StringComparison.Ordinal) >= 0 && Number(line.TrimStart().Split(' ')[0]) is { } id) found.Add(id);
            }
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            // There is no such list here.
        }

        return found;
    }

    private static void Kill(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            Kill(process, withTree: false);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static void Kill(Process process, bool withTree)
    {
        try
        {
#if NETFRAMEWORK
            _ = withTree;
            process.Kill();
#else
            process.Kill(withTree);
#endif
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It has ended by itself.
        }
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
