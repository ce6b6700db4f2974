using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

/// <summary>A project that uses the package as anybody would.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly TemporaryFolder _folder;

    /// <summary>Makes a web project with a score file.</summary>
    /// <param name="score">The score file, or null for none.</param>
    /// <param name="name">The folder's name.</param>
    public Consumer(string? score = Samples.Minimal, string name = "app")
    {
        _folder = new TemporaryFolder(name);
        _folder.Write("nuget.config", PackageFeed.Config);
        WriteProject("app.csproj", "<TargetFramework>net10.0</TargetFramework>", Reference);
        _folder.Write("Program.cs", "Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build().Run();");
        if (score is not null) _folder.Write("score.yaml", score);
    }

    /// <summary>The item that a user adds.</summary>
    public static string Reference => $"""<PackageReference Include="Score.MSBuild" Version="{PackageFeed.Version}" />""";

    /// <summary>The project's folder.</summary>
    public TemporaryFolder Folder => _folder;

    /// <summary>Writes a project file.</summary>
    public void WriteProject(string path, string properties, string items, string sdk = "Microsoft.NET.Sdk.Web") => _folder.Write(path, $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>{properties}</PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """);

    /// <summary>Runs a command in the folder.</summary>
    public DotNetOutcome Run(params string[] arguments) => DotNet.Run(_folder.Root, arguments);

    /// <summary>Builds, which must succeed.</summary>
    public DotNetOutcome Build(params string[] arguments)
    {
        DotNetOutcome outcome = Run(["build", .. arguments]);
        Assert.AreEqual(0, outcome.ExitCode, outcome.Output);
        return outcome;
    }

    public void Dispose() => _folder.Dispose();
}
