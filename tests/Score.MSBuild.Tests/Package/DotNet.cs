using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

/// <summary>Runs the <c>dotnet</c> command as a user does.</summary>
internal static class DotNet
{
    /// <summary>Runs a command and waits for it.</summary>
    public static DotNetOutcome Run(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);

        using Process process = Start(start, folder);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(15)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(" ", arguments)} did not end.");
        }

        return new DotNetOutcome(process.ExitCode, output.Result + error.Result);
    }

    private static Process Start(ProcessStartInfo start, string folder)
    {
        // A build in this process may have set variables, such as HOME, for itself.
        using Lock.Scope scope = InProcessBuild.OneAtATime.EnterScope();

        // What the test's own process got from MSBuildLocator and from the test runner must not reach the build.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k is "DOTNET_HOST_PATH")
            .ToList())
        {
            start.Environment.Remove(name);
        }

        // It would go before the private package cache that a consumer's nuget.config names.
        if (!folder.StartsWith(Repository.Root, StringComparison.Ordinal)) start.Environment.Remove("NUGET_PACKAGES");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return Process.Start(start)!;
    }
}

/// <summary>What came of a command.</summary>
internal sealed record DotNetOutcome(int ExitCode, string Output)
{
    /// <summary>The lines of errors and warnings, each once, without the project at their end.</summary>
    public IReadOnlyList<string> Findings => Output.Split('\n')
        .Where(l => l.Contains(": error ", StringComparison.Ordinal)
            || l.Contains(": warning ", StringComparison.Ordinal)
            || l.Contains("score error", StringComparison.Ordinal)
            || l.Contains("score warning", StringComparison.Ordinal))
        .Select(l => l.Trim())
        .Select(l => l.LastIndexOf(" [", StringComparison.Ordinal) is var at and > 0 ? l[..at] : l)
        .Distinct()
        .ToList();
}
