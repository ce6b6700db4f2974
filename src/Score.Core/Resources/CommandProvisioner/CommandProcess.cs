using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;

namespace Score.Core.Resources.CommandProvisioner;

/// <summary>
/// Runs a program without a shell: gives it its input, collects what it writes up to a limit, and ends it, with its children,
/// when it takes too long or the build is cancelled. Each pipe has a thread of its own, so that no order in which the program
/// reads and writes can block it.
/// </summary>
internal static class CommandProcess
{
    /// <summary>The most bytes that a program may write to its standard output.</summary>
    public const int MaxOutputBytes = 8 * 1024 * 1024;

    private const int MaxErrorBytes = 16 * 1024;
    private const int TextFileBusy = 26;

    // Something that the program left behind may hold its pipes open for as long as it lives.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a program.</summary>
    /// <param name="program">Its full path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder to run it in.</param>
    /// <param name="input">What it finds on its standard input.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="cancellation">Ends it from outside.</param>
    /// <exception cref="OperationCanceledException">The build was cancelled; the program has been ended.</exception>
    public static CommandResult Run(string program, IReadOnlyList<string> arguments, string folder, byte[] input, TimeSpan timeout,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ProcessStartInfo start = new(program)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        AddArguments(start, arguments);
        using CommandOffspring offspring = new();
        offspring.Mark(start);
        using Process process = new() { StartInfo = start };
        try
        {
            Start(process);
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException or PlatformNotSupportedException)
        {
            return new CommandResult(CommandEnd.NotStarted, 0, [], e is Win32Exception native ? Explain(native, program) : e.Message);
        }

        offspring.Add(process);
        CommandPipe output = CommandPipe.Read(process.StandardOutput.BaseStream, MaxOutputBytes, keepsEnd: false);
        CommandPipe errors = CommandPipe.Read(process.StandardError.BaseStream, MaxErrorBytes, keepsEnd: true);
        CommandPipe.Write(process.StandardInput.BaseStream, input);

        CommandEnd end = WaitFor(process, output, timeout, cancellation);
        if (end != CommandEnd.Exited) offspring.End(process);
        Stopwatch waiting = Stopwatch.StartNew();
        output.WaitForEnd(Grace);
        TimeSpan left = Grace - waiting.Elapsed;
        errors.WaitForEnd(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        cancellation.ThrowIfCancellationRequested();
        if (end == CommandEnd.Exited && output.IsTooLong) end = CommandEnd.TooMuchOutput;
        return new CommandResult(end, end == CommandEnd.Exited ? process.ExitCode : 0, output.ToArray(), Encoding.UTF8.GetString(errors.ToArray()));
    }

    private static CommandEnd WaitFor(Process process, CommandPipe output, TimeSpan timeout, CancellationToken cancellation)
    {
        Stopwatch running = Stopwatch.StartNew();
        while (!process.WaitForExit((int)Poll.TotalMilliseconds))
        {
            if (cancellation.IsCancellationRequested) return CommandEnd.Cancelled;
            if (output.IsTooLong) return CommandEnd.TooMuchOutput;
            if (running.Elapsed > timeout) return CommandEnd.TimedOut;
        }

        return CommandEnd.Exited;
    }

    // A script that was just written may still be open in a process that was forked at that moment.
    private static void Start(Process process)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                process.Start();
                return;
            }
            catch (Win32Exception e) when (e.NativeErrorCode == TextFileBusy && Path.DirectorySeparatorChar == '/' && attempt < 10)
            {
                Thread.Sleep(Poll);
            }
        }
    }

    private static string Explain(Win32Exception exception, string program)
    {
        const int ExecFormatError = 8;
        const int NoSuchFile = 2;
        if (Path.DirectorySeparatorChar == '\\') return exception.Message;
        return exception.NativeErrorCode switch
        {
            ExecFormatError => $"the system cannot run '{program}'. A script needs a first line such as '#!/bin/sh'.",
            NoSuchFile => $"'{program}' is there, but not the interpreter that its first line names.",
            _ => exception.Message,
        };
    }

    private static void AddArguments(ProcessStartInfo start, IReadOnlyList<string> arguments)
    {
#if NETFRAMEWORK
        StringBuilder line = new();
        foreach (string argument in arguments) AppendQuoted(line, argument);
        start.Arguments = line.ToString();
#else
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
#endif
    }

#if NETFRAMEWORK
    // As programs on Windows take their command line apart: backslashes are themselves, except before a quote.
    private static void AppendQuoted(StringBuilder line, string argument)
    {
        if (line.Length > 0) line.Append(' ');
        line.Append('"');
        int backslashes = 0;
        foreach (char c in argument)
        {
            if (c == '"') line.Append('\\', backslashes + 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
            line.Append(c);
        }

        line.Append('\\', backslashes).Append('"');
    }
#endif
}

/// <summary>What came of running a program.</summary>
/// <param name="End">How it ended.</param>
/// <param name="ExitCode">Its exit code, when it ended by itself.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Errors">The end of what it wrote to its standard error; why it could not be started when it was not.</param>
internal sealed record CommandResult(CommandEnd End, int ExitCode, byte[] Output, string Errors);

/// <summary>How a program ended.</summary>
internal enum CommandEnd
{
    /// <summary>By itself.</summary>
    Exited,

    /// <summary>It could not be started.</summary>
    NotStarted,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>It wrote too much.</summary>
    TooMuchOutput,

    /// <summary>The build was cancelled.</summary>
    Cancelled,
}
