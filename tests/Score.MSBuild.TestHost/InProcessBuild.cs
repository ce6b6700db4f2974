using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging;

namespace Score.MSBuild.TestHost;

/// <summary>Builds a bare project that imports the repository's props and targets, inside the test's process.</summary>
public static class InProcessBuild
{
    // A process has one current directory, and MSBuild sets it to the project's.
    /// <summary>Held by a build, which has the environment variables of the process for itself: whoever starts a process takes it, too.</summary>
    public static Lock OneAtATime { get; } = new();

    /// <summary>A project without an SDK that has all that the targets need: a CoreCompile to hook into and a Clean.</summary>
    public static string Project(string content = "") => $"""
        <Project DefaultTargets="Build">
          <PropertyGroup>
            <BaseIntermediateOutputPath>obj/</BaseIntermediateOutputPath>
          </PropertyGroup>
          <Import Project="{Repository.Root}build/Score.MSBuild.props" />
          <PropertyGroup>
            <_ScoreTaskAssembly>{Repository.TaskAssembly}</_ScoreTaskAssembly>
          </PropertyGroup>
          {content}
          <Target Name="CoreCompile" />
          <Target Name="Build" DependsOnTargets="CoreCompile" />
          <Target Name="Clean" />
          <Import Project="{Repository.Root}build/Score.MSBuild.targets" />
        </Project>
        """;

    /// <summary>Builds.</summary>
    /// <param name="folder">The folder with <c>app.proj</c>, which is written when it is missing.</param>
    /// <param name="properties">Global properties, as <c>NAME=VALUE</c>.</param>
    /// <param name="target">The target.</param>
    /// <param name="question">Whether to fail when anything would have to be built.</param>
    /// <param name="environment">Environment variables of the build.</param>
    /// <param name="cancelWhen">When to cancel the build; asked again and again.</param>
    /// <param name="project">The project file.</param>
    /// <param name="binaryLog">The full path of a binary log to write, or null.</param>
    public static BuildOutcome Run(TemporaryFolder folder, string[]? properties = null, string target = "Build", bool question = false,
        Dictionary<string, string>? environment = null, Func<bool>? cancelWhen = null, string project = "app.proj", string? binaryLog = null)
    {
        if (!folder.Has(project)) folder.Write(project, Project());
        Dictionary<string, string?> globals = (properties ?? []).ToDictionary(p => p.Split('=')[0], p => (string?)p[(p.IndexOf('=') + 1)..]);
        lock (OneAtATime)
        {
            using EnvironmentScope scope = new(environment ?? []);
            string before = Directory.GetCurrentDirectory();
            RecordingLogger logger = new();
            try
            {
                using ProjectCollection projects = new(globals);
                ILogger[] loggers = binaryLog is null
                    ? [logger]
                    : [logger, new BinaryLogger { Parameters = binaryLog, Verbosity = LoggerVerbosity.Diagnostic }];
                BuildParameters parameters = new(projects)
                {
                    Loggers = loggers,
                    LogTaskInputs = binaryLog is not null,
                    Question = question,
                    EnableNodeReuse = false,
                };
                BuildRequestData request = new(folder.PathOf(project), globals, null, [target], null);
                using BuildManager manager = new();
                using Timer? timer = cancelWhen is null ? null : new Timer(_ => { if (cancelWhen()) manager.CancelAllSubmissions(); }, null, 20, 20);
                BuildResult result = manager.Build(parameters, request);
                IReadOnlyList<ITaskItem> items = result.HasResultsForTarget(target) ? result[target].Items : [];
                return new BuildOutcome(result.OverallResult == BuildResultCode.Success, logger.Findings, logger.Tasks)
                {
                    Messages = logger.Messages,
                    Lines = logger.Lines,
                    Items = items,
                };
            }
            finally
            {
                Directory.SetCurrentDirectory(before);
            }
        }
    }

    private sealed class EnvironmentScope : IDisposable
    {
        private readonly Dictionary<string, string?> _before = [];

        public EnvironmentScope(Dictionary<string, string> values)
        {
            foreach ((string name, string value) in values)
            {
                _before[name] = Environment.GetEnvironmentVariable(name);
                Environment.SetEnvironmentVariable(name, value);
            }
        }

        public void Dispose()
        {
            foreach ((string name, string? value) in _before) Environment.SetEnvironmentVariable(name, value);
        }
    }

    private sealed class RecordingLogger : ILogger
    {
        public List<Finding> Findings { get; } = [];

        public List<string> Tasks { get; } = [];

        public List<string> Messages { get; } = [];

        public List<string> Lines { get; } = [];

        public LoggerVerbosity Verbosity { get; set; } = LoggerVerbosity.Detailed;

        public string? Parameters { get; set; }

        public void Initialize(IEventSource source)
        {
            source.ErrorRaised += (_, e) =>
                Findings.Add(new Finding("error", e.Code, e.File, e.LineNumber, e.ColumnNumber, e.EndColumnNumber, e.Message ?? "", e.HelpLink));
            source.WarningRaised += (_, e) =>
                Findings.Add(new Finding("warning", e.Code, e.File, e.LineNumber, e.ColumnNumber, e.EndColumnNumber, e.Message ?? "", e.HelpLink));
            source.MessageRaised += (_, e) =>
            {
                Messages.Add(e.Message ?? "");
                if (e.Importance == MessageImportance.High) Lines.Add(e.Message ?? "");
                if (e.Code?.StartsWith("SCORE", StringComparison.Ordinal) == true)
                    Findings.Add(new Finding("message", e.Code, e.File, e.LineNumber, e.ColumnNumber, e.EndColumnNumber, e.Message ?? "", null));
            };
            source.TaskStarted += (_, e) => Tasks.Add(e.TaskName);
        }

        public void Shutdown()
        {
        }
    }
}

/// <summary>What came of a build.</summary>
public sealed record BuildOutcome(bool Succeeded, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Tasks)
{
    /// <summary>All messages of whatever importance.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The messages that everybody sees.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What the target returns.</summary>
    public IReadOnlyList<ITaskItem> Items { get; init; } = [];

    /// <summary>The findings as a reader sees them.</summary>
    public override string ToString() => string.Join("\n", Findings);
}

/// <summary>An error, warning or message of a build.</summary>
public sealed record Finding(string Severity, string Code, string File, int Line, int Column, int EndColumn, string Message, string? HelpLink)
{
    public override string ToString() => $"{Path.GetFileName(File)}({Line},{Column}): {Severity} {Code}: {Message}";
}
