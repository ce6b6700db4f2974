using System;
using System.IO;
using System.Linq;
using Score.MSBuild.TestHost;

namespace Score.MSBuild.Tests.Package;

/// <summary>The packed packages in a feed of its own, and a package cache that no other build uses. Made once for all tests.</summary>
internal static class PackageFeed
{
    private static readonly Lazy<TemporaryFolder> Folder = new(Create);

    /// <summary>The package file.</summary>
    public static string PackageFile =>
        Directory.GetFiles(Folder.Value.PathOf("feed"), "Score.MSBuild.*.nupkg").Single(f => f != SdkFile && f != TemplatesFile);

    /// <summary>The package file of the SDK for applications.</summary>
    public static string SdkFile => Directory.GetFiles(Folder.Value.PathOf("feed"), "Score.MSBuild.Sdk.*.nupkg").Single();

    /// <summary>The package file of the templates.</summary>
    public static string TemplatesFile => Directory.GetFiles(Folder.Value.PathOf("feed"), "Score.MSBuild.Templates.*.nupkg").Single();

    /// <summary>The package's version.</summary>
    public static string Version => Path.GetFileNameWithoutExtension(PackageFile)["Score.MSBuild.".Length..];

    /// <summary>A nuget.config that adds the feed to the usual sources and has its own package cache.</summary>
    public static string Config => $"""
        <configuration>
          <packageSources><add key="feed" value="{Folder.Value.PathOf("feed")}" /></packageSources>
          <config><add key="globalPackagesFolder" value="{Folder.Value.PathOf("packages")}" /></config>
        </configuration>
        """;

    /// <summary>Packs a project of a checkout as a release is packed, except for the analyzers, which say nothing new after the build of the tests.</summary>
    public static DotNetOutcome Pack(string project, string root, string feed, params string[] properties) =>
        DotNet.Run(root, ["pack", project, "-c", "Release", "-o", feed, "-p:VersionSuffix=test", "-p:RunAnalyzers=false", .. properties]);

    /// <summary>Deletes the feed.</summary>
    public static void Delete()
    {
        if (Folder.IsValueCreated) Folder.Value.Dispose();
    }

    private static TemporaryFolder Create()
    {
        TemporaryFolder folder = new("package");
        foreach (string project in (string[])["src/Score.MSBuild.Sdk", "src/Score.MSBuild.Templates"])
        {
            DotNetOutcome pack = Pack(project, Repository.Root, folder.PathOf("feed"));
            if (pack.ExitCode != 0) throw new InvalidOperationException(pack.Output);
        }

        return folder;
    }
}
