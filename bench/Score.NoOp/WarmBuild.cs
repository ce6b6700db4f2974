using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using System.Xml.Xsl;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;
using Score.MSBuild.TestHost;

namespace Score.NoOp;

/// <summary>A web project that is built again and again in this process.</summary>
/// <param name="name">What it shows.</param>
/// <param name="checkout">The checkout with the package's build folder and its tasks, which were built; null for none.</param>
/// <param name="hasScoreFile">Whether there is a score.yaml.</param>
internal sealed class WarmBuild(string name, string? checkout, bool hasScoreFile) : IDisposable
{
    private const string ScoreFile = """
        apiVersion: score.dev/v1b1
        metadata: { name: web }
        containers:
          web: { image: "example.com/web:1", variables: { GREETING: hello } }
        service: { ports: { http: { port: 80 } } }
        """;

    private readonly TemporaryFolder _folder = new();

    // Keeps the files that were parsed, as a build node does.
    private readonly ProjectCollection _files = new();

    public string Name => name;

    /// <summary>How long evaluations took, in milliseconds of the processors.</summary>
    public List<double> Evaluations { get; } = [];

    /// <summary>How long the targets took, in milliseconds of the processors.</summary>
    public List<double> Targets { get; } = [];

    // That of this checkout has the same way from its root.
    private string TaskAssembly => Path.Combine(checkout!, Path.GetRelativePath(Repository.Root, Repository.TaskAssembly));

    private string ProjectFile => _folder.PathOf("app.csproj");

    /// <summary>Writes the project, and builds until nothing is to be done.</summary>
    public void Prepare()
    {
        if (checkout is not null) CopyTargets(checkout);

        // As NuGet imports a package: the properties before the project's body, the targets after it.
        _folder.Write("app.csproj", $"""
            <Project>
              <Import Sdk="Microsoft.NET.Sdk.Web" Project="Sdk.props" />
              {Import("Score.MSBuild.props")}
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                {(checkout is null ? "" : $"<_ScoreTaskAssembly>{TaskAssembly}</_ScoreTaskAssembly>")}
              </PropertyGroup>
              <Import Sdk="Microsoft.NET.Sdk.Web" Project="Sdk.targets" />
              {Import("Score.MSBuild.targets")}
              {(checkout is null ? """<Target Name="ScoreGenerate" />""" : "")}
            </Project>
            """);
        if (hasScoreFile) _folder.Write("score.yaml", ScoreFile);
        for (int i = 0; i < 5; i++) Measure();
        Evaluations.Clear();
        Targets.Clear();
    }

    /// <summary>Evaluates the project and runs the target once.</summary>
    public void Measure()
    {
        TimeSpan began = Environment.CpuUsage.TotalTime;
        ProjectInstance project = new(ProjectFile, null, null, _files);
        TimeSpan evaluated = Environment.CpuUsage.TotalTime;
        if (!project.Build(["ScoreGenerate"], [])) throw new InvalidOperationException($"{name}: the build failed.");
        TimeSpan built = Environment.CpuUsage.TotalTime;
        Evaluations.Add((evaluated - began).TotalMilliseconds);
        Targets.Add((built - evaluated).TotalMilliseconds);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _files.Dispose();
        _folder.Dispose();
    }

    // As they are in the package: joined, where the checkout does that.
    private void CopyTargets(string checkout)
    {
        string source = Path.Combine(checkout, "build");
        foreach (string file in Directory.GetFiles(source)) _folder.Write($"build/{Path.GetFileName(file)}", File.ReadAllText(file));
        string join = Path.Combine(checkout, "src", "Score.MSBuild", "JoinTargets.xslt");
        if (!File.Exists(join)) return;
        XslCompiledTransform transform = new();
        transform.Load(join, XsltSettings.TrustedXslt, new XmlUrlResolver());
        using XmlWriter joined = XmlWriter.Create(_folder.PathOf("build/Score.MSBuild.targets"), transform.OutputSettings);
        using XmlReader targets = XmlReader.Create(Path.Combine(source, "Score.MSBuild.targets"));
        transform.Transform(targets, null, joined, new XmlUrlResolver());
    }

    private string Import(string file) => checkout is null ? "" : $"""<Import Project="{_folder.PathOf("build/" + file)}" />""";
}
