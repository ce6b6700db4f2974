using System;
using System.Linq;

namespace Score.MSBuild.TestHost;

/// <summary>Bare projects of an application for <see cref="InProcessBuild"/>: what the .NET SDK does with references, in few lines.</summary>
public static class ApplicationProject
{
    /// <summary>An application <c>app.proj</c> with its projects <c>NAME/NAME.proj</c>.</summary>
    /// <param name="folder">Receives the files.</param>
    /// <param name="content">More of the application.</param>
    /// <param name="references">The projects as the application names them.</param>
    public static void Write(TemporaryFolder folder, string content, params string[] references)
    {
        string items = string.Concat(references.Select(r => $"""<ProjectReference Include="{r}" />"""));
        string text = InProcessBuild.Project($"""
            <ItemGroup>{items}</ItemGroup>
            <Target Name="PrepareProjectReferences">
              <ItemGroup>
                <_MSBuildProjectReferenceExistent Include="@(ProjectReference)" Condition="Exists('%(FullPath)')" />
                <_MSBuildProjectReferenceNonexistent Include="@(ProjectReference)" Condition="!Exists('%(FullPath)')" />
              </ItemGroup>
            </Target>
            {content}
            """);
        text = text.Replace("<BaseIntermediateOutputPath>", "<_ScoreIsApplication>true</_ScoreIsApplication><BaseIntermediateOutputPath>",
            StringComparison.Ordinal);
        text = text.Replace("""<Target Name="Build" DependsOnTargets="CoreCompile" />""",
            """<Target Name="Build" DependsOnTargets="_ScoreBuildReferences;ScoreGenerate" />""", StringComparison.Ordinal);
        folder.Write("app.proj", text);
    }

    /// <summary>A project of the application, with a score file.</summary>
    /// <param name="folder">Receives the files.</param>
    /// <param name="name">The name of the project, of its folder and of its workload.</param>
    /// <param name="score">What the score file has after the container; null for no score file.</param>
    /// <param name="content">More of the project.</param>
    public static void WritePart(TemporaryFolder folder, string name, string? score = "", string content = "")
    {
        folder.Write($"{name}/{name}.proj", InProcessBuild.Project($"<PropertyGroup><ScoreApplication>true</ScoreApplication></PropertyGroup>{content}"));
        if (score is null) return;
        folder.Write($"{name}/score.yaml", $$"""
            apiVersion: score.dev/v1b1
            metadata:
              name: {{name}}
            service:
              ports:
                http: {port: 80, targetPort: 8080}
            containers:
              main:
                image: nginx:1.27
            {{score}}
            """);
    }
}
