using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Newtonsoft.Json.Linq;
using Score.Core.Diagnostics;
using Score.Core.Files;
using Score.Core.Init;

namespace Score.MSBuild;

/// <summary>Writes the first score file of a project, from what its settings, packages and code say. It overwrites nothing.</summary>
[MSBuildMultiThreadableTask]
public sealed class InitScoreFile : ScoreTask
{
    private const int MaxSourceBytes = 2 * 1024 * 1024;
    private const string FileName = "score.yaml";

    /// <summary>Whether the project is an application, which has no workload of its own.</summary>
    public bool IsApplication { get; set; }

    /// <summary>Whether the project is a web application.</summary>
    public bool IsWeb { get; set; }

    /// <summary>Why builds will not read the file: <c>EnableScore</c>, <c>Reference</c>, or nothing.</summary>
    public string Unread { get; set; } = "";

    /// <summary>The project's packages, such as <c>Npgsql</c>.</summary>
    public ITaskItem[] Packages { get; set; } = [];

    /// <summary>The project's sources, in which calls of <c>MapHealthChecks</c> are looked for.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>Files with connection strings, such as <c>appsettings.json</c>.</summary>
    public ITaskItem[] Settings { get; set; } = [];

    /// <summary>The file <c>Properties/launchSettings.json</c>, which need not be there.</summary>
    public ITaskItem? LaunchSettings { get; set; }

    /// <summary>The ports of the project's image, such as <c>8080</c>.</summary>
    public ITaskItem[] ContainerPorts { get; set; } = [];

    /// <summary>The variables of the project's image, with the metadata <c>Value</c>.</summary>
    public ITaskItem[] ContainerVariables { get; set; } = [];

    /// <summary>The env file, which is not to be committed.</summary>
    public string EnvFile { get; set; } = "";

    /// <summary>The folder for mounted files, which are not to be committed.</summary>
    public string MountsDirectory { get; set; } = "";

    /// <summary>The schema that editors are told of, such as <c>obj/score/score.schema.json</c>; null for none.</summary>
    public ITaskItem? SchemaFile { get; set; }

    /// <summary>The score file that was written, or that was there.</summary>
    [Output]
    public ITaskItem? Written { get; private set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        DiagnosticBag diagnostics = new();
        if (IsApplication)
        {
            diagnostics.Add(DiagnosticDescriptors.InitOfApplication, Project.PropertyPlace);
            Report(diagnostics);
            return false;
        }

        string? existing = ScoreFiles.Select(FullPath).Concat(((string[])[FileName, "score.yml"]).Select(Project.FullPath)).FirstOrDefault(IsThere);
        if (existing is not null)
            diagnostics.Add(DiagnosticDescriptors.ScoreFileIsThere, SourceSpan.WholeFile(existing), RelativePath.Of(existing, Project.Directory));
        else Write(Describe(diagnostics), diagnostics);
        Ignore(diagnostics);
        Report(diagnostics);
        return !Log.HasLoggedErrors;
    }

    private void Write(InitialProject project, DiagnosticBag diagnostics)
    {
        string file = Project.FullPath(FileName);
        Try(file, diagnostics, () => AtomicFile.WriteIfDifferent(file, Encoding.UTF8.GetBytes(InitialScoreFile.Write(project))));
        if (diagnostics.HasErrors) return;
        Written = new Microsoft.Build.Utilities.TaskItem(file);
        string[] guesses = project.Resources.Select(r => $"{r.Name} ({r.Type})").ToArray();
        Say($"{FileName} was written for the workload '{InitialScoreFile.WorkloadName(project)}'.");
        if (guesses.Length > 0) Say($"It suggests the resources {string.Join(", ", guesses)}: take away the '#' before what is right.");
        if (Unread.Length > 0)
        {
            diagnostics.Add(DiagnosticDescriptors.ScoreFileNotUsed, Project.PropertyPlace, FileName,
                new Phrase(Unread == "EnableScore" ? "the property EnableScore is not 'true'" : "the project has no reference of its own to Score.MSBuild"));
        }

        Say("Next:");
        Say("  dotnet build                         checks score.yaml and writes compose.yaml");
        Say("  dotnet publish -t:PublishContainer   makes the image");
        Say("  docker compose up                    runs it");
    }

    private InitialProject Describe(DiagnosticBag diagnostics)
    {
        LaunchSettings launch = Core.Init.LaunchSettings.Read(LaunchSettings is null ? null : JsonSettings.Read(FullPath(LaunchSettings), diagnostics));
        List<KeyValuePair<string, string>> connections = [];
        foreach (string file in Settings.Select(FullPath).OrderBy(f => f.Length).ThenBy(f => f, StringComparer.Ordinal))
        {
            if (JsonSettings.Read(file, diagnostics) is JObject settings) connections.AddRange(JsonSettings.ConnectionStrings(settings));
        }

        return new InitialProject(Path.GetFileNameWithoutExtension(Project.File.ItemSpec))
        {
            IsWeb = IsWeb,
            LaunchPort = launch.Port,
            ContainerPort = Variable("ASPNETCORE_HTTP_PORTS", Core.Init.LaunchSettings.FirstPort) ?? Variable("ASPNETCORE_URLS",
                Core.Init.LaunchSettings.PortOfUrls) ?? ContainerPorts.Select(p => Core.Init.LaunchSettings.FirstPort(p.ItemSpec))
                .FirstOrDefault(p => p is not null) ?? launch.ContainerPort,
            HealthPaths = Sources.SelectMany(HealthPathsIn).Distinct(StringComparer.Ordinal).ToList(),
            Resources = Suggestions.Find(connections, Packages.Select(p => p.ItemSpec).ToList()),
            Schema = SchemaFile is null ? "" : RelativePath.Of(FullPath(SchemaFile), Project.Directory),
        };
    }

    private int? Variable(string name, Func<string, int?> port) =>
        ContainerVariables.Where(v => v.ItemSpec == name).Select(v => port(v.GetMetadata("Value"))).FirstOrDefault();

    private static IEnumerable<string> HealthPathsIn(ITaskItem source) =>
        BoundedFile.Read(FullPath(source), MaxSourceBytes).Bytes is { } bytes ? HealthChecks.PathsIn(Encoding.UTF8.GetString(bytes)) : [];

    private void Ignore(DiagnosticBag diagnostics)
    {
        string file = Project.FullPath(".gitignore");
        string mounts = MountsDirectory.TrimEnd('/', '\\') + "/";
        string[] paths = [EnvFile.Length > 0 ? EnvFile : ".env", mounts, "manifests.secrets.yaml", "chart.secrets.yaml"];
        IEnumerable<string> inside = paths.Select(p => p.Replace('\\', '/')).Where(p => !Path.IsPathRooted(p) && !p.Split('/').Contains(".."));
        Try(file, diagnostics, () =>
        {
            IReadOnlyList<string> added = IgnoreLines.Add(Project.Directory, inside);
            if (added.Count > 0) Say($".gitignore has new lines: {string.Join(", ", added)}");
        });
    }

    private static bool IsThere(string fullPath) => File.Exists(fullPath) || Directory.Exists(fullPath);

    private void Say(string line) => Log.LogMessage(MessageImportance.High, "{0}", line);
}
